import type { PlannedRow } from './activity.ts';
import type { Columns, Role } from './columns.ts';
import { gateInTitle, kindInferred, kindNamed } from './kind.ts';
import type { CellAt, Refused, Warning } from './problem.ts';
import { type RowCells, readRowWhen, type Surroundings } from './row-when.ts';

export type RowReading =
  | {
      ok: true;
      row: PlannedRow;
      /** Where the date stands, for pointing at. */
      dateAt: CellAt;
      /** What is worth a second look in the row by itself. */
      warnings: Warning[];
    }
  | { ok: false; refused: Refused[] };

/** Reads one row below the headings. A row that is refused says everything that is wrong with it. */
export function readRow(
  { line, cells }: { line: number; cells: readonly string[] },
  columns: Columns,
  surroundings: Surroundings,
): RowReading {
  const row = cellsOf(cells, columns);
  const title = row.text('title');
  const date = readRowWhen(row, surroundings);
  const refused: Refused[] = title === '' ? [{ row: line, ...row.at('title'), problem: { code: 'no-title' } }] : [];
  if (!date.ok) refused.push(...date.refused.map((found) => ({ row: line, ...found })));
  if (!date.ok || refused.length > 0) return { ok: false, refused };

  const gate = gateNamed(row.text('gate')) ?? gateInTitle(title);
  const named = kindNamed(row.text('type'));
  const kind = named ?? kindInferred(title, gate);
  const warnings: Warning[] = [];
  if (named === undefined && row.text('type') !== '') {
    warnings.push({ row: line, ...row.at('type'), problem: { code: 'unknown-type', kind } });
  }
  if (date.month !== undefined && !touches(date.when, date.month)) {
    warnings.push({ row: line, ...date.at, problem: { code: 'other-month', monthOfRow: date.month } });
  }
  const description = [row.text('description'), row.text('remark')].filter((text) => text !== '').join('\n');
  const units = unitsIn(row.text('units'));
  return {
    ok: true,
    row: { row: line, title, description, kind, when: date.when, units, gate },
    dateAt: date.at,
    warnings,
  };
}

function cellsOf(cells: readonly string[], columns: Columns): RowCells {
  const written = (role: Role) => cells[columns[role]?.index ?? -1]?.trim() ?? '';
  return {
    // A lone dash is how people write that there is nothing.
    text: (role) => written(role).replace(/^[-–—]+$/, ''),
    at: (role) => ({ column: columns[role]?.heading ?? null, value: written(role) }),
  };
}

/** Names of organisations: between semicolons or on lines of their own, each once. Commas and "og" are part of names. */
function unitsIn(text: string): string[] {
  const names = text
    .split(/[;\n\r]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...new Set(names)];
}

/** What a column of gates says; "Nei" in it means that the row is none. */
function gateNamed(text: string): string | null {
  return text === '' || /^(nei|nej|no)$/i.test(text) ? null : text;
}

/** Whether a date touches a month of whichever year. */
function touches({ start, end }: PlannedRow['when'], month: number): boolean {
  if (start === null || end === null) return true;
  const monthsFrom = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  for (let at = monthsFrom(start); at <= monthsFrom(end); at += 1) if ((at % 12) + 1 === month) return true;
  return false;
}
