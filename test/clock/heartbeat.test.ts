import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from '#clock/heartbeat.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-10-25T00:30:10Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('it beats once at once, and then every minute', async () => {
  let beats = 0;
  const heart = startHeartbeat(async () => {
    beats += 1;
  });
  expect(beats).toBe(1);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(beats).toBe(2);
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(beats).toBe(5);
  await heart.stop();
});

test('a change to winter time gives no beat too many or too few', async () => {
  let beats = 0;
  const heart = startHeartbeat(async () => {
    beats += 1;
  });
  // 01:00 UTC on this day is when Oslo's clocks go back an hour.
  await vi.advanceTimersByTimeAsync(120 * minute);
  expect(beats).toBe(1 + 120);
  await heart.stop();
});

test('a beat that takes longer than a minute is not run beside itself, and the next minute beats again', async () => {
  let running = 0;
  let most = 0;
  let beats = 0;
  const heart = startHeartbeat(async () => {
    beats += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2.5 * minute));
    running -= 1;
  });
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(most).toBe(1);
  expect(beats).toBeGreaterThanOrEqual(3);
  const stopped = heart.stop();
  await vi.advanceTimersByTimeAsync(3 * minute);
  await stopped;
});

test('stopping waits for the beat under way, and no more come', async () => {
  let begun = 0;
  let over = 0;
  const heart = startHeartbeat(async () => {
    begun += 1;
    await new Promise((resolve) => setTimeout(resolve, minute / 2));
    over += 1;
  });
  let stopped = false;
  const stopping = heart.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(minute / 4);
  expect(stopped).toBe(false);
  await vi.advanceTimersByTimeAsync(minute);
  await stopping;
  await vi.advanceTimersByTimeAsync(5 * minute);
  expect({ begun, over }).toEqual({ begun: 1, over: 1 });
});

test.each([
  ['back by three hours', -180],
  ['back by ninety days', -90 * 24 * 60],
  ['ahead by three hours', 180],
  ['ahead by ninety days', 90 * 24 * 60],
])('a clock that is set %s neither stops the heart nor makes it race', async (_how, minutes) => {
  let beats = 0;
  const heart = startHeartbeat(async () => {
    beats += 1;
  });
  await vi.advanceTimersByTimeAsync(5 * minute);
  const before = beats;
  vi.setSystemTime(Date.now() + minutes * minute + 17_000);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(beats - before).toBeGreaterThanOrEqual(9);
  expect(beats - before).toBeLessThanOrEqual(11);
  await heart.stop();
});
