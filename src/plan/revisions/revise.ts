import type { IsoDay, When } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Activity, ActivityId, ActivityState, Plan, PlannedRow } from '../activity.ts';
import { withDependsOn } from '../dependencies/depends-on.ts';
import { type Speaking, withoutWord, withWord } from '../unit-answers.ts';
import { matchRows } from './match-rows.ts';
import { withPart } from './part.ts';
import { putIn } from './put-in.ts';
import { commit, emptyPlan } from './revision.ts';
import { stillStanding } from './still-standing.ts';

/**
 * The plan after a file was saved: its next revision. A row that continues one of the plan keeps that one's id and how
 * it stands; the others are new, and what the file no longer has goes. A date that was set in Klar stays where the file
 * still has none, and so does a pause; what rows wait for, and their tags, stay where the file has no column for it.
 * @param about.act Names the act of saving: of the same act the revision is already there, and the plan stays as it is.
 * @param about.newId Makes the id of a new activity from its number among the rows, from 0.
 * @param about.unread Titles of rows of the file that could not be read: see `stillStanding`.
 * @param about.isPart The rows are some of the plan's: the others stay. See `withPart`.
 */
export function revise(
  before: Plan | undefined,
  rows: readonly PlannedRow[],
  about: {
    programme: ProgrammeId;
    by: PersonId;
    at: string;
    source: string;
    starts?: IsoDay;
    act?: string;
    isPart?: boolean;
    unread?: readonly string[] | undefined;
    newId(index: number): ActivityId;
  },
): Plan {
  const plan = before ?? emptyPlan(about.programme);
  const activities = about.isPart
    ? withPart(plan.activities, rows, about.newId)
    : asWhole(plan.activities, rows, about);
  const { starts, by, at, source, act } = about;
  const revised = commit(plan, activities, {
    kind: 'import',
    by,
    at,
    source,
    ...(act === undefined ? {} : { act }),
  });
  return revised === plan || !starts ? revised : { ...revised, starts };
}

/** The rows as all that the plan says from now on. */
function asWhole(
  before: readonly Activity[],
  rows: readonly PlannedRow[],
  { unread = [], newId }: { unread?: readonly string[] | undefined; newId(index: number): ActivityId },
): Activity[] {
  const known = matchRows(before, rows);
  const kept = stillStanding(
    before,
    known.filter((one) => one !== undefined),
    unread,
  );
  const hasTags = rows.some(({ tags }) => tags !== undefined);
  const activities = rows.map((row, index): Activity => {
    const same = known[index];
    if (!same) return { ...row, id: newId(index), state: 'planned', dependsOn: [] };
    const { id, state, dependsOn, stated, answers, dated, halted, changedIn, tags } = same;
    const keepsDate = dated !== undefined && row.when.start === null;
    return {
      ...row,
      id,
      state,
      dependsOn,
      ...(tags && !hasTags ? { tags } : {}),
      ...(stated ? { stated } : {}),
      ...(answers ? { answers } : {}),
      ...(halted ? { halted } : {}),
      ...(changedIn ? { changedIn } : {}),
      ...(keepsDate ? { when: same.when, dated } : {}),
    };
  });
  return withDependsOn(kept.length > 0 ? putIn(activities, kept) : activities);
}

const inPlan = (plan: Plan, id: ActivityId, change: (activity: Activity) => Activity): Plan => ({
  ...plan,
  activities: plan.activities.map((a) => (a.id === id ? change(a) : a)),
});

/**
 * Says how an activity stands. Saying what already stands changes nothing (the activity stays the very same object), so that a press twice is harmless.
 * @param speaking For which of its units; left out: for the row as a whole. See `withWord`.
 */
export function setState(
  plan: Plan,
  id: ActivityId,
  state: ActivityState,
  by: PersonId,
  at: string,
  speaking?: Speaking,
): Plan {
  return inPlan(plan, id, (a) => withWord(a, { state, by, at }, speaking));
}

/**
 * Takes back the last thing said about an activity, or of one that several units share what was said at an instant for the units that
 * somebody speaks for. See `withoutWord`.
 */
export function undoState(plan: Plan, id: ActivityId, speaking?: Speaking, said?: string): Plan {
  return inPlan(plan, id, (a) => withoutWord(a, speaking, said));
}

/**
 * Gives a date to an activity that has none, as a revision. One that has a date keeps it: such a date is moved, which
 * shows what it pushes.
 */
export function setWhen(
  plan: Plan,
  id: ActivityId,
  when: When,
  about: { by: PersonId; at: string; act: string },
): Plan {
  const dated = (a: Activity): Activity =>
    a.id === id && a.when.start === null ? { ...a, when, dated: { by: about.by, at: about.at, text: a.when.text } } : a;
  return commit(plan, plan.activities.map(dated), { ...about, kind: 'date' });
}
