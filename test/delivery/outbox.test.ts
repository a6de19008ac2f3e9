import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { createOutbox } from '#delivery/outbox.ts';
import { type Person, personId } from '#people/person.ts';
import { type Place, placeId } from '#people/place.ts';
import { type TryHouse, tryHouse } from '../try-house.ts';

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse([]);
});
afterEach(() => klar.close());

const card = (text: string): Card =>
  fillCard('people/message', { title: text, text: '', actions: [] }, { summary: text, language: 'nb' });

async function place(id: string, more: Partial<Place> = {}): Promise<Place> {
  const made: Place = {
    id: placeId.parse(id),
    surface: 'slack',
    workspace: 'T1',
    kind: 'channel',
    key: id,
    name: '',
    address: {},
    language: 'nb',
    ...more,
  };
  await klar.store.places.add(made);
  return made;
}

async function person(id: string, accounts: Person['accounts'] = [account('slack', id)]): Promise<Person> {
  const made: Person = {
    id: personId.parse(id),
    name: id,
    language: 'sv',
    timeZone: 'Europe/Oslo',
    accounts,
    languageChosen: false,
  };
  await klar.store.persons.add(made);
  return made;
}
const account = (surface: 'slack' | 'teams' | 'web', user: string): Person['accounts'][number] => ({
  surface,
  workspace: 'T1',
  user,
  address: {},
});
/** An outbox of its own on the same store and platform. */
const outboxOf = (more: Partial<Parameters<typeof createOutbox>[0]> = {}) =>
  createOutbox({
    store: klar.store,
    surfaces: new Map([['slack', slack().surface]]),
    features: [],
    now: klar.clock.now,
    newId: () => 'id',
    log: { info() {}, warn() {}, error() {} },
    speed: 10_000,
    ...more,
  });
const slack = () => klar.recording.slack;
const outbox = () => klar.house.outbox;
const texts = (at?: Place) =>
  slack()
    .in(at)
    .map((m) => m.card.summary);

describe('what is posted', () => {
  test('arrives in the order in which it was asked for, in each place, one at a time', async () => {
    const [a, b] = [await place('a'), await place('b')];
    const sent = [];
    for (let i = 0; i < 20; i += 1) sent.push(outbox().post(i % 2 ? b : a, card(String(i))));
    const came = await Promise.all(sent);
    expect(came.every((c) => c.state === 'sent')).toBe(true);
    expect(texts(a)).toEqual(['0', '2', '4', '6', '8', '10', '12', '14', '16', '18']);
    expect(texts(b)).toEqual(['1', '3', '5', '7', '9', '11', '13', '15', '17', '19']);
  });

  test('keeps its order also when the platform asks for patience in the middle', async () => {
    const a = await place('a');
    slack().trouble({ state: 'throttled', retryAfterMs: 1000 }, 2, (c) => c.card?.summary === '1');
    await Promise.all(['0', '1', '2'].map((text) => outbox().post(a, card(text))));
    expect(texts(a)).toEqual(['0', '1', '2']);
  });

  test('does not wait for another place that has trouble', async () => {
    const [a, b] = [await place('a'), await place('b')];
    const release = slack().hold();
    const first = outbox().post(a, card('first'));
    await expect.poll(() => slack().calls.length).toBe(1);
    release();
    expect((await outbox().post(b, card('second'))).state).toBe('sent');
    await first;
  });

  test('to a surface that is not running is unreachable, and nothing is tried', async () => {
    const a = await place('a', { surface: 'teams' });
    const alone = createOutbox({
      store: klar.store,
      surfaces: new Map(),
      features: [],
      now: klar.clock.now,
      newId: () => 'id',
      log: { info() {}, warn() {}, error() {} },
    });
    expect(await alone.post(a, card('x'))).toMatchObject({ state: 'unreachable' });
    expect(klar.recording.teams.calls).toEqual([]);
  });
});

