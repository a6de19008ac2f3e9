import { contentOf } from './column-content.ts';
import type { ColumnQuestion } from './column-questions.ts';
import { columnLetter, type Role } from './columns.ts';
import { type ColumnAnswers, findHeadings } from './find-headings.ts';
import { type SheetRow, withMergedCells } from './merged-cells.ts';

/** How many rows are looked at to know how wide a table is. */
const ROWS_LOOKED_AT = 200;
/** Roles that say together, in place of one column, when a row happens. */
const otherDates: readonly Role[] = ['week', 'quarter', 'startsOn', 'startMonth', 'month'];

/**
 * What a person may change about how a table's columns are read: for the titles, the dates and the units each, all
 * columns with anything in them and the one that is read now. Dates that stand in several columns are not asked about.
 */
export function columnChoices(
  table: readonly SheetRow[],
  answers: ColumnAnswers,
  known: (name: string) => boolean,
): ColumnQuestion[] {
  const rows = withMergedCells(table);
  const { line, cells, columns: read } = findHeadings(rows, answers, known);
  const body = rows.filter((row) => row.line > line);
  const width = Math.max(0, ...rows.slice(0, ROWS_LOOKED_AT).map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    heading: cells[index]?.trim() ?? '',
    letter: columnLetter(index),
    examples: contentOf(body, index, known).examples,
  })).filter(({ examples }) => examples.length > 0);
  if (columns.length === 0) return [];
  const roles = (['title', 'when', 'units'] as const).filter(
    (role) => role !== 'when' || read.when !== undefined || otherDates.every((other) => read[other] === undefined),
  );
  return roles.map((role) => ({ role, columns, chosen: read[role]?.index ?? -1 }));
}
