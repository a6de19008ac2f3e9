import { decode } from './decode.ts';
import { looksLikeCalendar, readIcs } from './ics/read-ics.ts';
import { looksLike } from './looks-like.ts';
import { MAX_BYTES, refuse, type TableOutcome } from './outcome.ts';
import { looksLikeMarkdown, readMarkdown } from './pasted/markdown.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export type { TableOutcome, TableProblem } from './outcome.ts';

export interface TableOptions {
  /** The sheet to read, by name, where the file is a workbook. */
  sheet?: string;
  /** The zone in which times of a calendar file that are given in UTC are told; Europe/Oslo. */
  zone?: string;
}

/**
 * Bytes of a file to rows. What the file is (a workbook, a calendar, CSV in whichever encoding and with whichever
 * separator, a Markdown table) is found by looking at its content, never at its name. What cannot be read comes back as
 * a problem, never as an exception.
 */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): TableOutcome {
  if (bytes.byteLength > MAX_BYTES) {
    return refuse({ code: 'too-large', bytes: bytes.byteLength, maxBytes: MAX_BYTES });
  }
  const kind = looksLike(bytes);
  if (kind === 'xlsx') return readXlsx(bytes, options);
  if (kind === 'encrypted') return refuse({ code: 'encrypted' });
  if (kind) return refuse({ code: 'not-text', looksLike: kind });
  const text = decode(bytes);
  if (looksLikeCalendar(text)) return readIcs(text, options);
  if (looksLikeMarkdown(text)) return readMarkdown(text);
  return readCsv(text);
}
