import { sameName } from '#people/find-unit.ts';
import { plain } from './columns.ts';

/** From this length on a word may have another ending, or a letter of another kind, and still be the same. */
const SHORTEST_STEM = 5;
const LONG_WORD = 9;
const endings = /(?:arna|erna|orna|ene|ane|ar|er|or|en|et|na|a|e|n|t)$/u;
/** Says what a name is, not which: "Nordvik" and "Nordvik kommune" are often the same. */
const plainWords = /^(?:kommune|kommunen|kommun|kommunes|municipality)$/u;
/** Joins words of a name without a letter of its own in its initials. */
const small = /^(?:og|i|for|av|och|för|and|of|the|på)$/u;

/**
 * Whether two names look like two spellings of one organisation: the definite form, a hyphen, capitals or accents,
 * "kommune" added, or a slip of the pen. Not two names that differ in a figure or a letter of their own ("Team 1" and
 * "Team 2"), nor in how they begin ("Nordvik" and "Sørvik"). Only ever a question to a person.
 */
export function alikeUnits(one: string, other: string): boolean {
  if (sameName(one) === sameName(other)) return false;
  if (plain(one) === plain(other)) return true;
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const without = (words: string[]) => words.filter((word) => !plainWords.test(word));
  for (const [a, b] of [
    [left, right],
    [without(left), without(right)],
  ] as const) {
    if (a.length > 0 && a.length === b.length && a.every((word, at) => alikeWords(word, b[at] ?? ''))) return true;
  }
  return false;
}

/** Whether a short name in capitals is the initials of a longer one: "TK" of "Trondheim kommune". */
export function isInitialsOf(short: string, name: string): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(short)) return false;
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const initials = (of: readonly string[]) => of.map((word) => word.charAt(0).toUpperCase()).join('');
  const telling = words.filter((word) => !small.test(word.toLowerCase()));
  return telling.length > 1 && (initials(telling) === short || initials(words) === short);
}

/** Bokmål and nynorsk of what units are called after: "sykehus" and "sjukehus", "sykehjem" and "sjukeheim". */
const inBokmaal = (name: string): string => name.replace(/sjuke?/gu, 'syke').replace(/heim(?=\P{L}|en|$)/gu, 'hjem');

function wordsOf(name: string): string[] {
  return inBokmaal(name.normalize('NFC').toLowerCase())
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function alikeWords(one: string, other: string): boolean {
  if (one === other) return true;
  // Figures, and single letters, are what tells one team from the next.
  if (/\d/u.test(one + other) || Math.min(one.length, other.length) < SHORTEST_STEM) return false;
  if (one.charAt(0) !== other.charAt(0)) return false;
  const stem = (word: string) => (word.replace(endings, '').length >= SHORTEST_STEM ? word.replace(endings, '') : word);
  if (stem(one) === stem(other)) return true;
  return isSlip(one, other, Math.min(one.length, other.length) >= LONG_WORD ? 2 : 1);
}

/** Whether one word becomes the other by so few letters put in, left out, changed or swapped with the next. */
function isSlip(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
