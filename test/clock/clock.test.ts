import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movableClock, systemClock } from '#clock/clock.ts';

const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

test('a clock that can be moved stands still until it is moved', () => {
  const clock = movableClock(at(1000));
  expect(clock.now().epochMilliseconds).toBe(1000);
  clock.moveTo(at(5000));
  clock.moveTo(at(5000));
  expect(clock.now().epochMilliseconds).toBe(5000);
});

test('it never goes back, whatever it is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (moves) => {
      const clock = movableClock(at(500));
      let before = 500;
      for (const ms of moves) {
        if (ms < before) expect(() => clock.moveTo(at(ms))).toThrow(RangeError);
        else clock.moveTo(at(ms));
        const now = clock.now().epochMilliseconds;
        expect(now).toBe(Math.max(before, ms));
        before = now;
      }
    }),
  );
});

test("the computer's clock tells the time", () => {
  const before = Date.now();
  const told = systemClock.now().epochMilliseconds;
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(Date.now());
});
