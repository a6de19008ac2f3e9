/** A row of a table: its number as a spreadsheet shows it, and its cells. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
  /** Columns, from 0, whose cell is part of a merged range that began in a row above. */
  continues?: readonly number[];
}

/**
 * Rows in which a cell of a merged range says what its first row says, as whoever looks at the sheet sees it. A blank
 * cell outside such a range stays blank: nothing says that it means the one above.
 */
export function withMergedCells<R extends SheetRow>(rows: readonly R[]): R[] {
  let above: readonly string[] = [];
  return rows.map((row) => {
    const { continues } = row;
    const cells = continues === undefined || continues.length === 0 ? row.cells : filled(row.cells, above, continues);
    above = cells;
    return cells === row.cells ? row : { ...row, cells };
  });
}

function filled(cells: readonly string[], above: readonly string[], continues: readonly number[]): string[] {
  const last = Math.max(cells.length, ...continues.map((index) => index + 1));
  return Array.from({ length: last }, (_, index) => {
    const own = cells[index] ?? '';
    return own === '' && continues.includes(index) ? (above[index] ?? '') : own;
  });
}
