import type { IsoDay, When } from '#calendar/when.ts';
import { sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Activity, ActivityId, ActivityState, Plan, PlannedRow } from './activity.ts';

/**
 * The plan after a file was saved: its next revision. A row with the same title and units as one before it keeps that
 * one's id and state; where several are alike ("Regionalt arbeidsgruppemøte" five times), first those with the same
 * date, then the rest in order. The others are new. A date that was set in Klar stays where the file still has none.
 * @param about.act Names the act of saving: of the same act the revision is already there, and the plan stays as it is.
 * @param about.newId Makes the id of a new activity from its number among the rows, from 0.
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
    newId(index: number): ActivityId;
  },
): Plan {
  if (before && about.act !== undefined && revisionOf(before, about.act)) return before;
  const known = knownRows(before?.activities ?? [], rows);
  const activities = rows.map((row, index): Activity => {
    const same = known[index];
    if (!same) return { ...row, id: about.newId(index), state: 'planned', dependsOn: [] };
    const { id, state, dependsOn, stated, dated } = same;
    const keepsDate = dated !== undefined && row.when.start === null;
    return {
      ...row,
      id,
      state,
      dependsOn,
      ...(stated ? { stated } : {}),
      ...(keepsDate ? { when: same.when, dated } : {}),
    };
  });
  const number = (before?.revision ?? 0) + 1;
  const starts = about.starts ?? before?.starts;
  return {
    id: about.programme,
    revision: number,
    ...(starts ? { starts } : {}),
    activities,
    revisions: [
      ...(before?.revisions ?? []),
      {
        number,
        at: about.at,
        by: about.by,
        source: about.source,
        rows: rows.length,
        ...(about.act === undefined ? {} : { act: about.act }),
      },
    ],
  };
}

/** The number of the revision that an act made, if it has made one. */
export const revisionOf = (plan: Pick<Plan, 'revisions'>, act: string): number | undefined =>
  plan.revisions.find((r) => r.act === act)?.number;

/** For each row the activity that it continues, each activity once. */
function knownRows(before: readonly Activity[], rows: readonly PlannedRow[]): (Activity | undefined)[] {
  const left = new Map<string, Activity[]>();
  for (const one of before) {
    const alike = left.get(likeness(one));
    if (alike) alike.push(one);
    else left.set(likeness(one), [one]);
  }
  const take = (row: PlannedRow, fits: (one: Activity) => boolean): Activity | undefined => {
    const alike = left.get(likeness(row)) ?? [];
    const at = alike.findIndex(fits);
    return at < 0 ? undefined : alike.splice(at, 1)[0];
  };
  const sameDate = rows.map((row) =>
    take(row, ({ when }) => when.start === row.when.start && when.end === row.when.end),
  );
  return rows.map((row, index) => sameDate[index] ?? take(row, () => true));
}

const likeness = (row: Pick<PlannedRow, 'title' | 'units'>): string =>
  [row.title, ...row.units.map(sameName).sort()].map(sameName).join('\n');

/**
 * The plan as it was before its newest revision. What people have said since about activities that are in both (their
 * state, a date that was missing) stands.
 */
export function withoutLastRevision(current: Plan, before: Plan): Plan {
  const savedAt = current.revisions.at(-1)?.at ?? '';
  const now = new Map(current.activities.map((a) => [a.id, a]));
  return {
    ...before,
    activities: before.activities.map((old) => {
      const same = now.get(old.id);
      if (!same) return old;
      const { stated: _, ...rest } = old;
      const datedSince = same.dated && same.dated.at >= savedAt;
      return {
        ...rest,
        state: same.state,
        ...(same.stated ? { stated: same.stated } : {}),
        ...(datedSince ? { when: same.when, dated: same.dated } : {}),
      };
    }),
  };
}

const inPlan = (plan: Plan, id: ActivityId, change: (activity: Activity) => Activity): Plan => ({
  ...plan,
  activities: plan.activities.map((a) => (a.id === id ? change(a) : a)),
});

/** Says how an activity stands. Saying what already stands changes nothing, so that a press twice is harmless. */
export function setState(plan: Plan, id: ActivityId, state: ActivityState, by: PersonId, at: string): Plan {
  return inPlan(plan, id, (a) => (a.state === state ? a : { ...a, state, stated: { by, at, before: a.state } }));
}

/** Takes back the last thing said about an activity. */
export function undoState(plan: Plan, id: ActivityId): Plan {
  return inPlan(plan, id, ({ stated, ...a }) => (stated ? { ...a, state: stated.before } : a));
}

/** Gives a date to an activity that has none. One that has a date keeps it: dates are moved by a new revision. */
export function setWhen(plan: Plan, id: ActivityId, when: When, by: PersonId, at: string): Plan {
  return inPlan(plan, id, (a) => (a.when.start === null ? { ...a, when, dated: { by, at, text: a.when.text } } : a));
}

/** Takes a date back that was set in Klar: the activity then says again what its file says. */
export function undoWhen(plan: Plan, id: ActivityId): Plan {
  return inPlan(plan, id, ({ dated, ...a }) =>
    dated ? { ...a, when: { start: null, end: null, precision: 'unknown', text: dated.text } } : { ...a },
  );
}
