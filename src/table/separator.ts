/** What stands between cells. `none` when the file has a single column. */
export type Separator = ',' | ';' | '\t' | 'none';

/** Also the order in which a tie is settled: commas are common inside Norwegian and Swedish text, tabs are not. */
const candidates = ['\t', ';', ','] as const;

/** How many rows are looked at. Enough to outweigh a title line or two above the headings. */
const ROWS_LOOKED_AT = 30;

/**
 * Finds the separator by looking at the first rows outside quotes: the one that stands equally often in the most rows;
 * of two such the tab, or else the one that stands oftener in a row. It must stand in at least half of the rows, so that a comma in the
 * running text of a single column does not split it.
 */
export function findSeparator(text: string): Separator {
  const rows = countedRows(text);
  let best: { separator: Separator; fits: number; perRow: number } = { separator: 'none', fits: 0, perRow: 0 };
  for (const separator of candidates) {
    const counts = rows.map((row) => row[separator]);
    if (counts.filter((count) => count > 0).length * 2 < rows.length) continue;
    const { fits, perRow } = mostCommonCount(counts);
    // Where tabs part every row alike, nothing else does: people write commas and semicolons, not tabs.
    const isBetter = fits > best.fits || (fits === best.fits && best.separator !== '\t' && perRow > best.perRow);
    if (isBetter) best = { separator, fits, perRow };
  }
  return best.separator;
}

type Counts = Record<(typeof candidates)[number], number>;

/** How often each candidate stands in each of the first rows; rows without any text are left out. */
function countedRows(text: string): Counts[] {
  const rows: Counts[] = [];
  let counts: Counts = { '\t': 0, ';': 0, ',': 0 };
  let quoted = false;
  let hasText = false;
  for (const character of text) {
    // A doubled quote inside a quoted cell closes and opens again at once, so counting each quote is enough.
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (hasText) rows.push(counts);
      if (rows.length === ROWS_LOOKED_AT) return rows;
      counts = { '\t': 0, ';': 0, ',': 0 };
      hasText = false;
    } else if (character === '\t' || character === ';' || character === ',') counts[character] += 1;
    else if (character !== ' ') hasText = true;
    if (character === '"') hasText = true;
  }
  if (hasText) rows.push(counts);
  return rows;
}

/** The count above zero that most rows share, and how many share it. */
function mostCommonCount(counts: readonly number[]): { fits: number; perRow: number } {
  const rowsByCount = new Map<number, number>();
  for (const count of counts) if (count > 0) rowsByCount.set(count, (rowsByCount.get(count) ?? 0) + 1);
  let most = { fits: 0, perRow: 0 };
  for (const [perRow, fits] of rowsByCount) {
    if (fits > most.fits || (fits === most.fits && perRow > most.perRow)) most = { fits, perRow };
  }
  return most;
}
