import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { sayProblem } from '#words/say-problem.ts';
import { baseOf } from '../../base.ts';
import { type BroughtIn, type DraftAnswers, noAnswers, type PlanDraft } from '../../draft.ts';
import type { PlanReading } from '../../reading/read-plan.ts';
import { problem, todayIn } from '../common.ts';
import { sheetCard } from './ask-sheet.ts';
import { askAboutColumns } from './columns-card.ts';
import { draftCard } from './draft-card.ts';
import { otherThanPlan } from './other-than-plan.ts';
import { keepDraft, sightOf } from './own-draft.ts';
import { readSource } from './read-source.ts';

/** What somebody brings in, and what it is called in the plan's history. */
interface Source {
  source: string;
  content: BroughtIn;
  sheet?: string;
}

/**
 * Reads what somebody brings in and shows how: a list of people when it has columns for names and e-mails, otherwise a
 * plan, after what is unclear about its columns. Nothing is saved before a press.
 */
export async function importSource(turn: Turn, programme: Programme, about: Source): Promise<Answer> {
  const { language, store } = turn;
  const { source, content, sheet } = about;
  const before = await store.plans.get(programme.id);
  const starts = before?.starts ?? todayIn(turn, programme);
  const answers: DraftAnswers = { ...noAnswers, ...(sheet === undefined ? {} : { sheet }) };
  const read = readSource(content, { programme, answers, starts, language });
  if (read.is !== 'plan') return otherThanPlan(turn, programme, read);

  const draft: PlanDraft = { source, content, answers, starts, against: baseOf(before), ...read.part };
  const own = { programme, draft };
  const id = turn.newId();
  const inTheWay = read.questions.length === 0 ? noPlanIn(read.reading) : undefined;
  if (inTheWay) {
    const sentence = sayProblem(language, inTheWay.problem, inTheWay.value);
    if ((draft.sheets ?? []).length < 2) return problem(sentence);
    // The plan may be on another sheet.
    await keepDraft(turn, id, own);
    return { show: 'form', card: sheetCard(turn, id, draft, sentence) };
  }
  await keepDraft(turn, id, own);
  if (read.questions.length > 0) return askAboutColumns(turn, id, own);
  return { show: 'private', card: draftCard(await sightOf(turn, id, own, true)) };
}

/** Why a whole table is no plan; undefined where it is one, however many of its rows are refused. */
function noPlanIn({ accepted, refused }: PlanReading) {
  return accepted.length === 0 && refused.every(({ problem: { code } }) => code === 'no-title-column')
    ? refused[0]
    : undefined;
}
