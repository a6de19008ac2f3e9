import type { IsoDay } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Activity, Plan, Revision, RevisionKind } from '../activity.ts';
import { activitiesAt } from './as-it-stood.ts';
import { changesFrom } from './changes-from.ts';

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

/** The plan as it stood after an earlier revision, as its next one. Undefined where that state is not kept. */
export function restore(plan: Plan, number: number, about: Omit<Revising, 'kind'>): Plan | undefined {
  const next = activitiesAt(plan, number);
  return next && commit(plan, next, { ...about, kind: 'restore', source: String(number) });
}
