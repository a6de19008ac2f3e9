import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { showPeopleList } from '#people/actions/import-people.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { sayTableProblem } from '#words/say-problem.ts';
import { problem } from '../common.ts';
import type { SourceRead } from './read-source.ts';

/** What is shown of something that is no plan. */
export async function otherThanPlan(
  turn: Turn,
  programme: Programme,
  read: Exclude<SourceRead, { is: 'plan' }>,
): Promise<Answer> {
  const { language } = turn;
  if (read.is === 'people') return showPeopleList(turn, programme, read.people);
  return problem(read.is === 'no-table' ? sayTableProblem(language, read.problem) : say(language, 'plan.pasted-other'));
}
