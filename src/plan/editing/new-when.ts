import { type DateProblem, readWhen } from '#calendar/read-date.ts';
import type { IsoDay, When } from '#calendar/when.ts';
import { type Dated, isDated } from '../dependencies/follow.ts';

export type NewWhen =
  | { ok: true; when: Dated; time?: string }
  /** It cannot be read, or is no date ("avklares"). */
  | { ok: false; problem?: DateProblem };

/**
 * The date that somebody wants to move a row to, as they wrote it. Where it names no year it is the one nearest to where
 * the row stands now, of those that are not over; a row without a date is moved to the next such date.
 * @param from Where the row stands now.
 */
export function readNewWhen(text: string, from: When, today: IsoDay): NewWhen {
  const near = from.start ?? today;
  const year = Number(near.slice(0, 4));
  const years = [year, year + 1, year - 1, Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1];
  const readings = [...new Set(years)].map((one) => readWhen(text, { year: one }));
  const dated = readings.flatMap((read) =>
    read.ok && isDated(read.when) ? [{ when: read.when, ...(read.time === undefined ? {} : { time: read.time }) }] : [],
  );
  const ahead = dated.filter(({ when }) => when.end >= today);
  const [nearest] = (ahead.length > 0 ? ahead : dated).toSorted(
    (a, b) => distance(a.when.start, near) - distance(b.when.start, near),
  );
  if (nearest) return { ok: true, ...nearest };
  const [first] = readings;
  return first && !first.ok ? { ok: false, problem: first.problem } : { ok: false };
}

const distance = (one: IsoDay, other: IsoDay): number => Math.abs(Temporal.PlainDate.from(one).until(other).days);

/** Whether a text says these days by itself, so that it can be kept as its author wrote it. */
export function saysByItself(text: string, { start, end, precision }: When): boolean {
  const read = readWhen(text, {});
  return read.ok && read.when.start === start && read.when.end === end && read.when.precision === precision;
}
