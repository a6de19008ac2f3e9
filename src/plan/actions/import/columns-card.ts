import type { Card } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sayColumn } from '#words/say-problem.ts';
import type { ColumnQuestion } from '../../reading/read-plan.ts';
import { button, messageCard, todayIn } from '../common.ts';
import type { OwnDraft } from './own-draft.ts';
import { type AskedQuestion, questionsCard } from './questions-card.ts';
import { columnsOf, readSource } from './read-source.ts';

/** Of a choice (PLATFORMS S13). */
const longestChoice = 75;

/** What is asked about the columns: what Klar does not know, or else whatever a person may change. */
export function columnQuestionsOf(turn: Turn, { programme, draft }: OwnDraft) {
  const { content, answers } = draft;
  const setting = { programme, answers, starts: draft.starts ?? todayIn(turn, programme), language: turn.language };
  const read = readSource(content, setting);
  const open = read.is === 'plan' ? read.questions : [];
  return open.length > 0
    ? { questions: open, isOpen: true }
    : { questions: columnsOf(content, setting), isOpen: false };
}

/** The form that asks about the columns of a draft. */
export function columnsCard(turn: Turn, id: string, own: OwnDraft): Card {
  const { language } = turn;
  const { source, sheet, sheets = [] } = own.draft;
  const { questions, isOpen } = columnQuestionsOf(turn, own);
  const isOneOfMany = sheet !== undefined && sheets.length > 1;
  return questionsCard(language, {
    title: say(language, 'plan.columns.title'),
    text: say(language, isOpen ? 'plan.columns.text' : 'plan.columns.change', { source }),
    sheet: isOneOfMany ? say(language, 'plan.sheet.read', { sheet, count: sheets.length }) : '',
    questions: questions.map((question) => asAsked(turn, question)),
    actions: [
      button(say(language, 'plan.columns.read'), 'plan.read-columns', { draft: id }, { style: 'positive' }),
      ...(isOneOfMany ? [button(say(language, 'plan.sheet.other'), 'plan.ask-sheet', { draft: id }, apart)] : []),
      isOpen
        ? button(say(language, 'plan.do-not-save'), 'plan.draft-drop', { draft: id }, apart)
        : button(say(language, 'plan.back'), 'plan.draft-show', { draft: id }, apart),
    ],
  });
}

/** What such a button does does not need the questions to be answered. */
const apart = { associatedInputs: 'none' } as const;

function asAsked({ language }: Turn, { role, columns, chosen }: ColumnQuestion): AskedQuestion {
  const choices = columns.map((column) => ({ title: titleOf(column), value: String(column.index) }));
  // Without something that happens there is no plan.
  const none = role === 'title' ? [] : [{ title: say(language, 'plan.columns.none'), value: '-1' }];
  return {
    field: role,
    label: say(language, `import.question.${role}`),
    choices: [...choices, ...none],
    value: chosen === undefined || (chosen < 0 && role === 'title') ? '' : String(chosen),
  };

  /** "«Frist»: 15/9, uke 42 …", as much of it as there is room for. */
  function titleOf(column: ColumnQuestion['columns'][number]): string {
    const named = sayColumn(language, { ...column, examples: [] });
    const name = named.charAt(0).toUpperCase() + named.slice(1);
    const text = column.examples.length > 0 ? `${name}: ${column.examples.join(', ')}` : name;
    return text.length > longestChoice ? `${text.slice(0, longestChoice - 2).trimEnd()} …` : text;
  }
}

/** Asks about the columns of a draft that has just been kept. */
export function askAboutColumns(turn: Turn, id: string, own: OwnDraft): Answer {
  const { language, place } = turn;
  // In Slack several fields need a window, and a window needs a press (PLATFORMS S17).
  if (place.surface !== 'slack') return { show: 'form', card: columnsCard(turn, id, own) };
  const text = say(language, 'plan.columns.text', { source: own.draft.source });
  const actions = [
    button(say(language, 'plan.columns.choose'), 'plan.ask-columns', { draft: id }, { style: 'positive' }),
    button(say(language, 'plan.do-not-save'), 'plan.draft-drop', { draft: id }),
  ];
  return { show: 'private', card: messageCard(language, say(language, 'plan.columns.title'), { text, actions }) };
}
