import { decode } from '#table/decode.ts';
import { MAX_BYTES } from '#table/outcome.ts';
import { readTable, type TableOptions, type TableOutcome } from '#table/read-table.ts';
import { readPlanJson } from '../../export/read-json.ts';

/** Bytes of a file that somebody brings in to rows: a table of any kind, or a plan that Klar exported as JSON. */
export function readPlanFile(bytes: Uint8Array, options: TableOptions = {}): TableOutcome {
  const json = bytes.byteLength <= MAX_BYTES && mayBeJson(bytes) ? readPlanJson(decode(bytes)) : undefined;
  if (json === undefined) return readTable(bytes, options);
  if (json === 'damaged') return { ok: false, problem: { code: 'damaged', looksLike: 'json' } };
  return { ok: true, rows: json.rows.map(({ line, cells }) => ({ line, cells: [...cells] })) };
}

/** Whether the first letter of a text is a brace: no other file has to be decoded for finding out. */
const mayBeJson = (bytes: Uint8Array): boolean => /^(?:\ufeff)?\s*\{/u.test(decode(bytes.subarray(0, 64)));
