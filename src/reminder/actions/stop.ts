import { z } from 'zod';
import { press } from '#chat/feature.ts';
import { button, messageCard, problem, todayIn } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { isReminder } from '../coming.ts';
import { withoutStop, withStop } from '../resting.ts';
import { comesText } from '../view-coming.ts';
import { comingOn } from './coming-list.ts';
import { deskOf } from './desk.ts';
import { ledReminder, nextCard, nextData, nextIds } from './next-card.ts';
import { changeReminding } from './reminding.ts';

/** Opens one reminder that is to come; stops it, and lets it go again. Only for who leads. */
export const stopPresses = [
  press({
    verb: 'reminder.next',
    values: z.object(nextIds),
    async run(turn, values) {
      const asked = await ledReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      return { show: 'replace', card: await nextCard(turn, asked.desk, asked.coming, values) };
    },
  }),
  press({
    verb: 'reminder.stop',
    values: z.object(nextIds),
    async run(turn, values) {
      const { language } = turn;
      const asked = await ledReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      const { programme } = asked.desk;
      const { reminder, atMs } = asked.coming;
      const about = { by: turn.by.id, at: turn.now().toString() };
      const isNew = await changeReminding(turn, programme.id, (now) => {
        const next = withStop(now, reminder, about);
        return next === now ? { outcome: false } : { next, outcome: true };
      });
      const { activity, rule } = reminder;
      if (isNew) await turn.audit('reminder.stop', { programme: programme.id, activity, rule });
      const when = comesText(atMs, { programme, today: todayIn(turn, programme), language });
      const card = messageCard(language, say(language, 'reminder.stopped.title', { when }), {
        text: say(language, 'reminder.stopped.text', { title: reminder.title }),
        actions: [
          button(say(language, 'plan.undo'), 'reminder.unstop', nextData(values)),
          button(say(language, 'plan.back'), 'reminder.coming', {
            programme: programme.id,
            of: values.of,
            from: String(values.from),
          }),
        ],
      });
      return { show: 'replace', card };
    },
  }),
  press({
    verb: 'reminder.unstop',
    values: z.object(nextIds),
    async run(turn, values) {
      const asked = await ledReminder(turn, values);
      if ('answer' in asked) return asked.answer;
      const { programme } = asked.desk;
      const { reminder } = asked.coming;
      const isNew = await changeReminding(turn, programme.id, (now) => {
        const next = withoutStop(now, reminder);
        return next === now ? { outcome: false } : { next, outcome: true };
      });
      const { activity, rule } = reminder;
      if (isNew) await turn.audit('reminder.unstop', { programme: programme.id, activity, rule });
      const desk = await deskOf(turn, programme.id);
      const coming = desk && comingOn(turn, desk).find((one) => isReminder(one.reminder, values));
      if (!desk || !coming) return problem(say(turn.language, 'reminder.no-longer'));
      return { show: 'replace', card: await nextCard(turn, desk, coming, values) };
    },
  }),
];
