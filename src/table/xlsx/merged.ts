import { MAX_CELLS } from '../outcome.ts';
import type { Range } from './cell-address.ts';
import type { Grid } from './sheet.ts';

/**
 * Empties the cells that merged ranges cover, which nobody sees (some programs leave texts there), and tells for each
 * row which of its columns continue a range that began in a row above. Ranges that reach past what is filled are
 * followed only as far as there are rows; a list of ranges made up to take for ever is not followed to its end.
 */
export function coverMerged(grid: Grid, merged: readonly Range[]): Map<number, ReadonlySet<number>> {
  const lines = [...grid.keys()].sort((a, b) => a - b);
  const widest = Math.max(0, ...[...grid.values()].map((filled) => Math.max(...filled.keys())));
  const continues = new Map<number, Set<number>>();
  let steps = 0;
  for (const { top, bottom, left, right } of merged) {
    const last = Math.min(right, Math.max(widest, left));
    // A range in which nothing stands has nothing to continue.
    const saysSomething = grid.get(top)?.has(left) ?? false;
    for (let at = firstFrom(lines, top); at < lines.length && (lines[at] ?? 0) <= bottom; at += 1) {
      const line = lines[at] ?? 0;
      const inRow = line > top && saysSomething ? rowIn(continues, line) : undefined;
      for (let column = left; column <= last; column += 1) {
        steps += 1;
        if (steps > MAX_CELLS) return continues;
        if (line === top && column === left) continue;
        grid.get(line)?.delete(column);
        inRow?.add(column);
      }
    }
  }
  return continues;
}

function rowIn(continues: Map<number, Set<number>>, line: number): Set<number> {
  const inRow = continues.get(line) ?? new Set<number>();
  continues.set(line, inRow);
  return inRow;
}

/** The place of the first line that is not before this one. */
function firstFrom(lines: readonly number[], line: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
