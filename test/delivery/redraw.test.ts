import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fillCard } from '#card/fill.ts';
import type { Feature } from '#chat/feature.ts';
import { type Place, placeId } from '#people/place.ts';
import { type TryHouse, tryHouse } from '../try-house.ts';

/** What there is to show: a number by subject. Taking it away ends the subject. */
const state = new Map<string, number>();
let draws = 0;
const draw = (subject: string, language: 'nb' | 'nn' | 'sv' | 'en') => {
  const text = `${subject} ${state.get(subject)} ${language}`;
  return fillCard('people/message', { title: text, text: '', actions: [] }, { summary: text, language });
};
const counting: Feature = {
  commands: [],
  presses: [],
  subjects: {
    count: async (_world, id, language) => {
      draws += 1;
      const now = state.get(id) === undefined ? undefined : draw(id, language);
      await new Promise((resolve) => setImmediate(resolve));
      return now;
    },
    broken: async () => {
      throw new Error('cannot be drawn');
    },
  },
};

let klar: TryHouse;
beforeEach(async () => {
  state.clear();
  draws = 0;
  klar = await tryHouse([counting]);
});
afterEach(() => klar.close());

async function place(id: string, more: Partial<Place> = {}): Promise<Place> {
  const made: Place = {
    id: placeId.parse(id),
    surface: 'web',
    workspace: 'w',
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
const web = () => klar.recording.web;
const shows = () =>
  web()
    .in()
    .map((m) => m.card.summary);

/** Shows a subject in a place, kept up to date. */
async function show(subject: string, at: Place) {
  if (!state.has(subject)) state.set(subject, 0);
  const came = await klar.house.outbox.post(at, draw(subject, at.language), { about: `count:${subject}` });
  await klar.settled();
  return came;
}
function change(subject: string): void {
  state.set(subject, (state.get(subject) ?? 0) + 1);
  klar.house.outbox.refresh(`count:${subject}`);
}

describe('cards that show a subject', () => {
  test('are brought up to date wherever they stand, each in the language of its place', async () => {
    await show('a', await place('one'));
    await show('a', await place('two', { language: 'sv' }));
    await show('b', await place('three'));
    change('a');
    await klar.settled();
    expect(shows()).toEqual(['a 1 nb', 'a 1 sv', 'b 0 nb']);
    expect(web().updates()).toHaveLength(2);
  });

  test('are not sent again while they look the same', async () => {
    await show('a', await place('one'));
    klar.house.outbox.refresh('count:a');
    await klar.settled();
    expect(draws).toBeGreaterThan(0);
    expect(web().updates()).toEqual([]);
  });

  test('show what changed while they were on their way', async () => {
    const one = await place('one');
    state.set('a', 0);
    const release = web().hold();
    const posting = klar.house.outbox.post(one, draw('a', 'nb'), { about: 'count:a' });
    await expect.poll(() => web().calls.length).toBe(1);
    change('a');
    release();
    await posting;
    await klar.settled();
    expect(shows()).toEqual(['a 1 nb']);
  });

  test('and others besides are brought up to date by a change of any of them, also after a restart', async () => {
    state.set('a', 0);
    const also = ['part:x/1', 'part:x/2'];
    await klar.house.outbox.post(await place('one'), draw('a', 'nb'), { about: 'count:a', also });
    await klar.restart();
    for (const [subject, shown] of [
      ['part:x/2', 1],
      ['part:x/20', 1],
      ['part:x', 2],
    ] as const) {
      state.set('a', (state.get('a') ?? 0) + 1);
      klar.house.outbox.refresh(subject);
      await klar.settled();
      expect(web().updates()).toHaveLength(shown);
    }
    expect(shows()).toEqual(['a 3 nb']);
  });

  test('are brought up to date after a restart, too', async () => {
    await show('a', await place('one'));
    await klar.restart();
    change('a');
    await klar.settled();
    expect(shows()).toEqual(['a 1 nb']);
  });

  test('with a colon in the id are found', async () => {
    await show('a:b:c', await place('one'));
    change('a:b:c');
    await klar.settled();
    expect(shows()).toEqual(['a:b:c 1 nb']);
  });

  test('are left as they are when the subject is no more, or belongs to no feature', async () => {
    const one = await place('one');
    await show('a', one);
    state.delete('a');
    klar.house.outbox.refresh('count:a');
    klar.house.outbox.refresh('nothing:a');
    await klar.settled();
    expect(web().updates()).toEqual([]);
  });
});

describe('many changes', () => {
  test('become few updates, and the last state arrives', async () => {
    await show('a', await place('one'));
    const release = web().hold();
    for (let i = 0; i < 100; i += 1) change('a');
    await expect.poll(() => web().updates().length).toBe(1);
    for (let i = 0; i < 100; i += 1) change('a');
    release();
    await klar.settled();
    expect(shows()).toEqual(['a 200 nb']);
    expect(web().updates().length).toBeLessThanOrEqual(3);
  });

  test('that come at any moment, while the platform has trouble or not: the last state always arrives', async () => {
    const one = await place('one');
    await show('a', one);
    await show('b', one);
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), subject: fc.constantFrom('a', 'b') }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 12 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('throttle' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        web().recover();
        const before = web().updates().length;
        let changes = 0;
        for (const one of steps) {
          if (one.do === 'change') {
            change(one.subject);
            changes += 1;
          } else if (one.do === 'wait') {
            for (let i = 0; i < one.turns; i += 1) await new Promise((resolve) => setImmediate(resolve));
          } else if (one.do === 'throttle') {
            web().trouble({ state: 'throttled', retryAfterMs: 10 });
          } else {
            web().trouble({ state: 'unreachable', reason: '503' });
          }
        }
        await klar.settled();
        // After trouble upon trouble it is tried anew a little later.
        await expect.poll(shows).toEqual([`a ${state.get('a')} nb`, `b ${state.get('b')} nb`]);
        const troubles = steps.filter((s) => s.do === 'throttle' || s.do === 'fail').length;
        expect(web().updates().length - before).toBeLessThanOrEqual(changes + troubles);
      }),
      { numRuns: 60 },
    );
  });

  test('that come in the very moment in which an update ends are not lost', async () => {
    await show('a', await place('one'));
    for (let turns = 0; turns < 30; turns += 1) {
      const release = web().hold();
      const begun = web().updates().length;
      change('a');
      await expect.poll(() => web().updates().length).toBe(begun + 1);
      release();
      // Some microtasks after the platform's answer, a different number each time.
      for (let i = 0; i < turns; i += 1) await undefined;
      change('a');
      await klar.settled();
      expect(shows()).toEqual([`a ${state.get('a')} nb`]);
    }
  });
});

