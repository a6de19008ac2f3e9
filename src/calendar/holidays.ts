import { createRequire } from 'node:module';
import type HolidaysOfCountry from 'date-holidays';
import type { Country, IsoDay } from './when.ts';

/**
 * The days off of a country in a year, from `date-holidays`: the types `public` and `bank` (DESIGN section 4), so that
 * julaften, midsommarafton and both new year's eves count although they are no red days in the law. An eve that is off
 * from midday only (nyttårsaften) counts as a whole day off: nobody plans work on it. Asked once per country and year.
 */
export function holidaysIn(country: Country, year: number): ReadonlySet<IsoDay> {
  const key = `${country} ${year}`;
  let days = known.get(key);
  if (days === undefined) {
    days = new Set(
      calendarOf(country)
        .getHolidays(year)
        .map((holiday) => holiday.date.slice(0, 10)),
    );
    known.set(key, days);
  }
  return days;
}

const known = new Map<string, ReadonlySet<IsoDay>>();
const calendars = new Map<Country, HolidaysOfCountry>();

function calendarOf(country: Country): HolidaysOfCountry {
  let calendar = calendars.get(country);
  if (calendar === undefined) {
    const Holidays = library();
    calendar = new Holidays(country, { types: ['public', 'bank'] });
    calendars.set(country, calendar);
  }
  return calendar;
}

/**
 * `date-holidays` takes about 100 ms to load (it carries the whole world and its moons), a good part of a start that has
 * two seconds, so it is loaded when the first working day is asked for. `import()` would make every rule that counts
 * working days asynchronous; `require` is the one load that is both lazy and immediate.
 */
function library(): typeof HolidaysOfCountry {
  return createRequire(import.meta.url)('date-holidays');
}
