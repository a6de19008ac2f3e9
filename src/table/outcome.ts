import type { NotText } from './looks-like.ts';

/** No plan or list of people comes near; a larger file is a mistake. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** Keeps a file of nothing but line breaks or separators from holding everybody up. */
export const MAX_ROWS = 20_000;
export const MAX_CELLS = 2_000_000;
/** As many as a spreadsheet can have. */
export const MAX_COLUMNS = 16_384;

/** A row as a spreadsheet shows it. */
export interface TableRow {
  /** The heading row is 1; blank rows count, also those that are left out; a cell with line breaks is one row. */
  line: number;
  /** As written, without blanks around them. Rows may be of different lengths. */
  cells: string[];
  /**
   * Columns, from 0, whose cell in this row is part of a merged range that began in a row above: nothing stands in the
   * cell itself, and whoever reads the sheet sees the text of the cell where the range began. Left out where there are
   * none; CSV never has any.
   */
  continues?: readonly number[];
}

/** Why a file is not a table, for `import.table.*` sentences. */
export type TableProblem =
  | { code: 'too-large'; bytes: number; maxBytes: number }
  /** A file that is small only because it is packed. */
  | { code: 'too-large-unpacked'; bytes: number; maxBytes: number }
  | { code: 'too-many-rows'; maxRows: number }
  | { code: 'too-many-columns'; maxColumns: number }
  | { code: 'empty' }
  | { code: 'not-text'; looksLike: NotText }
  | { code: 'encrypted' }
  /** It begins as one of these, and then cannot be read. */
  | { code: 'damaged'; looksLike: 'xlsx' | 'ics' | 'json' }
  | { code: 'no-such-sheet'; sheet: string; sheets: string[] }
  /** A quotation mark that opens in this row is never closed, or closes in the middle of a cell. */
  | { code: 'quotes'; row: number };

/** What a table leaves out of its file, for `import.notice.*` sentences. */
export interface TableNotice {
  /** An event that comes again and again has more times than are read; `kept` of them are, from this row on. */
  code: 'more-times';
  row: number;
  title: string;
  kept: number;
}

export type TableOutcome =
  | {
      ok: true;
      rows: TableRow[];
      /** The visible sheets of a workbook, in order, and the one that was read. */
      sheets?: string[];
      sheet?: string;
      /** A pasted text of lines rather than of cells: each row is one line, and there are no headings. */
      lines?: true;
      notices?: TableNotice[];
    }
  | { ok: false; problem: TableProblem };

/** The outcome of a file that is no table. */
export function refuse(problem: TableProblem): TableOutcome {
  return { ok: false, problem };
}

/**
 * Thrown deep inside the reading of a packed file, and caught where its reading began (`readXlsx`): the file cannot be
 * read any further, and the problem says why.
 */
export class Unreadable extends Error {
  readonly problem: TableProblem;

  constructor(problem: TableProblem, cause?: unknown) {
    super(problem.code, { cause });
    this.problem = problem;
  }
}
