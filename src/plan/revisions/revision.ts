import type { IsoDay } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Activity, ActivityId, Plan, Revision, RevisionKind, RowChange, RowContent } from '../activity.ts';

/** Who makes a revision, when and how. */
export interface Revising {
  kind: RevisionKind;
  by: PersonId;
  /** ISO instant. */
  at: string;
  /** Names the act: the same act delivered twice makes one revision (PLATFORMS T20). */
  act?: string;
  /** The file's name, of an import. */
  source?: string;
  reason?: string;
}

/** The plan of a programme that has none yet. */
export const emptyPlan = (programme: ProgrammeId, starts?: IsoDay): Plan => ({
  id: programme,
  revision: 0,
  ...(starts ? { starts } : {}),
  activities: [],
  revisions: [],
});

/** What an activity says, without who it is and how it stands. */
export function contentOf({
  id: _,
  state: __,
  stated: ___,
  answers: ____,
  changedIn: _____,
  ...content
}: Activity): RowContent {
  return content;
}

/**
 * The plan with these activities in place of its own: its next revision, which keeps what it did to each row. Of an act
 * that has made its revision already (also when that was taken back since), and where nothing but a file brought in would say anything new, the plan stays as
 * it is (the very same object).
 * @param next All activities of the plan as they shall stand, in its order. A known id continues that activity.
 */
export function commit(plan: Plan, next: readonly Activity[], about: Revising): Plan {
  if (about.act !== undefined && isDone(plan, about.act)) return plan;
  const { changes, renumbered, order } = changesFrom(plan.activities, next);
  if (changes.length === 0 && about.kind !== 'import') return plan;
  const number = plan.revision + 1;
  const changed = new Set(changes.map(({ id }) => id));
  const revision: Revision = {
    number,
    at: about.at,
    by: about.by,
    kind: about.kind,
    source: about.source ?? '',
    ...(about.reason ? { reason: about.reason } : {}),
    rows: next.length,
    changes,
    ...(renumbered.length > 0 ? { renumbered } : {}),
    ...(order ? { order } : {}),
    ...(about.act === undefined ? {} : { act: about.act }),
  };
  return {
    ...plan,
    revision: number,
    activities: next.map((one) => (changed.has(one.id) ? { ...one, changedIn: number } : one)),
    revisions: [...plan.revisions, revision],
    // Of the first plan nobody is told as of a change.
    told: plan.revision === 0 ? number : (plan.told ?? plan.revision),
  };
}

/** The number of the revision that an act made, if it has made one. */
export const revisionOf = (plan: Pick<Plan, 'revisions'>, act: string): number | undefined =>
  plan.revisions.find((r) => r.act === act)?.number;

/** An act that is delivered once more, perhaps after what it did was taken back: it does nothing again. */
const isDone = (plan: Plan, act: string): boolean =>
  revisionOf(plan, act) !== undefined || plan.undone?.includes(act) === true;

/** Acts that were taken back and are remembered; a platform delivers again within minutes (PLATFORMS T20, S9). */
const undoneKept = 20;

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
function putBack<T>(left: readonly T[], gone: readonly RowChange[], as: (change: RowChange) => T): T[] {
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

/** Names the act of taking back what an act did, where that makes a revision of its own. */
export const undoOf = (act: string): string => `${act}/undo`;

export type TakenBack =
  | { came: 'taken-back'; plan: Plan }
  /** The act has made no revision, or what it made has been taken back: the press was delivered twice. */
  | { came: 'already' }
  /** Rows that it changed have been changed again since. */
  | { came: 'late' };

/**
 * Takes back what an act did to the plan. The newest revision goes as if it had never been, unless the units have been
 * told of it; an older one is taken back by a revision of its own, as long as nobody has changed its rows since.
 */
export function takeBack(plan: Plan, act: string, about: { by: PersonId; at: string }): TakenBack {
  const undoing = undoOf(act);
  const revision = plan.revisions.find((r) => r.act === act);
  if (!revision || revisionOf(plan, undoing) !== undefined) return { came: 'already' };
  const before = activitiesAt(plan, revision.number - 1);
  if (!before || revision.changes === undefined) return { came: 'late' };
  const told = plan.told ?? plan.revision;
  if (revision.number === plan.revision && (revision.number > told || revision.number === 1)) {
    const number = revision.number - 1;
    const undone = [...(plan.undone ?? []), act].slice(-undoneKept);
    const back = { ...plan, revision: number, activities: before, revisions: plan.revisions.slice(0, -1), undone };
    return { came: 'taken-back', plan: { ...back, told: Math.min(told, number) } };
  }
  const since = plan.revisions.filter((r) => r.number > revision.number).flatMap((r) => r.changes ?? []);
  const touched = new Set(since.map(({ id }) => id));
  if (revision.changes.some(({ id }) => touched.has(id))) return { came: 'late' };
  const was = new Map(before.map((a) => [a.id, a]));
  const own = new Map(revision.changes.map((change) => [change.id, change]));
  const kept = plan.activities.flatMap((a) => (own.has(a.id) ? (was.get(a.id) ?? []) : [a]));
  const gone = revision.changes.filter(({ id, after }) => after === null && was.has(id));
  const next = putBack(kept, gone, ({ id }) => was.get(id) as Activity);
  return { came: 'taken-back', plan: commit(plan, next, { ...about, kind: 'undo', act: undoing }) };
}

/** The plan as it stood after an earlier revision, as its next one. Undefined where that state is not kept. */
export function restore(plan: Plan, number: number, about: Omit<Revising, 'kind'>): Plan | undefined {
  const next = activitiesAt(plan, number);
  return next && commit(plan, next, { ...about, kind: 'restore', source: String(number) });
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

/**
 * What leads from some activities to others, by id. A row whose number alone is another has not changed. `order` is the
 * order of before, where the rows that are in both stand in another one.
 */
function changesFrom(before: readonly Activity[], after: readonly Activity[]) {
  const old = new Map(before.map((a) => [a.id, a]));
  const now = new Set(after.map((a) => a.id));
  const changes: RowChange[] = [];
  const renumbered: { id: ActivityId; from: number; to: number }[] = [];
  for (const one of after) {
    const was = old.get(one.id);
    // Nearly all rows of a plan are the very same when one of them is changed.
    if (was === one) continue;
    if (was === undefined) changes.push({ id: one.id, before: null, after: contentOf(one) });
    else if (!saysTheSame(was, one)) changes.push({ id: one.id, before: contentOf(was), after: contentOf(one) });
    else if (was.row !== one.row) renumbered.push({ id: one.id, from: was.row, to: one.row });
  }
  for (const [at, one] of before.entries()) {
    if (now.has(one.id)) continue;
    const { state, stated, answers } = one;
    const isSaid = state !== 'planned' || answers !== undefined;
    const stood = isSaid ? { stood: { state, ...(stated ? { stated } : {}), ...(answers ? { answers } : {}) } } : {};
    changes.push({ id: one.id, before: contentOf(one), after: null, at, ...stood });
  }
  const stayed = before.filter(({ id }) => now.has(id));
  const stays = after.filter(({ id }) => old.has(id));
  const isOrdered = stayed.every(({ id }, at) => stays[at]?.id === id);
  return { changes, renumbered, ...(isOrdered ? {} : { order: before.map(({ id }) => id) }) };
}

/** Whether two rows say the same, wherever in the file they stand. */
function saysTheSame(one: Activity, other: Activity): boolean {
  const text = ({ row: _, ...content }: RowContent) => JSON.stringify(sorted(content));
  return text(contentOf(one)) === text(contentOf(other));
}

/** The same value with the fields of its objects in one order, so that equal values have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}
