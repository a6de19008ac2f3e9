import type { Person, PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { answersFor } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Checklist, Confirmation, Sheet } from './checklist.ts';
import { answerers } from './destination.ts';
import { unitLabel } from './find.ts';
import { type Page, pageOf, pageSize } from './page.ts';
import { type Sign, signs, standing, type Tally, tally, unanswered } from './standing.ts';
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
  momentText,
  nameAndDue,
  nameOf,
  pageButtons,
  type Reader,
  rangeText,
  signLook,
  signText,
} from './view.ts';

/** One unit's sheet, with all that its cards show. */
export interface SheetSight {
  reader: Reader;
  programme: Programme;
  checklist: Checklist;
  unit: Unit;
  sheet: Sheet | undefined;
  persons: ReadonlyMap<string, Person>;
  /** The one person who reads it; left out for what everyone in a place reads together. */
  me?: PersonId;
}

/** The ids that every button of a sheet carries. */
export const idsOf = ({ checklist, unit }: Pick<SheetSight, 'checklist' | 'unit'>) => ({
  checklist: checklist.id as string,
  unit: unit.id as string,
});

/** "✓ 12  ! 2  ✕ 1  – 0"; not relevant only where there is any. */
const countsText = (counts: Tally): string => countsOf(counts, (sign) => sign !== 'not-relevant' || counts[sign] > 0);

/** "✓ 12  ! 2  ✕ 1": only what there is, so that a unit's name has room beside it at 320 px. */
export const shortCounts = (counts: Tally): string => countsOf(counts, (sign) => counts[sign] > 0);

const countsOf = (counts: Tally, shown: (sign: Sign) => boolean): string =>
  besideEachOther(signs.filter(shown).map((sign) => `${signText[sign]} ${counts[sign]}`));

/** The page that a reader most likely wants: the first with an unanswered point. */
export function firstOpenPage({ items }: Pick<Checklist, 'items'>, sheet: Sheet | undefined): number {
  const first = items.findIndex(({ id }) => !standing(sheet, id));
  return first < 0 ? 0 : Math.floor(first / pageSize);
}

/**
 * A unit's points, five at a time, with each one's answer and remark, who may answer, and what the last save was.
 * @param page Counted from 0; the first with something unanswered when left out.
 * @param notice Something to tell that the sheet itself does not show.
 */
export function sheetView(
  sight: SheetSight,
  { page: wanted, notice }: { page?: number; notice?: 'unchanged' | 'nothing-to-undo' } = {},
): Drawn {
  const { reader, checklist, unit, programme, sheet, persons, me } = sight;
  const { language } = reader;
  const page = pageOf(checklist.items, wanted ?? firstOpenPage(checklist, sheet));
  const heading = say(language, 'checklist.sheet', {
    ...nameAndDue(checklist, reader),
    count: checklist.items.length,
    unit: unitLabel(programme, unit),
  });
  const news = newsOf(sight, page.page, notice);
  const asked = me === undefined ? answerers(unit, persons) : [];
  return {
    template: 'sheet',
    summary: heading,
    mentions: asked,
    data: {
      heading,
      who: whoText(sight),
      names: asked.map(({ name }) => name).join(', '),
      counts: countsText(tally(checklist.items, sheet)),
      distance: capital(distanceText(checklist.due, reader), language),
      news: news.text,
      newsButtons: news.buttons,
      range: rangeText(page, language, 'checklist.range'),
      points: page.rows.map((item) => {
        const stands = standing(sheet, item.id);
        return {
          title: itemTitle(checklist, item, language),
          text: inLanguage(item.text, language),
          comment: stands?.comment ?? '',
          ...signLook(stands?.colour ?? ('silent' satisfies Sign), language),
        };
      }),
      buttons: buttonsOf(sight, page, news.buttons.length),
      // Each reader gets a version of their own where the platform can (PLATFORMS T16), and stays on their page.
      refresh: {
        action: button('↻', 'checklist.show-sheet', {
          ...idsOf(sight),
          ...(me === undefined ? {} : { page: String(page.page) }),
        }),
      },
    },
  };
}

