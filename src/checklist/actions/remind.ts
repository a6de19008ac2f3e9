import { z } from 'zod';
import { type Press, press, type Turn } from '#chat/feature.ts';
import type { Unit } from '#people/programme.ts';
import { unanswered } from '../standing.ts';
import { type BoardSight, boardOf } from '../view-board.ts';
import { type Reminding, remindedView, reminderView, remindView } from '../view-remind.ts';
import { draw, refusal } from './draw.ts';
import { about, keys, ledgerGroup } from './ledger.ts';
import { loadBoard, loadSharedSheet } from './load.ts';
import { receiversOf, startSending, whenSettled } from './send.ts';
import { pageNumber } from './sheet.ts';

/** Reminding the units that have points left: shown first, sent on a second press, once a day for each unit. */
export const remindPresses: Press[] = [
  press({
    verb: 'checklist.ask-remind',
    values: z.object({ checklist: z.string(), page: pageNumber.default(0) }),
    async run(turn, { checklist, page }) {
      const found = await loadBoard(turn, checklist);
      if (!found.ok) return found.answer;
      const { sight } = found;
      if (!sight.leads) return refusal(turn, 'checklist.only-leaders');
      const { persons, ...reminding } = await toRemind(turn, sight);
      if (reminding.now.length === 0) return refusal(turn, 'checklist.nobody-to-remind');
      return { show: 'replace', card: draw(remindView(sight, reminding, persons, page), turn.language) };
    },
  }),
  press({
    verb: 'checklist.remind',
    values: z.object({ checklist: z.string() }),
    async run(turn, { checklist }) {
      const found = await loadBoard(turn, checklist);
      if (!found.ok) return found.answer;
      const { sight } = found;
      if (!sight.leads) return refusal(turn, 'checklist.only-leaders');
      const { now } = await toRemind(turn, sight);
      if (now.length === 0) return refusal(turn, 'checklist.nobody-to-remind');
      await turn.audit('checklist.remind', { checklist, programme: sight.programme.id });
      const started = [];
      for (const receiver of now) {
        const sending = await startSending(turn, {
          receiver,
          drawn: async (language) => {
            const sheet = await loadSharedSheet(turn, { checklist, unit: receiver.unit.id }, language);
            return sheet && reminderView(sheet, turn.by.name);
          },
          once: {
            group: ledgerGroup(checklist),
            key: keys.reminder(receiver.unit.id, sight.reader.today),
            again: true,
          },
        });
        if (sending) started.push(sending);
      }
      whenSettled(turn, started, () => turn.outbox.refresh(about.board(checklist)));
      const at = turn.now().toString();
      return { show: 'replace', card: draw(remindedView(sight, now.length, turn.by.name, at), turn.language) };
    },
  }),
];

async function toRemind(turn: Turn, sight: BoardSight) {
  const { programme, checklist, sheets, reader } = sight;
  const sent = new Map(await turn.store.ledger.entries(ledgerGroup(checklist.id)));
  // A reminder that reached nobody, because the platform was in trouble, may be sent once more.
  const had = ({ id }: Unit) => {
    const state = sent.get(keys.reminder(id, reader.today))?.state;
    return state !== undefined && state !== 'unreachable' && state !== 'gone';
  };
  const left = (unit: Unit) =>
    unanswered(
      checklist.items,
      sheets.find((s) => s.unit === unit.id),
    ).length;
  const { receivers, persons } = await receiversOf(
    turn,
    programme,
    boardOf(sight).incomplete.map(({ unit }) => unit),
  );
  const reminding: Reminding = {
    now: receivers
      .filter(({ unit, destination }) => !had(unit) && destination.to !== 'nobody')
      .map((receiver) => ({ ...receiver, left: left(receiver.unit) })),
    already: receivers.filter(({ unit }) => had(unit)).map(({ unit }) => unit),
    unreachable: receivers
      .filter(({ unit, destination }) => !had(unit) && destination.to === 'nobody')
      .map(({ unit }) => unit),
  };
  return { ...reminding, persons };
}
