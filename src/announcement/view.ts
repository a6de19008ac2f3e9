import type { Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import { dayIn } from '#calendar/zone.ts';
import { say, spoken } from '#words/say.ts';
import type { Acknowledgement, Announcement } from './announcement.ts';

/** From where somebody looks: their language and zone, and what time it is. */
export interface Seat {
  language: Language;
  /** IANA zone in which times are said. */
  zone: string;
  /** Instant, ISO: the year is written where it is another one than this. */
  now: string;
}

/** "torsdag 3. desember kl. 09.12" */
export const sayMoment = (at: string, { language, zone, now }: Seat): string =>
  writeInstant(at, zone, spoken(language), { today: dayIn(zone, now) });

/** The text as parts of a card: a line each, with room where an empty line stands. */
export function linesOf(text: string): { text: string; spacing: string }[] {
  const found: { text: string; spacing: string }[] = [];
  let after = 'Small';
  for (const line of text.split('\n')) {
    if (line.trim() === '') after = 'Medium';
    else {
      found.push({ text: line, spacing: after });
      after = 'None';
    }
  }
  return found;
}

export interface Button {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: Record<string, string>;
  style?: 'positive' | 'destructive';
  mode?: 'secondary';
  associatedInputs?: 'none';
}

export const button = (
  title: string,
  verb: string,
  data: Record<string, string>,
  more: Pick<Button, 'style' | 'mode' | 'associatedInputs'> = {},
): Button => ({ type: 'Action.Execute', title, verb, data, ...more });

/** An announcement as one receiver's card shows it. */
export interface Shown {
  announcement: Pick<Announcement, 'id' | 'title' | 'text' | 'asks' | 'begunAt' | 'corrected' | 'withdrawn' | 'state'>;
  /** Names of those who wrote, corrected and withdrew it. */
  names: { author: string; corrector: string; withdrawer: string };
  programme: string;
  /** Whom the card is for; left out in a preview. */
  receiver?: {
    key: string;
    /** For the place of units of which nobody can be reached: their names. */
    units?: string;
    acknowledged?: Acknowledgement | undefined;
    /** Who pressed, in such a place. */
    by: string;
  };
  /** It comes once more, because it has not been acknowledged. */
  isReminder?: boolean;
}

/** What stands above the message: that it comes once more, why it comes here, or that it is only a preview. */
function overOf({ names, receiver, isReminder }: Shown, language: Language): string {
  if (!receiver) return say(language, 'announcement.to-me');
  const { units, acknowledged } = receiver;
  if (isReminder && !acknowledged) {
    return units
      ? say(language, 'announcement.reminder-place', { name: names.author, units })
      : say(language, 'announcement.reminder', { name: names.author });
  }
  return units ? say(language, 'announcement.for-units', { units }) : '';
}

/** The notification: what it is about. */
export const summaryOf = ({ announcement, names, isReminder, receiver }: Shown, seat: Seat): string => {
  if (announcement.withdrawn) {
    return say(seat.language, 'announcement.withdrawn', {
      name: names.withdrawer,
      time: sayMoment(announcement.withdrawn.at, seat),
    });
  }
  return isReminder && !receiver?.acknowledged
    ? say(seat.language, 'announcement.summary-reminder', { title: announcement.title })
    : announcement.title;
};

/** Data for `cards/announcement/card.json`. */
export function cardView(shown: Shown, seat: Seat): object {
  const { announcement, names, programme, receiver } = shown;
  const { language } = seat;
  const { asks, withdrawn, corrected, begunAt } = announcement;
  const none = {
    id: announcement.id,
    way: shown.isReminder ? 'reminder' : '',
    refresh: say(language, 'announcement.button.show'),
    over: '',
    corrected: '',
    who: '',
    done: '',
    buttons: [],
  };
  if (withdrawn) {
    return {
      ...none,
      title: summaryOf(shown, seat),
      lines: [{ text: say(language, 'announcement.withdrawn-text'), spacing: 'Small' }],
      from: '',
    };
  }
  const isAsked = asks !== 'nothing';
  const ids = { announcement: announcement.id, ...(receiver ? { receiver: receiver.key } : {}) };
  const given = receiver?.acknowledged;
  const from = { name: names.author, programme };
  return {
    ...none,
    over: overOf(shown, language),
    title: announcement.title,
    lines: linesOf(announcement.text),
    from:
      receiver && begunAt
        ? say(language, 'announcement.from', { ...from, time: sayMoment(begunAt, seat) })
        : say(language, 'announcement.from-preview', from),
    corrected: corrected
      ? say(language, 'announcement.corrected', { name: names.corrector, time: sayMoment(corrected.at, seat) })
      : '',
    who: isAsked && !given ? say(language, 'announcement.who-sees', { programme }) : '',
    done: given && isAsked ? doneLine(shown, seat, given) : '',
    buttons: !isAsked
      ? []
      : given
        ? [button(say(language, 'announcement.button.undo'), 'announcement.take-back', ids)]
        : [button(askedOf(asks, language), 'announcement.acknowledge', ids, { style: 'positive' })],
  };
}

/** "Sett" or "Lest og forstått". */
export const askedOf = (asks: Exclude<Announcement['asks'], 'nothing'>, language: Language): string =>
  say(language, `announcement.button.${asks}`);

function doneLine({ announcement, receiver }: Shown, seat: Seat, given: Acknowledgement): string {
  const { language } = seat;
  const what = announcement.asks === 'nothing' ? '' : askedOf(announcement.asks, language);
  const said = { time: sayMoment(given.at, seat), what };
  return receiver?.units
    ? say(language, 'announcement.theirs', { ...said, name: receiver.by, units: receiver.units })
    : say(language, 'announcement.mine', said);
}
