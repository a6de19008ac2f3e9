import type { Colour, Confirmation, Item, Sheet } from './checklist.ts';

/** What a reader sees at a point: its colour, or `silent` while nobody has answered. */
export type Sign = Colour | 'silent';

/** The signs in the order in which every card and picture has them (CARDS rule 5). */
export const signs: readonly Sign[] = ['green', 'yellow', 'red', 'silent', 'not-relevant'];

/** How many points (or units) have each sign. */
export type Tally = Record<Sign, number>;

export interface Answered extends Confirmation {
  colour: Colour;
}

/**
 * The answer that stands at an item: the last one. Undefined while nobody has answered, and after an undo of the first answer.
 * @param seen How many of the sheet's confirmations to look at, oldest first: what stood when there were that many. All when left out.
 */
export function standing(sheet: Sheet | undefined, item: string, seen?: number): Answered | undefined {
  const last = sheet?.confirmations.slice(0, seen).findLast((c) => c.item === item);
  return last && isAnswered(last) ? last : undefined;
}

const isAnswered = (c: Confirmation): c is Answered => c.colour !== 'withdrawn';

export const signOf = (sheet: Sheet | undefined, item: string): Sign => standing(sheet, item)?.colour ?? 'silent';

export const emptyTally = (): Tally => ({ green: 0, yellow: 0, red: 0, silent: 0, 'not-relevant': 0 });

/** Counts a sheet's points by sign; the counts sum to the number of items. */
export function tally(items: readonly Item[], sheet: Sheet | undefined): Tally {
  const counts = emptyTally();
  for (const { id } of items) counts[signOf(sheet, id)] += 1;
  return counts;
}

/** The points that nobody has answered yet, in the checklist's order. */
export const unanswered = (items: readonly Item[], sheet: Sheet | undefined): Item[] =>
  items.filter(({ id }) => !standing(sheet, id));
