import type { Person } from '#people/person.ts';
import type { Unit } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { answerers } from './destination.ts';
import { unitLabel } from './find.ts';
import { pageOf, pageSize } from './page.ts';
import { unanswered } from './standing.ts';
import {
  button,
  capital,
  type Drawn,
  distanceText,
  inLanguage,
  itemTitle,
  listed,
  momentText,
  nameAndDue,
  pageButtons,
  rangeText,
  wayBack,
} from './view.ts';
import type { BoardSight } from './view-board.ts';
import { type Receiver, receiverText } from './view-hand-out.ts';
import { idsOf, type SheetSight } from './view-sheet.ts';

/** Units with unanswered points, by what can be done today. */
export interface Reminding {
  /** Those who get a reminder, with how many points they have left. */
  now: readonly (Receiver & { left: number })[];
  /** Those who had one today. */
  already: readonly Unit[];
  /** Those whom Klar has nowhere to write to. */
  unreachable: readonly Unit[];
}

/** Who will be reminded of what, before it is sent. */
export function remindView(
  { reader, programme, checklist }: BoardSight,
  { now, already, unreachable }: Reminding,
  persons: ReadonlyMap<string, Person>,
  wanted: number,
): Drawn {
  const { language } = reader;
  const page = pageOf(now, wanted);
  const heading = say(language, 'checklist.remind-ask', { count: now.length });
  const ids = { checklist: checklist.id as string };
  const names = (units: readonly Unit[]) =>
    listed(
      units.map((u) => unitLabel(programme, u)),
      language,
    );
  return {
    template: 'receivers',
    summary: heading,
    data: {
      heading,
      explained: say(language, 'checklist.remind-explained'),
      range: rangeText(page, language, 'checklist.lines'),
      receivers: page.rows.map((receiver) => ({
        name: `${unitLabel(programme, receiver.unit)}: ${say(language, 'checklist.points-left', { count: receiver.left })}`,
        detail: receiverText(receiver, persons, language),
      })),
      notes: [
        ...(already.length > 0 ? [say(language, 'checklist.reminded-already', { units: names(already) })] : []),
        ...(unreachable.length > 0 ? [say(language, 'checklist.unreachable', { units: names(unreachable) })] : []),
      ],
      buttons: [
        button(say(language, 'checklist.send-reminders', { count: now.length }), 'checklist.remind', ids, {
          style: 'positive',
        }),
        ...pageButtons(
          page,
          { next: 'checklist.more-lines', previous: 'checklist.fewer-lines' },
          (target) => ({ verb: 'checklist.ask-remind', data: { ...ids, page: String(target) } }),
          { language },
        ),
        wayBack(say(language, 'checklist.cancel'), 'checklist.show-board', ids),
      ],
    },
  };
}

/** After reminding: what was done, by whom, when. */
export function remindedView({ reader, checklist }: BoardSight, count: number, by: string, at: string): Drawn {
  const { language } = reader;
  const text = say(language, 'checklist.reminders-sent', { name: by, count, when: momentText(at, reader) });
  return {
    template: 'told',
    summary: text,
    data: {
      heading: text,
      lines: [say(language, 'checklist.named', nameAndDue(checklist, reader))],
      buttons: [button(say(language, 'checklist.to-board'), 'checklist.show-board', { checklist: checklist.id })],
    },
  };
}

/** The reminder that a unit gets: what is left, by when, who asks (left out where the clock does). */
export function reminderView(sight: SheetSight, asks?: string): Drawn {
  const { reader, programme, checklist, unit, sheet, persons } = sight;
  const { language } = reader;
  const left = unanswered(checklist.items, sheet);
  const heading = say(language, 'checklist.reminder', {
    distance: capital(distanceText(checklist.due, reader), language),
    count: left.length,
    unit: unitLabel(programme, unit),
  });
  const asked = answerers(unit, persons);
  return {
    template: 'reminder',
    summary: heading,
    mentions: asked,
    data: {
      heading,
      names: asked.map(({ name }) => name).join(', '),
      from:
        asks === undefined
          ? say(language, 'checklist.named', nameAndDue(checklist, reader))
          : say(language, 'checklist.reminder-from', { ...nameAndDue(checklist, reader), person: asks }),
      points: left.slice(0, pageSize).map((item) => ({
        title: itemTitle(checklist, item, language),
        text: inLanguage(item.text, language),
      })),
      more: left.length > pageSize ? say(language, 'checklist.and-more', { count: left.length - pageSize }) : '',
      buttons: [button(say(language, 'checklist.open'), 'checklist.show-sheet', idsOf(sight), { style: 'positive' })],
    },
  };
}
