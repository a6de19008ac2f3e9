import type { IsoDay } from './when.ts';

const dayMs = 86_400_000;

/** A day so many days later; earlier where `days` is negative. By the calendar alone, so no change of the clock touches it. */
export const addDays = (day: IsoDay, days: number): IsoDay => textOf(numberOf(day) + days);

/** How many days later `to` is than `from`; negative where it is earlier. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => numberOf(to) - numberOf(from);

// The plans of a house share the days of a few years, and their reminders ask for them half a million times: each is worked out once.
const numbers = new Map<IsoDay, number>();
const texts = new Map<number, IsoDay>();

/** Days since 1 January 1970. */
function numberOf(day: IsoDay): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.parse(`${day}T00:00:00Z`) / dayMs;
    numbers.set(day, number);
  }
  return number;
}

function textOf(number: number): IsoDay {
  let text = texts.get(number);
  if (text === undefined) {
    text = new Date(number * dayMs).toISOString().slice(0, 10);
    texts.set(number, text);
  }
  return text;
}
