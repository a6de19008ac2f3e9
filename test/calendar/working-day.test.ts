import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Country } from '#calendar/when.ts';
import {
  firstWorkingDayIn,
  isWorkingDay,
  onOrAfter,
  onOrBefore,
  workingDayAfter,
  workingDayBefore,
} from '#calendar/working-day.ts';

describe('days off', () => {
  test.each<[Country, string, string]>([
    ['NO', '2026-01-01', 'nyttårsdag'],
    ['NO', '2026-04-02', 'skjærtorsdag'],
    ['NO', '2026-04-06', 'andre påskedag'],
    ['NO', '2027-05-17', 'grunnlovsdagen'],
    ['NO', '2026-05-14', 'Kristi himmelfartsdag'],
    ['NO', '2026-12-24', 'julaften'],
    ['NO', '2026-12-31', 'nyttårsaften'],
    ['SE', '2026-01-06', 'trettondedag jul'],
    ['SE', '2026-06-19', 'midsommarafton'],
    ['SE', '2025-06-06', 'nationaldagen'],
    ['SE', '2026-12-24', 'julafton'],
    ['SE', '2026-12-31', 'nyårsafton'],
    ['NO', '2018-09-01', 'a Saturday'],
    ['SE', '2018-09-02', 'a Sunday'],
  ])('%s %s is a day off: %s', (country, day) => expect(isWorkingDay(day, country)).toBe(false));

  test.each<[Country, string, string]>([
    ['NO', '2026-06-19', 'midsommarafton is a day off in Sweden alone'],
    ['NO', '2026-01-06', 'trettondedag jul is a day off in Sweden alone'],
    ['SE', '2026-04-02', 'skärtorsdag is a day off in Norway alone'],
    ['SE', '2027-05-17', '17 May is a day off in Norway alone'],
    ['NO', '2018-10-15', 'an ordinary Monday'],
  ])('%s %s is a working day: %s', (country, day) => expect(isWorkingDay(day, country)).toBe(true));
});

test.each([
  ['2018-07-15', '2018-07-13'],
  ['2018-09-03', '2018-08-31'],
  ['2018-10-10', '2018-10-09'],
  // From the Tuesday after Easter over six days off to the Wednesday before.
  ['2026-04-07', '2026-04-01'],
  ['2026-12-28', '2026-12-23'],
])('the working day before %s is %s', (day, before) => expect(workingDayBefore(day, 'NO')).toBe(before));

test('what lands on a day off goes to the working day before, and what does not stays', () => {
  expect(onOrBefore('2018-09-01', 'NO')).toBe('2018-08-31');
  expect(onOrBefore('2026-05-17', 'NO')).toBe('2026-05-15');
  expect(onOrBefore('2018-10-15', 'NO')).toBe('2018-10-15');
});

test('the first working day of a period is in it, or there is none', () => {
  expect(firstWorkingDayIn('2018-10-15', '2018-10-21', 'NO')).toBe('2018-10-15');
  expect(firstWorkingDayIn('2019-01-01', '2019-01-31', 'NO')).toBe('2019-01-02');
  expect(firstWorkingDayIn('2018-09-01', '2018-09-30', 'NO')).toBe('2018-09-03');
  expect(firstWorkingDayIn('2018-09-01', '2018-09-02', 'NO')).toBeUndefined();
});

test('for any day in either country the working day before is a working day, earlier, and the nearest', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom<Country>('NO', 'SE'), (of, country) => {
      const before = workingDayBefore(of, country);
      expect(before < of).toBe(true);
      expect(isWorkingDay(before, country)).toBe(true);
      const next = Temporal.PlainDate.from(before).add({ days: 1 }).toString();
      const lastOff = Temporal.PlainDate.from(of).subtract({ days: 1 }).toString();
      expect(firstWorkingDayIn(next, lastOff, country)).toBeUndefined();
    }),
  );
});

test.each([
  ['2026-09-11', '2026-09-14'],
  // Over Easter, from Maundy Thursday's eve to the Tuesday after.
  ['2026-04-01', '2026-04-07'],
  ['2026-12-23', '2026-12-28'],
])('the working day after %s is %s', (day, after) => expect(workingDayAfter(day, 'NO')).toBe(after));

test('what is asked about when late waits for the working day after, and a working day stays', () => {
  expect(onOrAfter('2026-05-17', 'NO')).toBe('2026-05-18');
  expect(onOrAfter('2018-10-15', 'NO')).toBe('2018-10-15');
});
