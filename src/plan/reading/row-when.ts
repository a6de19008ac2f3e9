import { readMonthHeading } from '#calendar/month-heading.ts';
import { asApproximate, readWhen, speaksOfDoubt } from '#calendar/read-date.ts';
import { readTime } from '#calendar/time-of-day.ts';
import type { IsoDay, When } from '#calendar/when.ts';
import { readOwnDate } from '../export/own-date.ts';
import type { CellAt, PlanProblem } from '../problem.ts';
import type { Role } from './columns.ts';

/** The cells of a row by what they hold; text is trimmed, empty where there is none. */
export interface RowCells {
  text(role: Role): string;
  /** The cell, for pointing at. */
  at(role: Role): CellAt;
  /** Descriptions and remarks, each as written. */
  notes(): readonly string[];
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
      /** The hour, `09:00` or `09:00–15:00`, where the date or a column of hours says one. */
      time: string | undefined;
      /** Where the date stands, for pointing at. */
      at: CellAt;
      /** The month that the row's own column or the heading says, 1 to 12. */
      month: number | undefined;
      /** The days of the row's other columns, where the words of a plan that Klar wrote have been changed since. */
      differsFrom?: { start: IsoDay; end: IsoDay };
    }
  | { ok: false; refused: (CellAt & { problem: PlanProblem })[] };

/**
 * When a row happens, by the first of these that it fills: a date, the number of a week or a quarter, a first and last
 * day, a first and last month, its month, the heading above it. The hour is that of a column of hours, else the date's. A year of its own beats the heading's, and a description that speaks of the
 * time with doubt makes all of it approximate. A year alone is no date.
 */
export function readRowWhen(cells: RowCells, { heading, starts, after }: Surroundings): RowWhen {
  const written = writtenByKlar(cells);
  if (written) return written;
  const year = readYear(cells.text('year')) ?? heading.year;
  if (Number.isNaN(year)) return refuse(cells.at('year'), { code: 'not-a-year' });
  const own = cells.text('month') === '' ? heading : readMonth(cells.text('month'));
  const hints: Hints = {
    ...given('year', year ?? own?.year),
    ...given('month', own?.month),
    ...given('starts', starts),
    ...given('after', after),
  };

  const first = firstFilled(cells, ['when', 'week', 'startsOn', 'startMonth', 'quarter']);
  const last = firstFilled(cells, ['endsOn', 'endWeek', 'endMonth']);
  const reading =
    first && last
      ? readSpan(cells, first, last, hints)
      : first || last
        ? readCell(cells, first ?? last ?? 'when', hints)
        : readMonthOf(cells, own, hints);
  const hour = readHours(cells);
  if (!reading.ok || !hour.ok) {
    return { ok: false, refused: [reading, hour].flatMap((one) => (one.ok ? [] : one.refused)) };
  }
  const when = cells.notes().some(speaksOfDoubt) ? asApproximate(reading.when) : reading.when;
  return { ok: true, when, time: hour.time ?? reading.time, at: reading.at, month: hints.month };
}

/** The date of a row of Klar's own export (see `own-date.ts`), undefined for any other. */
function writtenByKlar(cells: RowCells): RowWhen | undefined {
  if (cells.text('precision') === '') return undefined;
  const own = readOwnDate({
    text: cells.text('when'),
    first: cells.text('startsOn'),
    last: cells.text('endsOn'),
    precision: cells.text('precision'),
  });
  const hour = readHours(cells);
  if (!own || !hour.ok) return undefined;
  const { time, ...rest } = own;
  return { ok: true, ...rest, time: hour.time ?? time, at: cells.at('when'), month: undefined };
}

interface Hints {
  year?: number;
  month?: number;
  starts?: IsoDay;
  after?: IsoDay;
}

type Reading = { ok: true; when: When; time?: string; at: CellAt } | Extract<RowWhen, { ok: false }>;

