import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { DraftAnswers, PlanDraft } from '../../draft.ts';
import { todayIn } from '../common.ts';
import { askAboutColumns } from './columns-card.ts';
import { draftCard } from './draft-card.ts';
import { otherThanPlan } from './other-than-plan.ts';
import { changeDraft, type OwnDraft, sightOf } from './own-draft.ts';
import { readSource } from './read-source.ts';

/** Reads what a draft was read from once more, with a person's answers, and shows what it says now or what is still open. */
export async function readAnew(
  turn: Turn,
  id: string,
  { programme, draft }: OwnDraft,
  answers: DraftAnswers,
): Promise<Answer> {
  const { language } = turn;
  const starts = draft.starts ?? todayIn(turn, programme);
  const read = readSource(draft.content, { programme, answers, starts, language });
  if (read.is !== 'plan') return otherThanPlan(turn, programme, read);
  const { source, content, against } = draft;
  const next: PlanDraft = {
    source,
    content,
    answers,
    starts,
    ...read.part,
    ...(against === undefined ? {} : { against }),
  };
  const own = { programme, draft: next };
  await changeDraft(turn, id, next);
  if (read.questions.length > 0) return askAboutColumns(turn, id, own);
  return { show: 'replace', card: draftCard(await sightOf(turn, id, own, true)) };
}
