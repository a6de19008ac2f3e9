import type { Country, IsoDay } from '#calendar/when.ts';
import { sameName } from '#people/find-unit.ts';
import type { PlannedRow } from '../activity.ts';
import { namesRows } from '../asking/name-rows.ts';
import { unguarded } from '../export/guard.ts';
import type { CellAt, Refused, Warning } from '../problem.ts';
import { afterWarnings } from './after-warnings.ts';
import { type RowSort, rowSorter } from './between-rows.ts';
import type { ColumnQuestion } from './column-questions.ts';
import type { Columns } from './columns.ts';
import { type ColumnAnswers, findHeadings, type Headings } from './find-headings.ts';
import { type SheetRow, withMergedCells } from './merged-cells.ts';
import { readRow, type Splitting } from './read-row.ts';
import type { HeadingMonth } from './row-when.ts';
import { splitReferences } from './split-references.ts';
import { piecesOf, splitUnits } from './split-units.ts';
import type { NamedUnit } from './unit-questions.ts';
import { dateWarnings } from './warnings.ts';

export type { ColumnQuestion } from './column-questions.ts';
export type { ColumnAnswers } from './find-headings.ts';
export type { SheetRow } from './merged-cells.ts';

/** What is known about a table beside the table itself. */
export interface PlanSetting {
  /** The first day of the plan; gives a year to dates that name none. */
  starts?: IsoDay;
  /** Whose weekends and holidays are warned about. */
  country: Country;
  /** What a person has answered to `questions`. */
  columns?: ColumnAnswers;
  /** The programme's units, and what a person has answered about texts that may be several, by `sameName` of the text. */
  units?: { known: readonly NamedUnit[]; decided?: ReadonlyMap<string, 'split' | 'whole'> };
}

/** What a table says when it is read as a plan. */
export interface PlanReading {
  /** In the order of the file. */
  accepted: PlannedRow[];
  /** Everything that keeps a row out, in the order of the file; a row may stand here more than once. */
  refused: Refused[];
  /** The titles of the refused rows that have one: in a revised plan such a row is not a row that was taken out. */
  unread: string[];
  /** In the order of the file. A repeated row stands here and not among the accepted. */
  warnings: Warning[];
  /** Which columns were understood, with their headings as in the file; empty when there is no title column. */
  columns: Columns;
  /** What could not be told about the columns; answers go into `setting.columns`. */
  questions: ColumnQuestion[];
}

/**
 * Reads a table as a plan (DESIGN section 6, "Plan check"). Columns are found by their headings, in nb, nn, sv or en,
 * in any order; what stands above the headings, blank rows, repeated headings and rows that only head a month
 * ("September 2018") or a section are no activities and stand nowhere in the result.
 *
 * @param table As `#table` reads it.
 */
export function readPlan(table: readonly SheetRow[], setting: PlanSetting): PlanReading {
  const rows = withMergedCells(table);
  const units = new Set(setting.units?.known.flatMap(({ name, aliases }) => [name, ...aliases]).map(sameName));
  const headings = findHeadings(rows, setting.columns, (name) => units.has(sameName(name)));
  const { columns, questions } = headings;
  if (!columns.title)
    return { accepted: [], refused: [withoutTitleColumn(rows)], unread: [], warnings: [], columns: {}, questions };

  const reading: PlanReading = { accepted: [], refused: [], unread: [], warnings: [], columns, questions };
  const body = rows.filter(({ line }) => line > headings.line);
  const split = splitting(body, columns, units, setting.units?.decided ?? new Map());
  const firstByContent = new Map<string, number>();
  const dateAt = new Map<PlannedRow, CellAt>();
  const numbers = new Map<number, string>();
  const sortOf = rowSorter(headings);
  let heading: HeadingMonth = {};
  let after: IsoDay | undefined;

  for (const row of body) {
    const own = ownCells(row);
    const sort = asTitled(sortOf(own), row, columns);
    if (sort.is === 'month') heading = headingAfter(heading, sort.heading);
    if (sort.is !== 'activity') continue;
    const last = reading.accepted.at(-1);
    if (last && goesOn(row, own, headings)) {
      const more = headings.notes.flatMap(({ index }) => own[index]?.trim() || []);
      last.description = [last.description, ...more].filter((text) => text !== '').join('\n');
      continue;
    }
    numbers.set(row.line, unguarded(row.cells[columns.number?.index ?? -1]?.trim() ?? ''));

    const read = readRow(row, headings, { heading, starts: setting.starts, after, split });
    if (!read.ok) {
      reading.refused.push(...read.refused);
      const title = unguarded(row.cells[columns.title.index]?.trim() ?? '');
      if (title !== '') reading.unread.push(title);
      continue;
    }
    const content = contentOf(read.row);
    const earlier = firstByContent.get(content);
    if (earlier !== undefined) {
      const title = { column: columns.title.heading, value: read.row.title };
      reading.warnings.push({ row: row.line, ...title, problem: { code: 'repeated', of: earlier } });
      continue;
    }
    after = later(after ?? setting.starts, read.row.when.start);
    firstByContent.set(content, row.line);
    dateAt.set(read.row, read.dateAt);
    reading.accepted.push(read.row);
    reading.warnings.push(...read.warnings);
  }

  if (columns.number && (columns.precision || namesRows([...numbers.values()]))) {
    for (const row of reading.accepted) if (numbers.get(row.row)) row.key = numbers.get(row.row) ?? '';
  }
  for (const { row, problem } of dateWarnings(reading.accepted, setting.country)) {
    reading.warnings.push({ row: row.row, ...(dateAt.get(row) ?? { column: null, value: '' }), problem });
  }
  for (const { row, problem } of columns.after ? afterWarnings(reading.accepted) : []) {
    const at = { column: columns.after?.heading ?? null, value: row.after?.join(', ') ?? '' };
    reading.warnings.push({ row: row.row, ...at, problem });
  }
  // The sort is stable: within a row, warnings keep the order in which they were found.
  reading.warnings.sort((a, b) => a.row - b.row);
  return reading;
}

