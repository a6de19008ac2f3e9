import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { castVote, isOpen, withdrawVote } from '#poll/cast-vote.ts';
import type { PollAnswer } from '#poll/poll.ts';
import { shareOf, tallyOf } from '#poll/tally.ts';
import { aPoll } from './polls.ts';

const now = Temporal.Instant.from('2026-11-20T10:00:00Z');
const at = now.toString();

describe('an answer', () => {
  test.each([
    {
      says: 'counts the first time',
      choice: 'single',
      current: undefined,
      chosen: ['b'],
      state: 'counted',
      stored: ['b'],
    },
    {
      says: 'moves when it is another one',
      choice: 'single',
      current: ['a'],
      chosen: ['b'],
      state: 'moved',
      stored: ['b'],
    },
    { says: 'changes nothing the second time', choice: 'single', current: ['b'], chosen: ['b'], state: 'unchanged' },
    {
      says: 'stands in the order of the poll',
      choice: 'several',
      current: undefined,
      chosen: ['c', 'a'],
      state: 'counted',
      stored: ['a', 'c'],
    },
    {
      says: 'counts an option once',
      choice: 'several',
      current: undefined,
      chosen: ['a', 'a'],
      state: 'counted',
      stored: ['a'],
    },
    {
      says: 'is the same in another order',
      choice: 'several',
      current: ['a', 'c'],
      chosen: ['c', 'a'],
      state: 'unchanged',
    },
  ] as const)('$says', ({ choice, current, chosen, state, ...rest }) => {
    const before = current && { options: [...current], at: 'earlier' };
    const cast = castVote(aPoll({ choice }), before, chosen, now);
    expect(cast).toEqual({ state, ...('stored' in rest ? { next: { options: rest.stored, at } } : {}) });
  });

  test.each([
    { says: 'of an option that the poll does not have', chosen: ['z'], why: 'unknown-option' },
    { says: 'that is part known and part not', chosen: ['a', 'z'], why: 'unknown-option' },
    { says: 'without a choice', chosen: [], why: 'nothing-chosen' },
    { says: 'with two choices where one is asked', chosen: ['a', 'b'], why: 'only-one' },
  ])('$says is refused', ({ chosen, why }) => {
    expect(castVote(aPoll(), undefined, chosen, now)).toEqual({ state: 'refused', why });
  });

  test('keeps its time when the poll is named, and none when it is anonymous', () => {
    expect(castVote(aPoll(), undefined, ['a'], now)).toHaveProperty('next.at', at);
    expect(castVote(aPoll({ anonymous: true }), undefined, ['a'], now)).toEqual({
      state: 'counted',
      next: { options: ['a'] },
    });
  });
});

test.each([
  { says: 'without an end', poll: {}, open: true },
  { says: 'a minute before its end', poll: { closesAt: '2026-11-20T10:01:00Z' }, open: true },
  { says: 'at its end, although nothing has closed it yet', poll: { closesAt: at }, open: false },
  {
    says: 'that somebody has closed before its end',
    poll: { closesAt: '2026-12-01T10:00:00Z', closedAt: at },
    open: false,
  },
])('a poll $says is open: $open', ({ poll, open }) => {
  expect(isOpen(poll, now)).toBe(open);
  expect(castVote(aPoll(poll), undefined, ['a'], now).state).toBe(open ? 'counted' : 'refused');
  expect(withdrawVote(aPoll(poll), { options: ['a'] }, now).state).toBe(open ? 'withdrawn' : 'refused');
});

test('taking back an answer that is not there changes nothing', () => {
  expect(withdrawVote(aPoll(), undefined, now)).toEqual({ state: 'unchanged' });
});

const act = fc.record({
  person: fc.nat({ max: 6 }),
  chosen: fc.oneof(fc.constant('withdraw' as const), fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 3 })),
});

test('whatever people press, in any order and as often as they like, everyone has at most one answer, their last accepted one', () => {
  fc.assert(
    fc.property(fc.array(act), fc.constantFrom('single' as const, 'several' as const), (acts, choice) => {
      const poll = aPoll({ choice });
      const stored = new Map<number, PollAnswer>();
      const last = new Map<number, string>();
      for (const { person, chosen } of acts) {
        // Every press arrives twice: what a platform repeats must not count again.
        for (const _ of ['once', 'again']) {
          if (chosen === 'withdraw') {
            if (withdrawVote(poll, stored.get(person), now).state === 'withdrawn') stored.delete(person);
            last.delete(person);
            continue;
          }
          const cast = castVote(poll, stored.get(person), chosen, now);
          if ('next' in cast) stored.set(person, cast.next);
          if (cast.state !== 'refused') last.set(person, [...new Set(chosen)].sort().join());
        }
      }
      expect(new Map([...stored].map(([person, a]) => [person, a.options.join()]))).toEqual(last);

      const tally = tallyOf(poll.options, stored.values());
      const sum = Object.values(tally.counts).reduce((a, b) => a + b, 0);
      expect(tally.answers).toBe(stored.size);
      if (choice === 'single') expect(sum).toBe(stored.size);
      for (const { id } of poll.options) expect(tally.counts[id]).toBeLessThanOrEqual(stored.size);
    }),
  );
});

test('shares are of people, and zero while nobody has answered', () => {
  const { options } = aPoll();
  expect(shareOf(tallyOf(options, []), 'a')).toBe(0);
  const tally = tallyOf(options, [{ options: ['a', 'b'] }, { options: ['a'] }]);
  expect(tally).toEqual({ answers: 2, counts: { a: 2, b: 1, c: 0 } });
  expect(shareOf(tally, 'a')).toBe(1);
  expect(shareOf(tally, 'b')).toBe(0.5);
});
