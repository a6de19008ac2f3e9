import { mkdtempSync, readdirSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecretKey, SecretKeyUnreadable, secretsUnder } from '#store/secret-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klar-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the key is made at the first start, for its owner alone, and stays the same', async () => {
  const file = join(folder, 'keys', 'secret.key');
  const key = await loadSecretKey(file);
  expect(key).toHaveLength(32);
  expect(await loadSecretKey(file)).toEqual(key);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['secret.key']);
});

test('no two keys are alike', async () => {
  expect(await loadSecretKey(join(folder, 'a'))).not.toEqual(await loadSecretKey(join(folder, 'b')));
});

test.each([
  ['nothing', ''],
  ['something short', 'AAAA'],
  ['a text', 'this is not a key'],
])('a file that holds %s is refused and left as it is', async (_, content) => {
  const file = join(folder, 'secret.key');
  await writeFile(file, content);
  await expect(loadSecretKey(file)).rejects.toThrow(SecretKeyUnreadable);
  expect(await readFile(file, 'utf8')).toBe(content);
});

test('a secret opens with its own key and no other, and not when it was changed', async () => {
  const secrets = secretsUnder(await loadSecretKey(join(folder, 'a')));
  const others = secretsUnder(await loadSecretKey(join(folder, 'b')));
  const wrapped = secrets.create();
  expect(secrets.hmac(wrapped, 'person-1')).toMatch(/^[0-9a-f]{64}$/);
  expect(secrets.hmac(wrapped, 'person-1')).not.toBe(secrets.hmac(wrapped, 'person-2'));
  expect(others.hmac(wrapped, 'person-1')).toBeUndefined();
  const changed = wrapped.slice(0, 10) + (wrapped[10] === 'A' ? 'B' : 'A') + wrapped.slice(11);
  for (const broken of [changed, '', 'v1.', wrapped.slice(0, -4), wrapped.slice(1)]) {
    expect(secrets.hmac(broken, 'person-1')).toBeUndefined();
  }
});