/** What the row says itself: without what a merged range above it says in it. */
function ownCells({ cells, continues }: SheetRow): readonly string[] {
  return continues && continues.length > 0
    ? cells.map((cell, index) => (continues.includes(index) ? '' : cell))
    : cells;
}

/** Where the title goes on from above, a lone "Oktober" is the date of one more row with that title. */
function asTitled(sort: RowSort, { continues }: SheetRow, { title }: Columns): RowSort {
  return sort.is === 'month' && title && continues?.includes(title.index) ? { is: 'activity' } : sort;
}

/** Whether a row only says more about the one above, whose title and dates are merged over both. */
function goesOn({ continues }: SheetRow, own: readonly string[], { columns, notes }: Headings): boolean {
  if (!columns.title || !continues?.includes(columns.title.index)) return false;
  return own.every((cell, index) => cell.trim() === '' || notes.some((note) => note.index === index));
}

/** How cells with several names are taken apart, by what stands elsewhere in the file. Each text once: plans repeat them. */
function splitting(
  body: readonly SheetRow[],
  { units: unitColumn, title: titleColumn, after: afterColumn, precision }: Columns,
  units: ReadonlySet<string>,
  decided: ReadonlyMap<string, 'split' | 'whole'>,
): Splitting {
  // Klar parts names in one way alone.
  if (precision) return { units: each, references: each };
  const cellsOf = (index: number | undefined) =>
    new Set(index === undefined ? [] : body.map(({ cells }) => cells[index]?.trim() ?? ''));
  const alone = new Set([...cellsOf(unitColumn?.index)].flatMap(piecesOf).map(sameName));
  const titles = new Set(afterColumn ? [...cellsOf(titleColumn?.index)].map(sameName) : []);
  const known = {
    isUnit: (name: string) => units.has(sameName(name)),
    standsAlone: (name: string) => alone.has(sameName(name)),
    decided,
  };
  const done = new Map<string, string[]>();
  return {
    units(text) {
      const names = done.get(text) ?? splitUnits(text, known);
      done.set(text, names);
      return [...names];
    },
    references: (text) => (text === '' ? [] : splitReferences(text, (one) => titles.has(one))),
  };
}

const each = (text: string): string[] => [...new Set(piecesOf(text))];

/** A year typed wrong (2081) gives its year to no row below it: so far a plan does not jump. */
const MOST_YEARS_AHEAD = 5;

function later(after: IsoDay | undefined, start: IsoDay | null): IsoDay | undefined {
  if (start === null) return after;
  const isSlip =
    after !== undefined && Math.abs(Number(start.slice(0, 4)) - Number(after.slice(0, 4))) > MOST_YEARS_AHEAD;
  return isSlip ? after : start;
}

/**
 * A month without a year stands in the year of the headings above it for as long as the months go forward; from then on
 * the rows above say which year it is.
 */
function headingAfter(above: HeadingMonth, found: HeadingMonth): HeadingMonth {
  const { month } = found;
  if (found.year !== undefined || above.year === undefined || month === undefined) return found;
  return month >= (above.month ?? 1) ? { month, year: above.year } : found;
}

/** What two rows have in common when one repeats the other: title, date and units, apart from case and spaces. */
function contentOf({ title, when, units }: PlannedRow): string {
  const same = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');
  return JSON.stringify([same(title), when.start, when.end, when.precision, units.map(same)]);
}

/** Points at the first row with any text: that is where headings are looked for by whoever mends the file. */
function withoutTitleColumn(rows: readonly SheetRow[]): Refused {
  const first = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const value = first?.cells.filter((cell) => cell.trim() !== '').join(' | ') ?? '';
  return { row: first?.line ?? 1, column: null, value, problem: { code: 'no-title-column' } };
}
