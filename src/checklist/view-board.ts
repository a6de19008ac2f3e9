import type { Programme, Unit } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { type Board, drawBoard, type UnitRow } from './board.ts';
import type { Checklist, Sheet } from './checklist.ts';
import { unitLabel } from './find.ts';
import { pageOf } from './page.ts';
import { signOf, signs } from './standing.ts';
import {
  type Button,
  besideEachOther,
  button,
  capital,
  type Drawn,
  distanceText,
  inLanguage,
  itemTitle,
  listed,
  nameAndDue,
  pageButtons,
  type Reader,
  rangeText,
  signLook,
  signText,
  unitChoice,
  wayBack,
} from './view.ts';
import { shortCounts } from './view-sheet.ts';

/** A whole checklist, with all that its boards show. */
export interface BoardSight {
  reader: Reader;
  programme: Programme;
  checklist: Checklist;
  sheets: readonly Sheet[];
  /** Units whose card did not arrive. */
  unreached: readonly string[];
  /** Whether the one who reads it may remind; for what everyone in a place reads together it is left out. */
  leads?: boolean;
}

/** How many units can be offered in one choice (PLATFORMS S13). */
const mostChoices = 100;

/** The points named as the worst ones. */
const mostWorst = 3;

/** Names in one line of the grid: five lines of points with every unit stay within one Slack message (PLATFORMS S15). */
const mostNames = 12;

/** The units of a checklist that the programme still has, in the checklist's order. */
export const unitsOf = (programme: Programme, checklist: Checklist): Unit[] =>
  checklist.units.flatMap((id) => programme.units.find((u) => u.id === id) ?? []);

export const boardOf = ({
  programme,
  checklist,
  sheets,
}: Pick<BoardSight, 'programme' | 'checklist' | 'sheets'>): Board =>
  drawBoard(
    checklist,
    unitsOf(programme, checklist).map(({ id }) => id),
    sheets,
  );

/** The readiness board: the totals, the worst points, who has not answered, and five units at a time. */
export function boardView(sight: BoardSight, wanted = 0): Drawn {
  const { reader, programme, checklist, leads } = sight;
  const { language } = reader;
  const board = boardOf(sight);
  const page = pageOf(board.units, wanted);
  const heading = say(language, 'checklist.board', {
    ...nameAndDue(checklist, reader),
    answered: board.units.length - board.states.silent,
    total: board.units.length,
  });
  const ids = { checklist: checklist.id as string };
  return {
    template: 'board',
    summary: heading,
    data: {
      heading,
      distance: capital(distanceText(checklist.due, reader), language),
      states: besideEachOther(
        (['green', 'yellow', 'red', 'silent'] as const).map(
          (state) => `${signText[state]} ${say(language, `checklist.state.${state}`, { count: board.states[state] })}`,
        ),
      ),
      worst: worstText(board, sight),
      missing: missingText(board, sight),
      unreached:
        sight.unreached.length > 0
          ? say(language, 'checklist.unreached', { units: listed(sight.unreached.map(namesIn(programme)), language) })
          : '',
      range: rangeText(page, language, 'checklist.board-range'),
      units: page.rows.map(({ unit, counts, state }) => ({
        name: namesIn(programme)(unit),
        counts: shortCounts(counts),
        tone: signLook(state, language).tone,
      })),
      buttons: [
        ...(board.incomplete.length > 0 && leads !== false ? [remindButton(board, ids, language)] : []),
        ...pageButtons(
          page,
          { next: 'checklist.more-lines', previous: 'checklist.fewer-lines' },
          (target) => ({ verb: 'checklist.show-board', data: { ...ids, page: String(target) } }),
          { language, tight: true },
        ),
        button(say(language, 'checklist.choose-unit'), 'checklist.pick-unit', ids),
        button(say(language, 'checklist.by-item'), 'checklist.show-grid', ids),
      ],
      // In the reader's own language where the platform can show one message in several (PLATFORMS T16).
      refresh: {
        action: button('↻', 'checklist.show-board', {
          ...ids,
          ...(leads === undefined ? {} : { page: String(page.page) }),
        }),
      },
    },
  };
}

