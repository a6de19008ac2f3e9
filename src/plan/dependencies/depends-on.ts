import { sameName } from '#people/find-unit.ts';
import type { Activity, ActivityId, PlannedRow } from '../activity.ts';
import { ringsIn } from './waiting-order.ts';

/** What a row needs for being found by what others say of it, and for saying what it waits for. */
export type Referring = Pick<PlannedRow, 'row' | 'key' | 'title' | 'gate' | 'kind' | 'after'>;

/** What rows say that they depend on, as far as it was understood. */
export interface Resolved<R> {
  /** What each row waits for, in the order of the plan. Rows that wait for nothing are left out. */
  waitsFor: ReadonlyMap<R, readonly R[]>;
  /** What names no row, as written. */
  unknown: { row: R; text: string }[];
  /** Rows that wait for each other in a ring, or one for itself. What makes the ring is in `waitsFor` no more. */
  circles: R[][];
}

/**
 * Finds the rows that each row says it depends on. A reference is, by the first of these that fits: the file's own
 * number of a row, its title, the name of a gate (every gate of that name), the number of the row as a spreadsheet shows
 * it, which in a file with numbers of its own is written "rad 14". What makes a ring is left out, since nothing in it
 * could ever begin.
 */
export function resolveAfter<R extends Referring>(rows: readonly R[]): Resolved<R> {
  const find = finder(rows);
  const unknown: Resolved<R>['unknown'] = [];
  const edges = rows.map((row) => {
    const found = (row.after ?? []).flatMap((text) => {
      const places = find(text, row);
      if (places.length === 0) unknown.push({ row, text });
      return places;
    });
    return [...new Set(found)].sort((a, b) => a - b);
  });

  const rings = ringsIn(edges);
  const ringOf = new Map(rings.flatMap((ring, number) => ring.map((at) => [at, number])));
  const at = (places: readonly number[]): R[] => places.flatMap((place) => rows[place] ?? []);
  const waitsFor = new Map<R, readonly R[]>();
  for (const [place, row] of rows.entries()) {
    const ring = ringOf.get(place);
    const kept = (edges[place] ?? []).filter((to) => ring === undefined || ringOf.get(to) !== ring);
    if (kept.length > 0) waitsFor.set(row, at(kept));
  }
  return { waitsFor, unknown, circles: rings.map(at) };
}

/** Whether a file has a column that says what its rows depend on: only then is a row that names nothing free. */
const saysAfter = (rows: readonly Pick<PlannedRow, 'after'>[]): boolean =>
  rows.some(({ after }) => after !== undefined);

/**
 * The rows as they stand in a plan: what they wait for is taken from the file where the file has a column for it.
 * Otherwise what was set in Klar stays; rows that are gone are waited for no more.
 */
export function withDependsOn(activities: readonly Activity[]): Activity[] {
  if (saysAfter(activities)) {
    const { waitsFor } = resolveAfter(activities);
    return activities.map((one) => ({ ...one, dependsOn: (waitsFor.get(one) ?? []).map(({ id }) => id) }));
  }
  const there = new Set(activities.map(({ id }) => id));
  return activities.map((one) => ({ ...one, dependsOn: one.dependsOn.filter((id) => there.has(id)) }));
}

/**
 * Whether a row that came to wait for these would wait for itself in the end. Asked before `dependsOn` is changed:
 * a ring is never stored.
 */
export function wouldCircle(
  activities: readonly Pick<Activity, 'id' | 'dependsOn'>[],
  id: ActivityId,
  dependsOn: readonly ActivityId[],
): boolean {
  const known = new Map(activities.map((a) => [a.id, a.dependsOn]));
  const waited = new Set(dependsOn);
  for (const one of waited) if (one !== id) for (const next of known.get(one) ?? []) waited.add(next);
  return waited.has(id);
}

/** Finds the places of the rows that a reference names; a row that is named with others of its name is not its own. */
function finder<R extends Referring>(rows: readonly R[]): (text: string, from: R) => readonly number[] {
  const byKey = new Map<string, number[]>();
  const byRow = new Map<number, number[]>();
  const byTitle = new Map<string, number[]>();
  const byGate = new Map<string, number[]>();
  const put = <K>(map: Map<K, number[]>, key: K, place: number) => {
    const known = map.get(key);
    if (known) known.push(place);
    else map.set(key, [place]);
  };
  for (const [place, { row, key, title, gate, kind }] of rows.entries()) {
    if (key !== undefined) put(byKey, sameName(key), place);
    put(byRow, row, place);
    put(byTitle, sameName(title), place);
    if (gate !== null) put(byTitle, sameName(`${gate} · ${title}`), place);
    if (gate !== null && kind === 'gate') put(byGate, sameName(gate), place);
  }
  const called = (text: string) => byKey.get(text) ?? byTitle.get(text) ?? byGate.get(text);
  return (written, from) => {
    const text = sameName(written);
    const bare = text.replace(/^(?:etter|efter|after|når|när)\s+/u, '');
    const [, word, number] = /^(rad(?:en)? ?|row ?|nr\.? ?|#)?(\d+)\.?$/u.exec(bare) ?? [];
    const own = word?.startsWith('r') ? undefined : byKey.get(number ?? bare);
    const named = own ?? called(text) ?? called(bare);
    const places =
      named ?? (number !== undefined && (byKey.size === 0 || word?.startsWith('r')) ? byRow.get(Number(number)) : []);
    if (places === undefined) return [];
    return places.length > 1 ? places.filter((place) => rows[place] !== from) : places;
  };
}
