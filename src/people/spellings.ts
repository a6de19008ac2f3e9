import { findUnit, sameName } from './find-unit.ts';
import type { Programme, UnitId } from './programme.ts';

/** What a person has said about the names of units in something that they brought in. */
export interface SpellingAnswers {
  /** `name` is another spelling of the unit `as`. */
  same: { name: string; as: string }[];
  /** Pairs that are two units, although they look alike. */
  apart: [string, string][];
  /** Texts that may be one unit or several, by `sameName` of the text. */
  lists: Record<string, 'split' | 'whole'>;
}

/** Whether two names stand together in one of these pairs, in either order. */
export function arePaired(pairs: SpellingAnswers['apart'], one: string, other: string): boolean {
  const [a, b] = [sameName(one), sameName(other)];
  return pairs.some(([left, right]) => {
    const [l, r] = [sameName(left), sameName(right)];
    return (l === a && r === b) || (l === b && r === a);
  });
}

/**
 * The programme with the answers in it: other spellings as aliases of their units, a unit made where the programme does
 * not have it yet, the rest remembered so that it is not asked again. What is known already stays as it is.
 * @param newId Makes the id of each new unit.
 */
export function withSpellings(
  programme: Programme,
  answers: SpellingAnswers,
  newId: (programme: Programme, name: string) => UnitId,
): Programme {
  let next = programme;
  for (const { name } of answers.same) {
    const as = meant(answers.same, name);
    if (as === undefined || findUnit(next, name)) continue;
    const known = findUnit(next, as);
    const units = known
      ? next.units.map((unit) => (unit.id === known.id ? { ...unit, aliases: [...unit.aliases, name] } : unit))
      : [...next.units, { id: newId(next, as), name: as, aliases: [name], people: [] }];
    next = { ...next, units };
  }
  const { apart = [], lists = {} } = next.spellings ?? {};
  const newPairs = answers.apart.filter(([a, b]) => !arePaired(apart, a, b));
  const newLists = Object.entries(answers.lists).filter(([text, is]) => lists[text] !== is);
  if (newPairs.length === 0 && newLists.length === 0) return next;
  return {
    ...next,
    spellings: {
      apart: [...apart, ...newPairs],
      lists: { ...lists, ...Object.fromEntries(newLists) },
    },
  };
}

/** The programme without these answers, for undoing: aliases that they gave and what they had it remember. */
export function withoutSpellings(programme: Programme, answers: SpellingAnswers): Programme {
  const given = new Set(answers.same.map(({ name }) => sameName(name)));
  const units = programme.units.map((unit) => ({
    ...unit,
    aliases: unit.aliases.filter((alias) => !given.has(sameName(alias))),
  }));
  const { spellings, ...others } = programme;
  if (!spellings) return { ...others, units };
  return {
    ...others,
    units,
    spellings: {
      apart: spellings.apart.filter(([a, b]) => !arePaired(answers.apart, a, b)),
      lists: Object.fromEntries(Object.entries(spellings.lists).filter(([text]) => answers.lists[text] === undefined)),
    },
  };
}

/** What answers would change in the programme, and nothing that it had before: what undoing takes back. */
export function newIn(programme: Programme, answers: SpellingAnswers): SpellingAnswers {
  const { apart = [], lists = {} } = programme.spellings ?? {};
  return {
    same: answers.same.filter(({ name }) => !findUnit(programme, name)),
    apart: answers.apart.filter(([a, b]) => !arePaired(apart, a, b)),
    lists: Object.fromEntries(Object.entries(answers.lists).filter(([text]) => lists[text] === undefined)),
  };
}

/** The unit that a name means in the end, where one answer leads to another; undefined where they lead in a ring. */
function meant(same: SpellingAnswers['same'], name: string): string | undefined {
  const seen = new Set([sameName(name)]);
  let as = same.find((one) => sameName(one.name) === sameName(name))?.as;
  while (as !== undefined) {
    const next = as;
    if (seen.has(sameName(next))) return undefined;
    seen.add(sameName(next));
    const further = same.find((one) => sameName(one.name) === sameName(next))?.as;
    if (further === undefined) return next;
    as = further;
  }
  return undefined;
}