const remindButton = (board: Board, ids: Record<string, string>, language: Reader['language']): Button =>
  button(say(language, 'checklist.remind-units', { count: board.incomplete.length }), 'checklist.ask-remind', ids);

const namesIn =
  (programme: Programme) =>
  (id: string): string => {
    const unit = programme.units.find((u) => u.id === id);
    return unit ? unitLabel(programme, unit) : id;
  };

function worstText(board: Board, { reader: { language } }: BoardSight): string {
  const items = board.worst.slice(0, mostWorst).map(({ item, counts }) => {
    const found = (['red', 'yellow'] as const).filter((sign) => counts[sign] > 0);
    return `${inLanguage(item.area, language)} (${found.map((sign) => `${counts[sign]} ${signText[sign]}`).join(', ')})`;
  });
  return items.length > 0 ? say(language, 'checklist.worst', { items: items.join(' · ') }) : '';
}

function missingText(board: Board, { reader: { language }, programme }: BoardSight): string {
  if (board.incomplete.length === 0) return say(language, 'checklist.all-answered');
  const named = ({ unit, counts }: UnitRow) => `${namesIn(programme)(unit)} (${counts.silent})`;
  return say(language, 'checklist.waiting-for', { units: listed(board.incomplete.map(named), language) });
}

/** All units by all points, as lines: for each point, who is where. */
export function gridView(sight: BoardSight, wanted: number): Drawn {
  const { reader, programme, checklist, sheets } = sight;
  const { language } = reader;
  const board = boardOf(sight);
  const page = pageOf(board.items, wanted);
  const heading = say(language, 'checklist.grid', nameAndDue(checklist, reader));
  const ids = { checklist: checklist.id as string };
  const units = unitsOf(programme, checklist);
  const sheetOf = new Map(sheets.map((s): [string, Sheet] => [s.unit, s]));
  return {
    template: 'grid',
    summary: heading,
    data: {
      heading,
      range: rangeText(page, language, 'checklist.range'),
      points: page.rows.map(({ item, counts }) => ({
        title: itemTitle(checklist, item, language),
        lines: signs
          .filter((sign) => counts[sign] > 0)
          .map((sign) => {
            const names = units
              .filter(({ id }) => signOf(sheetOf.get(id), item.id) === sign)
              .map((u) => unitLabel(programme, u));
            const look = signLook(sign, language);
            return {
              text: `${signText[sign]} ${counts[sign]}: ${listed(names, language, mostNames)}`,
              tone: look.tone,
              subtle: look.subtle,
            };
          }),
      })),
      buttons: [
        ...pageButtons(
          page,
          { next: 'checklist.next', previous: 'checklist.previous' },
          (target) => ({ verb: 'checklist.show-grid', data: { ...ids, page: String(target) } }),
          { language },
        ),
        wayBack(say(language, 'checklist.to-board'), 'checklist.show-board', ids),
      ],
    },
  };
}

/** Asks for the unit whose sheet to show. */
export function pickUnitView({ reader, programme, checklist }: BoardSight): Drawn {
  const { language } = reader;
  const units = unitsOf(programme, checklist);
  const heading = say(language, 'checklist.choose-unit');
  const ids = { checklist: checklist.id as string };
  return {
    template: 'pick',
    summary: heading,
    title: heading,
    data: {
      heading,
      note:
        units.length > mostChoices
          ? say(language, 'checklist.too-many-choices', { shown: mostChoices, total: units.length })
          : '',
      field: 'unit',
      label: say(language, 'checklist.which-unit'),
      choices: units.slice(0, mostChoices).map((unit) => unitChoice(programme, unit)),
      buttons: [
        button(say(language, 'checklist.show-unit'), 'checklist.show-sheet', ids, { style: 'positive' }),
        wayBack(say(language, 'checklist.cancel'), 'checklist.show-board', ids),
      ],
    },
  };
}
