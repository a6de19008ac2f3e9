import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Country } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import { isDayOff, mayHearFrom, nextAllowed, waitedForUntil, workingDayOnOrBefore } from '#people/leave-alone.ts';
import { type Quiet, quiet as quietSchema } from '#people/quiet.ts';

const oslo = { zone: 'Europe/Oslo', country: 'NO' as const };
const stockholm = { zone: 'Europe/Stockholm', country: 'SE' as const };
const quiet = (some: Partial<Quiet>): Quiet => quietSchema.parse(some);

/** When Klar may write, as clocks show it there. */
const allowed = (at: string, mine: Quiet | undefined, where: Parameters<typeof nextAllowed>[2] = oslo) =>
  nextAllowed(Temporal.Instant.from(at), mine, where)
    .toZonedDateTimeISO(where.zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' });

describe('quiet hours', () => {
  test.each<[string, Quiet | undefined, string, string]>([
    ['in the day: at once', undefined, '2026-05-04T09:00+02:00', '2026-05-04T09:00+02:00'],
    ['nothing chosen: from 20', undefined, '2026-05-04T20:00+02:00', '2026-05-05T07:00+02:00'],
    ['just before', undefined, '2026-05-04T19:59+02:00', '2026-05-04T19:59+02:00'],
    ['after midnight: the same morning', undefined, '2026-05-05T00:30+02:00', '2026-05-05T07:00+02:00'],
    ['at their end', undefined, '2026-05-05T07:00+02:00', '2026-05-05T07:00+02:00'],
    [
      'within one day',
      quiet({ hours: { from: '08:00', to: '12:00' } }),
      '2026-05-05T08:30+02:00',
      '2026-05-05T12:00+02:00',
    ],
    [
      'until midnight',
      quiet({ hours: { from: '18:00', to: '00:00' } }),
      '2026-05-05T19:00+02:00',
      '2026-05-06T00:00+02:00',
    ],
    [
      'none: from and to are one',
      quiet({ hours: { from: '07:00', to: '07:00' } }),
      '2026-05-05T03:00+02:00',
      '2026-05-05T03:00+02:00',
    ],
    ['over new year', undefined, '2026-12-31T23:00+01:00', '2027-01-01T07:00+01:00'],
    ['into a leap day', undefined, '2028-02-28T22:00+01:00', '2028-02-29T07:00+01:00'],
    ['over the change to summer time', undefined, '2026-03-28T21:00+01:00', '2026-03-29T07:00+02:00'],
    ['over the change to winter time', undefined, '2026-10-24T21:00+02:00', '2026-10-25T07:00+01:00'],
    [
      'that end in the hour the clock jumps over',
      quiet({ hours: { from: '22:00', to: '02:30' } }),
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'that end as the clock jumps',
      quiet({ hours: { from: '22:00', to: '02:00' } }),
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'that leave nothing of a night in which the clock jumps',
      quiet({ hours: { from: '02:59', to: '02:00' } }),
      '2026-03-28T21:00+01:00',
      '2026-03-30T02:00+02:00',
    ],
    [
      'that end in the hour that comes twice: the second time',
      quiet({ hours: { from: '22:00', to: '02:30' } }),
      '2026-10-25T02:40+02:00',
      '2026-10-25T02:30+01:00',
    ],
    [
      'that begin in the hour that comes twice: the first time',
      quiet({ hours: { from: '02:30', to: '08:00' } }),
      '2026-10-25T02:10+01:00',
      '2026-10-25T08:00+01:00',
    ],
  ])('%s', (_, mine, at, expected) => expect(allowed(at, mine)).toBe(expected));
});

describe('days off', () => {
  test.each<[string, Quiet | undefined, string, string]>([
    ['a Friday off, in Swedish time', quiet({ weekdays: [5] }), '2026-05-08T10:00+02:00', '2026-05-09T07:00+02:00'],
    [
      'away, and back on a weekday off',
      quiet({ weekdays: [6, 7], away: [{ from: '2026-07-06', to: '2026-07-31' }] }),
      '2026-07-10T12:00+02:00',
      '2026-08-03T07:00+02:00',
    ],
    [
      'holidays end to end',
      quiet({
        away: [
          { from: '2026-07-20', to: '2026-08-02' },
          { from: '2026-07-06', to: '2026-07-19' },
        ],
      }),
      '2026-07-06T08:00+02:00',
      '2026-08-03T07:00+02:00',
    ],
    [
      'away for two years',
      quiet({ away: [{ from: '2026-01-01', to: '2027-12-31' }] }),
      '2026-03-01T12:00+01:00',
      '2028-01-01T07:00+01:00',
    ],
    [
      'off over the leap day',
      quiet({ away: [{ from: '2028-02-26', to: '2028-02-29' }] }),
      '2028-02-28T12:00+01:00',
      '2028-03-01T07:00+01:00',
    ],
  ])('%s', (_, mine, at, expected) => expect(allowed(at, mine, stockholm)).toBe(expected));

  test('who leaves the day of the absence before midnight is written to that day', () => {
    const away = quiet({ away: [{ from: '2026-07-06', to: '2026-07-31' }] });
    expect(allowed('2026-07-05T19:00+02:00', away)).toBe('2026-07-05T19:00+02:00');
    expect(allowed('2026-07-05T20:30+02:00', away)).toBe('2026-08-01T07:00+02:00');
  });

  test("what waits for a working day waits over the country's days off", () => {
    const working = { workingDaysOnly: true };
    expect(allowed('2026-04-01T20:30+02:00', undefined, { ...oslo, ...working })).toBe('2026-04-07T07:00+02:00');
    expect(allowed('2026-06-19T09:00+02:00', undefined, { ...stockholm, ...working })).toBe('2026-06-22T07:00+02:00');
    expect(allowed('2026-06-19T09:00+02:00', undefined, { ...oslo, ...working })).toBe('2026-06-19T09:00+02:00');
  });

  test('an absence until year 9999 and one from year 1 end the search', () => {
    const forever = quiet({ away: [{ from: '0001-01-01', to: '9999-12-31' }] });
    const at = Temporal.Instant.from('2026-05-04T10:00Z');
    expect(Temporal.Instant.compare(nextAllowed(at, forever, oslo), Temporal.Instant.from('9999-12-31T00:00Z'))).toBe(
      1,
    );
    expect(workingDayOnOrBefore('2026-05-04', forever, 'NO') < '1970-01-01').toBe(true);
  });

  test('who is off on all working days has those of the country, and is not left out for ever', () => {
    const weekend = quiet({ weekdays: [1, 2, 3, 4, 5] });
    expect(isDayOff('2026-05-04', weekend, 'NO')).toBe(false);
    expect(allowed('2026-05-02T10:00+02:00', weekend, { ...oslo, workingDaysOnly: true })).toBe(
      '2026-05-04T07:00+02:00',
    );
    expect(workingDayOnOrBefore('2026-05-03', weekend, 'NO')).toBe('2026-04-30');
  });

  test.each<[string, Quiet | undefined, Country, string, string]>([
    ['a working day is itself', undefined, 'NO', '2026-05-04', '2026-05-04'],
    ['a Sunday goes to Friday', undefined, 'SE', '2026-05-10', '2026-05-08'],
    ['off on Fridays: Thursday', quiet({ weekdays: [5] }), 'SE', '2026-05-10', '2026-05-07'],
    [
      'away: the working day before',
      quiet({ away: [{ from: '2026-07-06', to: '2026-07-31' }] }),
      'NO',
      '2026-07-20',
      '2026-07-03',
    ],
    ['1 January', undefined, 'NO', '2027-01-01', '2026-12-30'],
    ['away over Easter', quiet({ away: [{ from: '2026-03-30', to: '2026-04-10' }] }), 'NO', '2026-04-09', '2026-03-27'],
  ])('on or before: %s', (_, mine, country, day, expected) =>
    expect(workingDayOnOrBefore(day, mine, country)).toBe(expected),
  );
});

test('a person hears of a programme by their own clock, a place by the clock of the programme', () => {
  const programme = { timeZone: 'Europe/Oslo', country: 'NO' as const };
  // Four in the afternoon in New York.
  const at = Temporal.Instant.from('2026-08-03T20:00Z');
  expect(mayHearFrom(at, { timeZone: 'America/New_York' }, programme).equals(at)).toBe(true);
  expect(mayHearFrom(at, { timeZone: 'Europe/Helsinki' }, programme).toString()).toBe('2026-08-04T04:00:00Z');
  expect(mayHearFrom(at, {}, programme).toString()).toBe('2026-08-04T05:00:00Z');
  const away = { quiet: quiet({ away: [{ from: '2026-08-01', to: '2026-08-09' }] }) };
  expect(mayHearFrom(at, away, programme).toString()).toBe('2026-08-10T05:00:00Z');
});

test.each<[string, string, { anyDay?: boolean } | undefined, string]>([
  ['on a Sunday: Monday morning', '2026-08-09T08:00Z', undefined, '2026-08-10T05:00:00Z'],
  ['on Friday evening: Monday morning', '2026-08-07T18:30Z', undefined, '2026-08-10T05:00:00Z'],
  ['on Maundy Thursday: the Tuesday after', '2026-04-02T08:00Z', undefined, '2026-04-07T05:00:00Z'],
  [
    'of what somebody has just done, on a Sunday: at once',
    '2026-08-09T08:00Z',
    { anyDay: true },
    '2026-08-09T08:00:00Z',
  ],
  [
    'of what somebody has just done, at night: in the morning',
    '2026-08-08T21:00Z',
    { anyDay: true },
    '2026-08-09T05:00:00Z',
  ],
])('what Klar begins by itself waits for a working day; %s', (_, at, how, expected) => {
  const programme = { timeZone: 'Europe/Oslo', country: 'NO' as const };
  expect(mayHearFrom(Temporal.Instant.from(at), {}, programme, how).toString()).toBe(expected);
});

test('who leads is waited for until a day after the weekend has ended', () => {
  const programme = { timeZone: 'Europe/Oslo', country: 'NO' as const };
  const until = (at: string) => waitedForUntil(Temporal.Instant.from(at), programme).toString();
  expect(until('2026-08-05T08:00Z')).toBe('2026-08-06T08:00:00Z');
  expect(until('2026-08-07T19:00Z')).toBe('2026-08-11T05:00:00Z');
});

describe('for any hours, days off and moment', () => {
  const clock = fc
    .record({
      h: fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom(1, 2, 3)),
      m: fc.constantFrom(0, 15, 30, 45, 59),
    })
    .map(({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const hours = fc.record({ from: clock, to: clock });
  const firstDay = Temporal.PlainDate.from('2026-01-01');
  const away = fc
    .record({ start: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 0, max: 60 }) })
    .map(({ start, length }) => ({
      from: firstDay.add({ days: start }).toString(),
      to: firstDay.add({ days: start + length }).toString(),
    }));
  const mine: fc.Arbitrary<Quiet> = fc.record(
    {
      hours,
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      away: fc.array(away, { maxLength: 4 }),
    },
    { requiredKeys: ['weekdays', 'away'] },
  );
  const minutes = fc.oneof(
    fc.integer({ min: 0, max: 900 * 1440 }),
    // The nights of the clock changes, in minutes from the beginning of 2026 UTC.
    fc
      .constantFrom('2026-03-28T20:00Z', '2026-10-24T20:00Z', '2027-03-27T20:00Z', '2028-02-28T20:00Z')
      .chain((from) =>
        fc.integer({ min: 0, max: 900 }).map((m) => (Date.parse(from) - Date.parse('2026-01-01T00:00Z')) / 60000 + m),
      ),
  );
  const instant = minutes.map((m) => Temporal.Instant.from('2026-01-01T00:00Z').add({ minutes: m }));
  const where = fc
    .constantFrom(oslo, stockholm)
    .chain((of) => fc.boolean().map((workingDaysOnly) => ({ ...of, workingDaysOnly })));

  /** By the clock on the wall and the calendar beside it, one moment at a time. */
  const bothered = (
    at: Temporal.Instant,
    q: Quiet,
    w: { zone: string; country: Country; workingDaysOnly: boolean },
  ) => {
    const local = at.toZonedDateTimeISO(w.zone);
    const day = local.toPlainDate().toString();
    const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
    const { from, to } = q.hours ?? { from: '20:00', to: '07:00' };
    const inHours = from < to ? from <= time && time < to : from > to && (time >= from || time < to);
    const ownWeek = q.weekdays.includes(local.dayOfWeek);
    const never = w.workingDaysOnly && [1, 2, 3, 4, 5].every((d) => q.weekdays.includes(d));
    return (
      inHours ||
      (ownWeek && !never) ||
      q.away.some((one) => one.from <= day && day <= one.to) ||
      (w.workingDaysOnly && !isWorkingDay(day, w.country))
    );
  };

  test('the moment found is not before the asked one, is left alone by nothing, and is found again from itself', () => {
    fc.assert(
      fc.property(instant, mine, where, (at, q, w) => {
        const found = nextAllowed(at, q, w);
        expect(Temporal.Instant.compare(found, at)).toBeGreaterThanOrEqual(0);
        expect(bothered(found, q, w)).toBe(false);
        expect(nextAllowed(found, q, w).equals(found)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('no moment before it would have done, but in the hour that comes twice', () => {
    fc.assert(
      fc.property(instant, mine, where, (at, q, w) => {
        const found = nextAllowed(at, q, w);
        const until = Math.min(found.since(at).total('minutes'), 3 * 1440);
        for (let m = 0; m < until; m += 7) {
          const moment = at.add({ minutes: m });
          const local = moment.toZonedDateTimeISO(w.zone);
          const twice = !local
            .toPlainDateTime()
            .toZonedDateTime(w.zone, { disambiguation: 'earlier' })
            .equals(local.toPlainDateTime().toZonedDateTime(w.zone, { disambiguation: 'later' }));
          if (!twice) expect(bothered(moment, q, w)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('who asks later is never told an earlier moment', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 3000 }), mine, where, (at, later, q, w) => {
        const one = nextAllowed(at, q, w);
        const other = nextAllowed(at.add({ minutes: later }), q, w);
        expect(Temporal.Instant.compare(one, other)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('the working day before is worked on, and none between it and the day is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), mine, where, (days, q, { country }) => {
        const day = firstDay.add({ days });
        const found = workingDayOnOrBefore(day.toString(), q, country);
        expect(found <= day.toString()).toBe(true);
        expect(isDayOff(found, q, country)).toBe(false);
        for (let between = day; between.toString() > found; between = between.subtract({ days: 1 })) {
          expect(isDayOff(between.toString(), q, country)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
