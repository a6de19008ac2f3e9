import type { Moment } from './span.ts';

/** A rule as jCal writes it (RFC 7265, 3.6.10): one value, or a list where there are several. */
export type Rule = Record<string, unknown>;

export interface Occurrences {
  days: Temporal.PlainDate[];
  /** Whether there are more than are told. */
  more: boolean;
}

/** The most that are read of an event that comes again and again. A plan has no more weekly meetings than this. */
const MAX_TIMES = 200;
const MAX_YEARS = 2;
/** No period is shorter than a day. */
const MOST_DAYS = 366 * MAX_YEARS;

/** How many days are still looked at, over all rules of a file. */
export interface Patience {
  days: number;
}

/** For a hundred events that come again for two years; beyond them the first time of each is told. */
export function newPatience(): Patience {
  return { days: 100 * MOST_DAYS };
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * The days on which a recurring event happens, the first day among them: at most 200 and within two years. Periods
 * (days, weeks, months, years) are walked one after the other and each of their days is asked whether the rule means
 * it, so that a rule which means no day at all ends too. What comes every so many hours is no part of a plan: of that
 * only the first time is told.
 */
export function occurrences(
  first: Temporal.PlainDate,
  rule: Rule,
  { until, patience = newPatience() }: { until?: Moment | undefined; patience?: Patience } = {},
): Occurrences {
  const end = first.add({ years: MAX_YEARS });
  const count = Number(rule.count ?? Number.POSITIVE_INFINITY);
  const days = [first];
  if (count <= 1) return { days, more: false };
  if (!['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'].includes(String(rule.freq))) return { days, more: true };
  for (const day of daysOf(first, end, rule, patience)) {
    if (Temporal.PlainDate.compare(day, first) <= 0) continue;
    if (until && Temporal.PlainDate.compare(day, until.day) > 0) return { days, more: false };
    if (days.length >= MAX_TIMES) return { days, more: true };
    days.push(day);
    if (days.length >= count) return { days, more: false };
  }
  if (patience.days <= 0) return { days, more: true };
  // Nothing more came within the time: the rule goes on after it, unless it has already ended.
  const ended = until !== undefined && Temporal.PlainDate.compare(until.day, end) < 0;
  return { days, more: !ended && days.length > 1 };
}

/** The days that a rule means, in order, up to an end. */
function* daysOf(
  first: Temporal.PlainDate,
  end: Temporal.PlainDate,
  rule: Rule,
  patience: Patience,
): Generator<Temporal.PlainDate> {
  const step = Math.max(1, Number(rule.interval ?? 1));
  for (let index = 0; index <= MOST_DAYS; index += step) {
    const period = periodOf(first, rule, index);
    if (Temporal.PlainDate.compare(period.start, end) > 0) return;
    const meant: Temporal.PlainDate[] = [];
    for (let day = period.start; Temporal.PlainDate.compare(day, period.end) < 0; day = day.add({ days: 1 })) {
      patience.days -= 1;
      if (patience.days <= 0) return;
      if (means(rule, day, first)) meant.push(day);
    }
    const chosen = inPositions(meant, list(rule.bysetpos).map(Number));
    yield* chosen.filter((day) => Temporal.PlainDate.compare(day, end) <= 0);
  }
}

/** The period of a number of steps after the one that holds the first day; its end is exclusive. */
function periodOf(first: Temporal.PlainDate, { freq, wkst }: Rule, index: number) {
  switch (freq) {
    case 'YEARLY': {
      const start = first.with({ month: 1, day: 1 }).add({ years: index });
      return { start, end: start.add({ years: 1 }) };
    }
    case 'MONTHLY': {
      const start = first.with({ day: 1 }).add({ months: index });
      return { start, end: start.add({ months: 1 }) };
    }
    case 'WEEKLY': {
      // ical.js numbers the days from Sunday, 1.
      const weekStart = typeof wkst === 'number' ? ((wkst + 5) % 7) + 1 : 1;
      const start = first.subtract({ days: (first.dayOfWeek - weekStart + 7) % 7 }).add({ weeks: index });
      return { start, end: start.add({ weeks: 1 }) };
    }
    default: {
      const start = first.add({ days: index });
      return { start, end: start.add({ days: 1 }) };
    }
  }
}

/** Whether a rule means a day of its period. What the rule leaves open is as on the first day (RFC 5545, 3.3.10). */
function means(rule: Rule, day: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const months = list(rule.bymonth).map(Number);
  const monthDays = list(rule.bymonthday).map(Number);
  const yearDays = list(rule.byyearday).map(Number);
  const weeks = list(rule.byweekno).map(Number);
  const named = list(rule.byday).map(String);
  if (months.length > 0 && !months.includes(day.month)) return false;
  if (monthDays.length > 0 && !hasPlace(monthDays, day.day, day.daysInMonth)) return false;
  if (yearDays.length > 0 && !hasPlace(yearDays, day.dayOfYear, day.daysInYear)) return false;
  if (weeks.length > 0 && !weeks.includes(day.weekOfYear ?? 0)) return false;
  if (named.length > 0) return named.some((one) => isNamed(one, day, rule, months.length > 0));
  if (monthDays.length > 0 || yearDays.length > 0) return true;
  if (rule.freq === 'WEEKLY' || weeks.length > 0) return day.dayOfWeek === first.dayOfWeek;
  if (rule.freq === 'MONTHLY') return day.day === first.day;
  if (rule.freq === 'YEARLY') return day.day === first.day && (months.length > 0 || day.month === first.month);
  return true;
}

/** "TU" is every Tuesday, "2TU" the second and "-1TU" the last of the month, or of the year. */
function isNamed(name: string, day: Temporal.PlainDate, { freq }: Rule, inMonths: boolean): boolean {
  const [, ordinal = '', weekday = ''] = /^([+-]?\d+)?([A-Z]{2})$/u.exec(name.toUpperCase()) ?? [];
  if (weekdays[day.dayOfWeek - 1] !== weekday) return false;
  if (ordinal === '' || (freq !== 'MONTHLY' && freq !== 'YEARLY')) return true;
  const ofYear = freq === 'YEARLY' && !inMonths;
  const [place, length] = ofYear ? [day.dayOfYear, day.daysInYear] : [day.day, day.daysInMonth];
  const fromFront = Math.ceil(place / 7);
  const fromBack = -Math.ceil((length - place + 1) / 7);
  return [fromFront, fromBack].includes(Number(ordinal));
}

/** Places are counted from 1, or from the end with -1. */
function hasPlace(places: readonly number[], place: number, length: number): boolean {
  return places.includes(place) || places.includes(place - length - 1);
}

function inPositions<T>(all: readonly T[], positions: readonly number[]): readonly T[] {
  return positions.length === 0 ? all : all.filter((_, index) => hasPlace(positions, index + 1, all.length));
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
