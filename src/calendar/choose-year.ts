import { type DateTrouble, isTrouble, type Part } from './date-part.ts';
import type { Span } from './iso-week.ts';
import type { IsoDay } from './when.ts';

/**
 * What a row knows about its year. `year` and `month` (1 to 12) come from the row's own columns or the heading above it,
 * `starts` is where the plan starts, `after` the start of the row above.
 */
export type DateHints = { year?: number; month?: number; starts?: IsoDay; after?: IsoDay };

/** How far before the plan's start a row may lie: preparations stand at the top of a plan. */
const MONTHS_BEFORE_START = 2;
/** How far back a row may step from the one above it, in a plan whose sections each begin anew. */
const MONTHS_BACK_FROM_ROW_ABOVE = 3;

/**
 * The days that a part stands for, once its year is found. In this order:
 * 1. the year in the text;
 * 2. the year of the row, or the year beside it if only that meets the row's month ("uke 1" under December);
 * 3. the first year in which the date ends no earlier than two months before the plan starts and three months before
 *    the row above, so that a plan from August to April crosses the new year and a row a little out of order does not
 *    jump a year ahead;
 * 4. none of these: `no-year`. A year is never guessed from today's date.
 *
 * An impossible date is refused in the year where it would lie; Klar does not go looking for a year that has week 53.
 * `aside` is the dates in brackets that say which week or month is meant, as in "uke 42 (15.–21. oktober 2018)".
 */
export function daysOf(part: Part, hints: DateHints, aside?: Span): Span | DateTrouble {
  if (part.year !== undefined) return part.at(part.year);
  if (aside !== undefined) {
    const year = Number(aside.start.slice(0, 4));
    const meeting = [year, year + 1, year - 1].map((of) => part.at(of)).find((found) => meets(found, aside));
    if (meeting !== undefined) return meeting;
  }
  if (hints.year !== undefined) return inYearOfRow(part, hints.year, hints.month);
  const earliest = earliestDay(hints);
  return earliest === undefined ? { code: 'no-year' } : firstFrom(part, earliest);
}

function inYearOfRow(part: Part, year: number, month: number | undefined): Span | DateTrouble {
  const inRow = part.at(year);
  if (month === undefined) return inRow;
  const first = `${year}-${String(month).padStart(2, '0')}`;
  const heading = { start: `${first}-01`, end: `${first}-31` };
  if (meets(inRow, heading)) return inRow;
  return [year - 1, year + 1].map((of) => part.at(of)).find((found) => meets(found, heading)) ?? inRow;
}

function meets(found: Span | DateTrouble, span: Span): boolean {
  return !isTrouble(found) && found.start <= span.end && found.end >= span.start;
}

function earliestDay({ starts, after }: DateHints): IsoDay | undefined {
  const back = (day: IsoDay | undefined, months: number) => (day === undefined ? [] : [monthsBefore(day, months)]);
  return [...back(starts, MONTHS_BEFORE_START), ...back(after, MONTHS_BACK_FROM_ROW_ABOVE)].sort().at(-1);
}

/** A bound to compare days with, as text: 31 May less three months is "02-31", and every day of February lies before it. */
function monthsBefore(day: IsoDay, months: number): IsoDay {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

function firstFrom(part: Part, earliest: IsoDay): Span | DateTrouble {
  const year = Number(earliest.slice(0, 4));
  // A stretch over new year, and week 1, may begin in the year before.
  for (const candidate of [year - 1, year, year + 1]) {
    const found = part.at(candidate);
    const end = isTrouble(found) ? `${candidate}-${String(part.month).padStart(2, '0')}-31` : found.end;
    if (end >= earliest) return found;
  }
  return part.at(year + 1);
}
