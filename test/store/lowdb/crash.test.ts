import { readdirSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FolderFixture, openInFolder } from '../folder-fixture.ts';
import { somebody, somePoll } from '../samples.ts';

let fixture: FolderFixture;
const at = (...path: string[]) => join(fixture.dir, ...path);
beforeEach(async () => {
  fixture = await openInFolder();
});
afterEach(() => fixture.discard());

const keys = Array.from({ length: 12 }, (_, n) => `person-${n}`);
const answer = (key: string, option: string) =>
  fixture.store.answers.change('q1', key, () => ({ next: { options: [option] }, outcome: null }));
const segments = () => readdirSync(at('answers', 'q1')).sort();

test('what a crash left of unfinished writes is cleared away, wherever it lies', async () => {
  await fixture.store.polls.add(somePoll('q1'));
  await answer('person-1', 'yes');
  await fixture.store.close();
  const left = [at('polls', 'q1.json.tmp'), at('answers', 'q1', 's.json.tmp'), at('meta.json.tmp')];
  for (const file of left) await writeFile(file, '{"wrappedSecret":"v1.');
  const store = await fixture.reopen();
  for (const file of left) await expect(readFile(file)).rejects.toThrow('ENOENT');
  expect(store.damaged).toEqual([]);
  expect(await store.polls.get('q1')).toEqual(somePoll('q1'));
});

test('folders on the volume that are not part of the store are left alone', async () => {
  await fixture.store.close();
  await mkdir(at('lost+found'));
  await writeFile(at('lost+found', 'x.tmp'), '');
  await fixture.reopen();
  expect(readdirSync(at('lost+found'))).toEqual(['x.tmp']);
});

/** Twelve answers on disk as one over-full segment and as its two halves, which are older: all "no". */
async function splitStates() {
  for (const key of keys) await answer(key, 'no');
  await fixture.store.close();
  expect(segments()).toEqual(['s0.json', 's1.json']);
  const halves = await Promise.all(
    segments().map(async (file) => JSON.parse(await readFile(at('answers', 'q1', file), 'utf8')).entries),
  );
  const parent = halves
    .flat()
    .map(([key]) => [key, { options: ['yes'] }])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { write: () => writeFile(at('answers', 'q1', 's.json'), JSON.stringify({ entries: parent })) };
}

test.each([
  ['one child is there', ['s1.json']],
  ['the other child is there', ['s0.json']],
  ['both are there', []],
  ['none is there', ['s0.json', 's1.json']],
])('a crash in the middle of a split, when %s, leaves the parent in force', async (_, missing) => {
  const { write } = await splitStates();
  await write();
  for (const file of missing) await rm(at('answers', 'q1', file));
  const store = await fixture.reopen();
  expect(segments()).toEqual(['s.json']);
  expect(store.damaged).toEqual([]);
  const entries = await store.answers.entries('q1');
  expect(entries.map(([key]) => key).sort()).toEqual(keys.toSorted());
  expect(entries.every(([, { options }]) => options[0] === 'yes')).toBe(true);
  // The next answer makes up for the split, and nothing of the old halves comes back.
  await answer('person-12', 'yes');
  const again = await fixture.reopen();
  expect(segments()).not.toContain('s.json');
  expect((await again.answers.entries('q1')).filter(([, { options }]) => options[0] === 'yes')).toHaveLength(13);
});

test('a crash after the parent was removed leaves both children in force', async () => {
  await splitStates();
  const store = await fixture.reopen();
  expect(await store.answers.entries('q1')).toHaveLength(12);
  expect(segments()).toEqual(['s0.json', 's1.json']);
});

test('a crash in the middle of dropping a group leaves none of it', async () => {
  for (const key of keys) await answer(key, 'yes');
  await fixture.store.close();
  await rename(at('answers', 'q1'), at('answers', 'q1.dropped'));
  await rm(at('answers', 'q1.dropped', 's0.json'));
  const store = await fixture.reopen();
  expect(store.damaged).toEqual([]);
  expect(await store.answers.entries('q1')).toEqual([]);
  expect(readdirSync(at('answers'))).toEqual([]);
});

test('a copy of the folder taken at any time opens, with what was acknowledged before', async () => {
  const { store, dir } = fixture;
  const acknowledged = new Set<string>();
  const people = (async () => {
    for (let n = 0; n < 60; n++) {
      await store.persons.add(somebody(`p${n}`));
      acknowledged.add(`p${n}`);
    }
  })();
  let rounds = 0;
  while (acknowledged.size < 60) {
    const sure = [...acknowledged];
    const copy = `${dir}-copy-${rounds}`;
    // A file may vanish (a temporary one gets its name) while the folder is being read.
    await mkdir(join(copy, 'persons'), { recursive: true });
    await copyFile(join(dir, 'meta.json'), join(copy, 'meta.json'));
    for (const file of readdirSync(join(dir, 'persons'))) {
      await cp(join(dir, 'persons', file), join(copy, 'persons', file)).catch(() => {});
    }
    const opened = await openInFolder({ dir: copy });
    const ids = (await opened.store.persons.all()).map(({ id }) => id as string);
    expect(ids).toEqual(expect.arrayContaining(sure));
    expect(opened.store.damaged).toEqual([]);
    await opened.discard();
    rounds++;
  }
  await people;
  expect(rounds).toBeGreaterThan(0);
});
