import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../../activity.ts';
import { withoutUnit } from '../../editing/save-row.ts';
import { standingAnew } from '../../unit-answers.ts';
import { activitySubject } from '../activity-subject.ts';
import { problem, rowOf } from '../common.ts';
import { mayNotChange } from './edit-row.ts';

export type TakenOff = { answer: Answer } | { programme: Programme; plan: Plan; activity: Activity };

/**
 * Takes a unit off a row, as a revision that is told like any other; for who leads. Where it is off already (the same press delivered twice, or
 * somebody was faster) nothing changes.
 */
export async function takeUnitOff(
  turn: Turn,
  values: { programme: string; activity: string },
  unit: Pick<Unit, 'id'>,
): Promise<TakenOff> {
  const found = await rowOf(turn, values);
  if (!found) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  const { programme, activity } = found;
  if (!mayLead(programme, turn.by.id)) return { answer: await mayNotChange(turn, programme) };
  const about = { by: turn.by.id, at: turn.now().toString(), act: turn.newId() };
  const came = await turn.store.plans.change(programme.id, (plan) => {
    const without = withoutUnit(plan, activity.id, (name) => findUnit(programme, name)?.id === unit.id, about);
    const next = standingAnew(plan, without, programme);
    return next === plan ? { outcome: { plan, isNew: false } } : { next, outcome: { plan: next, isNew: true } };
  });
  const after = came?.plan.activities.find(({ id }) => id === activity.id);
  if (!came || !after) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  if (came.isNew) {
    await turn.audit('plan.edit', {
      programme: programme.id,
      activity: after.id,
      unit: unit.id,
      revision: String(came.plan.revision),
    });
    turn.outbox.refresh(activitySubject(programme, after));
  }
  return { programme, plan: came.plan, activity: after };
}