describe('a platform that has trouble', () => {
  test('throttled: is obeyed for as long as it asks, and the card then arrives once', async () => {
    const a = await place('a');
    slack().trouble({ state: 'throttled', retryAfterMs: 2000 }, 12);
    expect(await outbox().post(a, card('x'))).toMatchObject({ state: 'sent' });
    expect(slack().sends()).toHaveLength(13);
    expect(texts(a)).toEqual(['x']);
    expect(klar.logged.filter((l) => l.message === 'the platform asks for patience')).toHaveLength(12);
  });

  test('throttled without end: counts as unreachable after two minutes of patience, and the next card goes on', async () => {
    const a = await place('a');
    slack().trouble({ state: 'throttled', retryAfterMs: 30_000 }, 5);
    const [first, second] = await Promise.all([outbox().post(a, card('x')), outbox().post(a, card('y'))]);
    expect(first).toEqual({ state: 'unreachable', reason: 'throttled' });
    expect(second).toMatchObject({ state: 'sent' });
    expect(texts(a)).toEqual(['y']);
    expect((await klar.store.places.get('a'))?.goneSince).toBeUndefined();
  });

  test.each([0, 1, Number.NaN])(
    'throttled for %s ms again and again: is asked less and less often, and given up after a while',
    async (retryAfterMs) => {
      const a = await place('a');
      slack().trouble({ state: 'throttled', retryAfterMs }, 1000);
      expect(await outbox().post(a, card('x'))).toEqual({ state: 'unreachable', reason: 'throttled' });
      expect(slack().sends().length).toBeLessThan(25);
    },
  );

  test('unreachable: is tried again, and the card arrives', async () => {
    const a = await place('a');
    slack().trouble({ state: 'unreachable', reason: '503' }, 3);
    expect(await outbox().post(a, card('x'))).toMatchObject({ state: 'sent' });
    expect(slack().sends()).toHaveLength(4);
  });

  test('unreachable for good: is given up after four attempts, and the next card goes on', async () => {
    const a = await place('a');
    slack().trouble({ state: 'unreachable', reason: '503' }, 4);
    const [first, second] = await Promise.all([outbox().post(a, card('x')), outbox().post(a, card('y'))]);
    expect(first).toEqual({ state: 'unreachable', reason: '503' });
    expect(second).toMatchObject({ state: 'sent' });
    expect(texts(a)).toEqual(['y']);
    expect((await klar.store.places.get('a'))?.goneSince).toBeUndefined();
  });

  test('gone: marks the place, is tried once, and nothing more is sent there', async () => {
    const a = await place('a');
    slack().trouble({ state: 'gone' });
    expect(await outbox().post(a, card('x'))).toEqual({ state: 'gone' });
    const marked = await klar.store.places.get('a');
    expect(marked?.goneSince).toBe('2026-11-02T08:00:00Z');
    expect(marked && (await outbox().post(marked, card('y')))).toEqual({ state: 'gone' });
    expect(slack().calls).toHaveLength(1);
  });

  test('refused: is settled at once, with the reason in the log, and marks nothing', async () => {
    const a = await place('a');
    slack().trouble({ state: 'refused', reason: 'msg_blocks_too_long' });
    expect(await outbox().post(a, card('hemmelig'))).toEqual({ state: 'refused', reason: 'msg_blocks_too_long' });
    expect(slack().calls).toHaveLength(1);
    expect((await klar.store.places.get('a'))?.goneSince).toBeUndefined();
    expect(klar.logged).toMatchObject([{ about: { place: 'a', state: 'refused', reason: 'msg_blocks_too_long' } }]);
    expect(JSON.stringify(klar.logged)).not.toContain('hemmelig');
  });
});

