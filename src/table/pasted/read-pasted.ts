import { looksLikeCalendar, readIcs } from '../ics/read-ics.ts';
import { MAX_BYTES, MAX_ROWS, refuse, type TableOutcome, type TableRow } from '../outcome.ts';
import { readCsv } from '../read-csv.ts';
import { findSeparator } from '../separator.ts';
import { readAligned } from './aligned.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';

/**
 * Reads a text that somebody pasted into a chat: a table copied from Excel, Word, Teams or Slack (tabs, or the blanks
 * that Teams makes of them), CSV, a Markdown table, columns that line up, a calendar; also inside a ``` fence. A text
 * that is none of these is a row for each of its lines, with a single cell and without headings (`lines`): what in a
 * line is a date, only a calendar can tell.
 */
export function readPasted(pasted: string, { zone }: { zone?: string } = {}): TableOutcome {
  const bytes = Buffer.byteLength(pasted);
  if (bytes > MAX_BYTES) return refuse({ code: 'too-large', bytes, maxBytes: MAX_BYTES });
  const text = unfenced(cleared(pasted));
  if (text.trim() === '') return refuse({ code: 'empty' });
  if (looksLikeCalendar(text)) return readIcs(text, zone === undefined ? {} : { zone });
  if (looksLikeMarkdown(text)) return readMarkdown(text);
  const separator = separatorOf(text);
  if (separator) return readSeparated(text, separator);
  const aligned = readAligned(text);
  return aligned ? within({ ok: true, rows: aligned }) : within({ ok: true, rows: linesOf(text), lines: true });
}

/** Characters that chats put in and nobody sees; blanks that do not break are blanks. */
function cleared(text: string): string {
  return text.replace(/[\u200b-\u200d\u2060\ufeff]/gu, '').replace(/[\u00a0\u2007\u202f]/gu, ' ');
}

/** What stands between ``` marks, which may stand on lines of their own or around the text. */
function unfenced(text: string): string {
  return /^\s*```(?:[a-z]*[ \t]*\r?\n)?([\s\S]*?)```\s*$/iu.exec(text)?.[1] ?? text;
}

/**
 * Tabs are never typed in running text. Semicolons and commas are: they separate cells only under headings, which are
 * words without figures, or where every line has equally many semicolons, and two at least.
 */
function separatorOf(text: string): ',' | ';' | '\t' | undefined {
  const separator = findSeparator(text);
  if (separator === 'none' || separator === '\t') return separator === 'none' ? undefined : separator;
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const headings = lines[0]?.split(separator) ?? [];
  if (headings.length > 1 && lines.length > 1 && headings.every((cell) => isHeading(cell))) return separator;
  const counts = new Set(lines.map((line) => line.split(separator).length));
  return separator === ';' && counts.size === 1 && !counts.has(2) ? separator : undefined;
}

function isHeading(cell: string): boolean {
  return /^"?\s*\p{L}[\p{L}\s/().-]{0,30}"?\s*$/u.test(cell);
}

function readSeparated(text: string, separator: ',' | ';' | '\t'): TableOutcome {
  const read = readCsv(text, separator);
  // Excel puts quotation marks around cells with line breaks; Word and chats do not know them, and theirs are text.
  if (read.ok || read.problem.code !== 'quotes' || separator !== '\t') return read;
  const rows = text.split(/\r\n?|\n/u).map((line, index) => ({
    line: index + 1,
    cells: line.split('\t').map((cell) => cell.trim()),
  }));
  return within({ ok: true, rows });
}

/** Lines with any text; the mark of a list is no part of one. */
function linesOf(text: string): TableRow[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line, index) => ({ line: index + 1, cells: [line.replace(/^\s*[-*•◦–]\s+/u, '').trim()] }))
    .filter(({ cells }) => cells[0] !== '');
}

function within(read: Extract<TableOutcome, { ok: true }>): TableOutcome {
  return read.rows.length > MAX_ROWS ? refuse({ code: 'too-many-rows', maxRows: MAX_ROWS }) : read;
}
