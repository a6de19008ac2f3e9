import { z } from 'zod';
import type { IsoDay } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { isLive } from '#plan/standing.ts';
import { say } from '#words/say.ts';
import { notOursOf, snoozeOf } from '../resting.ts';
import { isPastEnd, snoozeChoices, snoozeUntil } from '../snooze-days.ts';
import { dayText, whenLine } from '../view-more.ts';
import { carriedOn, type PressedReminder, pressedReminder, type ReminderIds, reminderIds } from './pressed-reminder.ts';
import { remindingOf } from './reminding.ts';
import { restsOf } from './rest-lines.ts';

/**
 * What else one can do with a reminder, for whoever pressed "Mer …" alone: put it off, say that it is not theirs, ask why it came. Of something that
 * is over or on pause only the last is left.
 */
export async function moreCard(turn: Turn, pressed: PressedReminder, values: ReminderIds): Promise<Card> {
  const { language } = turn;
  const { programme, activity, units, whose, part } = pressed;
  const today = todayIn(turn, programme);
  const ids = carriedOn(values);
  const reminding = await remindingOf(turn, programme.id);
  const of = (unit: (typeof whose)[number]) => ({ activity: activity.id, unit });
  const isNotOurs = whose.some((unit) => notOursOf(reminding, of(unit)));
  const isSnoozed = whose.some((unit) => snoozeOf(reminding, of(unit), today));
  const isAsking = isLive(part) && !isNotOurs;
  const choices = isAsking ? choicesOf(turn, pressed, today) : [];
  const late = choices.filter(({ until }) => isPastEnd(until, activity.when));
  const snooze =
    activity.units.length > 1 && units.length > 0
      ? say(language, 'reminder.more.snooze-for', { units: units.map(({ name }) => name).join(', ') })
      : say(language, 'reminder.more.snooze');
  const onCard = units.map(({ id }) => id);
  return fillCard(
    'reminder/more',
    {
      title: activity.title,
      when: whenLine(activity, today, language),
      rests: (await restsOf(turn, programme, activity, { onCard, language })).lines.map((text) => ({ text })),
      snooze: choices.length > 0 ? snooze : '',
      snoozes: choices.map(({ title, until }) => button(title, 'reminder.snooze', { ...ids, until })),
      past:
        late.length > 0 && activity.when.end
          ? say(language, 'reminder.more.past-end', {
              day: dayText(activity.when.end, today, language),
              choices: late.map(({ title }) => title).join(', '),
            })
          : '',
      actions: [
        ...(isAsking && isSnoozed ? [button(say(language, 'reminder.more.unsnooze'), 'reminder.unsnooze', ids)] : []),
        ...(isAsking && units.length > 0
          ? [button(say(language, 'reminder.more.not-ours'), 'reminder.not-ours', ids)]
          : []),
        ...(isNotOurs ? [button(say(language, 'reminder.more.ours'), 'reminder.ours', ids)] : []),
        button(say(language, 'reminder.more.why'), 'reminder.why', ids),
        button(say(language, 'plan.back'), 'reminder.show', ids),
      ],
    },
    { summary: activity.title, language },
  );
}

/** The days that it can be put off to. "I morgen" is said only where that is meant. */
function choicesOf({ by, place, language }: Turn, { programme }: PressedReminder, today: IsoDay) {
  const about = {
    today,
    country: programme.country,
    quiet: [by.quiet, place.kind === 'personal' ? undefined : place.quiet],
  };
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  return snoozeChoices.map((choice) => {
    const until = snoozeUntil(choice, about);
    const isShifted = choice === 'tomorrow' && until !== tomorrow;
    return { title: say(language, `reminder.more.${isShifted ? 'next-working-day' : choice}`), until };
  });
}

export const morePresses = [
  press({
    verb: 'reminder.more',
    values: z.object(reminderIds),
    async run(turn, values) {
      const asked = await pressedReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      return { show: 'replace', card: await moreCard(turn, asked.pressed, values) };
    },
  }),
];
