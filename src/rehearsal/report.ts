import type { Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Message } from '#store/posting.ts';
import { say, spoken } from '#words/say.ts';

/** What came of moving the clock, in the reader's language. */
export interface MoveReport {
  text: string;
  /** One line a place: a channel by its name after a #, a person's own chat by the person's name. `as` is somebody who sees what is new there. */
  lines: { place: string; name: string; text: string; as: string }[];
}

/** What is new between two looks at the page's messages: those that Klar sent and those that it drew anew. */
export function newsOf(before: readonly Message[], after: readonly Message[]) {
  const cards = new Map(before.map((message) => [message.id, JSON.stringify(message.card)]));
  const places = new Map<string, { sent: number; changed: number; only?: string }>();
  for (const message of after) {
    if (message.by !== undefined) continue;
    const known = cards.get(message.id);
    if (known === JSON.stringify(message.card)) continue;
    const line = places.get(message.place) ?? { sent: 0, changed: 0 };
    places.set(message.place, line);
    if (known === undefined) line.sent += 1;
    else line.changed += 1;
    if (message.only !== undefined) line.only = message.only;
  }
  return places;
}

/** Tells what a move of the clock brought. `moved` is false when there was no event to go to. */
export function reportOf(
  news: ReturnType<typeof newsOf>,
  about: {
    moved: boolean;
    now: Temporal.Instant;
    timeZone: string;
    language: Language;
    places: readonly Place[];
    people: readonly Person[];
    /** Somebody who sees a place. */
    witness(place: Place): string;
  },
): MoveReport {
  const { language, timeZone } = about;
  const at = about.now.toString();
  const when = writeInstant(at, timeZone, spoken(language), { today: dayIn(timeZone, at) });
  if (!about.moved) return { text: say(language, 'rehearsal.no-more-events', { when }), lines: [] };
  const sent = [...news.values()].reduce((sum, line) => sum + line.sent, 0);
  const lines = [...news].flatMap(([id, line]) => {
    const place = about.places.find((one) => one.id === id);
    if (!place) return [];
    const owner = about.people.find((person) => person.id === place.person);
    const name = owner ? owner.name : `#${place.name}`;
    const text = say(language, 'rehearsal.place-report', { sent: line.sent, changed: line.changed });
    return [{ place: id, name, text, as: line.only ?? owner?.id ?? about.witness(place) }];
  });
  return { text: say(language, 'rehearsal.moved', { when, sent }), lines };
}
