import { daysOfWeek, type Span, weeksIn } from './iso-week.ts';
import type { IsoDay, Precision } from './when.ts';

/** Why a date cannot be. `words` makes the sentence; the writer is asked to correct the cell, nothing is bent to fit. */
export type DateTrouble =
  /** Nothing that Klar knows as a date. */
  | { code: 'not-understood' }
  /** 31/2, or 29/2 in a year without it. */
  | { code: 'no-such-day' }
  /** 15/13. */
  | { code: 'no-such-month'; month: number }
  /** Week 54, or week 53 in a year that has `weeks` = 52. */
  | { code: 'no-such-week'; week: number; year: number; weeks: number }
  /** The fifth quarter, the fourth tertial, the third half-year. */
  | { code: 'no-such-period'; number: number; last: number }
  /** 25:00. */
  | { code: 'no-such-time' }
  /** "mandag 9. oktober" where `day` is a Tuesday: one of the two is wrong. */
  | { code: 'wrong-weekday'; day: IsoDay }
  /** "17.–15. september". */
  | { code: 'ends-before-start' }
  /** 45200: a spreadsheet's count of days since 1900, which is `day` unless it is a number of something else. */
  | { code: 'serial-number'; day: IsoDay }
  /** A day and month without a year, and neither the row nor the plan says which. */
  | { code: 'no-year' };

/**
 * A date as its words say it, before it is known which year is meant: "15/7", "uke 42", "juni–august". A reader makes
 * it from text; `choose-year.ts` finds the year and asks `at` for the days.
 */
export type Part = {
  readonly precision: Exclude<Precision, 'unknown'>;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'other';
  /** The year, where the text says it. */
  readonly year?: number;
  /** The month (1 to 12) where it begins or, if it is impossible, would: says which year an impossible date would lie in. */
  readonly month: number;
  /** The days in a year, or why that year has none. */
  readonly at: (year: number) => Span | DateTrouble;
  /** The same with another number: of week 42 the sibling 43 is week 43. Lets "uke 42-43" and "15.-17. mars" be read. */
  readonly sibling?: (number: number) => Part;
};

export const isTrouble = (found: Span | DateTrouble): found is DateTrouble => 'code' in found;

/** 15 September. */
export function dayPart(day: number, month: number): Part {
  return {
    precision: 'day',
    unit: 'day',
    month: Math.min(Math.max(month, 1), 12),
    at: (year) => {
      if (month < 1 || month > 12) return { code: 'no-such-month', month };
      try {
        // Without 'reject' Temporal bends 31/2 to 28/2 (DESIGN section 4).
        const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
        return { start: date, end: date };
      } catch {
        return { code: 'no-such-day' };
      }
    },
    sibling: (number) => dayPart(number, month),
  };
}

/** Week 42. */
export function weekPart(week: number): Part {
  return {
    precision: 'week',
    unit: 'week',
    month: Math.min(Math.max(Math.ceil(week / 4.4), 1), 12),
    at: (year) => daysOfWeek(year, week) ?? { code: 'no-such-week', week, year, weeks: weeksIn(year) },
    sibling: weekPart,
  };
}

/** March. */
export function monthPart(month: number): Part {
  return {
    precision: 'month',
    unit: 'month',
    month: Math.min(Math.max(month, 1), 12),
    at: (year) => (month < 1 || month > 12 ? { code: 'no-such-month', month } : monthsOf(year, month, month)),
  };
}

/**
 * The year cut in equal parts: 4 quarters, 3 tertials, 2 half-years. Only the quarter has a precision of its own; the
 * others are ranges.
 */
export function yearSlice(number: number, slices: 4 | 3 | 2): Part {
  const length = 12 / slices;
  return {
    precision: slices === 4 ? 'quarter' : 'range',
    unit: slices === 4 ? 'quarter' : 'other',
    month: Math.min(Math.max((number - 1) * length + 1, 1), 12),
    at: (year) =>
      number < 1 || number > slices
        ? { code: 'no-such-period', number, last: slices }
        : monthsOf(year, (number - 1) * length + 1, number * length),
    sibling: (other) => yearSlice(other, slices),
  };
}

/** A whole year, "2026". */
export function yearPart(year: number): Part {
  return { precision: 'range', unit: 'year', year, month: 1, at: (of) => monthsOf(of, 1, 12) };
}

/** A period that the words leave vague: "medio mai", "før jul", "høsten". `span` gives the days Klar takes it to mean. */
export function vaguePart(month: number, span: (year: number) => Span | DateTrouble): Part {
  return { precision: 'approximate', unit: 'other', month, at: span };
}

/** The same part in a year that the text names. */
export const inYear = (part: Part, year: number | undefined): Part => (year === undefined ? part : { ...part, year });

/** From the first day of one part to the last day of another: "juni–august", "uke 42-43", "28/12–3/1". */
export function joined(left: Part, right: Part): Part {
  const year = left.year ?? right.year;
  return {
    precision: left.precision === 'approximate' || right.precision === 'approximate' ? 'approximate' : 'range',
    unit: left.unit === right.unit ? left.unit : 'other',
    ...(year === undefined ? {} : { year }),
    month: left.month,
    at: (of) => {
      // Only a later month that is followed by an earlier one crosses the new year; "17.-15. september" is a slip.
      const crosses = left.month > right.month;
      const firstYear = left.year ?? (right.year !== undefined && crosses ? of - 1 : of);
      const from = left.at(firstYear);
      const to = right.at(right.year ?? (crosses ? firstYear + 1 : firstYear));
      if (isTrouble(from)) return from;
      if (isTrouble(to)) return to;
      return from.start > to.end ? { code: 'ends-before-start' } : { start: from.start, end: to.end };
    },
    ...(right.sibling === undefined ? {} : { sibling: right.sibling }),
  };
}

/** From the first day of one month to the last day of another. `last` may pass 12 and so reach into the next year. */
export function monthsOf(year: number, first: number, last: number): Span {
  const start = Temporal.PlainDate.from({ year, month: first, day: 1 });
  const end = start.add({ months: last - first + 1 }).subtract({ days: 1 });
  return { start: start.toString(), end: end.toString() };
}
