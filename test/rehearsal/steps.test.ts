import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movableClock } from '#clock/clock.ts';
import { moveClock } from '#rehearsal/steps.ts';

const timeZone = 'Europe/Oslo';
const start = Temporal.Instant.from('2026-11-25T07:00:00Z');

/** A clock that notes when it was halted at. */
function watched(events: string[], from = start) {
  const clock = movableClock(from);
  const beats: string[] = [];
  return {
    clock,
    beats,
    moving: {
      clock,
      timeZone,
      beat: async () => void beats.push(clock.now().toString()),
      nextEvents: async () => events,
    },
  };
}

describe('moving the clock', () => {
  test('halts at every event on the way, in order, and at the end', async () => {
    const { clock, beats, moving } = watched([
      '2026-11-25T20:00:00Z',
      '2026-11-25T08:00:00+01:00',
      '2026-11-25T09:00:00+01:00',
    ]);
    expect(await moveClock('day', moving)).toBe(true);
    expect(beats).toEqual(['2026-11-25T08:00:00Z', '2026-11-25T20:00:00Z', '2026-11-26T07:00:00Z']);
    expect(clock.now().toString()).toBe('2026-11-26T07:00:00Z');
  });

  test('to the next event goes just there', async () => {
    const { clock, beats, moving } = watched(['2026-12-24T08:00:00Z', '2026-11-30T08:00:00Z']);
    expect(await moveClock('event', moving)).toBe(true);
    expect(clock.now().toString()).toBe('2026-11-30T08:00:00Z');
    expect(beats).toHaveLength(1);
  });

  test('to the next event stays where it is when there is none', async () => {
    const { clock, beats, moving } = watched(['2026-11-01T08:00:00Z']);
    expect(await moveClock('event', moving)).toBe(false);
    expect(clock.now()).toEqual(start);
    expect(beats).toEqual([]);
  });

  test.each([
    ['2026-10-24T06:00:00Z', '2026-10-25T07:00:00Z'],
    ['2027-03-27T07:00:00Z', '2027-03-28T06:00:00Z'],
  ])('a day is a day of the zone when clocks change: %s', async (from, to) => {
    const { clock, moving } = watched([], Temporal.Instant.from(from));
    await moveClock('day', moving);
    expect(clock.now().toString()).toBe(to);
  });

  test('a source of events that never ends is stopped, and the clock arrives', async () => {
    const { clock, beats, moving } = watched([]);
    const endless = async () => [clock.now().add({ milliseconds: 1 }).toString()];
    await moveClock('week', { ...moving, nextEvents: endless });
    expect(clock.now().toString()).toBe('2026-12-02T07:00:00Z');
    expect(beats.length).toBeLessThan(1000);
  });

  test('seven days halt at the same events as one week', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 10 * 24 * 60 }), { maxLength: 12 }), async (minutes) => {
        const events = minutes.map((count) => start.add({ minutes: count }).toString());
        const week = watched(events);
        await moveClock('week', week.moving);
        const days = watched(events);
        for (let day = 0; day < 7; day += 1) await moveClock('day', days.moving);
        expect(days.clock.now()).toEqual(week.clock.now());
        for (const at of week.beats) expect(days.beats).toContain(at);
      }),
      { numRuns: 50 },
    );
  });
});
