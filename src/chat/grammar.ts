import { distance } from 'fastest-levenshtein';

/** What a command is called, in all languages. */
export interface Named {
  verb: string;
  words: Record<'nb' | 'sv', string[]>;
}

// Phones and word processors turn straight quotes into these. A quote is closed by one of its own family, so that an
// argument may hold quotes of another.
const families = ['"“”„‟', '«»', '‹›'];
const familyOf = (letter: string): string | undefined => families.find((family) => family.includes(letter));

/**
 * Takes a typed line apart into its arguments. What stands in quotes is one argument, spaces and all; straight, curly
 * and angle quotes count alike, and a quote that is never closed reaches to the end.
 * @example splitArguments('avstemning «Hvor står du?» "Er i gang" Ikke') → ['avstemning', 'Hvor står du?', 'Er i gang', 'Ikke']
 */
export function splitArguments(line: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let closedBy: string | undefined;
  for (const letter of tidy(line)) {
    if (closedBy?.includes(letter)) {
      if (current?.trim()) found.push(current.trim());
      current = undefined;
      closedBy = undefined;
    } else if (closedBy === undefined && familyOf(letter)) {
      if (current) found.push(current);
      current = '';
      closedBy = familyOf(letter);
    } else if (closedBy === undefined && /\s/u.test(letter)) {
      if (current) found.push(current);
      current = undefined;
    } else {
      current = (current ?? '') + letter;
    }
  }
  if (current?.trim()) found.push(current.trim());
  return found;
}

/** Hard spaces become plain ones, and invisible marks that chat clients put in go (joiners stay: emoji are made with them). */
function tidy(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu, '')
    .trim();
}

export type Understood<C extends Named> =
  | { found: C; args: string[]; rest: string }
  | { found: undefined; nearest: C[]; word: string };

/**
 * Finds the command that a line begins with, in any language and case. When none fits, the nearest ones are given: at
 * most three, by likeness of spelling.
 */
export function understand<C extends Named>(line: string, commands: readonly C[]): Understood<C> {
  const tidied = tidy(line).replace(/^\//u, '');
  const typed = /^[^\s"“”„‟«»‹›]*/u.exec(tidied)?.[0] ?? '';
  // "Hjelp?" and "plan," are asked as one asks a person.
  const word = typed.toLowerCase().replace(/[.,:;!?]+$/u, '');
  const found = commands.find((c) => names(c).includes(word));
  if (found) {
    const rest = tidied.slice(typed.length).trim();
    return { found, args: splitArguments(rest), rest };
  }
  const byLikeness = commands
    .map((c) => ({ c, far: Math.min(...names(c).map((name) => likeness(word, name))) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far);
  return { found: undefined, nearest: byLikeness.slice(0, 3).map(({ c }) => c), word: word === '' ? tidied : word };
}

const names = (c: Named): string[] => [c.verb, ...c.words.nb, ...c.words.sv];

function likeness(typed: string, name: string): number {
  if (typed.length >= 3 && (name.startsWith(typed) || typed.startsWith(name))) return 1;
  return distance(typed, name);
}