describe('an update that fails', () => {
  test('gone: drops this posting alone, never the place', async () => {
    const one = await place('one');
    await show('a', one);
    await show('b', one);
    web().take(web().in(one)[0]?.id ?? '');
    change('a');
    change('b');
    await klar.settled();
    expect((await klar.store.postings.all()).map((p) => p.about)).toEqual(['count:b']);
    expect((await klar.store.places.get('one'))?.goneSince).toBeUndefined();
    expect(shows()).toEqual(['b 1 nb']);
    const calls = web().calls.length;
    change('a');
    await klar.settled();
    expect(web().calls).toHaveLength(calls);
  });

  test('refused: is logged, and the next change is tried', async () => {
    await show('a', await place('one'));
    web().trouble({ state: 'refused', reason: 'too long' });
    change('a');
    await klar.settled();
    expect(klar.logged).toContainEqual(
      expect.objectContaining({
        message: 'a card was not updated',
        about: expect.objectContaining({ reason: 'too long' }),
      }),
    );
    change('a');
    await klar.settled();
    expect(shows()).toEqual(['a 2 nb']);
  });

  test('unreachable for long: is tried anew after a while, without a change, until the last state has arrived', async () => {
    await show('a', await place('one'));
    web().trouble({ state: 'unreachable', reason: '503' }, 10);
    change('a');
    await klar.settled();
    expect(web().updates()).toHaveLength(4);
    expect(shows()).toEqual(['a 0 nb']);
    await expect.poll(shows).toEqual(['a 1 nb']);
    expect(web().updates()).toHaveLength(11);
  });

  test('in a place that is gone is not tried', async () => {
    const one = await place('one');
    await show('a', one);
    await klar.store.places.change(one.id, (p) => ({ next: { ...p, goneSince: 'then' }, outcome: true }));
    change('a');
    await klar.settled();
    expect(web().updates()).toEqual([]);
  });

  test('because the card cannot be drawn is logged, and holds nothing else up', async () => {
    const one = await place('one');
    await show('a', one);
    await klar.house.outbox.post(one, draw('a', 'nb'), { about: 'broken:x' });
    klar.house.outbox.refresh('broken:x');
    change('a');
    await klar.settled();
    expect(web().in(one)[0]?.card.summary).toBe('a 1 nb');
    expect(klar.logged).toContainEqual(
      expect.objectContaining({ level: 'error', about: expect.objectContaining({ about: 'broken:x' }) }),
    );
  });
});

test('the updates of one place never run beside each other or beside a sending', async () => {
  const one = await place('one');
  for (const subject of ['a', 'b', 'c', 'd']) await show(subject, one);
  for (const subject of ['a', 'b', 'c', 'd']) change(subject);
  await klar.house.outbox.post(one, draw('a', 'nb'));
  await klar.settled();
  expect(web().mostAtOnce()).toBe(1);
});
