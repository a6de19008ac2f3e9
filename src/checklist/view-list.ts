import type { Programme, Unit } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Checklist, Sheet } from './checklist.ts';
import { unitLabel } from './find.ts';
import { pageOf } from './page.ts';
import { unanswered } from './standing.ts';
import {
  type Button,
  button,
  type Drawn,
  distanceText,
  nameAndDue,
  pageButtons,
  type Reader,
  rangeText,
} from './view.ts';
import { boardOf } from './view-board.ts';

/** A unit's sheet, or a whole checklist, as a row of the list. */
export type ListRow =
  | { kind: 'sheet'; programme: Programme; checklist: Checklist; unit: Unit; sheet: Sheet | undefined }
  | { kind: 'board'; programme: Programme; checklist: Checklist; sheets: readonly Sheet[] };

export interface ListSight {
  reader: Reader;
  rows: readonly ListRow[];
  /** Boards alone, to choose one of. */
  only: 'all' | 'boards';
  /** Whether the reader may give out a checklist here. */
  mayGiveOut: boolean;
  /** Said above the rows: why the list is shown when something else was asked for. */
  note?: string;
}

/** The sheets that I answer for and the checklists of the programme, each with the way to it. */
export function listView({ reader, rows, only, mayGiveOut, note = '' }: ListSight, wanted = 0): Drawn {
  const { language } = reader;
  const page = pageOf(rows, wanted);
  const awaiting = rows.filter((r) => r.kind === 'sheet' && unanswered(r.checklist.items, r.sheet).length > 0).length;
  const heading =
    only === 'boards'
      ? say(language, 'checklist.choose-board')
      : awaiting > 0
        ? say(language, 'checklist.list-awaiting', { count: awaiting })
        : say(language, 'checklist.list');
  return {
    template: 'list',
    summary: note || heading,
    data: {
      heading,
      note,
      range: rangeText(page, language, 'checklist.lines'),
      rows: page.rows.map((row) => rowOf(row, reader)),
      buttons: [
        ...pageButtons(
          page,
          { next: 'checklist.more-lines', previous: 'checklist.fewer-lines' },
          (target) => ({ verb: 'checklist.list', data: { only, page: String(target) } }),
          { language },
        ),
        ...(mayGiveOut ? [giveOutButton(reader)] : []),
      ],
    },
  };
}

const giveOutButton = ({ language }: Reader): Button =>
  button(say(language, 'checklist.give-out'), 'checklist.new', {});

function rowOf(row: ListRow, reader: Reader) {
  const { language } = reader;
  const named = nameAndDue(row.checklist, reader);
  const distance = distanceText(row.checklist.due, reader);
  const checklist = row.checklist.id as string;
  if (row.kind === 'sheet') {
    const unit = unitLabel(row.programme, row.unit);
    return {
      title: say(language, 'checklist.sheet-row', { ...named, unit }),
      detail: say(language, 'checklist.sheet-left', {
        left: unanswered(row.checklist.items, row.sheet).length,
        total: row.checklist.items.length,
        distance,
      }),
      buttons: [
        button(say(language, 'checklist.open-sheet', { unit }), 'checklist.show-sheet', {
          checklist,
          unit: row.unit.id,
        }),
      ],
    };
  }
  const board = boardOf(row);
  return {
    title: say(language, 'checklist.named', named),
    detail: say(language, 'checklist.board-row', {
      answered: board.units.length - board.states.silent,
      total: board.units.length,
      distance,
    }),
    buttons: [button(say(language, 'checklist.open-board'), 'checklist.show-board', { checklist })],
  };
}

/** Why there is nothing to show, with the next useful step (CARDS rule 10). */
export function emptyView(
  { language }: Pick<Reader, 'language'>,
  why: 'no-programme' | 'no-units' | 'may-give-out' | 'may-not-give-out',
  programme = '',
): Drawn {
  const runs = (key: 'programme' | 'import' | 'help', command: string) =>
    button(say(language, `checklist.button.${key}`), 'chat.run', { command });
  const none = say(language, 'checklist.empty', { programme });
  const [heading, text, step] = {
    'no-programme': [
      say(language, 'checklist.list'),
      say(language, 'checklist.no-programme'),
      runs('programme', 'programme'),
    ] as const,
    'no-units': [
      say(language, 'checklist.no-units', { programme }),
      say(language, 'checklist.no-units-next'),
      runs('import', 'import'),
    ] as const,
    'may-give-out': [
      none,
      say(language, 'checklist.empty-lead'),
      button(say(language, 'checklist.give-out'), 'checklist.new', {}, { style: 'positive' }),
    ] as const,
    'may-not-give-out': [none, say(language, 'checklist.empty-read'), runs('help', 'help')] as const,
  }[why];
  return { template: 'told', summary: heading, data: { heading, lines: [text], buttons: [step] } };
}