describe('what must happen once', () => {
  const once = { once: { group: 'programme', key: 'reminder' } };
  const entry = () => klar.store.ledger.get('programme', 'reminder');

  test('is claimed, sent and settled; the same key again sends nothing', async () => {
    const a = await place('a');
    const release = slack().hold();
    const first = outbox().post(a, card('x'), once);
    await expect.poll(() => slack().calls.length).toBe(1);
    expect(await entry()).toMatchObject({ state: 'claimed', place: 'a' });
    release();
    expect(await first).toMatchObject({ state: 'sent' });
    expect(await entry()).toMatchObject({ state: 'sent', place: 'a', ref: { id: 'slack-1' } });
    expect(await outbox().post(a, card('x'), once)).toEqual({ state: 'already' });
    expect(slack().sends()).toHaveLength(1);
  });

  test('is sent once also when it is asked for many times at once', async () => {
    const a = await place('a');
    const came = await Promise.all(Array.from({ length: 10 }, () => outbox().post(a, card('x'), once)));
    expect(came.map((c) => c.state).toSorted()).toEqual([...Array(9).fill('already'), 'sent']);
    expect(slack().sends()).toHaveLength(1);
  });

  test('is not asked again after a restart', async () => {
    const a = await place('a');
    await outbox().post(a, card('x'), once);
    await klar.restart();
    expect(await outbox().post(a, card('x'), once)).toEqual({ state: 'already' });
    expect(texts(a)).toEqual(['x']);
  });

  test('is sent again when a crash left the claim: twice at most, lost never', async () => {
    const a = await place('a');
    await klar.store.ledger.change('programme', 'reminder', () => ({
      next: { state: 'claimed', at: '2026-11-02T07:59:00Z', place: 'a' },
      outcome: undefined,
    }));
    expect(await outbox().post(a, card('x'), once)).toMatchObject({ state: 'sent' });
    expect(await entry()).toMatchObject({ state: 'sent' });
  });

  test.each([
    [{ state: 'gone' } as const, { state: 'gone' }],
    [{ state: 'refused', reason: 'too long' } as const, { state: 'refused' }],
    [{ state: 'unreachable', reason: '503' } as const, { state: 'unreachable' }],
  ])('and came out as %j says so the next time, too', async (trouble, then) => {
    const a = await place('a');
    slack().trouble(trouble, 10);
    const came = await Promise.all([outbox().post(a, card('x'), once), outbox().post(a, card('x'), once)]);
    expect(came).toEqual([trouble, trouble]);
    expect(await entry()).toMatchObject(then);
    const calls = slack().calls.length;
    expect(await outbox().post(a, card('x'), once)).toMatchObject(then);
    expect(slack().calls).toHaveLength(calls);
  });

  test.each([
    { state: 'gone' } as const,
    { state: 'unreachable', reason: '503' } as const,
    { state: 'throttled', retryAfterMs: 60_000 } as const,
  ])('and reached nobody (%j) is taken up again where it must not be lost, then once', async (trouble) => {
    const again = { once: { ...once.once, again: true } };
    const a = await place('a');
    slack().trouble(trouble, 4);
    await outbox().post(a, card('x'), again);
    slack().recover();
    expect(await outbox().post(a, card('x'), again)).toMatchObject({ state: 'sent' });
    expect(await outbox().post(a, card('x'), again)).toEqual({ state: 'already' });
    expect(texts(a)).toEqual(['x']);
  });

  test('and was refused is not asked again', async () => {
    const again = { once: { ...once.once, again: true } };
    const a = await place('a');
    slack().trouble({ state: 'refused', reason: 'too long' });
    await outbox().post(a, card('x'), again);
    expect(await outbox().post(a, card('x'), again)).toMatchObject({ state: 'refused' });
    expect(slack().calls).toHaveLength(1);
  });

  test('is in flight for at most eight places at once: more a crash does not repeat', async () => {
    const places = await Promise.all(Array.from({ length: 20 }, (_, i) => place(`p${i}`)));
    const release = slack().hold();
    const all = places.map((p) => outbox().post(p, card('x'), { once: { group: 'g', key: p.id } }));
    await expect.poll(() => slack().sends().length).toBe(8);
    const claims = (await klar.store.ledger.entries('g')).filter(([, { state }]) => state === 'claimed');
    expect(claims).toHaveLength(20);
    release();
    await Promise.all(all);
    expect(slack().mostAtOnce()).toBe(8);
    expect(texts()).toHaveLength(20);
  });

  test('is settled before the next one goes to the same place: a crash repeats one there', async () => {
    const a = await place('a');
    const settledAtSend: (string | undefined)[] = [];
    const outbox = createOutbox({
      store: klar.store,
      surfaces: new Map([
        [
          'slack',
          {
            ...slack().surface,
            async send(to, sent) {
              settledAtSend.push((await klar.store.ledger.get('g', 'first'))?.state);
              return slack().surface.send(to, sent);
            },
          },
        ],
      ]),
      features: [],
      now: klar.clock.now,
      newId: () => 'id',
      log: { info() {}, warn() {}, error() {} },
      speed: 1e9,
    });
    const keys = ['first', 'second'];
    await Promise.all(keys.map((key) => outbox.post(a, card(key), { once: { group: 'g', key } })));
    expect(settledAtSend).toEqual(['claimed', 'sent']);
  });

  test('is another thing under another key or in another group', async () => {
    const a = await place('a');
    for (const key of ['k1', 'k2']) {
      for (const group of ['g1', 'g2']) await outbox().post(a, card(`${group} ${key}`), { once: { group, key } });
    }
    expect(texts(a)).toHaveLength(4);
  });
});

