import { shapeOf } from '#calendar/span-shape.ts';
import type { Country, IsoDay, When } from '#calendar/when.ts';
import { firstWorkingDayIn } from '#calendar/working-day.ts';
import type { Activity, PlannedRow } from '../activity.ts';
import { isOver } from '../standing.ts';

/** What a row needs for saying whether it comes after another: also a row of a file, of which nothing is said yet. */
export type Timed = Pick<PlannedRow, 'when' | 'kind'> & Partial<Pick<Activity, 'state' | 'halted'>>;

/** A date that has days. */
export type Dated = When & { start: IsoDay; end: IsoDay };
export const isDated = (when: When): when is Dated => when.start !== null && when.end !== null;

/**
 * Whether something happens some time within the days of a date ("uke 42", "i mars", "medio mai") rather than on its
 * first day ("15. mars", "15.–17. september", also where they are assumed).
 */
export function isWindow(when: Dated): boolean {
  const { is } = shapeOf(when, when.precision);
  return is !== 'day' && is !== 'days';
}

const isBehind = (row: Timed): boolean => isOver({ state: 'planned', ...row });

/** The dates of two rows of which one may be too early for the other: nobody waits for what is over or has no date. */
function datesOf(row: Timed, awaited: Timed): { when: Dated; before: Dated } | undefined {
  if (isBehind(row) || isBehind(awaited) || !isDated(row.when) || !isDated(awaited.when)) return undefined;
  return { when: row.when, before: awaited.when };
}

/**
 * Whether a row certainly begins before what it waits for is over. What happens within a period may happen at its end,
 * so a row in October is no conflict with a gate in October; what begins on a day begins then.
 */
export function isTooEarly(row: Timed, awaited: Timed): boolean {
  const dates = datesOf(row, awaited);
  if (!dates) return false;
  const { when, before } = dates;
  return isWindow(when) ? when.end < before.end : !isAfter(when, before, awaited.kind);
}

/**
 * Whether a row has room after what it waits for: begins after its last day or, when it is a period that is longer than
 * what it waits for, still has a working day of it left.
 */
export function hasRoom(row: Timed, awaited: Timed, country: Country): boolean {
  const dates = datesOf(row, awaited);
  if (!dates) return true;
  const { when, before } = dates;
  if (!isWindow(when)) return isAfter(when, before, awaited.kind);
  if (when.start > before.end) return true;
  return lengthOf(before) < lengthOf(when) && firstWorkingDayIn(dayAfter(before.end), when.end, country) !== undefined;
}

/** After the last day; of what takes an hour or two (a gate, a meeting) on the same day too. */
const isAfter = (when: Dated, awaited: Dated, kind: Timed['kind']): boolean =>
  when.start > awaited.end || (when.start === awaited.end && awaited.start === awaited.end && moments.has(kind));
const moments: ReadonlySet<Timed['kind']> = new Set(['gate', 'milestone', 'meeting']);

/** Days of a date, both ends included. */
export const lengthOf = ({ start, end }: Pick<Dated, 'start' | 'end'>): number =>
  Temporal.PlainDate.from(start).until(end).days + 1;

export const dayAfter = (day: IsoDay, days = 1): IsoDay => Temporal.PlainDate.from(day).add({ days }).toString();

/** A row that begins too early, and of what it waits for what is over last. */
export interface Conflict<R> {
  row: R;
  awaited: R;
}

/** The rows that begin before what they wait for is over, in the order of the plan, each once. */
export function conflictsIn<R extends Timed>(waitsFor: ReadonlyMap<R, readonly R[]>): Conflict<R>[] {
  return [...waitsFor].flatMap(([row, awaited]) => {
    const late = awaited.filter((one) => isTooEarly(row, one));
    const [last] = late.toSorted((a, b) => (b.when.end ?? '').localeCompare(a.when.end ?? ''));
    return last ? [{ row, awaited: last }] : [];
  });
}
