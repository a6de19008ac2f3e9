import { say } from '#words/say.ts';
import type { Confirmation } from './checklist.ts';
import { unitLabel } from './find.ts';
import { pageOf } from './page.ts';
import {
  button,
  type Drawn,
  itemTitle,
  momentText,
  nameAndDue,
  nameOf,
  pageButtons,
  rangeText,
  signLook,
  wayBack,
} from './view.ts';
import { idsOf, type SheetSight } from './view-sheet.ts';

/**
 * Every answer that a unit has given, newest first, with who gave it in what role.
 * @param item One item alone; all when left out or unknown.
 */
export function historyView(sight: SheetSight, { item: wanted, page: at }: { item?: string; page: number }): Drawn {
  const { reader, programme, checklist, unit, sheet } = sight;
  const { language } = reader;
  const name = unitLabel(programme, unit);
  const one = checklist.items.find(({ id }) => id === wanted);
  const given = (sheet?.confirmations ?? []).filter((c) => !one || c.item === one.id).reverse();
  const page = pageOf(given, at);
  const heading = one
    ? say(language, 'checklist.history-of-item', {
        unit: name,
        item: itemTitle(checklist, one, language),
        count: given.length,
      })
    : say(language, 'checklist.history', { unit: name, count: given.length });
  const ids = { ...idsOf(sight), ...(one ? { item: one.id } : {}) };
  return {
    template: 'history',
    summary: heading,
    data: {
      heading,
      order:
        given.length === 0
          ? say(language, 'checklist.history-empty')
          : say(language, 'checklist.newest-first', nameAndDue(checklist, reader)),
      range: rangeText(page, language, 'checklist.lines'),
      lines: page.rows.map((c) => lineOf(sight, c)),
      buttons: [
        ...pageButtons(
          page,
          { next: 'checklist.more-lines', previous: 'checklist.fewer-lines' },
          (target) => ({ verb: 'checklist.history', data: { ...ids, page: String(target) } }),
          { language },
        ),
        wayBack(say(language, 'checklist.to-sheet'), 'checklist.show-sheet', idsOf(sight)),
        ...(one
          ? [button(say(language, 'checklist.all-items'), 'checklist.history', idsOf(sight))]
          : [
              button(say(language, 'checklist.which-item'), 'checklist.pick-item', idsOf(sight), { mode: 'secondary' }),
            ]),
      ],
    },
  };
}

function lineOf({ reader, programme, checklist, unit, persons }: SheetSight, c: Confirmation) {
  const { language } = reader;
  const item = checklist.items.find(({ id }) => id === c.item);
  return {
    title: item ? itemTitle(checklist, item, language) : c.item,
    comment: c.comment,
    by: say(language, c.undoes === undefined ? 'checklist.answered-by' : 'checklist.undone-by', {
      name: nameOf(c.by, persons, language),
      role: c.role,
      unit: unitLabel(programme, unit),
      when: momentText(c.at, reader),
    }),
    ...signLook(c.colour === 'withdrawn' ? 'silent' : c.colour, language),
  };
}

/** Asks for which point to show the history of. */
export function pickItemView(sight: SheetSight): Drawn {
  const { checklist, programme, unit, reader } = sight;
  const { language } = reader;
  const heading = say(language, 'checklist.history-button');
  return {
    template: 'pick',
    summary: heading,
    title: heading,
    data: {
      heading,
      note: '',
      field: 'item',
      label: say(language, 'checklist.which-point', { unit: unitLabel(programme, unit) }),
      choices: checklist.items.map((item) => ({ title: itemTitle(checklist, item, language), value: item.id })),
      buttons: [
        button(say(language, 'checklist.show-history'), 'checklist.history', idsOf(sight), { style: 'positive' }),
        wayBack(say(language, 'checklist.cancel'), 'checklist.history', idsOf(sight)),
      ],
    },
  };
}
