import type { Language, When } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { Activity, ActivityId, Plan } from '../activity.ts';
import type { Dated } from '../dependencies/follow.ts';
import { written } from '../dependencies/later.ts';
import { commit } from '../revisions/revision.ts';
import { saysByItself } from './new-when.ts';

/** Who does something to rows, when (ISO instant), in which act, and why. */
export interface Doing {
  by: PersonId;
  at: string;
  act: string;
  reason: string;
}

/**
 * The plan with a row on other days, and those that it pushes: all of it one revision.
 * @param move.pushed Where other rows land.
 * @param move.language In which a date is written that does not say its days by itself ("uke 44").
 */
export function moveRow(
  plan: Plan,
  move: {
    id: ActivityId;
    when: Dated;
    time?: string | undefined;
    pushed: ReadonlyMap<ActivityId, When>;
    language: Language;
  },
  { reason, ...about }: Doing,
): Plan {
  const when = saysByItself(move.when.text, move.when) ? move.when : written(move.when, move.language);
  const next = plan.activities.map((one): Activity => {
    if (one.id !== move.id) {
      const to = move.pushed.get(one.id);
      return to ? { ...one, when: to } : one;
    }
    const dated =
      one.when.start === null && !one.dated ? { dated: { by: about.by, at: about.at, text: one.when.text } } : {};
    return { ...one, when, ...dated, ...(move.time === undefined ? {} : { time: move.time }) };
  });
  return commit(plan, next, { ...about, kind: 'move', ...(reason === '' ? {} : { reason }) });
}

/** The plan with a row on pause or called off. What stands so already stays as it is. */
export function halt(plan: Plan, id: ActivityId, as: 'paused' | 'cancelled', { reason, ...about }: Doing): Plan {
  const { by, at } = about;
  const next = plan.activities.map((one) =>
    one.id === id && one.halted?.as !== as ? { ...one, halted: { as, reason, by, at } } : one,
  );
  return commit(plan, next, { ...about, kind: as === 'paused' ? 'pause' : 'cancel', reason });
}

/** The plan with a row that goes on after a pause, or after it was called off. */
export function resume(plan: Plan, id: ActivityId, about: Omit<Doing, 'reason'>): Plan {
  const goesOn = ({ halted: _, ...one }: Activity): Activity => one;
  return commit(
    plan,
    plan.activities.map((one) => (one.id === id ? goesOn(one) : one)),
    { ...about, kind: 'resume' },
  );
}
