import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { type FolderFixture, openInFolder } from '../folder-fixture.ts';
import { somePoll } from '../samples.ts';

let fixture: FolderFixture;
beforeEach(async () => {
  fixture = await openInFolder();
});
afterEach(() => fixture.discard());

const everything = () =>
  readdirSync(fixture.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

test('the times of polls and answers, and of their folders, do not tell when an answer was given', async () => {
  const { store, dir } = fixture;
  await store.polls.add(somePoll('q1'));
  for (let n = 0; n < 30; n++) {
    await store.answers.change('q1', `key-${n}`, () => ({ next: { options: ['yes'] }, outcome: null }));
  }
  await store.answers.change('q2', 'key', () => ({ next: { options: ['yes'] }, outcome: null }));
  await store.answers.drop('q2');
  await store.polls.change('q1', (current) => ({ next: { ...current, question: 'Redo?' }, outcome: null }));
  const check = () => {
    const paths = ['polls', 'answers'].flatMap((name) => [
      name,
      ...readdirSync(join(dir, name), { recursive: true }).map((file) => join(name, String(file))),
    ]);
    expect(paths.length).toBeGreaterThan(6);
    for (const path of paths) {
      const { mtime, atime } = statSync(join(dir, path));
      // Reading sets the time of access on some systems, so that one may be newer.
      expect([path, mtime.toISOString()]).toEqual([path, '2000-01-01T00:00:00.000Z']);
      expect(atime.getTime()).toBeGreaterThanOrEqual(mtime.getTime());
    }
  };
  await store.close();
  check();
  await fixture.reopen();
  check();
});

test('the secret key is nowhere in the store, and a poll without its secret leaves none behind', async () => {
  const { store, secretKeyFile } = fixture;
  const key = readFileSync(secretKeyFile);
  expect(statSync(secretKeyFile).mode & 0o777).toBe(0o600);
  const wrappedSecret = store.secrets.create();
  await store.polls.add(somePoll('q1', { wrappedSecret }));
  expect(everything().some((content) => content.includes(wrappedSecret))).toBe(true);
  await store.polls.change('q1', ({ wrappedSecret: _, ...closed }) => ({ next: closed, outcome: null }));
  const raw = Buffer.from(key.toString().trim(), 'base64');
  for (const content of everything()) {
    for (const secret of [wrappedSecret, raw, raw.toString('hex'), raw.toString('base64'), raw.toString('base64url')]) {
      expect(content.includes(secret)).toBe(false);
    }
  }
});

test('a secret key inside the data folder is refused, also by way of a link', async () => {
  const { dir } = fixture;
  await fixture.store.close();
  await mkdir(join(dir, 'keys'));
  await symlink(join(dir, 'keys'), `${dir}-keys`);
  for (const secretKeyFile of [join(dir, 'secret.key'), join(dir, 'new', 'secret.key'), join(`${dir}-keys`, 'x')]) {
    await expect(openLowdbStore({ dir, secretKeyFile })).rejects.toThrow('KLAR_SECRET_KEY');
  }
});
