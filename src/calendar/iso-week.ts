import type { IsoDay } from './when.ts';

/** A stretch of days, both ends included. */
export type Span = { readonly start: IsoDay; readonly end: IsoDay };

/** How many ISO weeks the year has: 52, or 53 in the long years (2020, 2026, 2032). The week of 28 December is always the last. */
export function weeksIn(year: number): number {
  return Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
}

/**
 * The days of an ISO week, Monday to Sunday. Week 1 is the one with 4 January, so it may begin in the year before.
 * Undefined where the year has no such week: `daysOfWeek(2018, 53)`.
 */
export function daysOfWeek(year: number, week: number): Span | undefined {
  if (!Number.isInteger(week) || week < 1 || week > weeksIn(year)) return undefined;
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return { start: monday.toString(), end: monday.add({ days: 6 }).toString() };
}

/** The ISO week that a day lies in. Its year can differ from the day's own: 2018-12-31 lies in week 1 of 2019. */
export function weekOf(day: IsoDay): { year: number; week: number } {
  const date = Temporal.PlainDate.from(day);
  return { year: date.yearOfWeek ?? date.year, week: date.weekOfYear ?? 1 };
}
