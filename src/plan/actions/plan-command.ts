import type { Command, CommandInput, Turn } from '#chat/feature.ts';
import { understand } from '#chat/grammar.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { folded } from '../asking/search.ts';
import { emptyPlan } from '../revisions/revision.ts';
import { noPlanCard, problem } from './common.ts';
import { addWord, editWord } from './editing/edit-row.ts';
import { haltWords } from './editing/halt-row.ts';
import { moveWord } from './editing/move-row.ts';
import { removeWord } from './editing/remove-row.ts';
import { exportWord } from './export.ts';
import { takePasted } from './import/import-pasted.ts';
import { helpWord } from './plan-help.ts';
import { changesWord } from './revisions/changes.ts';
import { revisionsWord } from './revisions/revisions.ts';
import { seenWord } from './revisions/who-has-seen.ts';
import { pictureWord } from './show-picture.ts';
import { searchWord, showRows } from './show-plan.ts';
import { criticalWord, dependsWord } from './show-waits.ts';

/** A word after `plan` that does something of its own: `plan move "Workshops" "uke 44"`. */
export interface PlanWord {
  /** What is typed, in English, Norwegian and Swedish, lower case; may be two words ("ställ in"). */
  words: readonly string[];
  /** It is of use where there is no plan yet. */
  startsPlan?: true;
  run(turn: Turn, about: { programme: Programme; plan: Plan }, input: CommandInput): Promise<Answer>;
}

/** Everything that can stand after `plan` besides what is asked for. A new word is one line here. */
const planWords: readonly PlanWord[] = [
  searchWord,
  helpWord,
  editWord,
  addWord,
  moveWord,
  ...haltWords,
  removeWord,
  dependsWord,
  criticalWord,
  exportWord,
  pictureWord,
  changesWord,
  revisionsWord,
  seenWord,
];

/** `plan`: the rows that are asked for, or what its first word says to do. */
export const planCommand: Command = {
  verb: 'plan',
  words: { nb: ['planen'], sv: ['planen'] },
  help: 'plan.help.plan',
  usage: 'plan.usage.plan',
  async run(turn, input) {
    const { programme, language } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    // "Planen for høsten" above the rows of it.
    const pasted = turn.place.kind === 'personal' ? await takePasted(turn, input.rest) : undefined;
    if (pasted) return pasted;
    const found = wordIn(input);
    const plan = (await turn.store.plans.get(programme.id)) ?? emptyPlan(programme.id);
    const isEmpty = plan.activities.length === 0 && found?.word.startsPlan !== true;
    if (isEmpty) return { show: 'private', card: noPlanCard(turn, programme) };
    if (!found) return showRows(turn, { programme, plan }, input.args.join(' '), wordsNear(input));
    return found.word.run(turn, { programme, plan }, found.input);
  },
};

/** The word that the arguments begin with, and what comes after it. A word in quotes is what is asked for, not a word. */
function wordIn(input: CommandInput): { word: PlanWord; input: CommandInput } | undefined {
  for (const length of [2, 1]) {
    const typed = input.rest.split(/\s+/u).slice(0, length).join(' ').toLowerCase().replace(/[:,]$/u, '');
    // "sok" is "søk", and "lagg till" is "lägg till".
    const isTyped = (one: string) => one === typed || (folded(typed) !== '' && folded(one) === folded(typed));
    const word = planWords.find(({ words }) => words.some(isTyped));
    if (!word) continue;
    const rest = input.rest.replace(new RegExp(`^(?:\\S+\\s*){${length}}`, 'u'), '');
    return { word, input: { ...input, args: input.args.slice(length), rest } };
  }
  return undefined;
}

/** Words after `plan` that the first word may be a misspelling of. */
function wordsNear(input: CommandInput): string[] {
  const named = planWords.flatMap(({ words }) => words.map((verb) => ({ verb, words: { nb: [], sv: [] } })));
  const understood = understand(input.rest, named);
  if (understood.found) return [];
  const near = understood.nearest.map(({ verb }) => verb);
  // Of each word one spelling is enough.
  return near.filter((one, at) => near.findIndex((other) => meansTheSame(one, other)) === at);
}

const meansTheSame = (one: string, other: string): boolean =>
  planWords.some(({ words }) => words.includes(one) && words.includes(other));
