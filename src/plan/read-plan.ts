import type { Country, IsoDay } from '#calendar/when.ts';
import type { PlannedRow } from './activity.ts';
import { sortOf } from './between-rows.ts';
import { type Columns, findHeadings } from './columns.ts';
import type { CellAt, Refused, Warning } from './problem.ts';
import { readRow } from './read-row.ts';
import type { HeadingMonth } from './row-when.ts';
import { dateWarnings } from './warnings.ts';

/** A row of a table: its number as a spreadsheet shows it, and its cells. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}

/** What a table says when it is read as a plan. */
export interface PlanReading {
  /** In the order of the file. */
  accepted: PlannedRow[];
  /** Everything that keeps a row out, in the order of the file; a row may stand here more than once. */
  refused: Refused[];
  /** In the order of the file. A repeated row stands here and not among the accepted. */
  warnings: Warning[];
  /** Which columns were understood, with their headings as in the file; empty when there is no title column. */
  columns: Columns;
}

/**
 * Reads a table as a plan (DESIGN section 6, "Plan check"). Columns are found by their headings, in nb, nn, sv or en,
 * in any order; what stands above the headings, blank rows, repeated headings and rows that only head a month
 * ("September 2018") or a section are no activities and stand nowhere in the result.
 *
 * @param rows As `#table` reads them.
 * @param setting.starts The first day of the plan; gives a year to dates that name none.
 * @param setting.country Whose weekends and holidays are warned about.
 */
export function readPlan(rows: readonly SheetRow[], setting: { starts?: IsoDay; country: Country }): PlanReading {
  const headings = findHeadings(rows);
  if (!headings) return { accepted: [], refused: [withoutTitleColumn(rows)], warnings: [], columns: {} };
  const { columns } = headings;

  const reading: PlanReading = { accepted: [], refused: [], warnings: [], columns };
  const firstByContent = new Map<string, number>();
  const dateAt = new Map<PlannedRow, CellAt>();
  let heading: HeadingMonth = {};
  let after: IsoDay | undefined;

  for (const row of rows.filter(({ line }) => line > headings.line)) {
    const sort = sortOf(row.cells, headings);
    if (sort.is === 'month') heading = headingAfter(heading, sort.heading);
    if (sort.is !== 'activity') continue;

    const read = readRow(row, columns, { heading, starts: setting.starts, after });
    if (!read.ok) {
      reading.refused.push(...read.refused);
      continue;
    }
    const content = contentOf(read.row);
    const earlier = firstByContent.get(content);
    if (earlier !== undefined) {
      const title = { column: columns.title?.heading ?? null, value: read.row.title };
      reading.warnings.push({ row: row.line, ...title, problem: { code: 'repeated', of: earlier } });
      continue;
    }
    after = read.row.when.start ?? after;
    firstByContent.set(content, row.line);
    dateAt.set(read.row, read.dateAt);
    reading.accepted.push(read.row);
    reading.warnings.push(...read.warnings);
  }

  for (const { row, problem } of dateWarnings(reading.accepted, setting.country)) {
    reading.warnings.push({ row: row.row, ...(dateAt.get(row) ?? { column: null, value: '' }), problem });
  }
  // The sort is stable: within a row, warnings keep the order in which they were found.
  reading.warnings.sort((a, b) => a.row - b.row);
  return reading;
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
