import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { type Activity, type ActivityState, activityState } from '../activity.ts';
import { unitsShown } from '../as-known.ts';
import { mayReport } from '../may-report.ts';
import { setState, undoState } from '../revisions/revise.ts';
import { spokenFor, unitsOn } from '../speaks-for.ts';
import type { Speaking } from '../unit-answers.ts';
import { activitySubject } from './activity-subject.ts';
import { callForHelp } from './call-for-help.ts';
import { problem, rowCard, rowOf } from './common.ts';

/** Says whose row it is to somebody who may not say anything about it. */
export function mayNotReport(turn: Turn, programme: Programme, activity: Activity): Answer {
  const { language } = turn;
  const units = unitsShown(programme, activity) || say(language, 'plan.the-programme');
  return problem(say(language, 'plan.may-not-report', { units }));
}

export type Reported = { problem: Answer } | { programme: Programme; activity: Activity };

/**
 * Says how an activity stands, or takes the last thing said back (`undo`). Of a row that several units share it is said for those that the person
 * speaks for. Saved before it is answered; saying what stands already changes nothing. Somebody who newly needs help is
 * heard by those who lead the programme.
 * @param values.units Ids, with commas between, of the units that the pressed copy was for; none on the row's own card.
 * @param values.said Of an undo: when that was said which is taken back.
 */
export async function reportState(
  turn: Turn,
  values: { programme: string; activity: string; units?: string | undefined; said?: string | undefined },
  state: ActivityState | 'undo',
): Promise<Reported> {
  const { language } = turn;
  const found = await rowOf(turn, values);
  if (!found) return { problem: problem(say(language, 'plan.row-gone')) };
  const { programme, activity } = found;
  if (!mayReport(programme, activity, turn.by.id)) return { problem: mayNotReport(turn, programme, activity) };
  // A card that still has its buttons is left over from before: the answer shows that it is on pause or called off.
  if (activity.halted) return { programme, activity };
  const at = turn.now().toString();
  const came = await turn.store.plans.change(programme.id, (plan) => {
    const before = plan.activities.find(({ id }) => id === activity.id);
    const speaking = speakingFor(programme, before ?? activity, turn.by.id, values.units);
    const next =
      state === 'undo'
        ? undoState(plan, activity.id, speaking, values.said)
        : setState(plan, activity.id, state, turn.by.id, at, speaking);
    const after = next.activities.find(({ id }) => id === activity.id);
    const isNew = after !== before;
    return { ...(isNew ? { next } : {}), outcome: { after, isNew, units: speaking.for } };
  });
  if (!came?.after) return { problem: problem(say(language, 'plan.row-gone')) };
  const { after, isNew, units } = came;
  // The same press delivered twice finds nothing to change, and leaves no second line in the log.
  if (isNew) {
    await turn.audit(state === 'undo' ? 'plan.state-undo' : 'plan.state', {
      programme: programme.id,
      activity: activity.id,
      state: after.state,
      ...(after.answers ? { units: units.join(',') } : {}),
    });
    turn.outbox.refresh(activitySubject(programme, activity));
  }
  if (isNew && state === 'help') {
    // Not waited for: the nurse's press is saved, and is answered now.
    callForHelp(turn, programme, after).catch((error: unknown) =>
      turn.log.error({ err: error, activity: activity.id }, 'a call for help was not sent'),
    );
  }
  return { programme, activity: after };
}

/** For which units of a row somebody speaks who presses on a card for some of them, or for none. */
function speakingFor(programme: Programme, activity: Activity, person: PersonId, onCard = ''): Speaking {
  const idsOf = (units: readonly Unit[]) => units.map(({ id }) => id);
  return {
    responsible: idsOf(unitsOn(programme, activity)),
    for: idsOf(spokenFor(programme, activity, person, onCard.split(','))),
  };
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
    values: z.object({ ...ids, said: z.string().optional() }),
    run: async (turn, values) => rowAfter(turn, await reportState(turn, values, 'undo')),
  }),
];
