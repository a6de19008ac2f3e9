import type { Language } from '#calendar/when.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Place } from '#people/place.ts';

/** Someone whom one can be on the page. */
export interface Part {
  person: Person;
  /** Role and unit, one line in the reader's language: "kontakt, Solvik kommune". */
  about: string;
  /** What the person is listed under: the unit, or the lead of the programme. */
  group: string;
}

/** How far the clock is moved in one go. */
export type Step = 'day' | 'week' | 'event';

/** What came of moving the clock, in the reader's language. */
export interface Moved {
  /** "3 meldinger sendt. Klokken er nå tirsdag 24. november kl. 09.00." */
  text: string;
  /** Where something was sent or changed, one line a place. `as` is somebody who can see it there. */
  lines: { place: string; name: string; text: string; as: string }[];
}

/**
 * What is played on the page. The page knows nothing of programmes and units: whoever puts it up (`open-rehearsal.ts`) gives it
 * this, made by `rehearsal/`.
 */
export interface Stage {
  /** IANA zone in which the clock is shown. */
  readonly timeZone: string;
  now(): Temporal.Instant;
  /** Everyone whom one can be, in the order in which they are shown. */
  cast(language: Language): Promise<Part[]>;
  /** What a person can see: their channels in order, and their own chat last. */
  placesOf(person: PersonId): Promise<Place[]>;
  move(step: Step, language: Language): Promise<Moved>;
}
