import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Patience } from '#delivery/patience.ts';

const throttled = (retryAfterMs: number) => ({ state: 'throttled', retryAfterMs }) as const;
const unreachable = { state: 'unreachable' } as const;

describe('patience with a platform', () => {
  test('asks three times more, each time later, where no answer came', () => {
    const patience = new Patience(() => 0.5);
    expect([1, 2, 3, 4].map(() => patience.after(unreachable))).toEqual([
      { is: 'unclear', afterMs: 500 },
      { is: 'unclear', afterMs: 1000 },
      { is: 'unclear', afterMs: 2000 },
      { is: 'over', afterMs: 0 },
    ]);
  });

  test('never comes back earlier than the platform asked for, and not much later', () => {
    const asked = fc.integer({ min: 1, max: 3_600_000 });
    fc.assert(
      fc.property(asked, fc.double({ min: 0, max: 1, noNaN: true }), (retryAfterMs, chance) => {
        const { afterMs } = new Patience(() => chance).after(throttled(retryAfterMs));
        expect(afterMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(afterMs).toBeLessThanOrEqual(Math.max(retryAfterMs, 500) + 1000);
      }),
    );
  });

  test('ends after two minutes of waiting; the place is left alone for the last wait all the same', () => {
    const patience = new Patience(() => 0);
    const came = Array.from({ length: 5 }, () => patience.after(throttled(30_000)));
    expect(came.map((next) => next.is)).toEqual(['throttled', 'throttled', 'throttled', 'throttled', 'over']);
    expect(came.at(-1)?.afterMs).toBe(30_000);
  });

  test('does not wait for longer than that at once', () => {
    expect(new Patience(() => 0).after(throttled(600_000))).toEqual({ is: 'over', afterMs: 600_000 });
  });

  test('does not believe a wait of more than an hour', () => {
    expect(new Patience(() => 0).after(throttled(1e12)).afterMs).toBe(3_600_000);
  });

  test.each(['sent', 'gone', 'refused', 'open'] as const)('has nothing more to do after %s', (state) => {
    expect(new Patience(() => 0).after({ state })).toEqual({ is: 'over', afterMs: 0 });
  });
});
