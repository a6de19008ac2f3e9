import type { Activity, ActivityId, PlannedRow } from '../activity.ts';
import { resolveAfter, wouldCircle } from '../dependencies/depends-on.ts';
import { inTimeOrder } from '../editing/row-form.ts';
import { matchRows } from './match-rows.ts';

/** Fewer rows than this are missing from a revised plan often enough. */
const fewMissing = 3;

/** How much of a plan is among the rows that somebody brought in, and whether they look like a part of it. */
export interface Extent {
  /** Rows of the plan that are among them. */
  known: number;
  missing: number;
  /** At least half of the plan is missing: saved as a whole plan, they would take it out. */
  isMuch: boolean;
  /** So much is missing, and most of what is here is the plan's: probably a piece of it, and not another plan. */
  isPart: boolean;
}

/** A card asks several times of the same rows. */
const extents = new WeakMap<readonly PlannedRow[], { plan: readonly Activity[]; extent: Extent }>();

/** See `Extent`. */
export function extentOf(plan: readonly Activity[], rows: readonly PlannedRow[]): Extent {
  const asked = extents.get(rows);
  if (asked?.plan === plan) return asked.extent;
  const known = matchRows(plan, rows).filter((one) => one !== undefined).length;
  const missing = plan.length - known;
  const isMuch = missing >= fewMissing && missing * 2 >= plan.length;
  const extent = { known, missing, isMuch, isPart: isMuch && known > 0 && known * 2 >= rows.length };
  extents.set(rows, { plan, extent });
  return extent;
}

/**
 * The activities of a plan with some rows of it changed and others put in, each in its place in time. All that the rows
 * do not mention stays, and so does what they leave open of a row that they do: its date, units, description or kind.
 * @param newId Makes the id of a new activity from its number among the rows, from 0.
 */
export function withPart(
  plan: readonly Activity[],
  rows: readonly PlannedRow[],
  newId: (index: number) => ActivityId,
): Activity[] {
  const known = matchRows(plan, rows);
  const told = new Map<ActivityId, Activity>();
  const come: Activity[] = [];
  let number = Math.max(1, ...plan.map(({ row }) => row));
  for (const [index, row] of rows.entries()) {
    const same = known[index];
    if (same) told.set(same.id, filledUp(row, same));
    else {
      number += 1;
      come.push({ ...row, row: number, id: newId(index), state: 'planned', dependsOn: [] });
    }
  }
  const changed = plan.map((one) => told.get(one.id) ?? one);
  const all = come.reduce((some, one) => inTimeOrder(some, one), changed);
  if (rows.every(({ after }) => after === undefined)) return all;
  const says = new Set([...told.keys(), ...come.map(({ id }) => id)]);
  const { waitsFor } = resolveAfter(all);
  return all.reduce((some, one, at) => {
    const dependsOn = waitsFor.get(one)?.map(({ id }) => id);
    // A ring is never stored.
    const isTold = dependsOn && says.has(one.id) && !wouldCircle(some, one.id, dependsOn);
    return isTold ? some.with(at, { ...one, dependsOn }) : some;
  }, all);
}

/** A row of the plan as it is told now, and as it was where nothing is told. */
function filledUp(row: PlannedRow, same: Activity): Activity {
  const isDated = row.when.start !== null;
  const { time: stood, dated, ...stays } = same;
  const time = isDated ? row.time : stood;
  return {
    ...stays,
    title: row.title,
    description: row.description || same.description,
    // Without a column for it every row reads as an activity.
    kind: row.kind === 'activity' ? same.kind : row.kind,
    when: isDated ? row.when : same.when,
    units: row.units.length > 0 ? row.units : same.units,
    gate: row.gate ?? same.gate,
    ...(time === undefined ? {} : { time }),
    ...(row.after ? { after: row.after } : {}),
    ...(dated && !isDated ? { dated } : {}),
  };
}
