import { CsvError, type Options, parse } from 'csv-parse/sync';
import {
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_ROWS,
  refuse,
  type TableOutcome,
  type TableProblem,
  type TableRow,
} from './outcome.ts';
import { findSeparator, type Separator } from './separator.ts';

/**
 * A text of separated cells to rows. The separator (`,` `;` or tab) is found by looking, unless it is given.
 */
export function readCsv(whole: string, given?: Separator): TableOutcome {
  const { text, separator } = withoutSeparatorLine(whole);
  if (text.trim() === '') return refuse({ code: 'empty' });
  if (count(text, /[,;\t]/g) > MAX_CELLS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });

  const parsed = parseRows(text, separator ?? given ?? findSeparator(text));
  if (!parsed.ok) return parsed;
  if (parsed.rows.length > MAX_ROWS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });
  if (parsed.rows.some(({ cells }) => cells.length > MAX_COLUMNS)) {
    return refuse({ code: 'too-many-columns', maxColumns: MAX_COLUMNS });
  }
  return parsed;
}

/** Excel may write the separator in a first line of its own (`sep=;`), which it does not show as a row. */
function withoutSeparatorLine(text: string): { text: string; separator?: ',' | ';' | '\t' } {
  const match = /^"?sep=([,;\t])"?\r?\n/i.exec(text);
  if (!match) return { text };
  return { text: text.slice(match[0].length), separator: match[1] as ',' | ';' | '\t' };
}

function parseRows(text: string, separator: Separator): TableOutcome {
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
