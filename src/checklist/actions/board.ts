import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { type Press, press, type World } from '#chat/feature.ts';
import { boardView, gridView, pickUnitView } from '../view-board.ts';
import { sheetView } from '../view-sheet.ts';
import { draw } from './draw.ts';
import { loadBoard, loadSharedBoard, loadSharedSheet } from './load.ts';
import { pageNumber } from './sheet.ts';

const boardValues = z.object({ checklist: z.string(), page: pageNumber.default(0) });

/** What shows a checklist as a whole, and changes nothing. */
export const boardPresses: Press[] = [
  press({
    verb: 'checklist.show-board',
    values: boardValues,
    async run(turn, { checklist, page }) {
      const found = await loadBoard(turn, checklist);
      if (!found.ok) return found.answer;
      return { show: 'replace', card: draw(boardView(found.sight, page), turn.language) };
    },
  }),
  press({
    verb: 'checklist.show-grid',
    values: boardValues,
    async run(turn, { checklist, page }) {
      const found = await loadBoard(turn, checklist);
      if (!found.ok) return found.answer;
      return { show: 'replace', card: draw(gridView(found.sight, page), turn.language) };
    },
  }),
  press({
    verb: 'checklist.pick-unit',
    values: boardValues,
    async run(turn, { checklist }) {
      const found = await loadBoard(turn, checklist);
      if (!found.ok) return found.answer;
      return { show: 'form', card: draw(pickUnitView(found.sight), turn.language) };
    },
  }),
];

/** How posted boards and sheets are drawn anew. */
export const subjects = {
  async checklist(world: World, id: string, language: Language): Promise<Card | undefined> {
    const sight = await loadSharedBoard(world, id, language);
    return sight && draw(boardView(sight), language);
  },
  async sheet(world: World, id: string, language: Language): Promise<Card | undefined> {
    const sheet = await world.store.sheets.get(id);
    const sight = sheet && (await loadSharedSheet(world, sheet, language));
    // As it was posted, mentions too, so that a card on which nothing has changed needs no update.
    return sight && draw(sheetView(sight), language, true);
  },
};
