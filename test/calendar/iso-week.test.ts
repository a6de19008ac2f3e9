import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOfWeek, weekOf, weeksIn } from '#calendar/iso-week.ts';

test.each([
  [2018, 52],
  [2020, 53],
  [2026, 53],
  [2027, 52],
])('%i has %i weeks', (year, weeks) => expect(weeksIn(year)).toBe(weeks));

test.each([
  [2018, 42, '2018-10-15', '2018-10-21'],
  [2019, 1, '2018-12-31', '2019-01-06'],
  [2020, 53, '2020-12-28', '2021-01-03'],
  [2021, 1, '2021-01-04', '2021-01-10'],
])('week %2$i of %1$i is %s to %s', (year, week, start, end) => expect(daysOfWeek(year, week)).toEqual({ start, end }));

test.each([
  [2018, 0],
  [2018, 53],
  [2020, 54],
  [2018, 1.5],
])('%i has no week %d', (year, week) => expect(daysOfWeek(year, week)).toBeUndefined());

test('every day of a week lies in that week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 53 }), (year, week) => {
      const days = daysOfWeek(year, week);
      expect(days === undefined).toBe(week > weeksIn(year));
      if (days === undefined) return;
      expect(weekOf(days.start)).toEqual({ year, week });
      expect(weekOf(days.end)).toEqual({ year, week });
      expect(Temporal.PlainDate.from(days.start).until(days.end).days).toBe(6);
    }),
  );
});
