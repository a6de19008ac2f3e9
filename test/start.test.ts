import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { startProcess } from './journeys/klar-process.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const environment = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('KLAR_')));

/** Starts Klar as the operator does, in an environment that it refuses. Gives how it ended and what it said. */
async function refusedStart(settings: Record<string, string>, args: string[] = []) {
  const klar = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...environment, KLAR_PORT: '0', ...settings },
  });
  const said = { out: '', err: '' };
  klar.stdout.on('data', (bytes) => {
    said.out += bytes;
  });
  klar.stderr.on('data', (bytes) => {
    said.err += bytes;
  });
  const [code] = await once(klar, 'close');
  return { code, ...said };
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-start-'));
  await writeFile(join(folder, 'a-file'), '');
  await writeFile(join(folder, 'bad.key'), 'not a key');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A real surface that needs no network to start. */
const local = () => ({ KLAR_TEAMS_LOCAL: '1', KLAR_DATA: join(folder, 'data') });

describe('A start that cannot succeed ends with 1 and a sentence that says what to do, without a stack:', () => {
  test.concurrent.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a data folder that cannot be made',
      () => ({ ...local(), KLAR_DATA: join(folder, 'a-file', 'data') }),
      /^Klar cannot use .*a-file.* \(ENOTDIR\)\. The data folder .* \(KLAR_DATA\) .* must be writable/,
    ],
    [
      'a file of the secret key that holds something else',
      () => ({ ...local(), KLAR_DATA: join(folder, 'd2'), KLAR_SECRET_KEY: join(folder, 'bad.key') }),
      /bad\.key does not hold a secret key of Klar/,
    ],
    [
      'a secret key inside the data folder',
      () => ({ ...local(), KLAR_DATA: join(folder, 'd3'), KLAR_SECRET_KEY: join(folder, 'd3', 'key') }),
      /^The secret key must be kept outside the data folder/,
    ],
    [
      'half of Slack',
      () => ({ KLAR_SLACK_BOT_TOKEN: 'xoxb-1' }),
      /^KLAR_SLACK_SIGNING_SECRET is missing: .*Example: KLAR_SLACK_SIGNING_SECRET=/,
    ],
    [
      'a Slack that cannot be reached',
      () => ({
        KLAR_SLACK_BOT_TOKEN: 'xoxb-1',
        KLAR_SLACK_SIGNING_SECRET: 's',
        KLAR_SLACK_API_URL: 'http://127.0.0.1:9/api/',
        KLAR_DATA: join(folder, 'd4'),
      }),
      /^Klar could not reach Slack at http:\/\/127\.0\.0\.1:9\/api\/\./,
    ],
  ])('%s', async (_what, settings, sentence) => {
    const { code, out, err } = await refusedStart(settings());
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^ +at /mu);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });

  test('an option that Klar does not know', async () => {
    const { code, err } = await refusedStart({}, ['--folder', 'x']);
    expect(err).toMatch(/^Unknown option '--folder'/);
    expect(code).toBe(1);
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, err } = await refusedStart({ KLAR_PORT: String(port) });
    other.close();
    expect(err).toMatch(
      /^Something else listens on port \d+ already\. Stop it, or give Klar another port \(KLAR_PORT\)\./mu,
    );
    expect(err).not.toMatch(/^ +at /mu);
    expect(code).toBe(1);
  });

  test('a data folder that another process has', async () => {
    const dir = join(folder, 'd5');
    const store = await openLowdbStore({ dir, secretKeyFile: join(folder, 'd5.key') });
    const { code, err } = await refusedStart({ ...local(), KLAR_DATA: dir });
    await store.close();
    expect(err).toMatch(/^The data folder .* is already open in process \d+/);
    expect(code).toBe(1);
  });
});

test('a second Klar on the same data folder is refused, and the first goes on', async () => {
  const settings = { ...local(), KLAR_DATA: join(folder, 'd6') };
  const first = await startProcess(settings);
  try {
    const { code, out, err } = await refusedStart(settings);
    expect(err).toMatch(/^The data folder .* is already open in process \d+/);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const answer = await fetch(`${first.address}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, missing: [] }]);
  } finally {
    await first.stop();
  }
});
