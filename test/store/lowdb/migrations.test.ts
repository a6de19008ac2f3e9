import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Folder } from '#store/lowdb/folder.ts';
import { bringUpToDate, type Migration, UnknownStoreVersion } from '#store/lowdb/migrations.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'klar-test-'));
});
afterEach(() => rm(dir, { recursive: true }));

const version = async () => JSON.parse(await readFile(join(dir, 'meta.json'), 'utf8')).version;
const open = () => openLowdbStore({ dir, secretKeyFile: `${dir}.key` });

/** Two steps that note what they did; the second fails as often as it is told to. */
function steps(done: number[], failures = 0): Migration[] {
  let left = failures;
  return [
    { to: 2, about: 'the first change', run: async () => void done.push(2) },
    {
      to: 3,
      about: 'the second change',
      run: async () => {
        if (left-- > 0) throw new Error('the power went');
        done.push(3);
      },
    },
  ];
}

test('a new store has the newest version and runs no migration', async () => {
  const done: number[] = [];
  await mkdir(join(dir, 'lost+found'));
  await bringUpToDate(new Folder(dir), steps(done));
  expect([done, await version()]).toEqual([[], 3]);
});

test('this Klar writes version 2', async () => {
  await (await open()).close();
  expect(await version()).toBe(2);
  await rm(`${dir}.key`);
});

test('an older store is brought up to date step by step, once', async () => {
  await bringUpToDate(new Folder(dir), []);
  const done: number[] = [];
  await bringUpToDate(new Folder(dir), steps(done));
  await bringUpToDate(new Folder(dir), steps(done));
  expect([done, await version()]).toEqual([[2, 3], 3]);
});

test('a step that was cut off is done again, the ones before it are not', async () => {
  await bringUpToDate(new Folder(dir), []);
  const done: number[] = [];
  const known = steps(done, 1);
  await expect(bringUpToDate(new Folder(dir), known)).rejects.toThrow('the power went');
  expect(await version()).toBe(2);
  await bringUpToDate(new Folder(dir), known);
  expect([done, await version()]).toEqual([[2, 3], 3]);
});

test.each([
  ['newer than this Klar', '{"version":3}', 'version 3'],
  ['without a readable version', '{"ver', 'missing or damaged'],
])('a store %s is refused, untouched, and can be opened by another afterwards', async (_, meta, problem) => {
  await writeFile(join(dir, 'meta.json'), meta);
  await mkdir(join(dir, 'persons'));
  await writeFile(join(dir, 'persons', 'x.json.tmp'), '');
  await expect(open()).rejects.toThrow(UnknownStoreVersion);
  await expect(open()).rejects.toThrow(problem);
  expect(await readFile(join(dir, 'persons', 'x.json.tmp'), 'utf8')).toBe('');
});

test('records without a version are refused', async () => {
  await mkdir(join(dir, 'persons'));
  await expect(open()).rejects.toThrow('missing or damaged');
});
