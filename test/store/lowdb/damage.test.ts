import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DamagedRecord } from '#store/damaged-record.ts';
import { type FolderFixture, openInFolder } from '../folder-fixture.ts';
import { somebody, somePoll } from '../samples.ts';

let fixture: FolderFixture;
const at = (...path: string[]) => join(fixture.dir, ...path);
beforeEach(async () => {
  fixture = await openInFolder({ clock: { now: () => Temporal.Instant.from('2026-08-01T08:00:00Z') } });
});
afterEach(() => fixture.discard());

/** Closes the store, does this to its files and opens it again. */
async function meanwhile(work: () => Promise<unknown> | unknown) {
  await fixture.store.close();
  await work();
  return fixture.reopen();
}

describe('a damaged record', () => {
  test.each([
    ['half a file', '{"id":"p1","na', 'not valid JSON'],
    ['an empty file', '', 'not valid JSON'],
    ['a flipped bit in a name', Buffer.from([...Buffer.from('{"id":"p1","name":"'), 0xc3, 0x28]), 'not valid JSON'],
    ['a record without its name', '{"id":"p1"}', 'not as it should be at name (invalid_type)'],
    ['the record of another id', JSON.stringify(somebody('p2')), 'the id inside is not the one in its name'],
  ])('%s is set aside and told; the record is read-only and the others are not', async (_, content, problem) => {
    await fixture.store.persons.add(somebody('p1', { email: 'a@example.org' }));
    await fixture.store.persons.add(somebody('p3'));
    const store = await meanwhile(() => writeFile(at('persons', 'p1.json'), content));
    expect(store.damaged).toEqual([
      {
        collection: 'persons',
        id: 'p1',
        file: join('persons', 'p1.json'),
        problem,
        copy: join('damaged', 'persons.p1.2026-08-01T08-00-00Z.damaged'),
      },
    ]);
    expect(readFileSync(at(store.damaged[0]?.copy ?? ''))).toEqual(Buffer.from(content));
    expect(await store.persons.get('p1')).toBeUndefined();
    expect(await store.persons.all()).toEqual([somebody('p3')]);
    expect(await store.persons.byEmail('a@example.org')).toEqual([]);
    await expect(store.persons.change('p1', () => ({ outcome: null }))).rejects.toThrow(DamagedRecord);
    await expect(store.persons.add(somebody('p1'))).rejects.toThrow(DamagedRecord);
    await expect(store.persons.remove('p1')).rejects.toThrow(DamagedRecord);
    expect(readFileSync(at('persons', 'p1.json'))).toEqual(Buffer.from(content));
    expect(await store.persons.change('p3', () => ({ outcome: 'well' }))).toBe('well');
  });

  test('stays read-only after the next start, with one copy, until it is mended', async () => {
    await fixture.store.persons.add(somebody('p1'));
    await meanwhile(() => writeFile(at('persons', 'p1.json'), 'x'));
    const again = await fixture.reopen();
    expect(again.damaged).toHaveLength(1);
    expect(readdirSync(at('damaged'))).toHaveLength(1);
    const mended = await meanwhile(() => writeFile(at('persons', 'p1.json'), JSON.stringify(somebody('p1'))));
    expect(mended.damaged).toEqual([]);
    expect(await mended.persons.get('p1')).toEqual(somebody('p1'));
  });

  test('the copy of a poll holds everything but its secret', async () => {
    const secret = fixture.store.secrets.create();
    await fixture.store.polls.add(somePoll('q1', { wrappedSecret: secret, question: 'Redo?' }));
    const store = await meanwhile(async () => {
      const text = await readFile(at('polls', 'q1.json'), 'utf8');
      await writeFile(at('polls', 'q1.json'), text.trim().slice(0, -1));
    });
    const copy = readFileSync(at(store.damaged[0]?.copy ?? ''), 'utf8');
    expect(copy).toContain('Redo?');
    expect(copy).not.toContain(secret.slice(3, 40));
  });
});

describe('a damaged segment', () => {
  const keys = Array.from({ length: 60 }, (_, n) => `person-${n}`);
  const answer = (key: string) =>
    fixture.store.answers.change('q1', key, () => ({ next: { options: ['yes'] }, outcome: null }));
  const segments = () => readdirSync(at('answers', 'q1')).sort();
  const keysIn = (file: string) =>
    JSON.parse(readFileSync(at('answers', 'q1', file), 'utf8')).entries.map(([key]: [string]) => key);

  beforeEach(async () => {
    await Promise.all(keys.map(answer));
    await fixture.reopen();
    expect(segments().length).toBeGreaterThan(4);
  });

  test.each([
    ['does not parse', (file: string) => writeFileSync(file, '{"entries":[["'), 'not valid JSON'],
    ['is gone', (file: string) => rm(file), 'missing'],
    [
      'holds the keys of another',
      (file: string) => writeFileSync(file, '{"entries":[["person-x",{"options":[]}],["person-y",{"options":[]}]]}'),
      'a key belongs to another segment',
    ],
    [
      'is out of order',
      (file: string) => {
        const { entries } = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, JSON.stringify({ entries: entries.toReversed() }));
      },
      'its keys are not in order',
    ],
  ])('that %s makes its own keys read-only and no others', async (_, damage, problem) => {
    const file = segments().find((name) => keysIn(name).length > 1) ?? '';
    const lost = keysIn(file);
    const store = await meanwhile(() => damage(at('answers', 'q1', file)));
    expect(store.damaged).toMatchObject([{ collection: 'answers', id: `q1/${file}`, problem }]);
    expect((await store.answers.entries('q1')).map(([key]) => key).sort()).toEqual(
      keys.filter((key) => !lost.includes(key)).sort(),
    );
    for (const key of keys) {
      if (lost.includes(key)) await expect(answer(key)).rejects.toThrow(DamagedRecord);
      else await answer(key);
    }
    await expect(store.answers.drop('q1')).rejects.toThrow(DamagedRecord);
  });
});

