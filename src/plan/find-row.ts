import { sameName } from '#people/find-unit.ts';
import type { Activity } from './activity.ts';

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

/**
 * The rows that a person may mean by what they typed, by the first of these that finds any: a row's number ("14",
 * "rad 14", "#14") or its own number in the file, its title, the name of a gate ("K3"), the beginning of the title, all
 * words in it; and, no longer `named`, a title that is spelt alike.
 */
export function lookFor<A extends Known>(activities: readonly A[], text: string): Found<A> {
  const typed = sameName(text);
  if (typed === '') return { rows: [], named: false };
  for (const find of [byNumber, byTitle, byGate, byBeginning, byWords]) {
    const rows = find(activities, typed);
    if (rows.length > 0) return { rows, named: true };
  }
  return { rows: alike(activities, typed, misspelt), named: false };
}

/** See `lookFor`. */
export const findRows = <A extends Known>(activities: readonly A[], text: string): A[] =>
  lookFor(activities, text).rows;

/** The rows whose titles are nearest to what was typed, at most five: for "did you mean". */
export const nearestRows = <A extends Known>(activities: readonly A[], text: string): A[] =>
  alike(activities, sameName(text), 0.2).slice(0, mostNamed);

/** The file's own number, and the number of the row as a spreadsheet shows it: where they are two rows, both. */
function byNumber<A extends Known>(activities: readonly A[], typed: string): A[] {
  const [, word = '', number] = /^(rad(?:en)? ?|row ?|nr\.? ?|#)?(\d+)\.?$/u.exec(typed) ?? [];
  const own = activities.filter(({ key }) => key !== undefined && [typed, number].includes(sameName(key)));
  const standing = number === undefined ? [] : activities.filter(({ row }) => row === Number(number));
  return /^r/u.test(word) ? standing : [...new Set([...own, ...standing])];
}

/** Also as Klar writes it: "K3 · Visualisering deles". */
const byTitle = <A extends Known>(activities: readonly A[], typed: string): A[] =>
  activities.filter(
    ({ title, gate }) => sameName(title) === typed || (gate !== null && sameName(`${gate} · ${title}`) === typed),
  );

/** The gates of the name; where none of its rows is a gate itself, all that belong to it. */
function byGate<A extends Known>(activities: readonly A[], typed: string): A[] {
  const rows = activities.filter(({ gate }) => gate !== null && sameName(gate) === typed);
  const gates = rows.filter(({ kind }) => kind === 'gate');
  return gates.length > 0 ? gates : rows;
}

const byBeginning = <A extends Known>(activities: readonly A[], typed: string): A[] =>
  activities.filter(({ title }) => sameName(title).startsWith(typed));

function byWords<A extends Known>(activities: readonly A[], typed: string): A[] {
  const wanted = typed.split(' ');
  return activities.filter(({ title, gate }) => {
    const has = sameName(`${gate ?? ''} ${title}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => has.some((one) => one.startsWith(word)));
  });
}

function alike<A extends Known>(activities: readonly A[], typed: string, atLeast: number): A[] {
  return activities
    .map((one) => ({ one, near: likeness(typed, sameName(one.title)) }))
    .filter(({ near }) => near >= atLeast)
    .sort((a, b) => b.near - a.near || a.one.row - b.one.row)
    .map(({ one }) => one);
}

/** The share of pairs of letters that two texts have in common, 0 to 1 (Dice's coefficient): forgives a slip anywhere. */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of pairs) shared += Math.min(count, others.get(pair) ?? 0);
  return (2 * shared) / (Math.max(1, one.length - 1) + Math.max(1, other.length - 1));
}

function pairsOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
