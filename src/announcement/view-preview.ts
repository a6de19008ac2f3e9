import type { Programme } from '#people/programme.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Announcement } from './announcement.ts';
import { aloneUpTo } from './approval.ts';
import { askedOf, button, linesOf, type Seat, sayMoment } from './view.ts';

/** An announcement before it is sent: to whom, and what that needs. */
export interface Before {
  announcement: Announcement;
  programme: Programme;
  author: string;
  /** Names of the receivers. */
  persons: readonly string[];
  places: readonly string[];
  /** Names of those who cannot be reached. */
  unmet: readonly string[];
  unreachedUnits: readonly string[];
  /** How many receivers can be reached: people with an account, and places. */
  reached: number;
  needsSecond: boolean;
  /** Names of those who can approve, and of those who could if Klar had met them. */
  second: { askable: readonly string[]; unmet: readonly string[] };
  decliner?: string;
}

/** How it will look, on the cards of those who look before it goes out. */
function lookOf(
  { announcement, programme, author }: Pick<Before, 'announcement' | 'programme' | 'author'>,
  { language }: Seat,
) {
  const { asks } = announcement;
  return {
    heading: announcement.title,
    lines: linesOf(announcement.text),
    from: say(language, 'announcement.from-preview', { name: author, programme: programme.name }),
    who: asks === 'nothing' ? '' : say(language, 'announcement.who-sees', { programme: programme.name }),
    // As it stands on a button, which nobody is to press here.
    asked: asks === 'nothing' ? '' : `[ ${askedOf(asks, language)} ]`,
  };
}

/** What waited for its approval until its time had passed goes out when it is approved. */
const isAhead = (sendAt: string, { now }: Seat): boolean => Temporal.Instant.compare(sendAt, now) > 0;

/** It was planned for a time that has passed while it waits for approval. */
const isOverdue = ({ state, sendAt }: Announcement, seat: Seat): boolean =>
  state === 'awaiting' && sendAt !== undefined && !isAhead(sendAt, seat);

/** To whom, when, and who cannot be reached, a line each. */
function factsOf(before: Before, seat: Seat): string[] {
  const { announcement, programme } = before;
  const { language } = seat;
  const named = (key: 'persons' | 'places' | 'unmet' | 'unreached-units', names: readonly string[]) =>
    names.length === 0
      ? []
      : [say(language, `announcement.preview.${key}`, { count: names.length, names: namesShown(names, language) })];
  const { sendAt, urgent } = announcement;
  const hurry = urgent ? '-urgent' : '';
  return [
    ...named('persons', before.persons),
    ...named('places', before.places),
    ...named('unmet', before.unmet),
    ...named('unreached-units', before.unreachedUnits),
    ...(sendAt && isOverdue(announcement, seat)
      ? [
          say(language, 'announcement.preview.passed', {
            time: sayMoment(sendAt, { ...seat, zone: programme.timeZone }),
          }),
        ]
      : []),
    sendAt && isAhead(sendAt, seat)
      ? say(language, `announcement.preview.at${hurry}`, {
          time: sayMoment(sendAt, { ...seat, zone: programme.timeZone }),
        })
      : say(language, `announcement.preview.now${hurry}`),
    ...(announcement.reminds ? [say(language, 'announcement.preview.reminds')] : []),
  ];
}

/** What a second person has to do with it; and whether there is one. */
function secondLines({ announcement, programme, second, needsSecond }: Before, { language }: Seat): string[] {
  if (!needsSecond) return [];
  const why = announcement.audience.all ? 'all' : 'many';
  const most = aloneUpTo(programme);
  if (second.askable.length > 0) {
    return [say(language, `announcement.preview.second.${why}`, { most, names: namesShown(second.askable, language) })];
  }
  return second.unmet.length > 0
    ? [say(language, 'announcement.preview.alone-unmet', { names: namesShown(second.unmet, language) })]
    : [say(language, `announcement.preview.alone.${why}`, { most, programme: programme.name })];
}

/** Data for `cards/announcement/preview.json`, for the author; `note` is the last line above the buttons. */
export function previewView(before: Before, seat: Seat, note?: string): object {
  const { announcement, reached, needsSecond, second, programme } = before;
  const { language } = seat;
  const ids = { announcement: announcement.id };
  const { declined, sendAt } = announcement;
  const maySend = reached > 0 && (!needsSecond || second.askable.length > 0);
  const send = needsSecond
    ? say(language, 'announcement.button.ask')
    : sendAt
      ? say(language, 'announcement.button.plan', { time: sayMoment(sendAt, { ...seat, zone: programme.timeZone }) })
      : say(language, 'announcement.button.send', { count: reached });
  return {
    title: say(language, 'announcement.preview.title'),
    declined: declined
      ? say(language, 'announcement.preview.declined', { name: before.decliner ?? '', why: declined.why })
      : '',
    ...lookOf(before, seat),
    facts: [
      ...(reached === 0 ? [say(language, 'announcement.preview.nobody')] : []),
      ...factsOf(before, seat),
      ...secondLines(before, seat),
      ...(note === undefined ? [] : [note]),
    ],
    buttons: [
      ...(maySend
        ? [button(send, 'announcement.send', { ...ids, count: String(reached) }, { style: 'positive' })]
        : []),
      button(say(language, 'announcement.button.to-me'), 'announcement.to-me', ids),
      button(say(language, 'announcement.button.edit'), 'announcement.edit', ids),
      button(say(language, 'announcement.button.discard'), 'announcement.discard', ids, { mode: 'secondary' }),
    ],
  };
}

/** Whether, and by whom, something that was to be approved has been decided. */
export type Decided = { as: 'approved' | 'declined'; name: string; at: string; why: string } | { as: 'gone' };

/** Data for `cards/announcement/approval.json`, for those who are asked. */
export function approvalView(
  before: Before,
  { decided, isCorrection, askedAt }: { decided: Decided | undefined; isCorrection: boolean; askedAt: string },
  seat: Seat,
): object {
  const { language } = seat;
  const ids = { announcement: before.announcement.id, asked: askedAt };
  const { sendAt } = before.announcement;
  return {
    id: before.announcement.id,
    askedAt,
    refresh: say(language, 'announcement.button.show'),
    title: approvalTitle(before, isCorrection, seat),
    ...lookOf(before, seat),
    facts: factsOf(before, seat),
    over: decided ? overOf(decided, seat) : '',
    buttons: decided
      ? []
      : [
          button(
            say(
              language,
              sendAt && isAhead(sendAt, seat) ? 'announcement.button.approve-planned' : 'announcement.button.approve',
            ),
            'announcement.approve',
            ids,
            { style: 'positive' },
          ),
          button(say(language, 'announcement.button.decline'), 'announcement.ask-decline', ids),
        ],
  };
}

/** What is asked, and, once the time has passed for which it was planned, that it still is. */
export function approvalTitle(
  { announcement, author }: Pick<Before, 'announcement' | 'author'>,
  isCorrection: boolean,
  seat: Seat,
): string {
  const kind = isCorrection ? 'correction' : isOverdue(announcement, seat) ? 'still' : 'title';
  return say(seat.language, `announcement.approval.${kind}`, { name: author });
}

function overOf(decided: Decided, seat: Seat): string {
  const { language } = seat;
  if (decided.as === 'gone') return say(language, 'announcement.approval.over.gone');
  const about = { name: decided.name, time: sayMoment(decided.at, seat) };
  return decided.as === 'approved'
    ? say(language, 'announcement.approval.over.approved', about)
    : say(language, 'announcement.approval.over.declined', { ...about, why: decided.why });
}
