/** Something about rows of a file, as a sentence. */
export interface RowsFinding {
  /** As a spreadsheet numbers them, in order. */
  rows: number[];
  column: string | null;
  sentence: string;
}

/** Puts findings that say the same of the same column together, where the first of them stands. */
export function alikeFindings(
  findings: readonly { row: number; column: string | null; sentence: string }[],
): RowsFinding[] {
  const found = new Map<string, RowsFinding>();
  for (const { row, column, sentence } of findings) {
    const key = JSON.stringify([column, sentence]);
    const one = found.get(key);
    if (one) one.rows.push(row);
    else found.set(key, { rows: [row], column, sentence });
  }
  return [...found.values()];
}

/** Pieces of a list of rows that are named. */
const mostNamed = 5;

/** "14", "2–14", "5–6, 9": rows as people write them; of many pieces the first, and "…". */
export function rowsNamed(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else if (last?.[1] !== row) runs.push([row, row]);
  }
  const pieces = runs.map(([from, to]) => (to === from ? String(from) : `${from}–${to}`));
  return pieces.length > mostNamed ? `${pieces.slice(0, mostNamed).join(', ')} …` : pieces.join(', ');
}
