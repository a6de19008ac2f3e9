import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { leadOnly } from '#people/actions/common.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { baseOf, isStill } from '../../base.ts';
import { activitiesAt } from '../../revisions/as-it-stood.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { toldCount, unitsTouched } from '../../revisions/notice.ts';
import { restore, revisionOf } from '../../revisions/revision.ts';
import { standingAnew } from '../../unit-answers.ts';
import { countsText } from '../../view-changes.ts';
import { savedAt } from '../../view-revisions.ts';
import { button, messageCard, problem } from '../common.ts';
import { makeUnits } from '../import/save-plan.ts';
import { lineOf } from './changes.ts';
import { changesPage } from './changes-page.ts';
import { redrawRows } from './redraw-rows.ts';
import { tellingOf } from './revisions-telling.ts';
import { takeBackButton } from './take-back.ts';
import { tellingPart } from './telling-soon.ts';

/** What going back to a revision would change, five lines at a time, and the question whether to. */
async function askCard(
  turn: Turn,
  programme: Programme,
  plan: Plan,
  { number, from = 0, note }: { number: number; from?: number; note?: string },
): Promise<Answer> {
  const { language } = turn;
  const changes = readersChanges(plan, plan.revision, number);
  const revision = plan.revisions.find((r) => r.number === number);
  if (!changes || !revision) return problem(say(language, 'plan.changes.not-kept'));
  const ids = { programme: programme.id, number: String(number) };
  const back = button(say(language, 'plan.back'), 'plan.revision', { ...ids, from: '0' });
  if (changes.length === 0) {
    const title = say(language, 'plan.restore.same', { revision: number });
    return { show: 'replace', card: messageCard(language, title, { actions: [back] }) };
  }
  const telling = await tellingOf(turn, programme, plan);
  const card = changesPage(language, {
    ...(note === undefined ? {} : { note }),
    title: say(language, 'plan.restore.title', { revision: number, count: changes.length }),
    of: savedAt(revision, telling),
    counts: countsText(changes, language),
    lines: changes.map((change) => lineOf(change, turn, telling.today)),
    from,
    more: (next) => button(say(language, 'plan.more'), 'plan.ask-restore', { ...ids, from: next }),
    after: [
      say(language, 'plan.restore.told', toldCount(unitsTouched(changes, programme))),
      say(language, 'plan.restore.kept'),
    ].join(' '),
    actions: [
      button(
        say(language, 'plan.restore.do', { revision: number }),
        'plan.restore',
        { ...ids, against: String(plan.revision), drawn: baseOf(plan).at },
        { style: 'positive' },
      ),
      back,
    ],
  });
  return { show: 'replace', card };
}

/** The programme and its plan, for whoever leads it; else why not. */
async function led(turn: Turn, id: string): Promise<{ programme: Programme; plan: Plan } | { answer: Answer }> {
  const programme = await turn.store.programmes.get(id);
  const plan = programme && (await turn.store.plans.get(id));
  if (!programme || !plan) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  return mayLead(programme, turn.by.id) ? { programme, plan } : { answer: await leadOnly(turn, programme) };
}

const number = z.coerce.number().int().min(1);

/** Bringing an earlier plan back: shown first, then saved as a revision of its own, which can be undone. */
export const restorePresses = [
  press({
    verb: 'plan.ask-restore',
    values: z.object({ programme: z.string(), number, from: z.coerce.number().int().min(0).default(0) }),
    async run(turn, values) {
      const found = await led(turn, values.programme);
      if ('answer' in found) return found.answer;
      return askCard(turn, found.programme, found.plan, values);
    },
  }),
  press({
    verb: 'plan.restore',
    values: z.object({ programme: z.string(), number, against: number, drawn: z.string().default('') }),
    async run(turn, { programme: id, number: wanted, against, drawn }) {
      const { store, language, by } = turn;
      const found = await led(turn, id);
      if ('answer' in found) return found.answer;
      const { programme } = found;
      const act = turn.newId();

      // 1. The units that the earlier rows name, where an undone import has taken some away.
      await makeUnits(store, programme, activitiesAt(found.plan, wanted) ?? []);
      const withTheirUnits = (await store.programmes.get(id)) ?? programme;

      // 2. The revision, once however often the press arrives, and only of the plan that was shown.
      const about = { by: by.id, at: turn.now().toString(), act };
      type Came = { came: 'restored' | 'again' | 'same' | 'changed' | 'not-kept'; plan: Plan };
      const came = await store.plans.change<Came>(programme.id, (plan) => {
        const isDone = revisionOf(plan, act) !== undefined;
        if (!isDone && !isStill(plan, { number: against, at: drawn })) return { outcome: { came: 'changed', plan } };
        const restored = isDone ? plan : restore(plan, wanted, about);
        if (!restored) return { outcome: { came: 'not-kept', plan } };
        const next = standingAnew(plan, restored, withTheirUnits);
        if (next === plan) return { outcome: { came: isDone ? 'again' : 'same', plan } };
        return { next, outcome: { came: 'restored', plan: next } };
      });
      if (!came || came.came === 'not-kept') return problem(say(language, 'plan.changes.not-kept'));
      if (came.came === 'changed' || came.came === 'same') {
        const note = came.came === 'changed' ? { note: say(language, 'plan.restore.changed') } : {};
        return askCard(turn, programme, came.plan, { number: wanted, ...note });
      }
      const { plan } = came;
      const revision = revisionOf(plan, act) ?? plan.revision;
      if (came.came === 'restored') {
        await turn.audit('plan.restore', { programme: programme.id, revision: String(revision), of: String(wanted) });
        await redrawRows(turn, programme, plan.revisions.at(-1)?.changes ?? []);
      }

      // 3. What follows.
      const telling = tellingPart(turn, programme, plan);
      const title = say(language, 'plan.restore.done', { number: wanted, revision });
      return {
        show: 'replace',
        card: messageCard(language, title, {
          text: telling.text,
          actions: [
            button(say(language, 'chat.button.plan'), 'chat.run', { command: 'plan' }),
            takeBackButton(turn, programme.id, act),
            ...telling.actions,
          ],
        }),
      };
    },
  }),
];
