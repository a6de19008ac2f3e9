import type { Activity, ActivityId, PlannedRow } from '../activity.ts';
import { resolveAfter } from '../dependencies/depends-on.ts';
import { ringsIn } from '../dependencies/waiting-order.ts';
import { matchRows } from './match-rows.ts';
import { putIn } from './put-in.ts';
import { stillStanding } from './still-standing.ts';

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

/**
 * See `Extent`.
 * @param unread See `stillStanding`: such rows are among them too.
 */
export function extentOf(
  plan: readonly Activity[],
  rows: readonly PlannedRow[],
  unread: readonly string[] = [],
): Extent {
  const asked = extents.get(rows);
  if (asked?.plan === plan) return asked.extent;
  const matched = matchRows(plan, rows).filter((one) => one !== undefined);
  const known = matched.length + stillStanding(plan, matched, unread).length;
  const missing = plan.length - known;
  const isMuch = missing >= fewMissing && missing * 2 >= plan.length;
  const extent = { known, missing, isMuch, isPart: isMuch && known > 0 && known * 2 >= rows.length };
  extents.set(rows, { plan, extent });
  return extent;
}

/**
 * The activities of a plan with some rows of it changed and others put in, each in its place in time. All that the rows
 * do not mention stays, and so does what they leave open of a row that they do: its date, units, description, kind or tags.
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
  const all = putIn(
    plan.map((one) => told.get(one.id) ?? one),
    come,
  );
  if (rows.every(({ after }) => after === undefined)) return all;
  return waitingAsTold(all, new Set([...told.keys(), ...come.map(({ id }) => id)]));
}

/** The activities, of which those that were told of wait for what was told of them. What would make a ring is left out. */
function waitingAsTold(all: readonly Activity[], says: ReadonlySet<ActivityId>): Activity[] {
  const placeOf = new Map(all.map(({ id }, place) => [id, place]));
  const isTold = ({ id, after }: Activity) => says.has(id) && after !== undefined;
  const asked = all.map((one) => (isTold(one) ? one : { ...one, after: undefined }));
  const { waitsFor } = resolveAfter(asked);
  const edges = all.map((one, place) => {
    const own = asked[place];
    const waits = isTold(one) && own ? (waitsFor.get(own) ?? []).map(({ id }) => id) : one.dependsOn;
    return waits.flatMap((id) => placeOf.get(id) ?? []);
  });
  const ringOf = new Map(ringsIn(edges).flatMap((ring, number) => ring.map((place) => [place, number] as const)));
  return all.map((one, place) => {
    if (!isTold(one)) return one;
    const ring = ringOf.get(place);
    const kept = (edges[place] ?? []).filter((to) => ring === undefined || ringOf.get(to) !== ring);
    return { ...one, dependsOn: kept.flatMap((to) => all[to]?.id ?? []) };
  });
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
    ...(row.tags ? { tags: row.tags } : {}),
    ...(dated && !isDated ? { dated } : {}),
  };
}
