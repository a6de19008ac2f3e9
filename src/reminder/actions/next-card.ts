import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { mayLead } from '#people/roles.ts';
import { button, problem, todayIn } from '#plan/actions/common.ts';
import { leadersNamed } from '#plan/actions/editing/led-row.ts';
import { activityId } from '#plan/activity.ts';
import { capital } from '#plan/view.ts';
import { say } from '#words/say.ts';
import { type Coming, isReminder } from '../coming.ts';
import { stoppedBy } from '../resting.ts';
import { readRule } from '../rules.ts';
import { comesText, laterLines, receiverLines } from '../view-coming.ts';
import { dayText, momentText } from '../view-more.ts';
import { ruleText } from '../view-rules.ts';
import { comingOn } from './coming-list.ts';
import { type Desk, deskOf } from './desk.ts';
import { listPart } from './remind.ts';

/** One reminder that is to come, as buttons name it, and the part of the list that it was opened from. */
export const nextIds = {
  programme: z.string(),
  activity: activityId,
  rule: z.string().max(100),
  start: isoDay,
  ...listPart,
};
const carried = z.object(nextIds);
export type NextIds = z.output<typeof carried>;

/** The same for the buttons of what is answered. */
export const nextData = ({ programme, activity, rule, start, of, from }: NextIds): Record<string, string> => ({
  programme,
  activity,
  rule,
  start,
  of,
  from: String(from),
});

/** The programme that a button names, for who leads it. */
export async function ledDesk(turn: Turn, id: string): Promise<{ desk: Desk } | { answer: Answer }> {
  const { language } = turn;
  const desk = await deskOf(turn, id);
  if (!desk) return { answer: problem(say(language, 'plan.row-gone')) };
  const { programme } = desk;
  if (mayLead(programme, turn.by.id)) return { desk };
  const names = await leadersNamed(turn, programme);
  return { answer: problem(say(language, 'reminder.lead-only', { programme: programme.name, names })) };
}

/**
 * The reminder that a button names, for who leads the programme, as it stands now: what has been sent, done, called off or moved since is not on
 * its way any more.
 */
export async function ledReminder(
  turn: Turn,
  values: NextIds,
): Promise<{ desk: Desk; coming: Coming } | { answer: Answer }> {
  const asked = await ledDesk(turn, values.programme);
  if ('answer' in asked) return asked;
  const coming = comingOn(turn, asked.desk).find(({ reminder }) => isReminder(reminder, values));
  return coming ? { desk: asked.desk, coming } : { answer: problem(say(turn.language, 'reminder.no-longer')) };
}

/** Receivers named on one card. */
const mostReceivers = 8;

/** One reminder that is to come: to whom, when, by which rule, and what who leads can do about it. */
export async function nextCard(turn: Turn, desk: Desk, coming: Coming, values: NextIds): Promise<Card> {
  const { language } = turn;
  const { programme, reminding } = desk;
  const { reminder, isStopped } = coming;
  const today = todayIn(turn, programme);
  const sight = { programme, today, language };
  const stop = stoppedBy(reminding, reminder);
  const receivers = receiverLines(coming.slots, sight);
  const more = receivers.length - mostReceivers;
  const data = nextData(values);
  const rule = say(language, 'reminder.coming.rule', { rule: ruleText(reminder.rule, language, reminder.lead) });
  const at = comesText(coming.atMs, sight);
  return fillCard(
    'reminder/next',
    {
      title: reminder.title,
      when: isStopped ? capital(at) : say(language, 'reminder.coming.goes', { at }),
      stopped:
        isStopped && stop
          ? say(language, 'reminder.stopped.by', {
              name: (await knownAs(turn, stop.by))?.name ?? '',
              at: momentText(stop.at, programme.timeZone, today, language),
            })
          : '',
      receivers: [
        ...receivers.slice(0, mostReceivers).map((text) => ({ text: `– ${text}` })),
        ...(more > 0 ? [{ text: say(language, 'reminder.coming.more', { count: more }) }] : []),
      ],
      notes: [
        ...laterLines(coming, sight),
        ...(readRule(reminder.rule).kind === 'snoozed' ? [] : [rule]),
        ...(reminder.movedFrom
          ? [say(language, 'reminder.coming.moved', { day: dayText(reminder.movedFrom, today, language) })]
          : []),
      ].map((text) => ({ text })),
      actions: [
        ...(isStopped
          ? [button(say(language, 'reminder.unstop'), 'reminder.unstop', data)]
          : [
              button(say(language, 'reminder.send-now'), 'reminder.ask-send', data),
              button(say(language, 'reminder.stop'), 'reminder.stop', data),
            ]),
        button(say(language, 'reminder.show-row'), 'plan.row', {
          programme: programme.id,
          activity: reminder.activity,
        }),
        button(say(language, 'plan.back'), 'reminder.coming', {
          programme: programme.id,
          of: values.of,
          from: String(values.from),
        }),
      ],
    },
    { summary: reminder.title, language },
  );
}
