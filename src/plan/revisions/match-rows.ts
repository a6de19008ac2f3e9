import { sameName } from '#people/find-unit.ts';
import { dayNumber, daysApart, type Known, unitsInCommon } from '../asking/likeness.ts';
import { likelyPairs } from './likely-pairs.ts';
import { byKeys } from './row-keys.ts';

/** Rows with the same title and other units, of which there are several, are the same one within this many days. */
const nearDays = 45;
/** What it costs to take a row with a date and one without for the same, in days: more than any move does. */
const datedAndNot = 5000;
/** Rows with the same title of which the best pairing is sought; of more, the first goes with the first. */
const mostWeighed = 40_000;

/**
 * For each row the earlier row that it continues, each at most once: by the ids of their files where both have them, else
 * by likeness. What has most in common goes first (title, units and date; title and units; title and date; gate; title),
 * and among rows of the same title those that lie nearest in time, in their order. What is left is compared by the words
 * of the titles, the units and the dates, the surest pair first.
 */
export function matchRows<B extends Known>(before: readonly B[], rows: readonly Known[]): (B | undefined)[] {
  const keys = byKeys(before, rows);
  const partner = new Map(keys.pairs);
  const taken = new Set(partner.values());
  const take = (known: number, at: number) => {
    partner.set(at, known);
    taken.add(known);
  };
  const pairBy = (nameOf: (row: Known) => string | undefined, fits: Fits = () => true) => {
    const names = groups(before, nameOf, (at) => taken.has(at));
    for (const [name, fresh] of groups(rows, nameOf, (at) => partner.has(at))) {
      const known = names.get(name);
      if (!known) continue;
      for (const [b, a] of nearest(known, fresh, before, rows)) {
        if (!keys.apart(b, a) && fits(before[b] as Known, rows[a] as Known)) take(b, a);
      }
    }
  };

  const title = (row: Known) => sameName(row.title);
  const units = (row: Known) => row.units.map(sameName).sort().join('\n');
  const date = ({ when }: Known) => `${when.start} ${when.end} ${when.precision}`;
  pairBy((row) => `${title(row)}\n\n${units(row)}\n\n${date(row)}`);
  pairBy((row) => `${title(row)}\n\n${units(row)}`);
  pairBy((row) => `${title(row)}\n\n${date(row)}`);
  pairBy((row) => (row.kind === 'gate' && row.gate !== null ? sameName(row.gate) : undefined));
  const several = titlesOfSeveral([before, rows]);
  pairBy(title, (b, a) => {
    const apart = daysApart(b.when, a.when);
    return !several.has(title(a)) || unitsInCommon(b.units, a.units) > 0 || (apart !== undefined && apart <= nearDays);
  });

  const oldLeft = before.flatMap((row, at) => (taken.has(at) ? [] : [{ row, at }]));
  const left = rows.flatMap((row, at) => (partner.has(at) ? [] : [{ row, at }]));
  const likely = likelyPairs(
    oldLeft.map(({ row }) => row),
    left.map(({ row }) => row),
  );
  for (const pair of likely) {
    const b = oldLeft[pair.before]?.at ?? -1;
    const a = left[pair.after]?.at ?? -1;
    if (!taken.has(b) && !partner.has(a) && !keys.apart(b, a)) take(b, a);
  }
  return rows.map((_, at) => {
    const known = partner.get(at);
    return known === undefined ? undefined : before[known];
  });
}

type Fits = (before: Known, after: Known) => boolean;

/** The places of the rows that are left, by what they are called. */
function groups(
  rows: readonly Known[],
  nameOf: (row: Known) => string | undefined,
  isTaken: (at: number) => boolean,
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const name = isTaken(at) ? undefined : nameOf(row);
    if (name === undefined) continue;
    const same = found.get(name);
    if (same) same.push(at);
    else found.set(name, [at]);
  }
  return found;
}

/** Titles that several rows of one list have, as `sameName` leaves them: a meeting that comes again and again. */
export function titlesOfSeveral(lists: readonly (readonly Pick<Known, 'title'>[])[]): Set<string> {
  const found = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const row of list) {
      const title = sameName(row.title);
      if (seen.has(title)) found.add(title);
      seen.add(title);
    }
  }
  return found;
}

/** Pairs rows of two lists so that all of the shorter list find one, the order is kept and they lie nearest in time. */
function nearest(
  known: readonly number[],
  fresh: readonly number[],
  before: readonly Known[],
  rows: readonly Known[],
): [before: number, after: number][] {
  const old = inOrder(known, before);
  const now = inOrder(fresh, rows);
  if (old.length === 1 && now.length === 1) return [[old[0] as number, now[0] as number]];
  if (old.length > now.length) return leastCost(now, old, (a, b) => cost(before[b], rows[a])).map(([a, b]) => [b, a]);
  return leastCost(old, now, (b, a) => cost(before[b], rows[a]));
}

const cost = (one: Known | undefined, other: Known | undefined): number =>
  (one && other && daysApart(one.when, other.when)) ?? datedAndNot;

const inOrder = (places: readonly number[], rows: readonly Known[]): number[] => {
  const day = (at: number) => {
    const start = rows[at]?.when.start ?? null;
    return start === null ? Number.POSITIVE_INFINITY : dayNumber(start);
  };
  return places.toSorted((a, b) => (day(a) === day(b) ? a - b : day(a) - day(b)));
};

/** For each of the few one of the many, in the same order, at the least cost altogether. */
function leastCost(few: number[], many: number[], costOf: (few: number, many: number) => number): [number, number][] {
  if (few.length === many.length || few.length * many.length > mostWeighed) {
    return few.map((one, index) => [one, many[index] as number]);
  }
  // best[i][j]: the least cost of pairing the first i of the few within the first j of the many.
  const width = many.length + 1;
  const best = new Float64Array((few.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  best.fill(0, 0, width);
  for (let i = 1; i <= few.length; i += 1) {
    for (let j = i; j <= many.length; j += 1) {
      const paired = (best[(i - 1) * width + j - 1] as number) + costOf(few[i - 1] as number, many[j - 1] as number);
      best[i * width + j] = Math.min(best[i * width + j - 1] as number, paired);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = few.length, j = many.length; i > 0; j -= 1) {
    // Passed over where the cost is the same without it: the earlier one is taken.
    if (j > i && best[i * width + j] === best[i * width + j - 1]) continue;
    pairs.push([few[i - 1] as number, many[j - 1] as number]);
    i -= 1;
  }
  return pairs.reverse();
}
