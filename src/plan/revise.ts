import type { IsoDay, When } from '#calendar/when.ts';
import { sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Activity, ActivityId, ActivityState, Plan, PlannedRow } from './activity.ts';

/**
 * The plan after a file was saved: its next revision. A row with the same title and units as one before it keeps that
 * one's id and state, in order where several are alike; the others are new.
 * @param newId Makes the id of a new activity from its number among the rows, from 0.
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
    newId(index: number): ActivityId;
  },
): Plan {
  const known = new Map<string, Activity[]>();
  for (const activity of before?.activities ?? []) {
    const alike = known.get(likeness(activity));
    if (alike) alike.push(activity);
    else known.set(likeness(activity), [activity]);
  }
  const activities = rows.map((row, index): Activity => {
    const same = known.get(likeness(row))?.shift();
    return same
      ? {
          ...row,
          id: same.id,
          state: same.state,
          dependsOn: same.dependsOn,
          ...(same.stated ? { stated: same.stated } : {}),
        }
      : { ...row, id: about.newId(index), state: 'planned', dependsOn: [] };
  });
  const number = (before?.revision ?? 0) + 1;
  return {
    id: about.programme,
    revision: number,
    ...(about.starts ? { starts: about.starts } : before?.starts ? { starts: before.starts } : {}),
    activities,
    revisions: [
      ...(before?.revisions ?? []),
      { number, at: about.at, by: about.by, source: about.source, rows: rows.length },
    ],
  };
}

const likeness = (row: Pick<PlannedRow, 'title' | 'units'>): string =>
  [row.title, ...row.units.map(sameName).sort()].map(sameName).join('\n');

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

/** Gives an activity a date. */
export function setWhen(plan: Plan, id: ActivityId, when: When): Plan {
  return inPlan(plan, id, (a) => ({ ...a, when }));
}
