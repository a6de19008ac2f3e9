import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryOfZone, dayIn, instantAt, isTimeZone } from '#calendar/zone.ts';

describe('a time on a day in a zone', () => {
  test.each([
    ['2018-08-31', '09:00', 'Europe/Oslo', '2018-08-31T09:00:00+02:00'],
    ['2018-12-03', '09:00', 'Europe/Oslo', '2018-12-03T09:00:00+01:00'],
    // Clocks went forward on 2018-03-25 at 02:00 and back on 2018-10-28 at 03:00.
    ['2018-03-24', '09:00', 'Europe/Oslo', '2018-03-24T09:00:00+01:00'],
    ['2018-03-25', '09:00', 'Europe/Oslo', '2018-03-25T09:00:00+02:00'],
    ['2018-03-25', '02:30', 'Europe/Oslo', '2018-03-25T03:30:00+02:00'],
    ['2018-10-28', '02:30', 'Europe/Oslo', '2018-10-28T02:30:00+02:00'],
    ['2018-10-28', '09:00', 'Europe/Oslo', '2018-10-28T09:00:00+01:00'],
    ['2018-08-31', '09:00', 'UTC', '2018-08-31T09:00:00+00:00'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => expect(instantAt(day, time, zone)).toBe(instant));
});

describe('which day it is in a zone', () => {
  test.each([
    ['2018-10-09T21:59:00Z', '2018-10-09'],
    ['2018-10-09T22:00:00Z', '2018-10-10'],
    ['2018-12-09T22:59:00Z', '2018-12-09'],
    ['2018-12-09T23:00:00Z', '2018-12-10'],
    ['2018-10-09T23:30:00-05:00', '2018-10-10'],
  ])('%s is %s in Oslo', (instant, day) => expect(dayIn('Europe/Oslo', instant)).toBe(day));

  test('is the day that an instant was made from, also across both clock changes', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const zone = fc.constantFrom('Europe/Oslo', 'Europe/Stockholm', 'UTC', 'America/New_York', 'Pacific/Auckland');
    const time = fc.constantFrom('00:00', '02:30', '09:00', '23:59');
    fc.assert(
      fc.property(day, time, zone, (of, at, where) => {
        expect(dayIn(where, instantAt(of, at, where))).toBe(of);
      }),
    );
  });
});

test.each([
  ['Europe/Oslo', true],
  ['Europe/Stockholm', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['+02:00', false],
  ['', false],
  ['Oslo', false],
])('%j is a time zone: %s', (text, is) => expect(isTimeZone(text)).toBe(is));

test.each([
  ['Europe/Oslo', 'sv', 'NO'],
  ['Europe/Stockholm', 'nb', 'SE'],
  ['Europe/London', 'sv', 'SE'],
  ['Europe/London', 'en', 'NO'],
] as const)('the holidays that count in %s for those who speak %s are those of %s', (zone, language, country) => {
  expect(countryOfZone(zone, language)).toBe(country);
});
