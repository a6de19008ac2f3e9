import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#calendar/add-days.ts';

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-01-01', -1, '2026-12-31'],
  // Both changes of the clock lie between.
  ['2026-03-01', 245, '2026-11-01'],
  ['2026-05-17', 0, '2026-05-17'],
])('%s and %i days is %s', (from, days, to) => expect(addDays(from, days)).toBe(to));

test('days are added and counted as the calendar does it', () => {
  const day = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
      const to = addDays(from, days);
      expect(to).toBe(Temporal.PlainDate.from(from).add({ days }).toString());
      expect(daysBetween(from, to)).toBe(days);
    }),
  );
});
