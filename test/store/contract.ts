import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '#plan/activity.ts';
import type { Store } from '#store/port.ts';
import { storeCommands } from './commands.ts';
import {
  account,
  someAnnouncement,
  somebody,
  someLink,
  someNotice,
  somePlan,
  somePoll,
  somePosting,
  somewhere,
} from './samples.ts';

/** A store of the kind that is tested, empty at first. */
export interface Fixture {
  store: Store;
  /** Lets go of the newest store and opens the same data anew. */
  reopen(): Promise<Store>;
  /** Lets go of everything and removes it. */
  discard(): Promise<void>;
}

/** What every store must do, whatever it stands on. `open` gives a new, empty one each time. */
export function describeStore(name: string, open: () => Promise<Fixture>): void {
  describe(`${name} keeps the contract of a store:`, () => {
    let fixture: Fixture;
    let store: Store;
    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
    });
    afterEach(() => fixture.discard());

    test('the same record is added once', async () => {
      expect(await store.persons.add(somebody('p1'))).toBe(true);
      expect(await store.persons.add(somebody('p1', { name: 'Another' }))).toBe(false);
      expect((await store.persons.get('p1'))?.name).toBe('Person p1');
    });

    test('of two additions of one record at the same time one is told that it was the first', async () => {
      const added = await Promise.all([store.persons.add(somebody('p1')), store.persons.add(somebody('p1'))]);
      expect(added.sort()).toEqual([false, true]);
    });

    test('200 changes at the same time each build on the one before', async () => {
      await store.persons.add(somebody('p1', { accounts: [] }));
      const users = Array.from({ length: 200 }, (_, n) => `U${n}`);
      await Promise.all(
        users.map((user) =>
          store.persons.change('p1', (current) => ({
            next: { ...current, accounts: [...current.accounts, account(user)] },
            outcome: null,
          })),
        ),
      );
      for (const opened of [store, await fixture.reopen()]) {
        const saved = await opened.persons.get('p1');
        expect(saved?.accounts.map(({ user }) => user).sort()).toEqual(users.toSorted());
      }
    });

    test('a change gives its outcome, and undefined when there is no such record', async () => {
      await store.polls.add(somePoll('q1'));
      expect(await store.polls.change('q1', () => ({ outcome: 'kept' }))).toBe('kept');
      expect(await store.polls.change('q2', () => ({ outcome: 'kept' }))).toBeUndefined();
      expect(await store.polls.get('q2')).toBeUndefined();
    });

    test('a decision that throws rejects and changes nothing', async () => {
      await store.polls.add(somePoll('q1'));
      const broken = store.polls.change('q1', () => {
        throw new RangeError('a bug');
      });
      await expect(broken).rejects.toThrow('a bug');
      expect(await store.polls.get('q1')).toEqual(somePoll('q1'));
    });

    test('a record that its own schema refuses is not saved', async () => {
      await expect(store.persons.add({ ...somebody('p1'), name: '' })).rejects.toThrow();
      await store.persons.add(somebody('p2'));
      await expect(
        store.persons.change('p2', (current) => ({ next: { ...current, timeZone: '' }, outcome: null })),
      ).rejects.toThrow();
      expect(await (await fixture.reopen()).persons.all()).toEqual([somebody('p2')]);
    });

    test('of a plan with many rows each change is checked and kept, wherever the changed rows stand', async () => {
      const added = somePlan('p', ['a', 'b', 'c', 'd']);
      await store.plans.add(added);
      const change = (to: (plan: Plan) => Plan) =>
        store.plans.change('p', (plan) => ({ next: to(plan), outcome: true }));
      await change((plan) => ({
        ...plan,
        activities: plan.activities.toReversed().map((a) => (a.title === 'b' ? { ...a, state: 'done' as const } : a)),
        revisions: plan.revisions.slice(0, 3),
      }));
      const refused = change((plan) => ({
        ...plan,
        activities: plan.activities.map((a) => (a.title === 'c' ? { ...a, title: '' } : a)),
      }));
      await expect(refused).rejects.toThrow();
      // What is a good revision is no row.
      const mistaken = change((plan) => ({ ...plan, activities: [...plan.activities, ...plan.revisions] as never }));
      await expect(mistaken).rejects.toThrow();
      const [a, b, c, d] = added.activities;
      const stands = {
        ...added,
        activities: [d, c, { ...b, state: 'done' }, a],
        revisions: added.revisions.slice(0, 3),
      };
      expect(await store.plans.get('p')).toEqual(stands);
      const opened = await fixture.reopen();
      expect(await opened.plans.get('p')).toEqual(stands);
      await opened.plans.change('p', (plan) => ({ next: { ...plan, activities: [] }, outcome: true }));
      expect((await (await fixture.reopen()).plans.get('p'))?.activities).toEqual([]);
    });

    test('a record keeps its id', async () => {
      await store.persons.add(somebody('p1'));
      await expect(store.persons.change('p1', () => ({ next: somebody('p2'), outcome: null }))).rejects.toThrow();
      expect(await store.persons.all()).toEqual([somebody('p1')]);
    });

    test('records come in order of id, and are the same when the store is opened again', async () => {
      for (const id of ['b', 'ä', 'a', 'C', 'a-1']) await store.places.add(somewhere(id));
      for (const opened of [store, await fixture.reopen()]) {
        expect((await opened.places.all()).map(({ id }) => id)).toEqual(['C', 'a', 'a-1', 'b', 'ä']);
      }
    });

    test('what is removed is gone, also when the store is opened again, and can be added anew', async () => {
      await store.polls.add(somePoll('q1'));
      await store.polls.remove('q1');
      await store.polls.remove('never there');
      expect(await store.polls.get('q1')).toBeUndefined();
      const opened = await fixture.reopen();
      expect(await opened.polls.all()).toEqual([]);
      expect(await opened.polls.add(somePoll('q1'))).toBe(true);
    });

    test('changing what came out, or what was put in, changes nothing', async () => {
      const given = somebody('p1', { accounts: [account('U1')] });
      await store.persons.add(given);
      given.accounts.push(account('U2'));
      const taken = await store.persons.get('p1');
      try {
        taken?.accounts.push(account('U3'));
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError); // It was frozen, which will do as well.
      }
      expect((await store.persons.get('p1'))?.accounts).toEqual([account('U1')]);
    });

    test('says which records were saved or removed since it was asked last, each once', async () => {
      await store.persons.add(somebody('p1'));
      await store.persons.add(somebody('p2'));
      const first = store.persons.changedSince();
      expect({ ...first, ids: [...first.ids].sort() }).toMatchObject({ ids: ['p1', 'p2'], isAll: true });
      const { mark } = first;
      expect(store.persons.changedSince(mark)).toEqual({ mark, ids: [], isAll: false });

      const named = (name: string) =>
        store.persons.change('p2', (person) => ({ next: { ...person, name }, outcome: true }));
      await named('Siv');
      await named('Pat');
      await store.persons.change('p1', () => ({ outcome: 'looked' }));
      await store.persons.add(somebody('p1', { name: 'Another' }));
      await store.places.add(somewhere('p1'));
      const second = store.persons.changedSince(mark);
      expect(second).toMatchObject({ ids: ['p2'], isAll: false });

      await store.persons.add(somebody('p3'));
      await store.persons.remove('p1');
      const third = store.persons.changedSince(second.mark);
      expect([...third.ids].sort()).toEqual(['p1', 'p3']);
      // Two may ask, each with a mark of their own.
      expect([...store.persons.changedSince(mark).ids].sort()).toEqual(['p1', 'p2', 'p3']);
      expect([...store.persons.changedSince().ids].sort()).toEqual(['p2', 'p3']);

      const opened = (await fixture.reopen()).persons.changedSince();
      expect({ isAll: opened.isAll, ids: [...opened.ids].sort() }).toEqual({ isAll: true, ids: ['p2', 'p3'] });
    });

    test('a change is told when it can be read, not before', async () => {
      const { mark } = store.persons.changedSince();
      const saving = store.persons.add(somebody('p1'));
      const seen = store.persons.changedSince(mark).ids;
      expect((await store.persons.get('p1')) === undefined).toBe(seen.length === 0);
      await saving;
      expect(store.persons.changedSince(mark).ids).toEqual(['p1']);
    });

    test('each collection is its own', async () => {
      await store.persons.add(somebody('same'));
      await store.places.add(somewhere('same'));
      await store.drafts.add({
        id: 'same',
        kind: 'k',
        by: somebody('p').id,
        at: '2026-08-01T08:00:00Z',
        data: [1, null],
      });
      const opened = await fixture.reopen();
      expect(await opened.persons.get('same')).toEqual(somebody('same'));
      expect(await opened.places.get('same')).toEqual(somewhere('same'));
      expect((await opened.drafts.get('same'))?.data).toEqual([1, null]);
      expect(await opened.sheets.get('same')).toBeUndefined();
    });

    test('a link is kept under its token, with its days or without, until it is taken back', async () => {
      const token = (letter: string) => letter.repeat(43);
      const kept = { ...someLink(token('a')), until: '2026-09-01T08:00:00Z' };
      expect(await store.links.add(kept)).toBe(true);
      expect(await store.links.add(someLink(token('B')))).toBe(true);
      await expect(store.links.add({ ...someLink(token('c')), id: 'short' })).rejects.toThrow();
      const opened = await fixture.reopen();
      expect(await opened.links.get(token('a'))).toEqual(kept);
      await opened.links.remove(token('a'));
      expect(await (await fixture.reopen()).links.all()).toEqual([someLink(token('B'))]);
    });

    test('a notice is kept with who has seen it', async () => {
      const kept = someNotice('notice-1');
      expect(await store.notices.add(kept)).toBe(true);
      const seen = [{ by: somebody('p').id, at: '2026-08-01T09:00:00Z' }];
      await store.notices.change('notice-1', (one) => ({
        next: { ...one, units: one.units.map((unit) => ({ ...unit, came: 'sent' as const, seen })) },
        outcome: true,
      }));
      const opened = await fixture.reopen();
      expect(await opened.notices.get('notice-1')).toEqual({
        ...kept,
        units: kept.units.map((unit) => ({ ...unit, came: 'sent', seen })),
      });
    });

    test('an announcement is kept with its receivers, and acknowledgements beside it', async () => {
      const kept = someAnnouncement('a1', 1700);
      expect(await store.announcements.add(kept)).toBe(true);
      const given = { at: '2026-08-01T09:00:00Z', by: somebody('person-7').id };
      await store.acknowledgements.change('a1', 'person-7', () => ({ next: given, outcome: true }));
      await store.announcements.change('a1', (one) => ({ next: { ...one, state: 'sent' }, outcome: true }));
      const opened = await fixture.reopen();
      expect(await opened.announcements.get('a1')).toEqual({ ...kept, state: 'sent' });
      expect(await opened.acknowledgements.entries('a1')).toEqual([['person-7', given]]);
      await expect(opened.announcements.add({ ...kept, id: 'a2' as typeof kept.id, title: '' })).rejects.toThrow();
    });

    test('any id is just an id', async () => {
      const ids = [
        '../x',
        '/etc/x',
        '..',
        '.',
        'a/b',
        'a\\b',
        'A',
        'a',
        'con',
        'x.json',
        'x\0y',
        '%2e',
        '~2e',
        'å',
        '😀',
      ];
      for (const id of [...ids, 'long '.repeat(100)]) {
        expect(await store.persons.add(somebody(id))).toBe(true);
        await store.answers.change(id, id, () => ({ next: { options: [id] }, outcome: null }));
      }
      const opened = await fixture.reopen();
      for (const id of [...ids, 'long '.repeat(100)]) {
        expect(await opened.persons.get(id)).toEqual(somebody(id));
        expect(await opened.answers.entries(id)).toEqual([[id, { options: [id] }]]);
      }
    });

    test('a person is found by the accounts they have now', async () => {
      await store.persons.add(somebody('p1', { accounts: [account('U1'), account('U2')] }));
      expect((await store.persons.byAccount(account('U2')))?.id).toBe('p1');
      expect(await store.persons.byAccount({ ...account('U2'), workspace: 'T2' })).toBeUndefined();
      await store.persons.change('p1', (current) => ({
        next: { ...current, accounts: [account('U2')] },
        outcome: null,
      }));
      for (const opened of [store, await fixture.reopen()]) {
        expect(await opened.persons.byAccount(account('U1'))).toBeUndefined();
        expect((await opened.persons.byAccount(account('U2')))?.id).toBe('p1');
      }
    });

    test('persons are found by e-mail in any case, all of them', async () => {
      await store.persons.add(somebody('p2', { email: 'Berit@Example.org' }));
      await store.persons.add(somebody('p1', { email: 'berit@example.org' }));
      await store.persons.add(somebody('p3'));
      const ids = async () => (await store.persons.byEmail('BERIT@example.ORG')).map(({ id }) => id);
      expect(await ids()).toEqual(['p1', 'p2']);
      await store.persons.remove('p1');
      expect(await ids()).toEqual(['p2']);
    });

    test('a place is found by its key within surface and workspace', async () => {
      await store.places.add(somewhere('x1', { key: 'C1' }));
      const wanted = { surface: 'slack', workspace: 'T1', key: 'C1' } as const;
      expect((await store.places.byKey(wanted))?.id).toBe('x1');
      expect(await store.places.byKey({ ...wanted, surface: 'teams' })).toBeUndefined();
      await store.places.change('x1', (current) => ({ next: { ...current, key: 'C2' }, outcome: null }));
      expect(await store.places.byKey(wanted)).toBeUndefined();
    });

    test("a person's own chats are found by whose they are, and no others", async () => {
      await store.places.add(somewhere('own-2', { kind: 'personal', person: 'p1' }));
      await store.places.add(somewhere('own-1', { kind: 'personal', person: 'p1' }));
      await store.places.add(somewhere('other', { kind: 'personal', person: 'p2' }));
      await store.places.add(somewhere('channel'));
      await store.places.change('own-2', (current) => ({
        next: { ...current, goneSince: '2026-08-01T08:00:00Z' },
        outcome: null,
      }));
      const p1 = somebody('p1').id;
      expect((await store.places.ofPerson(p1)).map(({ id }) => id)).toEqual(['own-1', 'own-2']);
      await store.places.change('own-1', ({ person: _, ...current }) => ({ next: current, outcome: null }));
      for (const opened of [store, await fixture.reopen()]) {
        const found = await opened.places.ofPerson(p1);
        expect(found.map(({ id, goneSince }) => [id, goneSince])).toEqual([['own-2', '2026-08-01T08:00:00Z']]);
      }
    });

    test('postings are found by the subjects that they show, whole or in part', async () => {
      await store.postings.add(somePosting('whole', 'activity:p:a'));
      await store.postings.add(somePosting('part', 'activity:p:a/u1/2026-11-02'));
      await store.postings.add(somePosting('digest', 'digest:1', ['activity:p:b/u1', 'activity:p:a/u1']));
      await store.postings.add(somePosting('other', 'activity:p:ab'));
      const ids = async (about: string, from = store) =>
        (await from.postings.byAbout(about)).map(({ id }) => id).toSorted();
      for (const opened of [store, await fixture.reopen()]) {
        expect(await ids('activity:p:a', opened)).toEqual(['digest', 'part', 'whole']);
        expect(await ids('activity:p:a/u1', opened)).toEqual(['digest', 'part']);
        expect(await ids('activity:p:b', opened)).toEqual(['digest']);
        expect(await ids('digest:1', opened)).toEqual(['digest']);
        expect(await ids('activity:p', opened)).toEqual([]);
        store = opened;
      }
      await store.postings.remove('digest');
      expect(await ids('activity:p:a')).toEqual(['part', 'whole']);
    });

    test('a key holds one value, which can be changed and taken away', async () => {
      const set = (option: string) =>
        store.answers.change('q1', 'k', (current) => ({ next: { options: [option] }, outcome: current?.options[0] }));
      expect(await set('yes')).toBeUndefined();
      expect(await set('no')).toBe('yes');
      expect(await store.answers.get('q1', 'k')).toEqual({ options: ['no'] });
      expect(await store.answers.change('q1', 'k', () => ({ outcome: 'looked' }))).toBe('looked');
      await store.answers.change('q1', 'k', () => ({ next: null, outcome: null }));
      expect(await store.answers.get('q1', 'k')).toBeUndefined();
      expect(await (await fixture.reopen()).answers.entries('q1')).toEqual([]);
    });

    test('3,000 answers at the same time are all there, once, and can be changed', async () => {
      const keys = Array.from({ length: 3000 }, (_, n) => `person-${n}`);
      const answer = (option: string) =>
        Promise.all(
          keys.map((key) => store.answers.change('q1', key, () => ({ next: { options: [option] }, outcome: null }))),
        );
      await answer('yes');
      await answer('no');
      for (const opened of [store, await fixture.reopen()]) {
        const entries = await opened.answers.entries('q1');
        expect(entries.map(([key]) => key).sort()).toEqual(keys.toSorted());
        expect(entries.every(([, { options }]) => options[0] === 'no')).toBe(true);
        expect(await opened.answers.get('q1', 'person-1234')).toEqual({ options: ['no'] });
      }
    });

    test('200 claims of one key at the same time are one claim', async () => {
      const claims = await Promise.all(
        Array.from({ length: 200 }, () =>
          store.ledger.change('programme', 'reminder', (current) =>
            current ? { outcome: false } : { next: { state: 'claimed', at: '2026-08-01T08:00:00Z' }, outcome: true },
          ),
        ),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    test('the order of entries does not tell in which order they came', async () => {
      const keys = Array.from({ length: 600 }, (_, n) => `person-${n}`);
      const give = async (group: string, order: string[]) => {
        for (let from = 0; from < order.length; from += 50) {
          await Promise.all(
            order
              .slice(from, from + 50)
              .map((key) => store.answers.change(group, key, () => ({ next: { options: ['yes'] }, outcome: null }))),
          );
        }
      };
      await give('q1', keys);
      await give('q2', keys.toReversed());
      const opened = await fixture.reopen();
      expect(await opened.answers.entries('q1')).toEqual(await opened.answers.entries('q2'));
    });

    test('a dropped group is empty, another one is not, and a new one can begin', async () => {
      const next = { options: ['yes'] };
      for (const group of ['q1', 'q2']) await store.answers.change(group, 'k', () => ({ next, outcome: null }));
      await store.answers.drop('q1');
      await store.answers.drop('never there');
      expect(await store.answers.entries('q1')).toEqual([]);
      await store.answers.change('q1', 'later', () => ({ next, outcome: null }));
      for (const opened of [store, await fixture.reopen()]) {
        expect(await opened.answers.entries('q1')).toEqual([['later', next]]);
        expect(await opened.answers.entries('q2')).toEqual([['k', next]]);
      }
    });

    test('an answer that comes while its group is being dropped is in the new group', async () => {
      const next = { options: ['yes'] };
      await store.answers.change('q1', 'early', () => ({ next, outcome: null }));
      const dropped = store.answers.drop('q1');
      await store.answers.change('q1', 'late', () => ({ next, outcome: null }));
      await dropped;
      expect(await (await fixture.reopen()).answers.entries('q1')).toEqual([['late', next]]);
    });

    test('the audit log keeps every line, in order, across months', async () => {
      const lines = ['2026-07-31T23:59:00Z', '2026-08-01T00:00:00Z', '2026-08-01T00:00:01Z'].map((at, n) => ({
        at,
        by: 'klar',
        what: 'poll.close',
        on: { poll: `q${n}` },
        from: 'clock',
      }));
      await Promise.all(lines.map((line) => store.audit.append(line)));
      expect(await store.audit.all()).toEqual(lines);
      const opened = await fixture.reopen();
      const last = { at: '2026-08-02T00:00:00Z', by: 'p1', what: 'plan.import', on: {}, from: 'x1' };
      await opened.audit.append(last);
      expect(await opened.audit.all()).toEqual([...lines, last]);
    });

    test("a poll's secret gives the same HMAC after a restart, and another poll's another", async () => {
      const [one, other] = [store.secrets.create(), store.secrets.create()];
      const before = store.secrets.hmac(one, 'person-1');
      expect(before).toMatch(/^[0-9a-f]{64}$/);
      expect(store.secrets.hmac(other, 'person-1')).not.toBe(before);
      expect((await fixture.reopen()).secrets.hmac(one, 'person-1')).toBe(before);
    });

    test('a closed store takes nothing more, and has kept what it had begun to take', async () => {
      const begun = store.persons.add(somebody('p1'));
      const opened = await fixture.reopen();
      expect(await begun).toBe(true);
      expect(await opened.persons.get('p1')).toEqual(somebody('p1'));
      await expect(store.persons.add(somebody('p2'))).rejects.toThrow('closed');
    });

    test('whatever is done to it, it answers like a list in memory', async () => {
      await fc.assert(
        fc.asyncProperty(storeCommands, async (commands) => {
          const own = await open();
          try {
            const model = { persons: new Map(), answers: new Map() };
            await fc.asyncModelRun(() => ({ model, real: { fixture: own, store: own.store } }), commands);
          } finally {
            await own.discard();
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}
