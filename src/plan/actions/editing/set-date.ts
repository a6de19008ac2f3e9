import { z } from 'zod';
import { readWhen } from '#calendar/read-date.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say, spoken } from '#words/say.ts';
import { sayProblem } from '#words/say-problem.ts';
import type { Activity, Plan } from '../../activity.ts';
import { lacksDate } from '../../asking/choose-rows.ts';
import { mayReport } from '../../may-report.ts';
import { setWhen } from '../../revisions/revise.ts';
import { activitySubject } from '../activity-subject.ts';
import { button, problem, rowCard, rowOf, todayIn } from '../common.ts';
import { takeBackButton } from '../revisions/take-back.ts';
import { mayNotReport } from '../set-state.ts';

const ids = { programme: z.string(), activity: z.string() };

/** The row that a button names, for someone who may say something about it. */
async function reportable(turn: Turn, values: { programme: string; activity: string }) {
  const found = await rowOf(turn, values);
  if (!found) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  const { programme, activity } = found;
  if (!mayReport(programme, activity, turn.by.id)) return { answer: mayNotReport(turn, programme, activity) };
  return { found };
}

/** The dated row, with a way back, and a way on to the other rows that have no date. */
async function datedRow(
  turn: Turn,
  programme: Programme,
  { plan, activity, act }: { plan: Plan; activity: Activity; act: string },
): Promise<Answer> {
  const { language } = turn;
  const when = writeWhen(activity.when, spoken(language), { today: todayIn(turn, programme) });
  const undated = plan.activities.filter(lacksDate).length;
  const actions = [
    ...(undated > 0
      ? [
          button(say(language, 'plan.button.undated', { count: undated }), 'plan.show', {
            programme: programme.id,
            filter: 'undated',
            from: '0',
          }),
        ]
      : []),
    takeBackButton(turn, programme.id, act),
  ];
  const note = say(language, 'plan.date-set', { when });
  return { show: 'replace', card: await rowCard(turn, programme, activity, { note, actions }) };
}

/** Gives a date to an activity that has none: asked for in one field, as people write dates. */
export const setDatePresses = [
  press({
    verb: 'plan.ask-date',
    values: z.object(ids),
    async run(turn, values) {
      const { language } = turn;
      const { found, answer } = await reportable(turn, values);
      if (!found) return answer;
      const { programme, activity } = found;
      // Somebody else was faster: the row shows the date.
      if (activity.when.start !== null) return { show: 'replace', card: await rowCard(turn, programme, activity) };
      const title = say(language, 'plan.set-date-title', { title: activity.title });
      return {
        show: 'form',
        card: fillCard(
          'plan/set-date',
          {
            title,
            label: say(language, 'plan.set-date-label'),
            example: say(language, 'plan.set-date-example'),
            unclear: say(language, 'plan.set-date-unclear'),
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
      const { found, answer } = await reportable(turn, values);
      if (!found) return answer;
      const { programme, activity } = found;
      const today = todayIn(turn, programme);
      const read = readWhen(values.when, { starts: today, after: today });
      if (!read.ok) return problem(sayProblem(language, { code: 'date', problem: read.problem }, values.when), 'when');
      const { when } = read;
      if (when.start === null) return problem(say(language, 'plan.set-date-unclear'), 'when');
      const isThis = (a: Activity) => a.when.start === when.start && a.when.end === when.end;
      // A date that stands is moved by a new revision of the plan, which tells everybody; not by a form that is left over.
      if (activity.when.start !== null && !isThis(activity)) {
        const stands = writeWhen(activity.when, spoken(language), { today });
        return problem(say(language, 'plan.date-stands', { when: stands }), 'when');
      }
      const at = turn.now().toString();
      const act = turn.newId();
      const after = await turn.store.plans.change(programme.id, (plan) => {
        const next = setWhen(plan, activity.id, when, { by: turn.by.id, at, act });
        return next === plan ? { outcome: plan } : { next, outcome: next };
      });
      const dated = after?.activities.find((a) => a.id === activity.id);
      if (!after || !dated) return problem(say(language, 'plan.row-gone'));
      if (activity.when.start === null) {
        await turn.audit('plan.date', { programme: programme.id, activity: activity.id });
        turn.outbox.refresh(activitySubject(programme, activity));
      }
      // The same date given twice is one revision: the second press offers to undo the first.
      const made = after.revisions.findLast((r) => r.changes?.some(({ id }) => id === dated.id));
      return datedRow(turn, programme, { plan: after, activity: dated, act: made?.act ?? act });
    },
  }),
];
