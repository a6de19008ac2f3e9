import { addDays } from './add-days.ts';
import { holidaysIn } from './holidays.ts';
import type { Country, IsoDay } from './when.ts';

/** Whether people are at work: Monday to Friday, outside the country's holidays (`holidays.ts` says which those are). */
export function isWorkingDay(day: IsoDay, country: Country): boolean {
  const known = knownDays[country];
  let isOne = known.get(day);
  if (isOne === undefined) {
    const date = Temporal.PlainDate.from(day);
    isOne = date.dayOfWeek <= 5 && !holidaysIn(country, date.year).has(day);
    known.set(day, isOne);
  }
  return isOne;
}

/** Asked once per country and day: all plans together lie within a few years. */
const knownDays: Record<Country, Map<IsoDay, boolean>> = { NO: new Map(), SE: new Map() };

/** The last working day strictly before a day: of Monday it is Friday, of the Tuesday after Easter the Wednesday before it (NO). */
export const workingDayBefore = (day: IsoDay, country: Country): IsoDay => onOrBefore(addDays(day, -1), country);

/** The first working day strictly after a day: of Friday it is Monday. */
export const workingDayAfter = (day: IsoDay, country: Country): IsoDay => onOrAfter(addDays(day, 1), country);

/** The day itself where it is a working day, otherwise the working day before it: where a reminder that lands on a day off goes. */
export function onOrBefore(day: IsoDay, country: Country): IsoDay {
  let found = day;
  while (!isWorkingDay(found, country)) found = addDays(found, -1);
  return found;
}

/** The day itself where it is a working day, otherwise the working day after it: where what is late is asked about. */
export function onOrAfter(day: IsoDay, country: Country): IsoDay {
  let found = day;
  while (!isWorkingDay(found, country)) found = addDays(found, 1);
  return found;
}

/** The first working day of a period, both ends included; undefined where it has none (a weekend, say). */
export function firstWorkingDayIn(start: IsoDay, end: IsoDay, country: Country): IsoDay | undefined {
  const first = onOrAfter(start, country);
  return first <= end ? first : undefined;
}