function whoText({ reader, programme, unit, persons, me }: SheetSight): string {
  const { language } = reader;
  const name = unitLabel(programme, unit);
  const names = answerers(unit, persons).map((p) => p.name);
  const role = me && answersFor(unit, me);
  if (role) return say(language, 'checklist.you-answer', { role, unit: name });
  if (names.length === 0) return say(language, 'checklist.nobody-answers', { unit: name });
  return me === undefined
    ? say(language, 'checklist.asked', { unit: name })
    : say(language, 'checklist.you-read', { names: listed(names, language), unit: name });
}

/** What was last done: to the one who did it as saved, with a way to take it back (CARDS rule 4). */
function newsOf(sight: SheetSight, page: number, notice: 'unchanged' | 'nothing-to-undo' | undefined) {
  const { reader, programme, unit, sheet, persons, me } = sight;
  const { language } = reader;
  const last: Confirmation | undefined = sheet?.confirmations.at(-1);
  const told = notice ? [say(language, `checklist.${notice}`)] : [];
  if (!last) return { text: told.join(' '), buttons: [] };
  const name = nameOf(last.by, persons, language);
  const when = momentText(last.at, reader);
  if (me !== last.by) {
    return { text: [...told, say(language, 'checklist.updated', { name, when })].join(' '), buttons: [] };
  }
  const count = sheet?.confirmations.filter((c) => c.act === last.act).length ?? 0;
  if (last.undoes !== undefined) {
    return { text: [...told, say(language, 'checklist.undone', { name, when, count })].join(' '), buttons: [] };
  }
  const saved = say(language, 'checklist.saved', { count, when, name, unit: unitLabel(programme, unit) });
  const undo = { ...idsOf(sight), page: String(page), act: last.act };
  return {
    text: [...told, `${signText.green} ${saved}`].join(' '),
    buttons: answersFor(unit, me) ? [button(say(language, 'checklist.undo'), 'checklist.undo', undo)] : [],
  };
}

function buttonsOf(sight: SheetSight, page: Page<Checklist['items'][number]>, others: number): Button[] {
  const { reader, checklist, unit, sheet, me } = sight;
  const { language } = reader;
  const ids = { ...idsOf(sight), page: String(page.page) };
  const open = unanswered(checklist.items, sheet);
  const openHere = unanswered(page.rows, sheet);
  const may = me === undefined ? answerers(unit, sight.persons).length > 0 : answersFor(unit, me) !== undefined;
  const answering = may
    ? [
        button(
          say(language, openHere.length > 0 ? 'checklist.answer-page' : 'checklist.change-page', {
            count: page.rows.length,
          }),
          'checklist.answer',
          ids,
          openHere.length > 0 ? { style: 'positive' } : {},
        ),
        ...(open.length > 0 ? [button(say(language, 'checklist.rest-in-order'), 'checklist.ask-rest', ids)] : []),
      ]
    : [];
  const tight = answering.length + others > 1;
  const pages = pageButtons(
    page,
    { next: 'checklist.next', previous: 'checklist.previous' },
    (target) => ({ verb: 'checklist.show-sheet', data: { ...idsOf(sight), page: String(target) } }),
    { language, tight },
  );
  // With this page answered the way on is what is wanted.
  const goOn = may && openHere.length === 0 && open.length > 0 && page.page + 1 < page.pages;
  return [
    ...answering,
    ...pages.map((one, index) => (goOn && index === 0 ? { ...one, style: 'positive' as const } : one)),
    button(say(language, 'checklist.history-button'), 'checklist.history', idsOf(sight), { mode: 'secondary' }),
    button(
      say(language, 'checklist.to-board'),
      'checklist.show-board',
      { checklist: checklist.id },
      { mode: 'secondary' },
    ),
  ];
}
