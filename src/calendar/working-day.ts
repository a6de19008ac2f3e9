import { holidaysIn } from './holidays.ts';
import type { Country, IsoDay } from './when.ts';

/** Whether people are at work: Monday to Friday, outside the country's holidays (`holidays.ts` says which those are). */
export function isWorkingDay(day: IsoDay, country: Country): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek <= 5 && !holidaysIn(country, date.year).has(day);
}

/** The last working day strictly before a day: of Monday it is Friday, of the Tuesday after Easter the Wednesday before it (NO). */
export function workingDayBefore(day: IsoDay, country: Country): IsoDay {
  return onOrBefore(Temporal.PlainDate.from(day).subtract({ days: 1 }).toString(), country);
}

/** The day itself where it is a working day, otherwise the working day before it: where a reminder that lands on a day off goes. */
export function onOrBefore(day: IsoDay, country: Country): IsoDay {
  let date = Temporal.PlainDate.from(day);
  while (!isWorkingDay(date.toString(), country)) date = date.subtract({ days: 1 });
  return date.toString();
}

/** The first working day of a period, both ends included; undefined where it has none (a weekend, say). */
export function firstWorkingDayIn(start: IsoDay, end: IsoDay, country: Country): IsoDay | undefined {
  for (let date = Temporal.PlainDate.from(start); date.toString() <= end; date = date.add({ days: 1 })) {
    if (isWorkingDay(date.toString(), country)) return date.toString();
  }
  return undefined;
}
