import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DamagedRecord } from '#store/damaged-record.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Store } from '#store/port.ts';
import { type FolderFixture, openInFolder } from '../folder-fixture.ts';
import { somePosting } from '../samples.ts';

let fixture: FolderFixture;
const at = (...path: string[]) => join(fixture.dir, ...path);
beforeEach(async () => {
  fixture = await openInFolder({ clock: { now: () => Temporal.Instant.from('2026-08-01T08:00:00Z') } });
});
afterEach(() => fixture.discard());

const log = () => at('ledger', 'p1.ndjson');
const entry = (state: LedgerEntry['state']): LedgerEntry => ({ state, at: '2026-08-01T08:00:00Z' });
const set = (key: string, state: LedgerEntry['state'] | null, store: Store = fixture.store) =>
  store.ledger.change('p1', key, (known) => ({ next: state && entry(state), outcome: known?.state }));
const states = async (store: Store = fixture.store) =>
  Object.fromEntries((await store.ledger.entries('p1')).map(([key, { state }]) => [key, state]));

/** Closes the store, does this to its files and opens it again. */
async function meanwhile(work: () => Promise<unknown> | unknown) {
  await fixture.store.close();
  await work();
  return fixture.reopen();
}

describe('the ledger', () => {
  test('remembers what was settled last, whatever came in whichever order, also when it is opened again', async () => {
    const change = fc.record({
      key: fc.constantFrom('a', 'b', 'c', '\ud800', 'line\nend'),
      state: fc.constantFrom('claimed', 'sent', 'gone', null),
      together: fc.boolean(),
    });
    const step = fc.oneof({ weight: 9, arbitrary: change }, { weight: 1, arbitrary: fc.constant('reopen' as const) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        await fixture.store.ledger.drop('p1');
        const wanted = new Map<string, string>();
        let running: Promise<unknown>[] = [];
        for (const one of steps) {
          if (one === 'reopen') {
            await Promise.all(running);
            await fixture.reopen();
            continue;
          }
          const before = wanted.get(one.key);
          if (one.state === null) wanted.delete(one.key);
          else wanted.set(one.key, one.state);
          const told = set(one.key, one.state).then((known) => expect(known).toBe(before));
          if (one.together) running.push(told);
          else await told;
        }
        await Promise.all(running);
        running = [];
        expect(await states()).toEqual(Object.fromEntries(wanted));
        expect(await states(await fixture.reopen())).toEqual(Object.fromEntries(wanted));
      }),
      { numRuns: 40 },
    );
  });

  test('writes what comes together at once, one line each, and nothing that stood there before', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, n) => set(`k${n}`, 'claimed')));
    const before = (await readFile(log(), 'utf8')).length;
    await set('k7', 'sent');
    expect((await readFile(log(), 'utf8')).slice(before)).toBe(`["k7",${JSON.stringify(entry('sent'))}]\n`);
  });

  test('is written anew when most of it is of no more use', async () => {
    for (let round = 0; round < 25; round += 1) {
      await Promise.all(Array.from({ length: 100 }, (_, n) => set(`k${n}`, round % 2 ? 'sent' : 'claimed')));
    }
    expect((await readFile(log(), 'utf8')).split('\n').length).toBeLessThan(1000);
    expect(Object.values(await states(await fixture.reopen()))).toEqual(Array(100).fill('claimed'));
  });

  test('of a programme that is gone leaves nothing behind', async () => {
    await set('a', 'sent');
    await fixture.store.ledger.drop('p1');
    expect(readdirSync(at('ledger'))).toEqual([]);
    await set('a', 'claimed');
    expect(await states(await fixture.reopen())).toEqual({ a: 'claimed' });
  });
});

describe('what a crash or a power cut leaves of a line', () => {
  test.each([
    ['half a line', '["b",{"state":"cla'],
    ['a line without its end', '["b",{"state":"sent","at":"2026-08-01T08:00:00Z"}]'],
    ['blocks that never came to disk', `\0\0\0\0"}]\n["c",{"state":"sent","at":"2026-08-01T08:00:00Z"}]\n`],
  ])('was told to nobody and is cut off: %s', async (_, rest) => {
    await set('a', 'sent');
    const store = await meanwhile(() => appendFile(log(), rest));
    expect(store.damaged).toEqual([]);
    expect(await states()).toEqual({ a: 'sent' });
    await set('b', 'claimed');
    expect(await states(await fixture.reopen())).toEqual({ a: 'sent', b: 'claimed' });
  });
});

