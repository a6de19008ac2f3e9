import { expect, test } from 'vitest';
import { createPulse } from '#clock/pulse.ts';

test('a beat gives a sign when it begins, when it ends, and whenever something is sent in between', async () => {
  let nowMs = 0;
  const pulse = createPulse(() => nowMs);
  nowMs = 500;
  expect([pulse.silentMs(), pulse.lastBeatMs()]).toEqual([500, undefined]);
  pulse.sign();
  expect(pulse.silentMs()).toBe(500);

  const ended = Promise.withResolvers<void>();
  const beat = pulse.during(() => ended.promise);
  expect(pulse.silentMs()).toBe(0);
  nowMs = 10_000;
  expect(pulse.silentMs()).toBe(9500);
  pulse.sign();
  expect([pulse.silentMs(), pulse.lastBeatMs()]).toEqual([0, undefined]);
  nowMs = 12_000;
  ended.resolve();
  await beat;
  expect(pulse.silentMs()).toBe(0);
  expect(Math.abs((pulse.lastBeatMs() ?? 0) - Date.now())).toBeLessThan(60_000);

  nowMs = 20_000;
  pulse.sign();
  expect(pulse.silentMs()).toBe(8000);
  await expect(pulse.during(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(pulse.silentMs()).toBe(0);
});
