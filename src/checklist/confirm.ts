import { type Colour, type Confirmation, colour, type Item, type Sheet } from './checklist.ts';
import { standing } from './standing.ts';

/** Longest comment, in characters: five points with their comments stay within one Slack message (PLATFORMS S15). */
export const longestComment = 500;

/** What was filled in for one item, as it was typed. */
export interface Given {
  item: string;
  /** Empty when nothing is chosen: what stood there stays. */
  colour: string;
  comment: string;
}

/** One act of somebody who answers for the unit. */
export interface Act extends Pick<Confirmation, 'by' | 'role' | 'at'> {
  id: string;
}

export interface Problem {
  item: string;
  code:
    | 'unknown-item'
    | 'unknown-colour'
    /** A comment was written and no colour chosen. */
    | 'colour-needed'
    /** Yellow and red need a comment. */
    | 'comment-needed'
    | 'comment-too-long'
    /** Only optional points may be answered as not relevant. */
    | 'not-optional';
}

export type Confirmed =
  | { outcome: 'saved'; sheet: Sheet; items: string[] }
  /** Nothing differs from what the person saw or from what stands. */
  | { outcome: 'unchanged' }
  /** The same act has been taken before: the platform delivered it twice. */
  | { outcome: 'repeated' }
  /** Nothing was taken. The problems stand in the order of what was given. */
  | { outcome: 'refused'; problems: Problem[] };

/**
 * Takes a filled-in form into a sheet. Only what the person changed makes a confirmation, so that a point which someone
 * else answered while the form was open is left alone; where both changed the same point, the last one stands and both
 * are in the history.
 * @param seen How many confirmations the sheet had when the form was shown.
 */
export function confirm(options: {
  sheet: Sheet;
  items: readonly Item[];
  given: readonly Given[];
  seen: number;
  act: Act;
}): Confirmed {
  const { sheet, items, given, seen, act } = options;
  if (isTaken(sheet, act.id)) return { outcome: 'repeated' };
  const problems: Problem[] = [];
  const fresh: Confirmation[] = [];
  for (const one of given) {
    const item = items.find(({ id }) => id === one.item);
    const comment = one.comment.trim();
    const shown = standing(sheet, one.item, seen);
    const chosen = colour.safeParse(one.colour || shown?.colour);
    if (!item) problems.push({ item: one.item, code: 'unknown-item' });
    else if (one.colour === '' && !shown && comment === '') continue;
    else if (!chosen.success) problems.push({ item: item.id, code: one.colour ? 'unknown-colour' : 'colour-needed' });
    else {
      const code = problemOf(item, chosen.data, comment);
      if (code) problems.push({ item: item.id, code });
      else if (!same(shown, chosen.data, comment) && !same(standing(sheet, item.id), chosen.data, comment)) {
        fresh.push(answer(item.id, chosen.data, comment, act));
      }
    }
  }
  if (problems.length > 0) return { outcome: 'refused', problems };
  return added(sheet, fresh);
}

/**
 * Confirms as green those of the listed points that nobody has answered yet. The list is what the person was shown: a
 * point that a colleague has answered since is left as it is.
 */
export function confirmRest(sheet: Sheet, items: readonly Item[], listed: readonly string[], act: Act): Confirmed {
  if (isTaken(sheet, act.id)) return { outcome: 'repeated' };
  const unknown = listed.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) {
    return { outcome: 'refused', problems: unknown.map((item) => ({ item, code: 'unknown-item' })) };
  }
  const silent = [...new Set(listed)].filter((id) => !standing(sheet, id));
  return added(
    sheet,
    silent.map((id) => answer(id, 'green', '', act)),
  );
}

/** Whether an act has left its mark in a sheet already. */
export const isTaken = (sheet: Sheet, act: string): boolean => sheet.confirmations.some((c) => c.act === act);

function problemOf(item: Item, chosen: Colour, comment: string): Problem['code'] | undefined {
  if (comment.length > longestComment) return 'comment-too-long';
  if (chosen === 'not-relevant' && !item.optional) return 'not-optional';
  return (chosen === 'yellow' || chosen === 'red') && comment === '' ? 'comment-needed' : undefined;
}

const same = (stands: Confirmation | undefined, chosen: Colour, comment: string): boolean =>
  stands !== undefined && stands.colour === chosen && stands.comment === comment;

const answer = (item: string, chosen: Colour, comment: string, { id, by, role, at }: Act): Confirmation => ({
  item,
  colour: chosen,
  comment,
  by,
  role,
  at,
  act: id,
});

function added(sheet: Sheet, fresh: Confirmation[]): Confirmed {
  if (fresh.length === 0) return { outcome: 'unchanged' };
  return {
    outcome: 'saved',
    sheet: { ...sheet, confirmations: [...sheet.confirmations, ...fresh] },
    items: fresh.map(({ item }) => item),
  };
}
