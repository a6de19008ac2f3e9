import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Checklist } from '#checklist/checklist.ts';
import type { Reader } from '#checklist/view.ts';
import type { Unit } from '#people/programme.ts';
import { button } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { overdueUnitsData, severalUnitsData } from '../view-checklist.ts';
import type { ChecklistDesk, SilentUnit } from './checklist-desk.ts';

/** The reminder that one receiver gets for several units of a checklist. */
export const severalCard = (
  { checklist, programme, persons }: ChecklistDesk,
  units: readonly SilentUnit[],
  reader: Reader,
): Card => unitsCard(severalUnitsData(units, { checklist, programme, reader }, persons), checklist, reader.language);

/** What who owns the programme is told of units that are overdue. */
export const overdueCard = (
  { checklist, programme }: ChecklistDesk,
  units: Parameters<typeof overdueUnitsData>[0],
  reader: Reader,
): Card => unitsCard(overdueUnitsData(units, { checklist, programme, reader }), checklist, reader.language);

function unitsCard(
  { rows, ...data }: { title: string; text: string; rows: readonly (object & { unit: Unit })[]; more: string },
  { id }: Checklist,
  language: Language,
): Card {
  return fillCard(
    'reminder/list',
    {
      ...data,
      rows: rows.map(({ unit, ...row }) => ({
        ...row,
        actions: [button(say(language, 'reminder.open'), 'checklist.show-sheet', { checklist: id, unit: unit.id })],
      })),
      actions: [button(say(language, 'checklist.open-board'), 'checklist.show-board', { checklist: id })],
    },
    { summary: data.title, language },
  );
}
