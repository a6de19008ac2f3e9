import type { PersonId } from '#people/person.ts';
import type { Activity, Plan } from '../activity.ts';
import { activitiesAt, putBack } from './as-it-stood.ts';
import { commit, revisionOf } from './revision.ts';

/** Acts that were taken back and are remembered; a platform delivers again within minutes (PLATFORMS T20, S9). */
const undoneKept = 20;

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
