import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../../activity.ts';
import { withoutRow } from '../../editing/save-row.ts';
import { activitySubject } from '../activity-subject.ts';
import { button, messageCard, problem, rowOf } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { takeBackButton } from '../revisions/take-back.ts';
import { soonRemark } from '../revisions/telling-soon.ts';
import { rowMeant } from '../which-row.ts';
import { mayNotChange } from './edit-row.ts';

const ids = { programme: z.string(), activity: z.string() };

/** Asks once, and says what waits for the row and would wait no more. */
function question(
  { language }: Turn,
  { programme, plan, activity }: { programme: Programme; plan: Plan; activity: Activity },
) {
  const waiting = plan.activities.filter(({ dependsOn }) => dependsOn.includes(activity.id));
  const titles = waiting.slice(0, 3).map(({ title }) => say(language, 'chat.quoted', { text: title }));
  const more = waiting.length - titles.length;
  const named = [...titles, ...(more > 0 ? [say(language, 'plan.finding-more', { count: more })] : [])].join(', ');
  const data = { programme: programme.id, activity: activity.id };
  return messageCard(language, say(language, 'plan.remove-question', { title: activity.title }), {
    text: waiting.length > 0 ? say(language, 'plan.remove-waiting', { rows: named, count: waiting.length }) : '',
    actions: [
      button(say(language, 'plan.button.remove-it'), 'plan.remove', data, { style: 'destructive' }),
      button(say(language, 'plan.button.keep-it'), 'plan.leave-row', data),
    ],
  });
}

/** `plan remove ROW`: takes a row out of the plan, after a question. */
export const removeWord: PlanWord = {
  words: ['remove', 'delete', 'fjern', 'slett', 'ta ut', 'ta bort'],
  async run(turn, { programme, plan }, { args }) {
    if (!mayLead(programme, turn.by.id)) return mayNotChange(turn, programme);
    const text = args.join(' ');
    if (text === '') return problem(say(turn.language, 'plan.remove-what'));
    const meant = rowMeant(turn, { programme, plan }, text, { verb: 'plan.ask-remove' });
    if ('answer' in meant) return meant.answer;
    return { show: 'private', card: question(turn, { programme, plan, activity: meant.activity }) };
  },
};

export const removeRowPresses = [
  press({
    verb: 'plan.ask-remove',
    values: z.object(ids),
    async run(turn, values) {
      const found = await rowOf(turn, values);
      if (!found) return problem(say(turn.language, 'plan.row-gone'));
      if (!mayLead(found.programme, turn.by.id)) return mayNotChange(turn, found.programme);
      return { show: 'replace', card: question(turn, found) };
    },
  }),
  press({
    verb: 'plan.remove',
    values: z.object(ids),
    async run(turn, values): Promise<Answer> {
      const { language, by } = turn;
      const programme = await turn.store.programmes.get(values.programme);
      const before = programme && (await turn.store.plans.get(programme.id));
      if (!programme || !before) return problem(say(language, 'plan.row-gone'));
      if (!mayLead(programme, by.id)) return mayNotChange(turn, programme);
      const about = { by: by.id, at: turn.now().toString(), act: turn.newId() };
      const plan = await turn.store.plans.change(programme.id, (current) => {
        const row = current.activities.find(({ id }) => id === values.activity);
        const next = row ? withoutRow(current, row.id, about) : current;
        return next === current ? { outcome: current } : { next, outcome: next };
      });
      // What was taken out, now or by a press before this one.
      const revision = plan?.revisions.findLast(({ changes }) =>
        changes?.some(({ id, after }) => id === values.activity && after === null),
      );
      const change = revision?.changes?.find(({ id }) => id === values.activity);
      if (!plan || !revision?.act || !change?.before || plan.activities.some(({ id }) => id === values.activity)) {
        return problem(say(language, 'plan.row-gone'));
      }
      if (revision.act === about.act && plan.revision !== before.revision) {
        await turn.audit('plan.remove', {
          programme: programme.id,
          activity: change.id,
          revision: String(revision.number),
        });
        for (const { id } of revision.changes ?? []) turn.outbox.refresh(activitySubject(programme, { id }));
      }
      const title = say(language, 'plan.removed', { title: change.before.title });
      return {
        show: 'replace',
        card: messageCard(language, title, {
          text: soonRemark(turn, programme, plan).join(' '),
          actions: [takeBackButton(turn, programme.id, revision.act)],
        }),
      };
    },
  }),
];