describe('telling a person', () => {
  test("opens the own chat, makes its place in the person's language, and sends there", async () => {
    const ola = await person('ola');
    expect(await outbox().tell(ola, card('x'))).toMatchObject({ state: 'sent' });
    const [made] = await klar.store.places.all();
    expect(made).toMatchObject({ kind: 'personal', person: 'ola', key: 'own-ola', language: 'sv' });
    expect(texts(made)).toEqual(['x']);
  });

  test('opens it once, also when there is much to tell at once', async () => {
    const ola = await person('ola');
    await Promise.all(Array.from({ length: 8 }, (_, i) => outbox().tell(ola, card(String(i)))));
    await outbox().tell(ola, card('8'));
    expect(slack().calls.filter((c) => c.what === 'ownChat')).toHaveLength(1);
    expect(await klar.store.places.all()).toHaveLength(1);
    expect(texts()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  });

  test('waits while the platform asks for patience, and tries again when it gives no answer', async () => {
    const ola = await person('ola');
    slack().trouble({ state: 'throttled', retryAfterMs: 1000 }, 6, (c) => c.what === 'ownChat');
    slack().trouble({ state: 'unreachable', reason: '503' }, 2, (c) => c.what === 'ownChat');
    expect(await outbox().tell(ola, card('x'))).toMatchObject({ state: 'sent' });
  });

  test('goes to the account that was last used, and to the next one where that has no chat', async () => {
    const ola = await person('ola', [account('teams', 'ola'), account('slack', 'ola')]);
    await outbox().tell(ola, card('first'));
    expect(klar.recording.teams.in().map((m) => m.card.summary)).toEqual(['first']);
    const [own] = await klar.store.places.all();
    await klar.store.places.change(own?.id ?? '', (p) => ({ next: { ...p, goneSince: 'then' }, outcome: true }));
    klar.recording.teams.trouble({ state: 'refused', reason: 'not installed' }, 1, (c) => c.what === 'ownChat');
    expect(await outbox().tell(ola, card('second'))).toMatchObject({ state: 'sent' });
    expect(texts()).toEqual(['second']);
  });

  test('says why when there is no way to the person', async () => {
    expect(await outbox().tell(await person('expected', []), card('x'))).toEqual({
      state: 'refused',
      reason: 'no-account',
    });
    const ola = await person('ola');
    slack().trouble({ state: 'refused', reason: 'user_disabled' }, 1);
    expect(await outbox().tell(ola, card('x'))).toEqual({ state: 'refused', reason: 'user_disabled' });
  });

  test('is refused once for what happens once: the platform is not asked for the chat at every heartbeat', async () => {
    const ola = await person('ola');
    slack().trouble({ state: 'refused', reason: 'user_disabled' }, 9, (c) => c.what === 'ownChat');
    const once = { once: { group: 'g', key: 'k', again: true } };
    expect(await outbox().tell(ola, card('x'), once)).toMatchObject({ state: 'refused' });
    expect(await klar.store.ledger.get('g', 'k')).toMatchObject({ state: 'refused' });
  });

  test('of somebody without an account leaves the key free for when they have one', async () => {
    const once = { once: { group: 'g', key: 'k', again: true } };
    expect(await outbox().tell(await person('expected', []), card('x'), once)).toMatchObject({ state: 'refused' });
    expect(await klar.store.ledger.get('g', 'k')).toBeUndefined();
  });

  test('happens once under a key', async () => {
    const ola = await person('ola');
    const once = { once: { group: 'g', key: 'k' } };
    const came = await Promise.all([outbox().tell(ola, card('x'), once), outbox().tell(ola, card('x'), once)]);
    expect(came.map((c) => c.state).toSorted()).toEqual(['already', 'sent']);
    expect(texts()).toEqual(['x']);
  });
});

describe('whoever watches', () => {
  test('sees each attempt with what came of it, and how much waits', async () => {
    const a = await place('a');
    const ola = await person('ola');
    const attempted: string[] = [];
    const outbox = outboxOf({
      meter: {
        decided() {},
        attempted: (surface, state) => void attempted.push(`${surface} ${state}`),
        late() {},
        due() {},
      },
    });
    slack().trouble({ state: 'throttled', retryAfterMs: 1000 });
    slack().trouble({ state: 'unreachable', reason: '503' });
    slack().trouble({ state: 'refused', reason: 'too long' });
    const sending = [outbox.post(a, card('x')), outbox.post(a, card('y'))];
    expect(outbox.waiting()).toBe(2);
    await Promise.all(sending);
    expect(outbox.waiting()).toBe(0);
    await outbox.tell(ola, card('z'));
    expect(attempted).toEqual(['throttled', 'unreachable', 'refused', 'sent', 'sent', 'sent'].map((s) => `slack ${s}`));
  });
});

describe('a wait that is longer than anybody waits', () => {
  test('is kept to by what comes later, which is told so at once and not lost', async () => {
    const a = await place('a');
    const again = { once: { group: 'g', key: 'k', again: true } };
    const outbox = outboxOf({ speed: 1000 });
    slack().trouble({ state: 'throttled', retryAfterMs: 3_000_000 });
    const tooLong = { state: 'unreachable', reason: 'throttled' };
    expect(await Promise.all([outbox.post(a, card('x')), outbox.post(a, card('y'), again)])).toEqual([
      tooLong,
      tooLong,
    ]);
    expect(await outbox.post(a, card('y'), again)).toEqual(tooLong);
    expect(slack().sends()).toHaveLength(1);
    const other = await place('b');
    expect(await outbox.post(other, card('z'))).toMatchObject({ state: 'sent' });
    await expect.poll(() => outbox.post(a, card('y'), again), { timeout: 10_000 }).toMatchObject({ state: 'sent' });
    expect(texts(a)).toEqual(['y']);
  });
});

describe('a stop', () => {
  test('settles what is under way and leaves what waits to the next start: nothing lost, nothing twice', async () => {
    const places = await Promise.all(Array.from({ length: 20 }, (_, i) => place(`p${i}`)));
    const once = (key: string) => ({ once: { group: 'g', key } });
    const release = slack().hold();
    const stopped = outboxOf();
    const all = places.map((p) => stopped.post(p, card('x'), once(p.id)));
    await expect.poll(() => slack().sends().length).toBe(8);
    const closed = stopped.close();
    release();
    await closed;
    const came = (await Promise.all(all)).map(({ state }) => state);
    expect(came.toSorted()).toEqual([...Array(8).fill('sent'), ...Array(12).fill('unreachable')]);
    expect(await stopped.post(await place('late'), card('x'), once('late'))).toEqual({
      state: 'unreachable',
      reason: 'stopping',
    });
    const states = async () => (await klar.store.ledger.entries('g')).map(([, { state }]) => state).toSorted();
    expect(await states()).toEqual([...Array(13).fill('claimed'), ...Array(8).fill('sent')]);
    await Promise.all(places.map((p) => outbox().post(p, card('x'), once(p.id))));
    expect(texts()).toHaveLength(20);
  });

  test('does not wait for a platform that asks for patience', async () => {
    const a = await place('a');
    const stopped = outboxOf({ speed: 1 });
    slack().trouble({ state: 'throttled', retryAfterMs: 60_000 });
    const sending = stopped.post(a, card('x'));
    await expect.poll(() => slack().sends().length).toBe(1);
    await stopped.close();
    expect(await sending).toEqual({ state: 'unreachable', reason: 'stopping' });
  });
});

test('settled waits for what is on its way, also for what is throttled', async () => {
  const a = await place('a');
  slack().trouble({ state: 'throttled', retryAfterMs: 3000 }, 2);
  void outbox().post(a, card('x'));
  const release = slack().hold();
  let over = false;
  const settled = outbox()
    .settled()
    .then(() => {
      over = true;
    });
  await expect.poll(() => slack().calls.length).toBe(1);
  expect(over).toBe(false);
  release();
  await settled;
  expect(texts(a)).toEqual(['x']);
});
