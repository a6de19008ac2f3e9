import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { lookFor } from '../../asking/find-row.ts';
import { readNewWhen } from '../../editing/new-when.ts';
import { readMove } from '../../editing/read-move.ts';
import { messageCard, problem, todayIn } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { rowMeant } from '../which-row.ts';
import { ledRow, mayNotMove, type RowFound, rowIds } from './led-row.ts';
import { makeMove } from './make-move.ts';
import { moveCard, moveDraftKind, moveForm, notMovable, wantedMove } from './move-card.ts';

const longestReason = 500;
const typedValues = { when: z.string().max(200).default(''), reason: z.string().max(longestReason).default('') };

/** `plan move ROW to WHEN [because REASON]`: shows what it means and asks; what is missing is asked for in a form. */
export const moveWord: PlanWord = {
  words: ['move', 'flytt', 'flytta'],
  async run(turn, { programme, plan }, { rest }) {
    if (!mayLead(programme, turn.by.id)) return mayNotMove(turn, programme);
    const today = todayIn(turn, programme);
    const asked = readMove(rest, {
      names: (text) => lookFor(plan.activities, text).named,
      isDate: (text) => readNewWhen(text, { start: null, end: null, precision: 'unknown', text: '' }, today).ok,
    });
    if (asked.row === '') return problem(say(turn.language, 'plan.move-what'));
    const typed = { when: asked.when.slice(0, 200), reason: asked.reason.slice(0, longestReason) };
    const meant = rowMeant(turn, { programme, plan }, asked.row, { verb: 'plan.ask-move', data: typed });
    if ('answer' in meant) return meant.answer;
    return askOrShow(turn, { programme, plan, activity: meant.activity }, typed, 'private');
  },
};

/** What the move means where the date is known, otherwise the form. */
async function askOrShow(
  turn: Turn,
  found: RowFound,
  typed: { when: string; reason: string },
  show: 'private' | 'replace',
): Promise<Answer> {
  const no = notMovable(turn, found);
  if (no) return no;
  if (typed.when.trim() === '') return { show: 'form', card: moveForm(turn, found, typed) };
  const asked = wantedMove(turn, found, typed);
  return 'answer' in asked ? asked.answer : { show, card: await moveCard(turn, found, asked.wanted) };
}

export const movePresses = [
  press({
    verb: 'plan.ask-move',
    values: z.object({ ...rowIds, ...typedValues }),
    async run(turn, values) {
      const asked = await ledRow(turn, values);
      return 'answer' in asked ? asked.answer : askOrShow(turn, asked.found, values, 'private');
    },
  }),
  press({
    verb: 'plan.move-look',
    values: z.object({ ...rowIds, ...typedValues }),
    async run(turn, values) {
      const asked = await ledRow(turn, values);
      if ('answer' in asked) return asked.answer;
      if (values.when.trim() === '') return problem(say(turn.language, 'plan.set-date-unclear'), 'when');
      return askOrShow(turn, asked.found, values, 'replace');
    },
  }),
  press({
    verb: 'plan.move-drop',
    values: z.object({ programme: z.string(), draft: z.string() }),
    async run(turn, { draft }) {
      const kept = await turn.store.drafts.get(draft);
      if (kept?.by === turn.by.id && kept.kind === moveDraftKind) await turn.store.drafts.remove(draft);
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'plan.moved-not')) };
    },
  }),
  press({
    verb: 'plan.move',
    values: z.object({ programme: z.string(), draft: z.string(), which: z.enum(['all', 'one']) }),
    run: makeMove,
  }),
];
