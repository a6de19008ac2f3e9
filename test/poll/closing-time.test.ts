import { describe, expect, test } from 'vitest';
import { closingChoices, closingTime } from '#poll/closing-time.ts';

const oslo = 'Europe/Oslo';
// Friday, 10:00:30 in Oslo.
const now = Temporal.Instant.from('2026-11-20T09:00:30Z');
const when = (closes: string, day = '', at = now) => closingTime({ closes, day }, at, oslo);

describe('a poll closes', () => {
  test.each([
    { closes: 'none', day: '', at: undefined },
    { closes: '1h', day: '', at: '2026-11-20T10:01:00Z' },
    { closes: 'today', day: '', at: '2026-11-20T15:00:00Z' },
    { closes: '1d', day: '', at: '2026-11-21T15:00:00Z' },
    { closes: '3d', day: '', at: '2026-11-23T15:00:00Z' },
    { closes: '7d', day: '', at: '2026-11-27T15:00:00Z' },
    { closes: 'day', day: '2026-12-04', at: '2026-12-04T15:00:00Z' },
  ])('$closes $day at $at', ({ closes, day, at }) => {
    expect(when(closes, day)).toEqual({ ok: true, at });
  });

  test('at four o’clock by the clock on the wall, on either side of a change of the clocks', () => {
    const saturday = Temporal.Instant.from('2026-10-24T10:00:00Z');
    expect(when('today', '', saturday)).toEqual({ ok: true, at: '2026-10-24T14:00:00Z' });
    expect(when('1d', '', saturday)).toEqual({ ok: true, at: '2026-10-25T15:00:00Z' });
  });

  test.each([
    { says: 'a day that has passed', closes: 'day', day: '2026-11-19', problem: 'past', field: 'day' },
    { says: 'no day', closes: 'day', day: '', problem: 'no-day', field: 'day' },
    { says: 'a day that no month has', closes: 'day', day: '2026-11-31', problem: 'no-day', field: 'day' },
    { says: 'a choice that does not exist', closes: '2w', day: '', problem: 'unknown', field: 'closes' },
  ])('never for $says', ({ closes, day, problem, field }) => {
    expect(when(closes, day)).toEqual({ ok: false, problem, field });
  });
});

test('today is offered until the hour has come', () => {
  const offered = (at: string) => closingChoices(Temporal.Instant.from(at), oslo).map((c) => c.closes);
  expect(offered('2026-11-20T14:59:59Z')).toContain('today');
  expect(offered('2026-11-20T15:00:00Z')).toEqual(['none', '1h', '1d', '3d', '7d', 'day']);
});
