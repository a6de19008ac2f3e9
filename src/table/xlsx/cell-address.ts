/** The columns that a sheet can have, as far as XFD. */
const MAX_COLUMNS = 16_384;

/** "B12" as row (from 1) and column (from 0); undefined when it is no cell of a sheet. */
export function readAddress(address: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row < 1 || column > MAX_COLUMNS ? undefined : { row, column: column - 1 };
}

/** A rectangle of cells; rows from 1, columns from 0, both ends included. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** "A2:A4" as a rectangle; undefined when it is no range of cells. */
export function readRange(reference: string): Range | undefined {
  const [from, to] = reference.split(':').map(readAddress);
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}
