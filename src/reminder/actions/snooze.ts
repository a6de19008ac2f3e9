import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { activitySubject } from '#plan/actions/activity-subject.ts';
import { button, messageCard, problem, todayIn } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { withoutSnooze, withSnooze } from '../resting.ts';
import { isPastEnd, maySnoozeUntil } from '../snooze-days.ts';
import { dayText } from '../view-more.ts';
import { carriedOn, type PressedReminder, pressedReminder, type ReminderIds, reminderIds } from './pressed-reminder.ts';
import { changeReminding } from './reminding.ts';

/** That it is put off, until when, for whom, and the way back. */
function snoozedCard(turn: Turn, pressed: PressedReminder, values: ReminderIds & { until: string }): Card {
  const { language, by } = turn;
  const { programme, activity, units } = pressed;
  const today = todayIn(turn, programme);
  const day = dayText(values.until, today, language);
  const isTheirs = units.every(({ people }) => people.some(({ person }) => person === by.id));
  const title =
    units.length === 0
      ? say(language, 'reminder.snoozed.here', { day })
      : isTheirs
        ? say(language, 'reminder.snoozed.you', { day })
        : say(language, 'reminder.snoozed.them', { day, units: units.map(({ name }) => name).join(', ') });
  const { when } = activity;
  const text = [
    `${activity.title}.`,
    ...(when.end && isPastEnd(values.until, when)
      ? [say(language, 'reminder.snoozed.past-end', { day: dayText(when.end, today, language) })]
      : []),
    ...(activity.units.length > Math.max(1, units.length) ? [say(language, 'reminder.snoozed.others')] : []),
  ].join('\n');
  const ids = carriedOn(values);
  return messageCard(language, title, {
    text,
    actions: [
      button(say(language, 'plan.undo'), 'reminder.unsnooze', ids),
      button(say(language, 'plan.back'), 'reminder.show', ids),
    ],
  });
}

const refresh = (turn: Turn, { programme, activity }: PressedReminder) =>
  turn.outbox.refresh(activitySubject(programme, activity));

/** Puts a reminder off for the presser's unit, and takes that back. */
export const snoozePresses = [
  press({
    verb: 'reminder.snooze',
    values: z.object({ ...reminderIds, until: isoDay }),
    async run(turn, values) {
      const asked = await pressedReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      const { pressed } = asked;
      const { programme, activity, whose } = pressed;
      const today = todayIn(turn, programme);
      if (!maySnoozeUntil(values.until, today)) return problem(say(turn.language, 'reminder.snoozed.late'));
      const { until } = values;
      const isNew = await changeReminding(turn, programme.id, (now) => {
        const next = withSnooze(now, activity.id, whose, { until, today, by: turn.by.id, at: turn.now().toString() });
        return next === now ? { outcome: false } : { next, outcome: true };
      });
      if (isNew) {
        await turn.audit('reminder.snooze', {
          programme: programme.id,
          activity: activity.id,
          units: whose.flatMap((unit) => unit ?? []).join(','),
          until,
        });
        refresh(turn, pressed);
      }
      return { show: 'replace', card: snoozedCard(turn, pressed, values) };
    },
  }),
  press({
    verb: 'reminder.unsnooze',
    values: z.object(reminderIds),
    async run(turn, values) {
      const asked = await pressedReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      const { pressed } = asked;
      const { programme, activity, whose } = pressed;
      const today = todayIn(turn, programme);
      const isNew = await changeReminding(turn, programme.id, (now) => {
        const next = withoutSnooze(now, activity.id, whose, today);
        return next === now ? { outcome: false } : { next, outcome: true };
      });
      if (isNew) {
        await turn.audit('reminder.unsnooze', {
          programme: programme.id,
          activity: activity.id,
          units: whose.flatMap((unit) => unit ?? []).join(','),
        });
        refresh(turn, pressed);
      }
      const actions = [button(say(turn.language, 'plan.back'), 'reminder.show', carriedOn(values))];
      const card = messageCard(turn.language, say(turn.language, 'reminder.snoozed.undone'), {
        text: activity.title,
        actions,
      });
      return { show: 'replace', card };
    },
  }),
];
