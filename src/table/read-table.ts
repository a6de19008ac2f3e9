import { CsvError, type Options, parse } from 'csv-parse/sync';
import { decode } from './decode.ts';
import { looksLike, type NotText } from './looks-like.ts';
import { findSeparator } from './separator.ts';

/** No plan or list of people comes near; a larger file is a mistake. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** Keeps a file of nothing but line breaks or separators from holding everybody up. */
const MAX_ROWS = 20_000;
const MAX_SEPARATORS = 2_000_000;

/** A row as a spreadsheet shows it. */
interface TableRow {
  /** The heading row is 1; blank rows count; a cell with line breaks is one row. */
  line: number;
  /** As written, without blanks around them. Rows may be of different lengths. */
  cells: string[];
}

/** Why a file is not a table, for `import.table.*` sentences. */
export type TableProblem =
  | { code: 'too-large'; bytes: number; maxBytes: number }
  | { code: 'too-many-rows'; maxRows: number }
  | { code: 'empty' }
  | { code: 'not-text'; looksLike: NotText }
  /** A quotation mark that opens in this row is never closed, or closes in the middle of a cell. */
  | { code: 'quotes'; row: number };

export type TableOutcome = { ok: true; rows: TableRow[] } | { ok: false; problem: TableProblem };

/**
 * Bytes of a CSV file to rows. Encoding (see `decode.ts`) and separator (`,` `;` or tab) are found by looking. What
 * cannot be read comes back as a problem, never as an exception.
 */
export function readTable(bytes: Uint8Array): TableOutcome {
  if (bytes.byteLength > MAX_BYTES) {
    return refuse({ code: 'too-large', bytes: bytes.byteLength, maxBytes: MAX_BYTES });
  }
  const kind = looksLike(bytes);
  if (kind) return refuse({ code: 'not-text', looksLike: kind });

  const { text, separator } = withoutSeparatorLine(decode(bytes));
  if (text.trim() === '') return refuse({ code: 'empty' });
  if (count(text, /[,;\t]/g) > MAX_SEPARATORS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });

  const parsed = parseRows(text, separator ?? findSeparator(text));
  if (!parsed.ok) return parsed;
  if (parsed.rows.length > MAX_ROWS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });
  return parsed;
}

/** Excel may write the separator in a first line of its own (`sep=;`), which it does not show as a row. */
function withoutSeparatorLine(text: string): { text: string; separator?: ',' | ';' | '\t' } {
  const match = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
  if (!match) return { text };
  return { text: text.slice(match[0].length), separator: match[1] as ',' | ';' | '\t' };
}

function parseRows(text: string, separator: ReturnType<typeof findSeparator>): TableOutcome {
  const options: Options = {
    // A single column still needs a delimiter: the unit separator, which `looksLike` has found absent.
    delimiter: separator === 'none' ? '\x1f' : separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Blanks between a separator and a quotation mark are no part of the cell.
    ltrim: true,
    rtrim: true,
    to: MAX_ROWS + 1,
  };
  try {
    return { ok: true, rows: numbered(parse(text, options)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark in the middle of an unquoted cell (Møte om "innføring") is text, as in a spreadsheet. Not read
    // so from the start: relaxed, the parser also swallows rows after a quote that somebody forgot to close.
    if (error.code === 'INVALID_OPENING_QUOTE') return parseRelaxed(text, options);
    return refuse(quotesProblem(error));
  }
}

function parseRelaxed(text: string, options: Options): TableOutcome {
  try {
    return { ok: true, rows: numbered(parse(text, { ...options, relax_quotes: true })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(quotesProblem(error));
  }
}

/** Rows are counted rather than lines, so that a cell with line breaks is one row. */
function quotesProblem(error: CsvError): TableProblem {
  const { records } = error as CsvError & { records: number };
  return { code: 'quotes', row: records + 1 };
}

function numbered(records: string[][]): TableRow[] {
  return records.map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }));
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

function refuse(problem: TableProblem): TableOutcome {
  return { ok: false, problem };
}