describe('a ledger that something else than Klar has changed', () => {
  test.each([
    ['no JSON', 'x', 'line 2 cannot be read'],
    ['another state', '["b",{"state":"lost","at":""}]', 'line 2 cannot be read'],
    ['no text', Buffer.from([0xc3, 0x28]), 'not valid text'],
  ])('(%s) is told and read-only; that of another programme is not', async (_, line, problem) => {
    await set('a', 'sent');
    await fixture.store.ledger.change('p2', 'a', () => ({ next: entry('sent'), outcome: null }));
    const store = await meanwhile(async () => {
      await appendFile(log(), line);
      await appendFile(log(), '\n["c",{"state":"sent","at":"2026-08-01T08:00:00Z"}]\n');
    });
    expect(store.damaged).toMatchObject([
      { collection: 'ledger', id: 'p1', file: join('ledger', 'p1.ndjson'), problem },
    ]);
    expect(readFileSync(at(store.damaged[0]?.copy ?? ''))).toEqual(readFileSync(log()));
    await expect(set('b', 'claimed')).rejects.toThrow(DamagedRecord);
    await expect(store.ledger.drop('p1')).rejects.toThrow(DamagedRecord);
    expect(await store.ledger.change('p2', 'a', (known) => ({ outcome: known?.state }))).toBe('sent');
  });
});

test('what could not be saved is not told, and what is told afterwards is on disk', async () => {
  await set('a', 'claimed');
  await fixture.reopen();
  await rename(at('ledger'), at('away'));
  await Promise.all([
    expect(set('a', 'sent')).rejects.toThrow('ENOENT'),
    expect(set('b', 'claimed')).rejects.toThrow('ENOENT'),
  ]);
  expect(await states()).toEqual({ a: 'claimed' });
  // Nobody knows what the disk holds: also a look that changes nothing waits for it.
  await expect(fixture.store.ledger.change('p1', 'a', () => ({ outcome: 'seen' }))).rejects.toThrow('ENOENT');
  await rename(at('away'), at('ledger'));
  expect(await fixture.store.ledger.change('p1', 'a', (known) => ({ outcome: known?.state }))).toBe('claimed');
  await set('b', 'sent');
  expect(await states(await fixture.reopen())).toEqual({ a: 'claimed', b: 'sent' });
});

describe('a store from before version 2', () => {
  const segment = (...keys: string[]) => JSON.stringify({ entries: keys.map((key) => [key, entry('sent')]) });
  const posting = (id: string) => JSON.stringify(somePosting(id, 'poll:q1'));

  async function older() {
    await writeFile(at('meta.json'), '{"version":1}');
    await mkdir(at('ledger', 'p1'));
    await writeFile(at('ledger', 'p1', 's.json'), segment('a', 'b'));
    for (const id of ['one', 'two']) await writeFile(at('postings', `${id}.json`), posting(id));
  }
  const shown = async () => (await fixture.store.postings.byAbout('poll:q1')).map(({ id }) => id);

  test('is read as it is, and written as a log at the first change', async () => {
    const store = await meanwhile(older);
    expect(store.damaged).toEqual([]);
    expect([await states(), await shown()]).toEqual([{ a: 'sent', b: 'sent' }, ['one', 'two']]);
    await set('a', null);
    await store.postings.remove('one');
    expect([existsSync(at('ledger', 'p1')), readdirSync(at('postings'))]).toEqual([false, ['all.ndjson']]);
    await fixture.reopen();
    expect([await states(), await shown()]).toEqual([{ b: 'sent' }, ['two']]);
    expect(JSON.parse(await readFile(at('meta.json'), 'utf8'))).toEqual({ version: 2 });
  });

  test('of which a crash has left the old form beside the log: the log is in force', async () => {
    await meanwhile(older);
    await set('a', null);
    await meanwhile(async () => {
      await mkdir(at('ledger', 'p1'));
      await writeFile(at('ledger', 'p1', 's.json'), segment('a', 'b'));
    });
    expect(await states()).toEqual({ b: 'sent' });
  });

  test('is damaged where its files are, and read-only there', async () => {
    const store = await meanwhile(async () => {
      await older();
      await writeFile(at('ledger', 'p1', 's.json'), '{');
      await writeFile(at('postings', 'one.json'), '{');
    });
    expect(store.damaged.map(({ file }) => file).toSorted()).toEqual([
      join('ledger', 'p1', 's.json'),
      join('postings', 'one.json'),
    ]);
    await expect(set('c', 'claimed')).rejects.toThrow(DamagedRecord);
    await expect(store.postings.add(somePosting('one', 'poll:q1'))).rejects.toThrow(DamagedRecord);
    expect(await store.postings.add(somePosting('three', 'poll:q1'))).toBe(true);
    expect(await shown()).toEqual(['three', 'two']);
    expect(existsSync(at('postings', 'one.json'))).toBe(true);
    await rm(at('damaged'), { recursive: true });
  });
});

test('postings that something else than Klar has changed are told and read-only', async () => {
  await fixture.store.postings.add(somePosting('one', 'poll:q1'));
  const store = await meanwhile(() => appendFile(at('postings', 'all.ndjson'), '{}\n'));
  expect(store.damaged).toMatchObject([{ collection: 'postings', problem: 'line 2 cannot be read' }]);
  expect((await store.postings.all()).map(({ id }) => id)).toEqual(['one']);
  await expect(store.postings.add(somePosting('two', 'poll:q1'))).rejects.toThrow(DamagedRecord);
});
