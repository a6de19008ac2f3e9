import type { Activity, ActivityId, Plan, Revision, RowChange, RowContent } from '../activity.ts';
import { changesFrom } from './changes-from.ts';

/**
 * The activities as they stood after a revision (0: before the first), in the plan's order then. How they stand
 * (done, needs help) is as it is now: people's word on a row outlives revisions. Undefined where no such state is kept.
 * Takes time that grows with what all revisions changed.
 */
export function activitiesAt(plan: Plan, number: number): Activity[] | undefined {
  if (number < 0 || number > plan.revision) return undefined;
  if (number === plan.revision) return [...plan.activities];
  const later = plan.revisions.filter((r) => r.number > number).toReversed();
  const changedIn = lastChanged(plan, number);
  const rows = new Map(plan.activities.map((a) => [a.id, a]));
  let order = plan.activities.map(({ id }) => id);
  for (const revision of later) {
    if (revision.changes === undefined) return undefined;
    for (const { id, from } of revision.renumbered ?? []) {
      const one = rows.get(id);
      if (one) rows.set(id, { ...one, row: from });
    }
    for (const { id, before, stood } of revision.changes) {
      if (before === null) rows.delete(id);
      else rows.set(id, brought(id, before, { ...(rows.get(id) ?? stood), changedIn: changedIn.get(id) }));
    }
    order = orderBefore(revision, order, rows);
  }
  return order.flatMap((id) => rows.get(id) ?? []);
}

/** The order in which rows stood before a revision. @param rows As they then were. */
function orderBefore(
  { changes = [], order }: Revision,
  after: readonly ActivityId[],
  rows: ReadonlyMap<ActivityId, Activity>,
): ActivityId[] {
  if (order) return order;
  const left = after.filter((id) => rows.has(id));
  const gone = changes.filter((change) => change.after === null);
  if (gone.every(({ at }) => at !== undefined)) return putBack(left, gone, ({ id }) => id);
  // Kept before places were: then rows stood in the order of their numbers.
  const number = (id: ActivityId) => rows.get(id)?.row ?? 0;
  return [...left, ...gone.map(({ id }) => id)].sort((a, b) => number(a) - number(b));
}

/** A list with what went from it at the places where it stood, or at the end where there are no such places any more. */
export function putBack<T>(left: readonly T[], gone: readonly RowChange[], as: (change: RowChange) => T): T[] {
  const back: T[] = [];
  let next = 0;
  for (const change of gone.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))) {
    while (next < left.length && back.length < (change.at ?? 0)) back.push(left[next++] as T);
    back.push(as(change));
  }
  return [...back, ...left.slice(next)];
}

/** What lies between two states of the plan, each row once: a row that came and went again is not in it. */
export function changesBetween(plan: Plan, from: number, to: number = plan.revision): RowChange[] | undefined {
  const before = activitiesAt(plan, from);
  const after = activitiesAt(plan, to);
  return before && after && changesFrom(before, after).changes;
}

/** The revision that last changed each row, up to and including one. */
function lastChanged({ revisions }: Plan, number: number): Map<ActivityId, number> {
  const last = new Map<ActivityId, number>();
  for (const revision of revisions) {
    if (revision.number <= number) for (const { id } of revision.changes ?? []) last.set(id, revision.number);
  }
  return last;
}

/** An activity of an id with this content, standing as `stood` says. */
function brought(
  id: ActivityId,
  content: RowContent,
  {
    state = 'planned',
    stated,
    answers,
    changedIn,
  }: Partial<Pick<Activity, 'state' | 'stated' | 'answers'>> & { changedIn: number | undefined },
): Activity {
  return {
    ...content,
    id,
    state,
    ...(stated ? { stated } : {}),
    ...(answers ? { answers } : {}),
    ...(changedIn ? { changedIn } : {}),
  };
}
