import type { Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Programme } from '#people/programme.ts';
import { button } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import type { ListedRow } from '../view-list.ts';

/** A card of rows of a plan, each with a button that opens it. */
export function listCard(
  { title, text, rows, more }: { title: string; text: string; rows: readonly ListedRow[]; more: string },
  { programme, language, actions = [] }: { programme: Programme; language: Language; actions?: CardAction[] },
): Card {
  return fillCard(
    'reminder/list',
    {
      title,
      text,
      more,
      rows: rows.map(({ activity, ...row }) => ({
        ...row,
        actions: [
          button(say(language, 'reminder.open'), 'plan.row', { programme: programme.id, activity: activity.id }),
        ],
      })),
      actions,
    },
    { summary: title, language },
  );
}
