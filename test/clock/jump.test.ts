import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockState, clockAtStart, type Recorded, readClock } from '#clock/jump.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const t0 = Date.parse('2026-08-03T07:00:00Z');
const first = { wallMs: t0, uptimeMs: 5000 };

/** Beats a minute apart, after each of which the clock may be set: how far, milliseconds. */
function run(state: ClockState, minutes: number, offMs: number | ((minute: number) => number), from = 0): ClockState {
  let now = state;
  for (let minute = from + 1; minute <= from + minutes; minute += 1) {
    const off = typeof offMs === 'number' ? offMs : offMs(minute);
    now = readClock(now, { wallMs: t0 + minute * minuteMs + off, uptimeMs: first.uptimeMs + minute * minuteMs });
  }
  return now;
}
const running = readClock({}, first);

describe('The clock of a running process', () => {
  test('is believed while it goes, and when it is set by less than two hours', () => {
    for (const off of [0, 1000, -1000, 119 * minuteMs, -119 * minuteMs]) {
      expect(run(running, 5, off).doubted).toBeUndefined();
    }
  });

  test('is believed when small corrections add up over a long time', () => {
    expect(run(running, 1000, (minute) => minute * 30_000).doubted).toBeUndefined();
  });

  test.each([3 * hourMs, -3 * hourMs, 90 * dayMs, -90 * dayMs])('is doubted when it jumps by %d ms', (off) => {
    const jumped = run(running, 1, off);
    expect(jumped.doubted?.wallMs).toBe(t0 + minuteMs + off);
    expect(run(jumped, 600, off, 1).doubted).toEqual(jumped.doubted);
  });

  test('is believed again at once when it has come back, and was not kept', () => {
    const back = run(run(running, 100, 90 * dayMs), 1, 0, 100);
    expect(back.doubted).toBeUndefined();
    expect(back.keptMs).toBeUndefined();
  });

  test('is kept where it jumped to when it has run evenly for a day', () => {
    const almost = run(running, 24 * 60, 90 * dayMs);
    expect(almost.doubted).toBeDefined();
    const kept = run(almost, 1, 90 * dayMs, 24 * 60);
    expect(kept.doubted).toBeUndefined();
    expect(kept.keptMs).toBe(t0 + (24 * 60 + 1) * minuteMs + 90 * dayMs);
    // And then a jump back is a jump.
    expect(run(kept, 1, 0, 24 * 60 + 1).doubted).toBeDefined();
  });

  test('is doubted anew when it jumps on', () => {
    const wild = run(run(running, 23 * 60, 90 * dayMs), 23 * 60, 300 * dayMs, 23 * 60);
    expect(wild.doubted?.wallMs).toBe(t0 + (23 * 60 + 1) * minuteMs + 300 * dayMs);
  });

  test('a computer that slept has not jumped: its running time counts sleep', () => {
    const woken = readClock(running, { wallMs: t0 + 9 * hourMs, uptimeMs: first.uptimeMs + 9 * hourMs });
    expect(woken.doubted).toBeUndefined();
  });
});

describe('At a start the clock', () => {
  const start = (recorded: Recorded, wallMs: number, uptimeMs = 1000) =>
    readClock(clockAtStart(recorded, { wallMs, uptimeMs }), { wallMs, uptimeMs });

  test.each<[string, Recorded, number, boolean]>([
    ['for the first time is believed', {}, t0, true],
    ['right after the last beat is believed', { beatMs: t0 }, t0 + minuteMs, true],
    ['after thirteen days is believed', { beatMs: t0 }, t0 + 13 * dayMs, true],
    ['after fifteen days is doubted', { beatMs: t0 }, t0 + 15 * dayMs, false],
    ['an hour before the last beat is believed', { beatMs: t0 }, t0 - hourMs, true],
    ['three hours before the last beat is doubted', { beatMs: t0 }, t0 - 3 * hourMs, false],
    [
      'that came back after a run that doubted it is believed',
      { beatMs: t0, doubtedMs: t0 + 90 * dayMs },
      t0 + hourMs,
      true,
    ],
    [
      'that goes on where it was doubted is doubted',
      { beatMs: t0, doubtedMs: t0 + 3 * hourMs },
      t0 + 4 * hourMs,
      false,
    ],
    ['that has gone on for a day since is believed', { beatMs: t0, doubtedMs: t0 + 90 * dayMs }, t0 + 91 * dayMs, true],
  ])('%s', (_what, recorded, wallMs, isBelieved) => {
    expect(start(recorded, wallMs).doubted === undefined).toBe(isBelieved);
  });

  test('is doubted since the same instant as in the run before, and kept after a day in all', () => {
    const recorded = { beatMs: t0, doubtedMs: t0 + 90 * dayMs };
    expect(start(recorded, t0 + 90 * dayMs + hourMs).doubted?.wallMs).toBe(recorded.doubtedMs);
    expect(start(recorded, t0 + 91 * dayMs).keptMs).toBe(t0 + 91 * dayMs);
    expect(start({ beatMs: t0, doubtedMs: t0 + 90 * dayMs, keptMs: 7 }, t0 + hourMs).keptMs).toBe(7);
  });

  test('after which it goes on is doubted when it then jumps by three hours', () => {
    const believed = start({ beatMs: t0 }, t0 + 10 * dayMs);
    const jumped = readClock(believed, { wallMs: t0 + 10 * dayMs + 3 * hourMs, uptimeMs: 61_000 });
    expect(jumped.doubted).toBeDefined();
  });
});

test('a clock that only goes is never doubted, however long the beats take', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 * dayMs }), { maxLength: 20 }), (pauses) => {
      let state = running;
      let passed = 0;
      for (const pause of pauses) {
        passed += pause;
        state = readClock(state, { wallMs: t0 + passed, uptimeMs: first.uptimeMs + passed });
        expect(state.doubted).toBeUndefined();
      }
    }),
  );
});
