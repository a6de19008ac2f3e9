import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { type Activity, type ActivityState, activityState } from '../activity.ts';
import { mayReport } from '../may-report.ts';
import { setState, undoState } from '../revisions/revise.ts';
import { callForHelp } from './call-for-help.ts';
import { problem, rowCard, rowOf } from './common.ts';

/** Everything that shows an activity and is drawn anew when it changes: reminders, and their copies for each place. */
export const activitySubject = (programme: Programme, activity: Pick<Activity, 'id'>): string =>
  `activity:${programme.id}/${activity.id}`;

/** Says whose row it is to somebody who may not say anything about it. */
export function mayNotReport(turn: Turn, activity: Activity): Answer {
  const { language } = turn;
  const units = activity.units.join(', ') || say(language, 'plan.the-programme');
  return problem(say(language, 'plan.may-not-report', { units }));
}

export type Reported = { problem: Answer } | { programme: Programme; activity: Activity };

/**
 * Says how an activity stands, or takes the last thing said back (`undo`). Saved before it is answered; saying what
 * stands already changes nothing. Somebody who newly needs help is heard by those who lead the programme.
 */
export async function reportState(
  turn: Turn,
  values: { programme: string; activity: string },
  state: ActivityState | 'undo',
): Promise<Reported> {
  const { language } = turn;
  const found = await rowOf(turn, values);
  if (!found) return { problem: problem(say(language, 'plan.row-gone')) };
  const { programme, activity } = found;
  if (!mayReport(programme, activity, turn.by.id)) return { problem: mayNotReport(turn, activity) };
  // A card that still has its buttons is left over from before: the answer shows that it is on pause or called off.
  if (activity.halted) return { programme, activity };
  const at = turn.now().toString();
  const after = await turn.store.plans.change(programme.id, (plan) => {
    const next = state === 'undo' ? undoState(plan, activity.id) : setState(plan, activity.id, state, turn.by.id, at);
    return { next, outcome: next.activities.find((a) => a.id === activity.id) };
  });
  if (!after) return { problem: problem(say(language, 'plan.row-gone')) };
  // The same press delivered twice finds nothing to change, and leaves no second line in the log.
  if (after.state !== activity.state || after.stated?.at !== activity.stated?.at) {
    await turn.audit(state === 'undo' ? 'plan.state-undo' : 'plan.state', {
      programme: programme.id,
      activity: activity.id,
      state: after.state,
    });
    turn.outbox.refresh(activitySubject(programme, activity));
  }
  if (state === 'help' && activity.state !== 'help') {
    // Not waited for: the nurse's press is saved, and is answered now.
    callForHelp(turn, programme, after).catch((error: unknown) =>
      turn.log.error({ err: error, activity: activity.id }, 'a call for help was not sent'),
    );
  }
  return { programme, activity: after };
}

const ids = { programme: z.string(), activity: z.string() };

async function rowAfter(turn: Turn, reported: Reported): Promise<Answer> {
  if ('problem' in reported) return reported.problem;
  return { show: 'replace', card: await rowCard(turn, reported.programme, reported.activity) };
}

export const setStatePresses = [
  press({
    verb: 'plan.set-state',
    values: z.object({ ...ids, state: activityState }),
    run: async (turn, values) => rowAfter(turn, await reportState(turn, values, values.state)),
  }),
  press({
    verb: 'plan.undo-state',
    values: z.object(ids),
    run: async (turn, values) => rowAfter(turn, await reportState(turn, values, 'undo')),
  }),
];
