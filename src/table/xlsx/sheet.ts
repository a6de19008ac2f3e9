import { MAX_CELLS, MAX_ROWS, type TableRow, Unreadable } from '../outcome.ts';
import { type Range, readAddress, readRange } from './cell-address.ts';
import { isoDateText, numberText } from './cell-text.ts';
import { coverMerged } from './merged.ts';
import type { NumberFormat } from './number-format.ts';
import { readXml } from './read-xml.ts';
import { clean, textRuns } from './texts.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  sharedStrings: readonly string[];
  styles: readonly NumberFormat[];
  from1904: boolean;
}

/** Rows by number, each with its filled cells by column. */
export type Grid = Map<number, Map<number, string>>;

/**
 * The rows of a sheet that have any text, in order, hidden ones too; `line` is the number that the spreadsheet shows.
 * A formula gives the value that was last computed.
 * @throws Unreadable when the XML is damaged, or there are too many rows or columns.
 */
export function readSheet(xml: string, context: SheetContext): TableRow[] {
  const { grid, merged } = readGrid(xml, context);
  const continues = coverMerged(grid, merged);
  const rows: TableRow[] = [];
  let size = 0;
  for (const [line, filled] of [...grid].sort(([a], [b]) => a - b)) {
    if (filled.size === 0) continue;
    const width = Math.max(...filled.keys()) + 1;
    size += width;
    if (size > MAX_CELLS) throw tooMany();
    const cells = Array.from({ length: width }, (_, column) => filled.get(column) ?? '');
    const inRow = continues.get(line);
    rows.push({ line, cells, ...(inRow ? { continues: [...inRow].sort((a, b) => a - b) } : {}) });
  }
  return rows;
}

function readGrid(xml: string, context: SheetContext): { grid: Grid; merged: Range[] } {
  const grid: Grid = new Map();
  const merged: Range[] = [];
  const runs = textRuns();
  let row = 0;
  let column = -1;
  let cell: { type: string; style: number } | undefined;
  let value = '';
  let inValue = false;

  const fill = (text: string) => {
    if (text === '') return;
    const filled = grid.get(row);
    if (filled) filled.set(column, text);
    else grid.set(row, new Map([[column, text]]));
    if (grid.size > MAX_ROWS) throw tooMany();
  };

  readXml(xml, {
    open(element, attribute) {
      if (element === 'row') {
        row = wholeNumber(attribute('r')) ?? row + 1;
        column = -1;
      } else if (element === 'c') {
        const address = attribute('r');
        column = (address === undefined ? undefined : readAddress(address)?.column) ?? column + 1;
        cell = { type: attribute('t') ?? 'n', style: wholeNumber(attribute('s')) ?? 0 };
        value = '';
      } else if (element === 'v') inValue = true;
      else if (element === 'mergeCell') {
        const range = readRange(attribute('ref') ?? '');
        if (range) merged.push(range);
      } else if (cell) runs.open(element, attribute);
    },
    close(element) {
      if (element === 'v') inValue = false;
      else if (element === 'is') value = runs.take();
      else if (element === 'c') {
        if (cell && value !== '') fill(cellText(value, cell, context).trim());
        cell = undefined;
      } else if (cell) runs.close(element);
    },
    text(piece) {
      if (inValue) value += piece;
      else if (cell) runs.text(piece);
    },
  });
  return { grid, merged };
}

/** The text of a cell by its type (ECMA-376 part 1, 18.18.11). An error such as #REF! is its own text. */
function cellText(
  value: string,
  { type, style }: { type: string; style: number },
  { sharedStrings, styles, from1904 }: SheetContext,
): string {
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? '';
    case 'str':
      return clean(value);
    case 'b':
      return ['1', 'true'].includes(value) ? 'TRUE' : 'FALSE';
    case 'd':
      return isoDateText(value, styles[style] ?? { is: 'general' });
    case 'n': {
      const number = Number(value);
      return Number.isFinite(number) ? numberText(number, styles[style] ?? { is: 'general' }, from1904) : value;
    }
    default:
      return value;
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function tooMany(): Unreadable {
  return new Unreadable({ code: 'too-many-rows', maxRows: MAX_ROWS });
}
