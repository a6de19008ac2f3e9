import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, lastStep, type Steps, takeStep, visible } from '#poll/anonymous-steps.ts';
import type { Tally } from '#poll/poll.ts';
import { tallyOf } from '#poll/tally.ts';
import { aPoll } from './polls.ts';

const { options } = aPoll();
const counts = (a: number, b: number, c: number): Tally => ({ answers: a + b + c, counts: { a, b, c } });

/** An anonymous poll as its answers come: who has which, what is shown, and what each distribution shown was made of. */
function playing() {
  const answers = new Map<string, string[]>();
  let steps: Steps = { unseen: [] };
  const shown: { tally: Tally; of: Map<string, string[]> }[] = [];
  const exact = () =>
    tallyOf(
      options,
      [...answers.values()].map((o) => ({ options: o })),
    );
  return {
    answers,
    shown,
    exact,
    get steps() {
      return steps;
    },
    set(person: string, now: string[]) {
      const before = answers.get(person) ?? [];
      if (before.join() === now.join()) return;
      if (now.length > 0) answers.set(person, now);
      else answers.delete(person);
      const next = takeStep(steps, { key: person, before, now });
      if (next.shown && next.shown !== steps.shown) shown.push({ tally: next.shown, of: new Map(answers) });
      steps = next;
    },
    close: () => lastStep(steps, exact()),
  };
}

const difference = (one: Map<string, string[]>, two: Map<string, string[]>): string[] =>
  [...new Set([...one.keys(), ...two.keys()])].filter((p) => one.get(p)?.join() !== two.get(p)?.join());

describe('the distribution of an anonymous poll', () => {
  test('is not shown for four answers, and is for five', () => {
    const poll = playing();
    for (const p of ['1', '2', '3', '4']) poll.set(p, ['a']);
    expect(poll.steps.shown).toBeUndefined();
    poll.set('5', ['b']);
    expect(poll.steps).toEqual({ shown: { answers: 5, counts: { a: 4, b: 1 } }, unseen: [] });
  });

  test('stands still for the sixth to ninth answer, and takes them in with the tenth', () => {
    const poll = playing();
    for (const p of ['1', '2', '3', '4', '5']) poll.set(p, ['a']);
    for (const p of ['6', '7', '8', '9']) {
      poll.set(p, ['c']);
      expect(poll.steps.shown).toEqual({ answers: 5, counts: { a: 5 } });
    }
    poll.set('10', ['b']);
    expect(poll.steps.shown).toEqual({ answers: 10, counts: { a: 5, b: 1, c: 4 } });
  });

  test('does not move for one person who changes again and again', () => {
    const poll = playing();
    for (const p of ['1', '2', '3', '4', '5']) poll.set(p, ['a']);
    for (let i = 0; i < 20; i++) poll.set('1', [i % 2 ? 'a' : 'b']);
    poll.set('6', ['c']);
    expect(poll.steps.shown).toEqual({ answers: 5, counts: { a: 5 } });
    expect(poll.steps.unseen).toEqual([{ key: '6', before: [], now: ['c'] }]);
  });

  test('takes in withdrawals like answers, five at a time', () => {
    const poll = playing();
    for (let p = 10; p < 20; p++) poll.set(String(p), ['a']);
    for (const p of ['10', '11', '12', '13']) poll.set(p, []);
    expect(poll.steps.shown?.answers).toBe(10);
    poll.set('14', []);
    expect(poll.steps.shown).toEqual({ answers: 5, counts: { a: 5 } });
  });

  test('is hidden while fewer than five answers are left, and comes back as it was', () => {
    const poll = playing();
    for (const p of ['1', '2', '3', '4', '5']) poll.set(p, ['a']);
    poll.set('5', []);
    const record = aPoll({ shown: poll.steps.shown });
    expect(visible(record, 4)).toBeUndefined();
    poll.set('6', ['b']);
    expect(visible(record, 5)).toEqual({ answers: 5, counts: { a: 5 } });
    expect(poll.steps.shown).toEqual(record.shown);
  });

  test('does not tell in which order people answered', () => {
    const forward = playing();
    const back = playing();
    for (const p of ['1', '2', '3', '4']) forward.set(p, ['a']);
    for (const p of ['4', '3', '2', '1']) back.set(p, ['a']);
    expect(forward.steps).toEqual(back.steps);
  });
});

describe('when it closes', () => {
  test.each([
    { says: 'four answers stay hidden', steps: { unseen: [] }, exact: counts(2, 1, 1), last: {} },
    {
      says: 'five that were kept until now are shown',
      steps: { unseen: [] },
      exact: counts(3, 1, 1),
      last: { shown: counts(3, 1, 1) },
    },
    {
      says: 'late answers of fewer than five people stay out, and their number is kept',
      steps: { shown: counts(5, 0, 0), unseen: [{ key: '6', before: [], now: ['b'] }] },
      exact: counts(5, 1, 0),
      last: { shown: counts(5, 0, 0), leftOut: 1 },
    },
    {
      says: 'nothing late leaves what was shown',
      steps: { shown: counts(5, 0, 0), unseen: [] },
      exact: counts(5, 0, 0),
      last: { shown: counts(5, 0, 0) },
    },
    {
      says: 'withdrawals to below five hide what was shown',
      steps: { shown: counts(5, 0, 0), unseen: [{ key: '5', before: ['a'], now: [] }] },
      exact: counts(4, 0, 0),
      last: {},
    },
  ])('$says', ({ steps, exact, last }) => {
    expect(lastStep(steps, exact)).toEqual(last);
  });
});

const act = fc.tuple(
  fc.integer({ min: 1, max: 12 }).map(String),
  fc.constantFrom<string[]>([], ['a'], ['b'], ['c'], ['a', 'c']),
);

test('however people answer, change and withdraw: every distribution shown is a true one of five or more, and differs from the one before in the answers of five or more, also at closing', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      const poll = playing();
      for (const [person, answer] of acts) {
        poll.set(person, answer);
        // What waits is exactly what differs from what is shown, and knows both sides of it.
        const base = poll.shown.at(-1)?.of ?? new Map<string, string[]>();
        expect(poll.steps.unseen.map((u) => u.key)).toEqual(difference(base, poll.answers).sort());
        for (const u of poll.steps.unseen) {
          expect(u.before).toEqual(base.get(u.key) ?? []);
          expect(u.now).toEqual(poll.answers.get(u.key) ?? []);
        }
        expect(poll.steps.unseen.length < fewest || poll.answers.size < fewest).toBe(true);
      }
      const last = poll.close();
      if (last.shown && last.shown !== poll.steps.shown)
        poll.shown.push({ tally: last.shown, of: new Map(poll.answers) });

      let before = new Map<string, string[]>();
      for (const { tally, of } of poll.shown) {
        expect(tally.answers).toBeGreaterThanOrEqual(fewest);
        const exact = tallyOf(
          options,
          [...of.values()].map((o) => ({ options: o })),
        );
        expect({ ...exact.counts, ...tally.counts }).toEqual(exact.counts);
        expect(tally.answers).toBe(exact.answers);
        expect(difference(before, of).length).toBeGreaterThanOrEqual(fewest);
        before = of;
      }
      if (poll.answers.size < fewest) expect(last.shown).toBeUndefined();
    }),
  );
});
