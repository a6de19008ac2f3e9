import { z } from 'zod';
import { press } from '#chat/feature.ts';
import { sameName } from '#people/find-unit.ts';
import type { DraftAnswers } from '../../draft.ts';
import type { UnitQuestion } from '../../reading/unit-questions.ts';
import { expired, ownDraft } from './own-draft.ts';
import { readAnew } from './read-anew.ts';
import { openOf, unitQuestionField, unitsCard } from './units-card.ts';

/** The answers with one more; as they are where it is none. */
function answered(answers: DraftAnswers, question: UnitQuestion, answer: string | undefined): DraftAnswers {
  if (question.kind === 'split') {
    if (answer !== 'whole' && answer !== 'split') return answers;
    return { ...answers, lists: { ...answers.lists, [sameName(question.text)]: answer } };
  }
  const { name, as } = question;
  if (answer === 'yes') return { ...answers, same: [...answers.same, { name, as }] };
  if (answer === 'other') return { ...answers, same: [...answers.same, { name: as, as: name }] };
  return answer === 'no' ? { ...answers, apart: [...answers.apart, [name, as]] } : answers;
}

const named = z.object({ draft: z.string() });

export const askUnitsPresses = [
  press({
    verb: 'plan.ask-units',
    values: named,
    async run(turn, { draft }) {
      const own = await ownDraft(turn, draft);
      if (!own) return expired(turn);
      if (openOf(own).length === 0) return readAnew(turn, draft, own, own.draft.answers);
      return { show: 'form', card: unitsCard(turn, draft, own) };
    },
  }),
  press({
    verb: 'plan.answer-units',
    values: named.catchall(z.string()),
    async run(turn, { draft: id, ...values }) {
      const own = await ownDraft(turn, id);
      if (!own) return expired(turn);
      const given: Record<string, string> = values;
      const answers = openOf(own).reduce(
        (so, question) => answered(so, question, given[unitQuestionField(question)]),
        own.draft.answers,
      );
      return readAnew(turn, id, own, answers);
    },
  }),
  press({
    verb: 'plan.ask-units-again',
    values: named,
    async run(turn, { draft: id }) {
      const own = await ownDraft(turn, id);
      if (!own) return expired(turn);
      return readAnew(turn, id, own, { ...own.draft.answers, same: [], apart: [], lists: {} });
    },
  }),
];
