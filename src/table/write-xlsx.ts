import writeWorkbook, { type Cell } from 'write-excel-file/node';

/** A sheet to be written. */
export interface WrittenSheet {
  /** What stands on its tab; at most 31 letters, none of `[]:*?/\`. */
  name: string;
  columns: readonly { heading: string /** In characters. */; width: number }[];
  /** A cell is a text or an ISO day. */
  rows: readonly (readonly (string | { day: string })[])[];
}

/**
 * A table as a workbook of one sheet: headings that stay in sight, columns of their own widths, long texts on several
 * lines, days as real dates. Texts are texts and stay so when somebody edits them: none is a formula.
 */
export async function writeXlsx({ name, columns, rows }: WrittenSheet): Promise<Uint8Array> {
  const top = { alignVertical: 'top' } as const;
  const cellOf = (value: string | { day: string }): Cell => {
    if (value === '') return null;
    if (typeof value === 'string') return { value: literal(value), type: String, format: '@', wrap: true, ...top };
    return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', align: 'left', ...top };
  };
  const headings = columns.map(
    ({ heading }): Cell => ({
      value: heading,
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#E8EEF4',
      wrap: true,
      ...top,
    }),
  );
  const data = [headings, ...rows.map((row) => row.map(cellOf))];
  return writeWorkbook(data, {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBuffer();
}

/** In a workbook `_x0041_` stands for a character by its number (ECMA-376 part 1, 22.4.2.4); an underscore of such a text, too. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