describe('the audit log', () => {
  const line = (n: number) => ({ at: `2026-08-01T08:00:0${n}Z`, by: 'p1', what: 'x', on: {}, from: 'operator' });

  test('loses nothing but a torn last line, which is set aside', async () => {
    await fixture.store.audit.append(line(1));
    const store = await meanwhile(() => appendFile(at('audit', '2026-08.ndjson'), '{"at":"2026-'));
    expect(await store.audit.all()).toEqual([line(1)]);
    await store.audit.append(line(2));
    expect(await (await fixture.reopen()).audit.all()).toEqual([line(1), line(2)]);
    expect(readdirSync(at('damaged')).map((file) => readFileSync(at('damaged', file), 'utf8'))).toEqual([
      '{"at":"2026-',
    ]);
  });

  test('tells of a line in the middle that cannot be read, and keeps the others', async () => {
    const file = at('audit', '2026-08.ndjson');
    const store = await meanwhile(() => writeFile(file, `${JSON.stringify(line(1))}\nx\n${JSON.stringify(line(2))}\n`));
    expect(store.damaged).toMatchObject([
      { collection: 'audit', id: '2026-08.ndjson', problem: 'line 2 cannot be read' },
    ]);
    expect(await store.audit.all()).toEqual([line(1), line(2)]);
  });

  test('refuses a line whose time is none, wherever it would lead', async () => {
    await expect(fixture.store.audit.append({ ...line(1), at: '../../x' })).rejects.toThrow();
    expect(readdirSync(at('audit'))).toEqual([]);
  });
});

describe('while a change is on its way to the disk', () => {
  test('readers see the state before it, and indexes too', async () => {
    const { persons } = fixture.store;
    await persons.add(somebody('p1'));
    const changed = persons.change('p1', (current) => ({
      next: { ...current, email: 'a@example.org' },
      outcome: null,
    }));
    expect(await persons.get('p1')).toEqual(somebody('p1'));
    expect(await persons.byEmail('a@example.org')).toEqual([]);
    await changed;
    expect(await persons.byEmail('a@example.org')).toHaveLength(1);
  });
});

describe('when the disk refuses', () => {
  test('the change rejects, readers still see the old state, and later changes are saved', async () => {
    const { store } = fixture;
    const rename_ = (name: string) =>
      store.persons.change('p1', (current) => ({ next: { ...current, name }, outcome: name }));
    await store.persons.add(somebody('p1'));
    await rename(at('persons'), at('away'));
    const attempts = await Promise.allSettled([
      rename_('one'),
      rename_('two'),
      store.persons.add(somebody('p2')),
      // Neither may be told that it is there already, since it is not on disk.
      store.persons.add(somebody('p2')),
      store.persons.change('p2', ({ name }) => ({ outcome: name })),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
    expect(await store.persons.all()).toEqual([somebody('p1')]);
    await rename(at('away'), at('persons'));
    expect(await store.persons.add(somebody('p1'))).toBe(false);
    expect(await rename_('three')).toBe('three');
    expect(await store.persons.add(somebody('p2'))).toBe(true);
    expect((await (await fixture.reopen()).persons.all()).map(({ name }) => name)).toEqual(['three', 'Person p2']);
  });

  test('an audit line rejects and the later ones are whole', async () => {
    const line = { at: '2026-08-01T08:00:00Z', by: 'p1', what: 'x', on: {}, from: 'operator' };
    await fixture.store.audit.append(line);
    await rename(at('audit'), at('away'));
    await expect(fixture.store.audit.append(line)).rejects.toThrow();
    await rename(at('away'), at('audit'));
    await fixture.store.audit.append(line);
    expect(await (await fixture.reopen()).audit.all()).toEqual([line, line]);
  });

  test('a split that fails costs no answer, and is made up for later', async () => {
    const answer = (key: string) =>
      fixture.store.answers.change('q1', key, () => ({ next: { options: ['yes'] }, outcome: null }));
    const keys = Array.from({ length: 40 }, (_, n) => `person-${n}`);
    await answer('first');
    // A folder where the first half is to be put.
    await mkdir(at('answers', 'q1', 's0.json'));
    for (const key of keys) await answer(key);
    await fixture.store.close();
    expect(readdirSync(at('answers', 'q1'))).toContain('s.json');
    await rm(at('answers', 'q1', 's0.json'), { recursive: true });
    const store = await fixture.reopen();
    expect((await store.answers.entries('q1')).map(([key]) => key).sort()).toEqual(['first', ...keys].sort());
    await answer('last');
    const again = await fixture.reopen();
    expect((await again.answers.entries('q1')).map(([key]) => key).sort()).toEqual(['first', ...keys, 'last'].sort());
    expect(readdirSync(at('answers', 'q1'))).not.toContain('s.json');
  });
});
