import { z } from 'zod';
import { type Press, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { type Sheet, sheetId } from '../checklist.ts';
import {
  type Act,
  type Confirmed,
  confirm,
  confirmRest,
  type Given,
  longestComment,
  type Problem,
} from '../confirm.ts';
import { type Undone, undoAct } from '../undo.ts';
import { numberOf } from '../view.ts';
import { fieldsOf } from '../view-answer.ts';
import { type SheetSight, sheetView } from '../view-sheet.ts';
import { draw, refusal } from './draw.ts';
import { about } from './ledger.ts';
import { loadToAnswer } from './load.ts';
import { pageNumber, sheetIds } from './sheet.ts';

/** What changes a unit's sheet. Each needs the unit's contact or deputy. */
export const savePresses: Press[] = [
  press({
    verb: 'checklist.save',
    values: sheetIds.extend({ page: pageNumber.default(0), seen: z.coerce.number().int().min(0) }).catchall(z.string()),
    run: (turn, { page, seen, checklist, unit, ...filled }) =>
      change(turn, { checklist, unit }, page, (sheet, { items }, act) =>
        confirm({ sheet, items, given: givenIn(filled), seen, act }),
      ),
  }),
  press({
    verb: 'checklist.confirm-rest',
    values: sheetIds.extend({ page: pageNumber.default(0), items: z.string() }),
    run: (turn, { page, items: listed, ...ids }) =>
      change(turn, ids, page, (sheet, { items }, act) =>
        confirmRest(
          sheet,
          items,
          listed.split(',').filter((id) => id !== ''),
          act,
        ),
      ),
  }),
  press({
    verb: 'checklist.undo',
    values: sheetIds.extend({ page: pageNumber.default(0), act: z.string() }),
    run: (turn, { page, act: undo, ...ids }) => change(turn, ids, page, (sheet, _, act) => undoAct(sheet, undo, act)),
  }),
];

/** What was typed in the form, one for each item that it holds an input of. */
function givenIn(filled: Record<string, string>): Given[] {
  const items = new Set(Object.keys(filled).flatMap((key) => /^(?:colour|comment)-(.+)$/su.exec(key)?.[1] ?? []));
  return [...items].map((item) => {
    const fields = fieldsOf(item);
    return { item, colour: filled[fields.colour] ?? '', comment: filled[fields.comment] ?? '' };
  });
}

type Decide = (sheet: Sheet, checklist: SheetSight['checklist'], act: Act) => Confirmed | Undone;

/** Load, decide, save, write down, show. Nothing is stored unless the decision changes the sheet. */
async function change(
  turn: Turn,
  ids: { checklist: string; unit: string },
  page: number,
  decide: Decide,
): Promise<Answer> {
  const found = await loadToAnswer(turn, ids);
  if (!found.ok) return found.answer;
  const { sight, role } = found;
  const { checklist, unit } = sight;
  const act: Act = { id: turn.newId(), by: turn.by.id, role, at: turn.now().toString() };

  const id = sheetId(checklist.id, unit.id);
  const blank: Sheet = { id, checklist: checklist.id, unit: unit.id, confirmations: [] };
  const first = decide(sight.sheet ?? blank, checklist, act);
  if (!changes(first)) return shown(turn, sight, page, first);

  await turn.store.sheets.add(blank);
  const came = await turn.store.sheets.change<Confirmed | Undone>(id, (sheet) => {
    const outcome = decide(sheet, checklist, act);
    return changes(outcome) ? { next: outcome.sheet, outcome } : { outcome };
  });
  if (!came) return refusal(turn, 'checklist.unknown');
  if (changes(came)) {
    const what = came.outcome === 'undone' ? 'checklist.undo' : 'checklist.confirm';
    for (const item of came.items) await turn.audit(what, { checklist: checklist.id, unit: unit.id, item });
    turn.outbox.refresh(about.sheet(id));
    turn.outbox.refresh(about.board(checklist.id));
  }
  const sheet = changes(came) ? came.sheet : await turn.store.sheets.get(id);
  return shown(turn, { ...sight, sheet }, page, came);
}

const changes = (came: Confirmed | Undone): came is Extract<Confirmed | Undone, { sheet: Sheet }> =>
  came.outcome === 'saved' || came.outcome === 'undone';

function shown(turn: Turn, sight: SheetSight, page: number, came: Confirmed | Undone): Answer {
  switch (came.outcome) {
    case 'refused':
      return refused(turn, sight, came.problems);
    case 'not-yours':
      return refusal(turn, 'checklist.not-yours');
    case 'unchanged':
      return { show: 'replace', card: draw(sheetView(sight, { page, notice: 'unchanged' }), turn.language) };
    case 'nothing':
      return { show: 'replace', card: draw(sheetView(sight, { page, notice: 'nothing-to-undo' }), turn.language) };
    case 'saved':
    case 'undone':
    // The card of the first time may never have arrived: the same one is shown again (PLATFORMS T20).
    case 'repeated':
      return { show: 'replace', card: draw(sheetView(sight, { page }), turn.language) };
  }
}

/** The first problem, at its field; the rest are seen when that one is mended. */
function refused(turn: Turn, { checklist }: SheetSight, problems: readonly Problem[]): Answer {
  const [first] = problems;
  if (!first || first.code === 'unknown-item' || first.code === 'unknown-colour') {
    return refusal(turn, 'checklist.problem.unknown');
  }
  const fields = fieldsOf(first.item);
  const atComment = first.code === 'comment-needed' || first.code === 'comment-too-long';
  return refusal(turn, `checklist.problem.${first.code}`, {
    number: numberOf(checklist, first.item),
    max: longestComment,
    field: atComment ? fields.comment : fields.colour,
  });
}