/** The hours in columns of their own. What is no hour there ("etter lunsj") is left to the description. */
function readHours(cells: RowCells): { ok: true; time?: string } | Extract<RowWhen, { ok: false }> {
  if (cells.text('time') === '' && cells.text('timeTo') === '') return { ok: true };
  const from = readTime(cells.text('time'));
  const to = readTime(cells.text('timeTo'));
  const wrong = (
    [
      ['time', from],
      ['timeTo', to],
    ] as const
  ).flatMap(([role, read]) =>
    read && 'code' in read
      ? refuse(cells.at(role), { code: 'date', problem: { ...read, text: cells.text(role) } }).refused
      : [],
  );
  if (wrong.length > 0) return { ok: false, refused: wrong };
  const [first, last] = [from, to].map((read) => (read && 'time' in read ? read.time : undefined));
  if (first === undefined) return { ok: true, ...given('time', last) };
  const isWhole = last === undefined || first.includes('–') || last.includes('–') || last === first;
  return { ok: true, time: isWhole ? first : `${first}–${last}` };
}

function readMonthOf(cells: RowCells, own: HeadingMonth | undefined, hints: Hints): Reading {
  const at = cells.at(cells.text('month') === '' ? emptyDate(cells) : 'month');
  if (own) return outcome(readWhen('', hints), at, monthText(cells));
  // Not one month, but perhaps two ("september–oktober") or a quarter.
  const reading = readWhen(cells.text('month'), hints);
  return reading.ok ? outcome(reading, at) : refuse(at, { code: 'not-a-month' });
}

/** The column in which a row without a date would have one. */
function emptyDate(cells: RowCells): Role {
  const roles: readonly Role[] = [
    'when',
    'startsOn',
    'startMonth',
    'week',
    'quarter',
    'month',
    'endsOn',
    'endWeek',
    'endMonth',
  ];
  return roles.find((role) => cells.at(role).column !== null) ?? 'when';
}

/** The author's own words for a month that stands in columns of its own: "Oktober 2018". */
function monthText(cells: RowCells): string {
  return cells.text('month') === '' ? '' : [cells.text('month'), cells.text('year')].join(' ').trim();
}

function readCell(cells: RowCells, role: Role, hints: Hints): Reading {
  const text = cells.text(role);
  const figures = /^\d{1,2}$/.test(text);
  // In a column of weeks, quarters or months a bare number is the number of one.
  const counted = { week: 'uke', endWeek: 'uke', quarter: 'kvartal' }[role as string];
  if (counted !== undefined && numbers.test(text)) {
    return outcome(readWhen(`${counted} ${text}`, hints), cells.at(role), `${cells.at(role).column} ${text}`);
  }
  if ((role === 'startMonth' || role === 'endMonth') && figures) {
    return outcome(readWhen('', { ...hints, month: Number(text) }), cells.at(role), text);
  }
  return outcome(readWhen(text, hints), cells.at(role));
}

const numbers = /^\d{1,2}(?:\s*(?:[-–,/&]|og|och|and|til|till|to)\s*\d{1,2})*$/u;

function readSpan(cells: RowCells, first: Role, last: Role, hints: Hints): Reading {
  const from = readCell(cells, first, hints);
  const to = readCell(cells, last, from.ok && from.when.start ? { ...hints, after: from.when.start } : hints);
  if (!from.ok || !to.ok) {
    return { ok: false, refused: [from, to].flatMap((reading) => (reading.ok ? [] : reading.refused)) };
  }
  const { when: begins } = from;
  const { when: ends } = intoNextYear(cells, last, { from, to, hints });
  if (begins.start === null || begins.end === null) {
    const text = ends.start === null ? `${begins.text}–${ends.text}` : ends.text;
    return { ...to, when: { ...ends, text } };
  }
  if (ends.start === null || ends.end === null) return from;
  if (ends.end < begins.start) {
    return refuse(cells.at(last), { code: 'ends-before-start', start: begins.start, end: ends.end });
  }
  const same = begins.start === ends.start && begins.end === ends.end;
  const approximate = begins.precision === 'approximate' || ends.precision === 'approximate';
  const precision = approximate ? 'approximate' : same ? begins.precision : 'range';
  const text = same ? begins.text : `${begins.text}–${ends.text}`;
  const { time: _, ...begun } = from;
  const time = same && from.time && to.time && from.time !== to.time ? `${from.time}–${to.time}` : from.time;
  return { ...begun, when: { start: begins.start, end: ends.end, precision, text }, ...given('time', time) };
}

/** November to February in a row of 2018 ends in 2019: the row's year is that of its beginning. */
function intoNextYear(
  cells: RowCells,
  last: Role,
  { from, to, hints }: { from: { when: When }; to: { when: When }; hints: Hints },
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
  const when = text === undefined ? reading.when : { ...reading.when, text };
  return { ok: true, when, at, ...given('time', reading.time) };
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
