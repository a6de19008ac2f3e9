import type { Language } from '#calendar/when.ts';
import { writeDistance } from '#calendar/write-date.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Seen } from '#poll/view.ts';
import { sayTime } from '#poll/view.ts';
import { say, spoken } from '#words/say.ts';

/** The first line, also the notification: "Avstemningen stenger i morgen, fredag 27. november kl. 16.00: Hvor står du i dag?" */
function closesText(
  { poll, zone }: Pick<Seen, 'poll' | 'zone'>,
  closesAt: string,
  now: string,
  language: Language,
): string {
  const day = dayIn(zone, closesAt);
  const distance = writeDistance(
    { start: day, end: day, precision: 'day', text: '' },
    dayIn(zone, now),
    spoken(language),
  );
  return say(language, 'reminder.poll.closes', {
    distance,
    time: sayTime(language, closesAt, zone, now),
    question: poll.question,
  });
}

/**
 * What everyone in the place of a poll reads before it closes: how many have answered, and nothing more of the answers (DESIGN section 8). Once it is
 * closed it says so.
 * @param now ISO instant.
 */
export function placeNudge(seen: Seen, now: string, language: Language): { title: string; text: string } {
  const { poll, open, answers } = seen;
  if (!open || poll.closesAt === undefined) {
    return {
      title: say(language, 'poll.summary-closed', { question: poll.question }),
      text: `${say(language, 'poll.count-closed', { count: answers })}.`,
    };
  }
  const answered = say(language, 'poll.count', { count: answers });
  return {
    title: closesText(seen, poll.closesAt, now, language),
    text: say(language, 'reminder.poll.still-time', { answered }),
  };
}

/**
 * What somebody who has not answered reads in their own chat.
 * @param zone Theirs.
 */
export function ownNudge(
  { poll, zone, asker }: Pick<Seen, 'poll' | 'zone' | 'asker'>,
  closesAt: string,
  now: string,
  language: Language,
): { title: string; text: string } {
  return {
    title: closesText({ poll, zone }, closesAt, now, language),
    text: say(language, 'reminder.poll.yours', { name: asker || say(language, 'poll.someone') }),
  };
}
