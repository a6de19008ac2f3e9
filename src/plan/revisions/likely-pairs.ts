import { dayNumber, type Known, likeness, type Prepared, prepare, weighBy } from '../asking/likeness.ts';

/** From this likeness on two rows are one that was reworded. Tuned on the tables of `test/plan/revisions/match-rows.test.ts`. */
const alike = 0.63;
/** How many words of a title are looked up, and with how many of the rows that have one of them a row is compared. */
const wordsLookedUp = 4;
const comparedPerWord = 10;

/** A day after all others, for what has none. */
const undated = 1e9;

/** Two rows that may be one, by their places in their lists. */
interface Pair {
  before: number;
  after: number;
  score: number;
}

/**
 * Rows that are probably the same one reworded, the surest first. Each is compared only with rows that share a word or
 * the description with it, rare words before common ones, so that the work grows with the number of rows and not with
 * its square. Rows of the very same title are left to whoever has compared those.
 */
export function likelyPairs(before: readonly Known[], after: readonly Known[]): Pair[] {
  const old = before.map(prepare);
  const fresh = after.map(prepare);
  const index = indexOf(old);
  const weigh = weighBy([...old, ...fresh]);
  const found: Pair[] = [];
  for (const [at, one] of fresh.entries()) {
    for (const candidate of candidatesFor(one, index)) {
      const other = old[candidate];
      if (!other || other.title === one.title) continue;
      const score = likeness(other, one, weigh);
      if (score >= alike) found.push({ before: candidate, after: at, score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.after - b.after || a.before - b.before);
}

/** Rows that have a word or a description in common, in order of date. */
type Having = { at: number; day: number }[];

const keysOf = ({ stems, description }: Prepared): string[] =>
  description === '' ? [...stems] : [...stems, `\n${description}`];

const dayOf = ({ row }: Prepared): number => (row.when.start === null ? undated : dayNumber(row.when.start));

function indexOf(rows: readonly Prepared[]): ReadonlyMap<string, Having> {
  const index = new Map<string, Having>();
  for (const [at, row] of rows.entries()) {
    for (const key of keysOf(row)) {
      const having = index.get(key);
      if (having) having.push({ at, day: dayOf(row) });
      else index.set(key, [{ at, day: dayOf(row) }]);
    }
  }
  for (const having of index.values()) having.sort((a, b) => a.day - b.day);
  return index;
}

/** The rows to compare one with: those that have its rarest words, of a common word those that lie nearest in time. */
function candidatesFor(one: Prepared, index: ReadonlyMap<string, Having>): Set<number> {
  const lists = keysOf(one)
    .flatMap((key) => {
      const having = index.get(key);
      return having ? [having] : [];
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, wordsLookedUp);
  const found = new Set<number>();
  for (const having of lists) {
    const middle = firstFrom(having, dayOf(one)) - comparedPerWord / 2;
    const from = Math.max(0, Math.min(middle, having.length - comparedPerWord));
    for (const { at } of having.slice(from, from + comparedPerWord)) found.add(at);
  }
  return found;
}

/** Where a day comes in a list in order of days. */
function firstFrom(having: Having, day: number): number {
  let low = 0;
  let high = having.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((having[middle]?.day ?? undated) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
