import { headingWords, misleadingFirst, silentHeadings } from './heading-words.ts';

/** What a column of a plan can hold. */
export type Role =
  | 'when'
  | 'week'
  | 'endWeek'
  | 'quarter'
  | 'startsOn'
  | 'endsOn'
  | 'time'
  | 'timeTo'
  | 'startMonth'
  | 'endMonth'
  | 'month'
  | 'year'
  /** How sure the date is, in a plan that Klar wrote. */
  | 'precision'
  | 'title'
  | 'units'
  | 'description'
  | 'remark'
  | 'place'
  | 'type'
  | 'gate'
  | 'after'
  | 'tags'
  | 'number';

/** A column that was recognised: where it stands (from 0) and how the file heads it. */
export interface Column {
  index: number;
  heading: string;
}

export type Columns = Partial<Record<Role, Column>>;

/** A role that a heading may have. The lower the rank, the surer; ranks below `CLEAR` are of known headings. */
export interface Match {
  role: Role;
  index: number;
  heading: string;
  rank: number;
  /** Matches of a role in the same group are as good as each other. */
  group: number;
}

const STEP = { word: 1, list: 100, manner: 10_000 };
/** Matches of a rank below this are of headings that stand in a list as they are, whole or beside a slash or bracket. */
export const CLEAR = 2 * STEP.manner;
/** A heading is a name, not a sentence. */
const LONGEST_HEADING = 60;

/** All roles that a heading may have, with how sure each is. */
export function rolesOf(cell: string, index: number): Match[] {
  const heading = cell.trim();
  if (heading === '' || heading.length > LONGEST_HEADING) return [];
  return Object.keys(headingWords).flatMap((role): Match[] => {
    const rank = rankOf(heading, role as Role);
    return rank === undefined
      ? []
      : [{ role: role as Role, index, heading, rank, group: Math.floor(rank / STEP.list) }];
  });
}

/**
 * How sure it is that a heading means a role: it is a known one, or has a known one beside a slash, a bracket or an "og"
 * ("Aktivitet/tiltak", "Tid (antatt)"), or begins or ends with a word of the role ("Ansvarlig enhet"). Undefined: it
 * does not.
 */
function rankOf(heading: string, role: Role): number | undefined {
  const { lists, first = [], last = [] } = headingWords[role];
  const inLists = (name: string): number | undefined => {
    const list = lists.findIndex((words) => words.includes(name));
    return list < 0 ? undefined : list * STEP.list + (lists[list]?.indexOf(name) ?? 0) * STEP.word;
  };
  const whole = inLists(nameOf(heading));
  if (whole !== undefined) return whole;
  const parts = heading.split(/[/(:\n]|\bog\b|\boch\b|\band\b/).map((part) => inLists(plain(part)));
  const part = parts.filter((rank) => rank !== undefined).sort((a, b) => a - b)[0];
  if (part !== undefined) return STEP.manner + part;
  const words = heading
    .split(/[\s/(:\n-]+/)
    .map(plain)
    .filter((word) => word !== '');
  if (words.length < 2 || silentHeadings.has(plain(heading))) return undefined;
  if (first.includes(words[0] ?? '')) return 2 * STEP.manner + first.indexOf(words[0] ?? '');
  if (misleadingFirst.has(words[0] ?? '')) return undefined;
  const ending = last.indexOf(words.at(-1) ?? '');
  return ending < 0 ? undefined : 3 * STEP.manner + ending;
}

function nameOf(heading: string): string {
  return /^(?:#|№)$/u.test(heading) ? 'nr' : plain(heading);
}

/** Gives each role its surest column and each column one role. */
export function assigned(matches: readonly Match[]): Columns {
  const columns: Columns = {};
  const taken = new Set<number>();
  for (const { role, index, heading } of matches.toSorted((a, b) => a.rank - b.rank || a.index - b.index)) {
    if (columns[role] || taken.has(index)) continue;
    columns[role] = { index, heading };
    taken.add(index);
  }
  return columns;
}

/** What a spreadsheet calls a column by its place: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A heading or a word without case, accents, blanks and signs: "Måned", "MÅNAD " and "måned:" compare as they sound. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
