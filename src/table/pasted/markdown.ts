import { MAX_ROWS, refuse, type TableOutcome, type TableRow } from '../outcome.ts';

/** The line under the headings, `|---|:--:|`; it is what makes a Markdown table one. */
const ruler = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;

/** Whether a text holds a Markdown table: a line with `|` between its cells, and the ruler under it. */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.slice(0, 10_000).split(/\r?\n/u);
  return lines.some((line, index) => line.includes('|') && isRuler(lines[index + 1] ?? ''));
}

/** The rows of the Markdown tables in a text, with the numbers of their lines; the text around them is left out. */
export function readMarkdown(text: string): TableOutcome {
  const lines = text.split(/\r?\n/u);
  // Where the ruler has no `|` at its ends, one at the end of a row stands beside an empty cell.
  const hasEdges = lines.some((line) => isRuler(line) && line.trim().startsWith('|'));
  const rows: TableRow[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('|') || isRuler(line)) continue;
    if (rows.length >= MAX_ROWS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });
    rows.push({ line: index + 1, cells: cellsOf(hasEdges ? withoutEdges(line) : line) });
  }
  return rows.length === 0 ? refuse({ code: 'empty' }) : { ok: true, rows };
}

function withoutEdges(line: string): string {
  return line.trim().replace(/^\||(?<!\\)\|$/gu, '');
}

function isRuler(line: string): boolean {
  return line.includes('|') && ruler.test(line);
}

/** A `|` that belongs to a cell is written `\|`, and a line break `<br>`. */
function cellsOf(line: string): string[] {
  return line.split(/(?<!\\)\|/u).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replace(/<br\s*\/?>/giu, '\n')
      .trim(),
  );
}
