import type { Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import type { PersonId } from '#people/person.ts';
import { say } from '#words/say.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { maySee, type Notice } from '../../revisions/notice.ts';
import { type NoticeSight, noticeData } from '../../view-notice.ts';
import { button } from '../common.ts';
import { authorName } from './author.ts';

/** Everything that shows a notice and is drawn anew when somebody has seen it. */
export const noticeSubject = (notice: Pick<Notice, 'id'>): string => `notice:${notice.id}`;

/** One message of a notice: its units, and whether it reminds of an earlier one. Drawn anew with the notice's own subject. */
export const messageSubject = (notice: Pick<Notice, 'id'>, units: readonly number[], again: boolean): string =>
  `${noticeSubject(notice)}/${unitsText(units)}${again ? '/again' : ''}`;

/** Takes the subject of a message apart, without its kind. */
export function readNoticeSubject(subject: string): { notice: string; units: string; again: boolean } {
  const [notice = '', units = '', again] = subject.split('/');
  return { notice, units, again: again === 'again' };
}

/** The units of a message, as its buttons and its subject carry them: their places in the notice. */
export const unitsText = (units: readonly number[]): string => units.join(',');
export function readUnits(text: string, notice: Notice): number[] {
  const places = text.split(',').map(Number);
  return places.filter((at) => Number.isInteger(at) && notice.units[at] !== undefined);
}

/** What is needed to show some units their part of a notice. Undefined when it, or what it tells of, is no more. */
export async function noticeSight(
  world: Pick<World, 'store'>,
  id: string,
  units: string,
  language: Language,
): Promise<NoticeSight | undefined> {
  const notice = await world.store.notices.get(id);
  const programme = notice && (await world.store.programmes.get(notice.programme));
  const plan = programme && (await world.store.plans.get(programme.id));
  const changes = plan && readersChanges(plan, notice.from, notice.to);
  if (!changes || notice.to > (plan.told ?? plan.revision)) return undefined;
  const revisions = plan.revisions.filter(({ number }) => number > notice.from && number <= notice.to);
  const people = [...revisions.map(({ by }) => by), ...notice.units.flatMap(({ seen }) => seen.map(({ by }) => by))];
  const names = new Map<string, string>();
  for (const by of new Set(people)) names.set(by, await authorName(world, by, language));
  const told = dayIn(programme.timeZone, notice.at);
  return { notice, units: readUnits(units, notice), changes, plan, programme, names, language, told };
}

/**
 * The message to some units: what changed for them, and "Sett".
 * @param how.reader Whose version it is: buttons only where they may use them. Left out: the card that all there share.
 * @param how.again It reminds of an earlier one.
 */
export function noticeCard(
  sight: NoticeSight,
  { reader, again = false }: { reader?: PersonId; again?: boolean } = {},
): Card {
  const { notice, language } = sight;
  const data = noticeData(sight);
  const title = again ? say(language, 'plan.notice.again', { title: data.title }) : data.title;
  return fillCard(
    'plan/notice',
    {
      ...data,
      title,
      ids: { notice: notice.id, units: unitsText(sight.units), again: again ? 'yes' : '' },
      refresh: say(language, 'plan.open'),
      actions: actionsFor(sight, reader, { isLong: data.isLong, again }),
    },
    { summary: title, language },
  );
}

function actionsFor(
  { notice, units, programme, language }: NoticeSight,
  reader: PersonId | undefined,
  { isLong, again }: { isLong: boolean; again: boolean },
) {
  const data = { notice: notice.id, units: unitsText(units), ...(again ? { again: 'yes' } : {}) };
  const told = units.flatMap((at) => notice.units[at] ?? []);
  const own = reader === undefined ? told : told.filter((unit) => maySee(programme, unit, reader));
  const isOpen = own.some(({ seen }) =>
    reader === undefined ? seen.length === 0 : !seen.some(({ by }) => by === reader),
  );
  const isTaken = told.some(({ seen }) =>
    reader === undefined ? seen.length > 0 : seen.some(({ by }) => by === reader),
  );
  const actions: CardAction[] = [];
  // Whoever comes after the first need not say it once more.
  if (isOpen && own.some(({ seen }) => seen.length === 0)) {
    actions.push(button(say(language, 'plan.notice.see'), 'plan.see', data, { style: 'positive' }));
  }
  if (isLong) actions.push(button(say(language, 'plan.differences-all'), 'plan.notice-all', { ...data, from: '0' }));
  actions.push(button(say(language, 'chat.button.plan'), 'chat.run', { command: 'plan' }));
  if (isTaken) actions.push(button(say(language, 'plan.undo'), 'plan.unsee', data));
  return actions;
}
