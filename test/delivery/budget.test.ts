import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget, type Window } from '#delivery/budget.ts';
import { paces } from '#delivery/limits.ts';
import { mostIn } from './most-in.ts';

const window = fc.record({ most: fc.integer({ min: 1, max: 9 }), ms: fc.integer({ min: 1, max: 500 }) });
const windows = fc.array(window, { minLength: 1, maxLength: 4 });

/** Takes as early as the budget allows; each was wanted so long after the one before. */
function takenAt(budget: Budget, pausesMs: readonly number[]): number[] {
  let nowMs = 0;
  return pausesMs.map((pauseMs) => {
    nowMs = budget.freeAt(nowMs + pauseMs);
    budget.take(nowMs);
    return nowMs;
  });
}

describe('a budget', () => {
  test('never lets more into any of its windows, wherever the window begins', () => {
    fc.assert(
      fc.property(windows, fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 120 }), (all, pauses) => {
        const taken = takenAt(new Budget(all), pauses);
        for (const { most, ms } of all) expect(mostIn(ms, taken)).toBeLessThanOrEqual(most);
      }),
    );
  });

  test('holds nothing back that every window has room for: a moment earlier, one would be over its limit', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 120 }), (all, count) => {
        const taken = takenAt(new Budget(all), Array(count).fill(0));
        for (const [nth, at] of taken.entries()) {
          const earlier = [...taken.slice(0, nth), at - 1];
          const isOver = ({ most, ms }: Window) => mostIn(ms, earlier) > most;
          expect(at === (taken[nth - 1] ?? 0) || all.some(isOver)).toBe(true);
        }
      }),
    );
  });

  test('of Teams lets 1800 messages to a conversation through in an hour, and the next one after it', () => {
    const taken = takenAt(new Budget(paces.teams.place), Array(1801).fill(0));
    expect(taken[1799]).toBeLessThan(3_600_000);
    expect(taken[1800]).toBeGreaterThanOrEqual(3_600_000);
    expect(taken.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1000, 2000]);
  });

  test('that was not used after all gives the room back', () => {
    const budget = new Budget([{ most: 1, ms: 1000 }]);
    budget.take(0);
    expect(budget.freeAt(10)).toBe(1000);
    budget.giveBack(0);
    expect(budget.freeAt(10)).toBe(10);
  });

  test('without windows is always free', () => {
    const budget = new Budget([]);
    for (let i = 0; i < 100; i += 1) budget.take(5);
    expect(budget.freeAt(5)).toBe(5);
  });
});
