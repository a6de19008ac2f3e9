import type { Activity } from '../activity.ts';

/** Words shorter than this tell nothing on their own ("og", "i", "på"); a short word that is all there is counts. */
const shortestTelling = 3;

/**
 * A text as it is compared: case and accents do not count, and one finds a Nordic letter however it is typed: "loype",
 * "loeype" and "LÖYPE" are "løype", "laering" is "læring", "mate" and "maate" are "måte".
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/æ|ae|aa/gu, 'a')
    .replace(/ø|oe/gu, 'o')
    .replace(/ð/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where the words are looked for. */
type Searched = Pick<Activity, 'title' | 'description' | 'units' | 'gate' | 'tags'>;

/** What search came upon. */
export interface SearchResult<A> {
  /** Best first: where the words stand in the title, then in the gate, the units or the tags, then in the description. */
  rows: A[];
  /** Whether every row has all the words. Where none has, those with any of them are given. */
  all: boolean;
}

/**
 * The rows in whose title, description, units, gate or tags the words stand, also as parts of longer words ("møte" finds
 * "styringsgruppemøte"). Rows with all words, and where there are none, rows with any, those with the most first.
 * Rows that fit equally well keep their order.
 */
export function searchRows<A extends Searched>(activities: readonly A[], text: string): SearchResult<A> {
  const words = [...new Set(folded(text).split(' '))].filter((word) => word !== '');
  const telling = words.filter((word) => word.length >= shortestTelling);
  const sought = telling.length > 0 ? telling : words;
  const found = activities.map((row) => ({ row, places: placesOf(row, sought) }));
  const all = found.filter(({ places }) => sought.length > 0 && places.length === sought.length);
  const any = all.length > 0 ? all : found.filter(({ places }) => places.length > 0);
  const rank = (places: number[]) => places.reduce((sum, place) => sum + place, 0);
  return {
    rows: any
      .toSorted((a, b) => b.places.length - a.places.length || rank(a.places) - rank(b.places))
      .map(({ row }) => row),
    all: any.length === 0 || all.length > 0,
  };
}

/** For each word that stands in a row, how telling the place is: 0 where a word of the title begins with it, up to 3. */
function placesOf({ title, description, units, gate, tags = [] }: Searched, words: readonly string[]): number[] {
  const heading = ` ${folded(title)}`;
  const named = ` ${folded([gate ?? '', ...units, ...tags].join(' '))}`;
  const more = folded(description);
  return words.flatMap((word) => {
    if (heading.includes(` ${word}`)) return [0];
    if (heading.includes(word)) return [1];
    if (named.includes(word)) return [2];
    return more.includes(word) ? [3] : [];
  });
}
