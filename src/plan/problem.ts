import type { DateProblem } from '#calendar/read-date.ts';
import type { IsoDay } from '#calendar/when.ts';
import type { ActivityKind } from './activity.ts';

/** What keeps a row out of the plan. Turned into a sentence by whoever shows it (`import.problem.*`). */
export type PlanProblem =
  /** The date cannot be read; says why. */
  | { code: 'date'; problem: DateProblem }
  /** The last day, in a column of its own, lies before the first. */
  | { code: 'ends-before-start'; start: IsoDay; end: IsoDay }
  | { code: 'not-a-year' }
  | { code: 'not-a-month' }
  /** The row has a date or more, but nothing that says what happens. */
  | { code: 'no-title' }
  /** No row of the table heads a column of activities. */
  | { code: 'no-title-column' };

/** What is worth a second look in a row that can be saved, and why a repeated row is left out (`import.warning.*`). */
export type PlanWarning =
  /** The day is a Saturday or a Sunday. */
  | { code: 'weekend'; day: IsoDay }
  /** The day is a public holiday or another day off of the country. */
  | { code: 'holiday'; day: IsoDay }
  /** The date lies outside the month of its own column or of the heading above it; `monthOfRow` is 1 to 12. */
  | { code: 'other-month'; monthOfRow: number }
  /** The row lies before the row `before` above it, in a plan that is otherwise in order of time. */
  | { code: 'out-of-order'; before: number }
  /** The same as the earlier row `of` (title, date and units): left out. */
  | { code: 'repeated'; of: number }
  | { code: 'no-date' }
  /** In a plan that Klar wrote, the words for the date have been changed and these, its days in columns of their own, not. */
  | { code: 'other-days'; start: IsoDay; end: IsoDay }
  /** The Type column says something that is no kind; `kind` was inferred instead. */
  | { code: 'unknown-type'; kind: ActivityKind }
  /** The row waits for `text`, which is neither a row nor a gate of the plan: left out. */
  | { code: 'after-unknown'; text: string }
  /** These rows wait for each other (`rows`, the first few of `count`), or one for itself: what makes the ring is left out. */
  | { code: 'after-circle'; rows: string; count: number }
  /** The row begins before the row `of` that it waits for is over; `end` is the last day of that one. */
  | { code: 'before-what-it-waits-for'; of: number; end: IsoDay };

/** A cell of the file, for pointing at. */
export interface CellAt {
  /** As headed in the file; null when no single column is meant. */
  column: string | null;
  /** What stands in the cell. */
  value: string;
}

/** Something about one cell of a row. */
interface Finding<P> extends CellAt {
  /** As a spreadsheet numbers it: the heading row is 1. */
  row: number;
  problem: P;
}

export type Refused = Finding<PlanProblem>;
export type Warning = Finding<PlanWarning>;
