import { z } from 'zod';
import { readWhen } from '#calendar/read-date.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { fillCard } from '#card/fill.ts';
import { press } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { sayProblem } from '#words/say-problem.ts';
import { mayReport } from '../may-report.ts';
import { setWhen } from '../revise.ts';
import { problem, rowCard, rowOf, todayIn } from './common.ts';
import { activitySubject } from './set-state.ts';

const ids = { programme: z.string(), activity: z.string() };

/** Gives a date to an activity that has none: asked for in one field, as people write dates. */
export const setDatePresses = [
  press({
    verb: 'plan.ask-date',
    values: z.object(ids),
    async run(turn, values) {
      const { language } = turn;
      const found = await rowOf(turn, values);
      if (!found) return problem(say(language, 'plan.row-gone'));
      if (!mayReport(found.programme, found.activity, turn.by.id)) return problem(say(language, 'chat.unknown-press'));
      const title = say(language, 'plan.set-date-title', { title: found.activity.title });
      return {
        show: 'form',
        card: fillCard(
          'plan/set-date',
          {
            title,
            label: say(language, 'plan.set-date-label'),
            example: say(language, 'plan.set-date-example'),
            save: say(language, 'plan.set-date-save'),
            ...values,
          },
          { summary: title, language, title: say(language, 'plan.set-date') },
        ),
      };
    },
  }),
  press({
    verb: 'plan.set-date',
    values: z.object({ ...ids, when: z.string().max(200).default('') }),
    async run(turn, values) {
      const { language } = turn;
      const found = await rowOf(turn, values);
      if (!found) return problem(say(language, 'plan.row-gone'));
      const { programme, activity } = found;
      if (!mayReport(programme, activity, turn.by.id)) return problem(say(language, 'chat.unknown-press'));
      const today = todayIn(turn, programme);
      const read = readWhen(values.when, { starts: today, after: today });
      if (!read.ok) return problem(sayProblem(language, { code: 'date', problem: read.problem }, values.when), 'when');
      if (read.when.start === null) return problem(say(language, 'plan.set-date-unclear'), 'when');
      const after = await turn.store.plans.change(programme.id, (plan) => {
        const next = setWhen(plan, activity.id, read.when);
        return { next, outcome: next.activities.find((a) => a.id === activity.id) };
      });
      if (!after) return problem(say(language, 'plan.row-gone'));
      await turn.audit('plan.date', { programme: programme.id, activity: activity.id });
      turn.outbox.refresh(activitySubject(programme, activity));
      const note = say(language, 'plan.date-set', { when: writeWhen(after.when, language, { today }) });
      return { show: 'replace', card: await rowCard(turn, programme, after, { note }) };
    },
  }),
];
