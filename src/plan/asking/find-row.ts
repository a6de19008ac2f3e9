import { sameName } from '#people/find-unit.ts';
import type { Activity } from '../activity.ts';

/** Rows that are named when several fit, or as the nearest when none does. */
const mostNamed = 5;
/** How much of two titles must be alike for one to be a misspelling of the other: shared pairs of letters, 0 to 1. */
const misspelt = 0.6;

export interface Found<A extends Pick<Activity, 'title'> = Activity> {
  /** Best first. */
  rows: A[];
  /** Whether they are named by what was typed, and not only like it. */
  named: boolean;
}

type Known = Pick<Activity, 'row' | 'key' | 'title' | 'gate' | 'kind'>;

/** A row as it is compared with what was typed. */
interface Spelt<A> {
  one: A;
  title: string;
  gate: string | null;
  /** As Klar writes it: "K3 · Visualisering deles". */
  gated: string | null;
  words: string[];
}

/** The rows of a plan are spelt out once, however many parts of a sentence are tried as a name of one of them. */
const spelt = new WeakMap<readonly Known[], readonly Spelt<Known>[]>();

function speltOut<A extends Known>(activities: readonly A[]): readonly Spelt<A>[] {
  const known = spelt.get(activities) as readonly Spelt<A>[] | undefined;
  if (known) return known;
  const made = activities.map((one) => ({
    one,
    title: sameName(one.title),
    gate: one.gate === null ? null : sameName(one.gate),
    gated: one.gate === null ? null : sameName(`${one.gate} · ${one.title}`),
    words: sameName(`${one.gate ?? ''} ${one.title}`).split(/[^\p{L}\p{N}]+/u),
  }));
  spelt.set(activities, made);
  return made;
}

/** Nothing that names a row is longer; what comes after is not looked at when it is compared letter by letter. */
const longestCompared = 200;

/**
 * The rows that a person may mean by what they typed, by the first of these that finds any: a row's number ("14",
 * "rad 14", "#14") or its own number in the file, its title, the name of a gate ("K3"), the beginning of the title, all
 * words in it; and, no longer `named`, a title that is spelt alike.
 */
export function lookFor<A extends Known>(activities: readonly A[], text: string): Found<A> {
  const typed = sameName(text);
  if (typed === '') return { rows: [], named: false };
  const rows = speltOut(activities);
  for (const find of [byNumber, byTitle, byGate, byBeginning, byWords]) {
    const found = find(rows, typed);
    if (found.length > 0) return { rows: found.map(({ one }) => one), named: true };
  }
  return { rows: alike(rows, misspelt, (title) => likenessFrom(misspelt, typed, title)), named: false };
}

/** See `lookFor`. */
export const findRows = <A extends Known>(activities: readonly A[], text: string): A[] =>
  lookFor(activities, text).rows;

/**
 * The rows whose titles, or words in them, are nearest to what was typed, at most five: for "did you mean". What is only
 * remotely like it would look like a mistake of Klar's.
 */
export const nearestRows = <A extends Known>(activities: readonly A[], text: string): A[] => {
  const typed = sameName(text).slice(0, longestCompared);
  return alike(speltOut(activities), 0.5, (title) =>
    Math.max(likeness(typed, title), likenessOfWords(typed, title)),
  ).slice(0, mostNamed);
};

/** The file's own number, and the number of the row as a spreadsheet shows it: where they are two rows, both. */
function byNumber<A extends Known>(rows: readonly Spelt<A>[], typed: string): Spelt<A>[] {
  const [, word = '', number] = /^(rad(?:en)? ?|row ?|nr\.? ?|#)?(\d+)\.?$/u.exec(typed) ?? [];
  const own = rows.filter(({ one: { key } }) => key !== undefined && [typed, number].includes(sameName(key)));
  const standing = number === undefined ? [] : rows.filter(({ one }) => one.row === Number(number));
  return /^r/u.test(word) ? standing : [...new Set([...own, ...standing])];
}

const byTitle = <A extends Known>(rows: readonly Spelt<A>[], typed: string): Spelt<A>[] =>
  rows.filter(({ title, gated }) => title === typed || gated === typed);

/** The gates of the name; where none of its rows is a gate itself, all that belong to it. */
function byGate<A extends Known>(all: readonly Spelt<A>[], typed: string): Spelt<A>[] {
  const rows = all.filter(({ gate }) => gate === typed);
  const gates = rows.filter(({ one }) => one.kind === 'gate');
  return gates.length > 0 ? gates : rows;
}

const byBeginning = <A extends Known>(rows: readonly Spelt<A>[], typed: string): Spelt<A>[] =>
  rows.filter(({ title }) => title.startsWith(typed));

function byWords<A extends Known>(rows: readonly Spelt<A>[], typed: string): Spelt<A>[] {
  const wanted = [...new Set(typed.split(' '))];
  return rows.filter(({ words }) => wanted.every((word) => words.some((one) => one.startsWith(word))));
}

function alike<A extends Known>(rows: readonly Spelt<A>[], atLeast: number, nearness: (title: string) => number): A[] {
  return rows
    .map(({ one, title }) => ({ one, near: nearness(title) }))
    .filter(({ near }) => near >= atLeast)
    .sort((a, b) => b.near - a.near || a.one.row - b.one.row)
    .map(({ one }) => one);
}

/** How much each word that was typed is like the word of the title that is most like it, on average. */
function likenessOfWords(typed: string, title: string): number {
  const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const [wanted, there] = [words(typed), words(title)];
  const near = wanted.map((word) => Math.max(0, ...there.map((one) => likeness(word, one))));
  return near.reduce((sum, one) => sum + one, 0) / Math.max(1, near.length);
}

/** The share of pairs of letters that two texts have in common, 0 to 1 (Dice's coefficient): forgives a slip anywhere. */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0);
  return (2 * shared) / (Math.max(1, one.length - 1) + Math.max(1, other.length - 1));
}

/** `likeness`, or 0 without counting where lengths alone tell that it is less than asked for. */
function likenessFrom(atLeast: number, one: string, other: string): number {
  const [short = 0, long = 0] = [one.length - 1, other.length - 1].sort((a, b) => a - b);
  return 2 * short < atLeast * (short + long) ? 0 : likeness(one, other);
}

function pairsOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
