import { z } from 'zod';
import { type Press, press } from '#chat/feature.ts';
import { answerView, restView } from '../view-answer.ts';
import { historyView, pickItemView } from '../view-history.ts';
import { sheetView } from '../view-sheet.ts';
import { draw, refusal } from './draw.ts';
import { loadSheet, loadToAnswer } from './load.ts';

/** A page as a button carries it, from 0. */
export const pageNumber = z.coerce.number().int().min(0).max(10_000);

/** The ids on every button of a sheet. */
export const sheetIds = z.object({ checklist: z.string(), unit: z.string() });

/** What shows a unit's sheet and its forms, and changes nothing. */
export const sheetPresses: Press[] = [
  press({
    verb: 'checklist.show-sheet',
    // The unit is missing when the choice of one was left empty.
    values: sheetIds.extend({ unit: z.string().default(''), page: pageNumber.optional() }),
    async run(turn, { page, ...ids }) {
      if (ids.unit === '') return refusal(turn, 'checklist.problem.choose-unit', { field: 'unit' });
      const found = await loadSheet(turn, ids);
      if (!found.ok) return found.answer;
      const drawn = sheetView(found.sight, page === undefined ? {} : { page });
      return { show: 'replace', card: draw(drawn, turn.language) };
    },
  }),
  press({
    verb: 'checklist.answer',
    values: sheetIds.extend({ page: pageNumber.default(0) }),
    async run(turn, { page, ...ids }) {
      const found = await loadToAnswer(turn, ids);
      if (!found.ok) return found.answer;
      return { show: 'form', card: draw(answerView(found.sight, page), turn.language) };
    },
  }),
  press({
    verb: 'checklist.ask-rest',
    values: sheetIds.extend({ page: pageNumber.default(0) }),
    async run(turn, { page, ...ids }) {
      const found = await loadToAnswer(turn, ids);
      if (!found.ok) return found.answer;
      const drawn = restView(found.sight, page) ?? sheetView(found.sight, { page });
      return { show: 'replace', card: draw(drawn, turn.language) };
    },
  }),
  press({
    verb: 'checklist.history',
    values: sheetIds.extend({ item: z.string().optional(), page: pageNumber.default(0) }),
    async run(turn, { item, page, ...ids }) {
      const found = await loadSheet(turn, ids);
      if (!found.ok) return found.answer;
      return {
        show: 'replace',
        card: draw(historyView(found.sight, { ...(item ? { item } : {}), page }), turn.language),
      };
    },
  }),
  press({
    verb: 'checklist.pick-item',
    values: sheetIds,
    async run(turn, ids) {
      const found = await loadSheet(turn, ids);
      if (!found.ok) return found.answer;
      return { show: 'form', card: draw(pickItemView(found.sight), turn.language) };
    },
  }),
];
