import { sameName } from '#people/find-unit.ts';
import type { PlannedRow } from '../activity.ts';

/** What a row is known again by. */
export type Known = Pick<PlannedRow, 'row' | 'title' | 'description' | 'kind' | 'when' | 'units' | 'gate' | 'key'>;

/** How much likeness of title, common units and nearness of date count for in a score from 0 to 1. */
const weights = { title: 0.7, units: 0.15, date: 0.15 };
/** Rows that lie this far apart have nothing in common by their dates, days. */
const farDays = 120;
/** A shorter description, in characters, is said of many rows. */
const tellingDescription = 25;
/** What an equal description makes of two titles that have little in common. */
const sameDescription = 0.8;
/** What is left of two titles' likeness where they count different things: "Samling 1" and "Samling 2". */
const otherNumbers = 0.7;
/** Two forms of a word share their beginning: "rapport", "rapporten". */
const stemLength = 5;

/** Days from one row's first day to the other's: 0 where neither has a date, undefined where one alone has. */
export function daysApart(one: Known['when'], other: Known['when']): number | undefined {
  if (one.start === null || other.start === null) return one.start === other.start ? 0 : undefined;
  return Math.abs(dayNumber(one.start) - dayNumber(other.start));
}

/** A day counted from 1970: cheaper than a date where ten thousand are compared. */
export const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000;

/** The share of units in common, 0 to 1; in between where one row names none. */
export function unitsInCommon(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  if (one.length === 0 || other.length === 0) return 0.4;
  const names = new Set(one.map(sameName));
  const both = new Set(other.map(sameName).filter((name) => names.has(name))).size;
  return both / (names.size + other.length - both);
}

/** A row made ready for being compared with many. */
export interface Prepared {
  row: Known;
  title: string;
  /** Empty where it tells nothing. */
  description: string;
  /** The beginnings of the title's words, each once. */
  stems: readonly string[];
  /** Pairs of neighbouring letters, sorted: what two titles have in common is found by walking through both. */
  pairs: readonly number[];
  /** What the title counts by: "2", "K3". */
  numbers: string;
}

export function prepare(row: Known): Prepared {
  const title = sameName(row.title);
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const description = sameName(row.description);
  return {
    row,
    title,
    description: description.length >= tellingDescription ? description : '',
    stems: [...new Set(words.map((word) => word.slice(0, stemLength)))],
    pairs: words.flatMap(letterPairs).sort((a, b) => a - b),
    numbers: words.filter((word) => /^\p{L}?\d+$/u.test(word)).join(' '),
  };
}

const letterPairs = (word: string): number[] => {
  const letters = ` ${word}`;
  return Array.from(word, (_, at) => letters.charCodeAt(at) * 65_536 + letters.charCodeAt(at + 1));
};

/** How much each word of a title tells: a word that many rows have, or a short one, tells little. */
export type Weigh = (stem: string) => number;

/** Weighs the words of some titles by how many of these rows have them. */
export function weighBy(rows: readonly Prepared[]): Weigh {
  const counts = new Map<string, number>();
  for (const { stems } of rows) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => (stem.length < 4 && !/\d/.test(stem) ? 0.25 : 1) / (1 + Math.log2(counts.get(stem) ?? 1) / 3);
}

/** How sure it is that two rows with different titles are one row that was reworded, 0 to 1. */
export function likeness(one: Prepared, other: Prepared, weigh: Weigh): number {
  const apart = daysApart(one.row.when, other.row.when);
  const near = apart === undefined ? 0.4 : Math.max(0, 1 - apart / farDays);
  return (
    weights.title * titleLikeness(one, other, weigh) +
    weights.units * unitsInCommon(one.row.units, other.row.units) +
    weights.date * near
  );
}

/**
 * How alike two titles are by their words and by their letters, 0 to 1. What counts most is how much of the shorter one is
 * found again: a title that only got longer is the same, one in which a telling word was put in place of another is not.
 */
function titleLikeness(one: Prepared, other: Prepared, weigh: Weigh): number {
  const [mine, found] = foundIn(one, other, weigh);
  const [theirs, alsoFound] = foundIn(other, one, weigh);
  const letters = common(one.pairs, other.pairs);
  const least =
    0.5 * Math.max(found / mine, alsoFound / theirs) + 0.5 * (letters / Math.min(one.pairs.length, other.pairs.length));
  const mean =
    0.5 * ((found + alsoFound) / (mine + theirs)) + 0.5 * ((2 * letters) / (one.pairs.length + other.pairs.length));
  const counted = one.numbers !== other.numbers && one.numbers !== '' && other.numbers !== '' ? otherNumbers : 1;
  const titles = least ** 1.5 * (0.3 + 0.7 * mean) * counted;
  return one.description !== '' && one.description === other.description ? Math.max(titles, sameDescription) : titles;
}

/** What a title's words weigh, and of that those that stand in the other one, if only as a part of a word. */
function foundIn({ stems }: Prepared, { title, stems: others }: Prepared, weigh: Weigh): [all: number, found: number] {
  let all = 0.01;
  let found = 0;
  for (const stem of stems) {
    const weight = weigh(stem);
    all += weight;
    if (stem.length > 3 ? title.includes(stem) : others.includes(stem)) found += weight;
  }
  return [all, found];
}

/** How many values two sorted lists have in common. */
function common(one: readonly number[], other: readonly number[]): number {
  let count = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a = 0, b = 0] = [one[i], other[j]];
    if (a === b) count += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return count;
}
