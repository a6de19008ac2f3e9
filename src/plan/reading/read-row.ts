import { readTime } from '#calendar/time-of-day.ts';
import type { PlannedRow } from '../activity.ts';
import { unguarded } from '../export/guard.ts';
import type { CellAt, Refused, Warning } from '../problem.ts';
import type { Column, Role } from './columns.ts';
import type { Headings } from './find-headings.ts';
import { gateInTitle, kindInferred, kindNamed } from './kind.ts';
import { type RowCells, readRowWhen, type Surroundings } from './row-when.ts';
import { splitTags } from './split-tags.ts';

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

/** How the cells of a row that hold several names are taken apart. */
export interface Splitting {
  units(text: string): string[];
  references(text: string): string[];
}

/** Reads one row below the headings. A row that is refused says everything that is wrong with it. */
export function readRow(
  { line, cells }: { line: number; cells: readonly string[] },
  headings: Pick<Headings, 'columns' | 'notes'>,
  surroundings: Surroundings & { split: Splitting },
): RowReading {
  const row = cellsOf(cells, headings);
  const title = row.text('title');
  const date = readRowWhen(row, surroundings);
  const refused: Refused[] = title === '' ? [{ row: line, ...row.at('title'), problem: { code: 'no-title' } }] : [];
  if (!date.ok) refused.push(...date.refused.map((found) => ({ row: line, ...found })));
  if (!date.ok || refused.length > 0) return { ok: false, refused };

  // Where Klar wrote the row, a gate in brackets is no more than a part of its title.
  const isOwn = row.text('precision') !== '';
  const gate = gateNamed(row.text('gate')) ?? (isOwn ? null : gateInTitle(title));
  const named = kindNamed(row.text('type'));
  const kind = named ?? kindInferred(title, gate);
  const warnings: Warning[] = [];
  if (named === undefined && row.text('type') !== '') {
    warnings.push({ row: line, ...row.at('type'), problem: { code: 'unknown-type', kind } });
  }
  if (date.month !== undefined && !touches(date.when, date.month)) {
    warnings.push({ row: line, ...date.at, problem: { code: 'other-month', monthOfRow: date.month } });
  }
  if (date.differsFrom) warnings.push({ row: line, ...date.at, problem: { code: 'other-days', ...date.differsFrom } });
  const units = surroundings.split.units(row.text('units'));
  const after = surroundings.split.references(row.text('after'));
  const tags = splitTags(row.text('tags'));
  return {
    ok: true,
    row: {
      row: line,
      title,
      description: row.notes().join('\n'),
      kind,
      when: date.when,
      units,
      gate,
      ...(date.time === undefined ? {} : { time: date.time }),
      ...(after.length === 0 ? {} : { after }),
      ...(tags.length === 0 ? {} : { tags }),
    },
    dateAt: date.at,
    warnings,
  };
}

function cellsOf(cells: readonly string[], { columns, notes }: Pick<Headings, 'columns' | 'notes'>): RowCells {
  const written = (index: number | undefined) => cells[index ?? -1]?.trim() ?? '';
  // A lone dash is how people write that there is nothing.
  const said = (index: number | undefined) => unguarded(written(index).replace(/^[-–—]+$/, ''));
  const row: Omit<RowCells, 'notes'> = {
    text: (role) => said(columns[role]?.index),
    at: (role) => ({ column: columns[role]?.heading ?? null, value: written(columns[role]?.index) }),
  };
  const hours = (['time', 'timeTo'] as const).filter((role) => columns[role]);
  return { ...row, notes: () => [...notes.flatMap(note), ...hours.flatMap(noHour)] };

  function note({ index, heading }: Column): string[] {
    const text = said(index);
    if (text === '') return [];
    // A place says little without the word for it; a description is one.
    return [columns.place?.index === index ? `${heading}: ${text}` : text];
  }

  /** What a column of hours says that is none: "etter lunsj". */
  function noHour(role: Role): string[] {
    const text = row.text(role);
    return text === '' || readTime(text) !== undefined ? [] : [`${row.at(role).column}: ${text}`];
  }
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
