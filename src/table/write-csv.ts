/**
 * Rows as a CSV file that Excel opens as a table, with its letters right, in Norway and Sweden: UTF-8 with a byte order
 * mark, `;` between cells (the comma is the decimal sign there), each row ended as Windows does.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => `${row.map(cell).join(';')}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join('')}`);
}

/** In quotes wherever a program that looks for the separator could be misled. */
function cell(text: string): string {
  return /[;,\t"\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
