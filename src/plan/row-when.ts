import { readMonthHeading } from '#calendar/month-heading.ts';
import { asApproximate, readWhen, speaksOfDoubt } from '#calendar/read-date.ts';
import type { IsoDay, When } from '#calendar/when.ts';
import type { Role } from './columns.ts';
import type { CellAt, PlanProblem } from './problem.ts';

/** The cells of a row by what they hold; text is trimmed, empty where there is none. */
export interface RowCells {
  text(role: Role): string;
  /** The cell, for pointing at. */
  at(role: Role): CellAt;
}

/** The month or year that a heading above the row gives it. */
export interface HeadingMonth {
  month?: number;
  year?: number;
}

export interface Surroundings {
  heading: HeadingMonth;
  /** The first day of the plan. */
  starts: IsoDay | undefined;
  /** The first day of the row above. */
  after: IsoDay | undefined;
}

export type RowWhen =
  | {
      ok: true;
      when: When;
      /** Where the date stands, for pointing at. */
      at: CellAt;
      /** The month that the row's own column or the heading says, 1 to 12. */
      month: number | undefined;
    }
  | { ok: false; refused: (CellAt & { problem: PlanProblem })[] };

/**
 * When a row happens, by the first of these that it fills: a date, a week number, a first and last day, a first and last
 * month, its month, the heading above it. A year of its own beats the heading's, and a description that speaks of the
 * time with doubt makes all of it approximate. A year alone is no date.
 */
export function readRowWhen(cells: RowCells, { heading, starts, after }: Surroundings): RowWhen {
  const year = readYear(cells.text('year')) ?? heading.year;
  if (Number.isNaN(year)) return refuse(cells.at('year'), { code: 'not-a-year' });
  const own = cells.text('month') === '' ? heading : readMonth(cells.text('month'));
  const hints: Hints = {
    ...given('year', year ?? own?.year),
    ...given('month', own?.month),
    ...given('starts', starts),
    ...given('after', after),
  };

  const first = firstFilled(cells, ['when', 'week', 'startsOn', 'startMonth']);
  const last = firstFilled(cells, ['endsOn', 'endMonth']);
  const reading =
    first && last
      ? readSpan(cells, first, last, hints)
      : first || last
        ? readCell(cells, first ?? last ?? 'when', hints)
        : readMonthOf(cells, own, hints);
  if (!reading.ok) return reading;
  const inDoubt = speaksOfDoubt(cells.text('description')) || speaksOfDoubt(cells.text('remark'));
  return { ...reading, when: inDoubt ? asApproximate(reading.when) : reading.when, month: hints.month };
}

interface Hints {
  year?: number;
  month?: number;
  starts?: IsoDay;
  after?: IsoDay;
}

type Reading = { ok: true; when: When; at: CellAt } | Extract<RowWhen, { ok: false }>;

function readMonthOf(cells: RowCells, own: HeadingMonth | undefined, hints: Hints): Reading {
  const at = cells.at(cells.text('month') === '' ? emptyDate(cells) : 'month');
  if (own) return outcome(readWhen('', hints), at, monthText(cells));
  // Not one month, but perhaps two ("september–oktober") or a quarter.
  const reading = readWhen(cells.text('month'), hints);
  return reading.ok ? outcome(reading, at) : refuse(at, { code: 'not-a-month' });
}

/** The column in which a row without a date would have one. */
function emptyDate(cells: RowCells): Role {
  const roles: readonly Role[] = ['when', 'startsOn', 'startMonth', 'week', 'month', 'endsOn', 'endMonth'];
  return roles.find((role) => cells.at(role).column !== null) ?? 'when';
}

/** The author's own words for a month that stands in columns of its own: "Oktober 2018". */
function monthText(cells: RowCells): string {
  return cells.text('month') === '' ? '' : [cells.text('month'), cells.text('year')].join(' ').trim();
}

function readCell(cells: RowCells, role: Role, hints: Hints): Reading {
  const text = cells.text(role);
  const figures = /^\d{1,2}$/.test(text);
  // In a column of weeks or months a bare number is the number of one.
  if (role === 'week' && figures) {
    return outcome(readWhen(`uke ${text}`, hints), cells.at(role), `${cells.at(role).column} ${text}`);
  }
  if ((role === 'startMonth' || role === 'endMonth') && figures) {
    return outcome(readWhen('', { ...hints, month: Number(text) }), cells.at(role), text);
  }
  return outcome(readWhen(text, hints), cells.at(role));
}

function readSpan(cells: RowCells, first: Role, last: Role, hints: Hints): Reading {
  const from = readCell(cells, first, hints);
  const to = readCell(cells, last, from.ok && from.when.start ? { ...hints, after: from.when.start } : hints);
  if (!from.ok || !to.ok) {
    return { ok: false, refused: [from, to].flatMap((reading) => (reading.ok ? [] : reading.refused)) };
  }
  const { when: begins } = from;
  const { when: ends } = intoNextYear(cells, last, { from, to, hints });
  if (begins.start === null || begins.end === null) return { ...to, when: ends };
  if (ends.start === null || ends.end === null) return from;
  if (ends.end < begins.start) {
    return refuse(cells.at(last), { code: 'ends-before-start', start: begins.start, end: ends.end });
  }
  const same = begins.start === ends.start && begins.end === ends.end;
  const approximate = begins.precision === 'approximate' || ends.precision === 'approximate';
  const precision = approximate ? 'approximate' : same ? begins.precision : 'range';
  const text = same ? begins.text : `${begins.text}–${ends.text}`;
  return { ...from, when: { start: begins.start, end: ends.end, precision, text } };
}

/** November to February in a row of 2018 ends in 2019: the row's year is that of its beginning. */
function intoNextYear(
  cells: RowCells,
  last: Role,
  { from, to, hints }: { from: { when: When }; to: { ok: true; when: When; at: CellAt }; hints: Hints },
): { when: When } {
  const start = from.when.start;
  const end = to.when.end;
  if (!start || !end || end >= start || hints.year === undefined) return to;
  if (start.slice(0, 4) !== end.slice(0, 4) || start.slice(5, 7) <= end.slice(5, 7)) return to;
  const { month: _, ...withoutMonth } = hints;
  const later = readCell(cells, last, { ...withoutMonth, year: hints.year + 1 });
  return later.ok ? later : to;
}

function outcome(reading: ReturnType<typeof readWhen>, at: CellAt, text?: string): Reading {
  if (!reading.ok) return refuse(at, { code: 'date', problem: reading.problem });
  return { ok: true, when: text === undefined ? reading.when : { ...reading.when, text }, at };
}

function refuse(at: CellAt, problem: PlanProblem): Extract<RowWhen, { ok: false }> {
  return { ok: false, refused: [{ ...at, problem }] };
}

function firstFilled(cells: RowCells, roles: readonly Role[]): Role | undefined {
  return roles.find((role) => cells.text(role) !== '');
}

/** Undefined when nothing stands there, NaN when what stands there is no year. */
function readYear(text: string): number | undefined {
  if (text === '') return undefined;
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : Number.NaN;
}

/** A month by name or number, undefined when it is neither. */
function readMonth(text: string): HeadingMonth | undefined {
  const number = /^(0?[1-9]|1[0-2])\.?$/.exec(text)?.[1];
  return number === undefined ? readMonthHeading(text) : { month: Number(number) };
}

/** A field, left out where there is nothing to put in it. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
