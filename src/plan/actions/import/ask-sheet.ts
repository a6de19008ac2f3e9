import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { PlanDraft } from '../../draft.ts';
import { button, problem } from '../common.ts';
import { expired, ownDraft } from './own-draft.ts';
import { questionsCard } from './questions-card.ts';
import { readAnew } from './read-anew.ts';

/** Asks which sheet of a workbook is the plan. */
export function sheetCard({ language }: Turn, id: string, draft: PlanDraft, note?: string): Card {
  const sheets = draft.sheets ?? [];
  const now = sheets.indexOf(draft.sheet ?? '');
  return questionsCard(language, {
    title: say(language, 'plan.sheet.title'),
    text: say(language, 'plan.sheet.read', { sheet: draft.sheet ?? '', count: sheets.length }),
    ...(note ? { note } : {}),
    questions: [
      {
        field: 'sheet',
        label: say(language, 'plan.sheet.label', { source: draft.source }),
        choices: sheets.map((title, index) => ({ title: title || '–', value: String(index) })),
        value: now < 0 ? '' : String(now),
      },
    ],
    actions: [
      button(say(language, 'plan.sheet.use'), 'plan.read-sheet', { draft: id }, { style: 'positive' }),
      note
        ? button(say(language, 'plan.do-not-save'), 'plan.draft-drop', { draft: id }, { associatedInputs: 'none' })
        : button(say(language, 'plan.back'), 'plan.draft-show', { draft: id }, { associatedInputs: 'none' }),
    ],
  });
}

const named = z.object({ draft: z.string() });

export const askSheetPresses = [
  press({
    verb: 'plan.ask-sheet',
    values: named,
    async run(turn, { draft }) {
      const own = await ownDraft(turn, draft);
      return own ? { show: 'form', card: sheetCard(turn, draft, own.draft) } : expired(turn);
    },
  }),
  press({
    verb: 'plan.read-sheet',
    values: named.extend({ sheet: z.coerce.number().int().min(0).optional() }),
    async run(turn, { draft: id, sheet: index }) {
      const own = await ownDraft(turn, id);
      if (!own) return expired(turn);
      const sheet = own.draft.sheets?.[index ?? -1];
      if (sheet === undefined) return problem(say(turn.language, 'plan.sheet.gone'), 'sheet');
      // What was said about the columns of one sheet says nothing about another's.
      const columns = sheet === own.draft.sheet ? own.draft.answers.columns : {};
      return readAnew(turn, id, own, { ...own.draft.answers, sheet, columns });
    },
  }),
];
