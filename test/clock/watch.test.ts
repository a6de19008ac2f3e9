import { beforeEach, expect, test } from 'vitest';
import type { Recorded } from '#clock/jump.ts';
import { watchClock } from '#clock/watch.ts';

const hourMs = 3_600_000;
let wallMs: number;
let uptimeMs: number;
let kept: Recorded;
let writes: number;
let isFull: boolean;

beforeEach(() => {
  wallMs = Date.parse('2026-08-03T07:00:00Z');
  uptimeMs = 0;
  kept = {};
  writes = 0;
  isFull = false;
});

const open = () =>
  watchClock(
    { now: () => Temporal.Instant.fromEpochMilliseconds(wallMs), uptimeMs: () => uptimeMs },
    {
      read: async () => kept,
      async write(recorded) {
        if (isFull) throw new Error('the disk is full');
        kept = recorded;
        writes += 1;
      },
    },
  );

async function beat(watch: ReturnType<typeof open>, passedMs = 60_000, setMs = 0): Promise<void> {
  wallMs += passedMs + setMs;
  uptimeMs += passedMs;
  await watch.look();
  await watch.note();
}

test('the last beat is on record, written at most once a minute', async () => {
  const watch = open();
  for (let at = 0; at < 10; at += 1) await beat(watch, 20_000);
  expect(writes).toBe(4);
  await beat(watch);
  expect(kept).toEqual({ beatMs: wallMs });
});

test('a beat that could not be written down is written with the next one', async () => {
  const watch = open();
  isFull = true;
  await expect(beat(watch)).rejects.toThrow('full');
  isFull = false;
  await beat(watch, 1000);
  expect(kept).toEqual({ beatMs: wallMs });
});

test('a jump is known at once, is on record, and is known to the next run', async () => {
  const watch = open();
  await beat(watch);
  const believedMs = wallMs;
  await beat(watch, 60_000, 2000 * hourMs);
  const at = Temporal.Instant.fromEpochMilliseconds(wallMs).toString();
  expect(watch.jumpedAt()?.toString()).toBe(at);
  expect(kept).toEqual({ beatMs: believedMs, doubtedMs: wallMs });

  uptimeMs = 0;
  const again = open();
  await beat(again, hourMs);
  expect(again.jumpedAt()?.toString()).toBe(at);
  await beat(again, hourMs, -2000 * hourMs);
  expect([again.jumpedAt(), again.keptAt()]).toEqual([undefined, undefined]);
  expect(kept).toEqual({ beatMs: wallMs });
});

test('that it stayed and was taken to be right is on record', async () => {
  const watch = open();
  await beat(watch);
  await beat(watch, 60_000, -500 * hourMs);
  await beat(watch, 24 * hourMs);
  const at = Temporal.Instant.fromEpochMilliseconds(wallMs).toString();
  expect([watch.jumpedAt(), watch.keptAt()?.toString()]).toEqual([undefined, at]);
  const again = open();
  await beat(again);
  expect(again.keptAt()?.toString()).toBe(at);
});
