import { sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { arePaired, type SpellingAnswers } from '#people/spellings.ts';
import type { PlannedRow } from '../activity.ts';
import { type UnitQuestion, unitQuestions } from './unit-questions.ts';

/** Which texts that may be several units are one and which are not: what the programme remembers, and newer answers. */
export function decidedLists(
  programme: Pick<Programme, 'spellings'>,
  answers: Pick<SpellingAnswers, 'lists'>,
): ReadonlyMap<string, 'split' | 'whole'> {
  return new Map(Object.entries({ ...programme.spellings?.lists, ...answers.lists }));
}

/** The questions about names of units that nobody has answered yet, now or at an earlier import. */
export function openUnitQuestions(
  rows: readonly Pick<PlannedRow, 'row' | 'units'>[],
  programme: Pick<Programme, 'units' | 'spellings'>,
  answers: SpellingAnswers,
): UnitQuestion[] {
  const merged = new Set(answers.same.map(({ name }) => sameName(name)));
  const told = answers.same.map(({ name, as }): [string, string] => [name, as]);
  const settled = [...(programme.spellings?.apart ?? []), ...answers.apart, ...told];
  return unitQuestions(rows, programme.units, decidedLists(programme, answers)).filter(
    (question) =>
      question.kind === 'split' ||
      (!merged.has(sameName(question.name)) && !arePaired(settled, question.name, question.as)),
  );
}
