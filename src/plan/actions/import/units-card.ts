import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import { say } from '#words/say.ts';
import { rowsNamed } from '../../reading/alike-findings.ts';
import { openUnitQuestions } from '../../reading/open-questions.ts';
import type { UnitQuestion } from '../../reading/unit-questions.ts';
import { button } from '../common.ts';
import type { OwnDraft } from './own-draft.ts';
import { type AskedQuestion, questionsCard } from './questions-card.ts';

/** Questions on one form: what a phone shows. */
const askedAtOnce = 5;

/** Names a question by what it asks, so that an answer that arrives late or twice is still an answer to it. */
export const unitQuestionField = (question: UnitQuestion): string =>
  question.kind === 'same'
    ? derivedId('same', sameName(question.name), sameName(question.as))
    : derivedId('split', sameName(question.text));

/** "Samarbeidsråd = Samarbeidsrådet?" */
export const unitQuestionText = (question: UnitQuestion, language: Language): string =>
  question.kind === 'same'
    ? say(language, 'plan.units.same', { name: question.name, as: question.as })
    : say(language, 'plan.units.split', { name: question.text });

/**
 * The answers that a question has: short where they stand as buttons below it. Where the programme has neither of two
 * spellings yet, whoever answers says which of them is its name.
 */
export function unitChoices(
  question: UnitQuestion,
  language: Language,
  { short = false, isKnown = true } = {},
): { title: string; value: string }[] {
  if (question.kind === 'same') {
    const { name, as } = question;
    if (short) {
      return [
        { title: say(language, 'plan.units.yes'), value: 'yes' },
        { title: say(language, 'plan.units.no'), value: 'no' },
      ];
    }
    const yes = isKnown
      ? [{ title: say(language, 'plan.units.yes-same'), value: 'yes' }]
      : [
          { title: say(language, 'plan.units.yes-named', { name: as }), value: 'yes' },
          { title: say(language, 'plan.units.yes-named', { name }), value: 'other' },
        ];
    return [...yes, { title: say(language, 'plan.units.no-other'), value: 'no' }];
  }
  const { parts } = question;
  return [
    { title: say(language, 'plan.units.whole'), value: 'whole' },
    { title: say(language, 'plan.units.parts', { count: parts.length, parts: parts.join(', ') }), value: 'split' },
  ];
}

/** The questions about the names of units in a draft that are still open. */
export const openOf = ({ programme, draft }: OwnDraft): UnitQuestion[] =>
  openUnitQuestions(draft.rows, programme, draft.answers);

/** The form that asks about names of units, five at a time. */
export function unitsCard({ language }: Turn, id: string, own: OwnDraft): Card {
  const open = openOf(own);
  const asked = open.slice(0, askedAtOnce);
  const left = open.length - asked.length;
  return questionsCard(language, {
    title: say(language, 'plan.units.title'),
    text: say(language, 'plan.units.text'),
    questions: asked.map((question): AskedQuestion => {
      return {
        field: unitQuestionField(question),
        label: say(language, 'plan.units.in-rows', {
          question: unitQuestionText(question, language),
          rows: rowsNamed(question.rows),
          count: question.rows.length,
        }),
        choices: unitChoices(question, language, {
          isKnown: question.kind === 'same' && findUnit(own.programme, question.as) !== undefined,
        }),
        value: '',
      };
    }),
    left: left > 0 ? say(language, 'plan.units.left', { count: left }) : '',
    isCompact: true,
    actions: [
      button(say(language, 'plan.units.use'), 'plan.answer-units', { draft: id }, { style: 'positive' }),
      button(say(language, 'plan.back'), 'plan.draft-show', { draft: id }, { associatedInputs: 'none' }),
    ],
  });
}
