import type { Confirmation, Sheet } from './checklist.ts';
import { type Act, isTaken } from './confirm.ts';
import { standing } from './standing.ts';

export type Undone =
  | { outcome: 'undone'; sheet: Sheet; items: string[] }
  /** It is undone already, or others have answered the same points since. */
  | { outcome: 'nothing' }
  /** The same undoing has been taken before: the platform delivered it twice. */
  | { outcome: 'repeated' }
  /** Somebody else gave those answers. */
  | { outcome: 'not-yours' };

/**
 * Sets back what stood before one act, by answering again: the history keeps both. Points that were answered anew since
 * are left alone.
 * @param undo The act to undo, as the button names it.
 * @param act The undoing itself.
 */
export function undoAct(sheet: Sheet, undo: string, act: Act): Undone {
  if (isTaken(sheet, act.id)) return { outcome: 'repeated' };
  const given = sheet.confirmations.filter((c) => c.act === undo);
  if (given.some((c) => c.by !== act.by)) return { outcome: 'not-yours' };
  const back = given
    .filter((c) => sheet.confirmations.findLast((last) => last.item === c.item) === c)
    .map((c) => before(sheet, c, act));
  if (back.length === 0) return { outcome: 'nothing' };
  return {
    outcome: 'undone',
    sheet: { ...sheet, confirmations: [...sheet.confirmations, ...back] },
    items: back.map(({ item }) => item),
  };
}

function before(sheet: Sheet, given: Confirmation, { id, by, role, at }: Act): Confirmation {
  const earlier = standing(sheet, given.item, sheet.confirmations.indexOf(given));
  return {
    item: given.item,
    colour: earlier?.colour ?? 'withdrawn',
    comment: earlier?.comment ?? '',
    by,
    role,
    at,
    act: id,
    undoes: given.act,
  };
}
