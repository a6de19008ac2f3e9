import type { Checklist, Item, Sheet } from './checklist.ts';
import { emptyTally, signOf, type Tally, tally } from './standing.ts';

/**
 * A unit as a whole: `green` when every point is green or not relevant, `red` with any red point, `silent` when nothing
 * is answered, `yellow` for all between.
 */
export type UnitState = 'green' | 'yellow' | 'red' | 'silent';

export interface UnitRow {
  unit: string;
  counts: Tally;
  state: UnitState;
}

export interface ItemRow {
  item: Item;
  counts: Tally;
}

/** The readiness of all units in one checklist. */
export interface Board {
  /** Those that need attention first: most red, then most yellow, then most unanswered, else in the checklist's order. */
  units: UnitRow[];
  /** In the checklist's order. */
  items: ItemRow[];
  /** How many units are in each state; they sum to the number of units. */
  states: Record<UnitState, number>;
  /** Points with yellow or red, the worst first. */
  worst: ItemRow[];
  /** Units with unanswered points, in the order of `units`. */
  incomplete: UnitRow[];
}

/**
 * Lays the units' sheets beside each other.
 * @param units The units that still exist, in the checklist's order; others are left out of every count.
 */
export function drawBoard(
  { items }: Pick<Checklist, 'items'>,
  units: readonly string[],
  sheets: readonly Sheet[],
): Board {
  const sheetOf = new Map(sheets.map((s): [string, Sheet] => [s.unit, s]));
  const rows = units.map((unit): UnitRow => {
    const counts = tally(items, sheetOf.get(unit));
    return { unit, counts, state: stateOf(counts, items.length) };
  });
  const byItem = items.map((item): ItemRow => {
    const counts = emptyTally();
    for (const unit of units) counts[signOf(sheetOf.get(unit), item.id)] += 1;
    return { item, counts };
  });
  const states = { green: 0, yellow: 0, red: 0, silent: 0 };
  for (const { state } of rows) states[state] += 1;
  const sorted = rows.sort((a, b) => worse(a.counts, b.counts) || b.counts.silent - a.counts.silent);
  return {
    units: sorted,
    items: byItem,
    states,
    worst: byItem.filter(({ counts }) => counts.red + counts.yellow > 0).sort((a, b) => worse(a.counts, b.counts)),
    incomplete: sorted.filter(({ counts }) => counts.silent > 0),
  };
}

const worse = (a: Tally, b: Tally): number => b.red - a.red || b.yellow - a.yellow;

function stateOf(counts: Tally, items: number): UnitState {
  if (counts.red > 0) return 'red';
  if (counts.silent === items) return 'silent';
  return counts.yellow + counts.silent > 0 ? 'yellow' : 'green';
}
