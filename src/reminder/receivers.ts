import type { Country } from '#calendar/when.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Place, PlaceId } from '#people/place.ts';
import type { Programme, Unit, UnitRole } from '#people/programme.ts';
import type { Quiet, Rhythm } from '#people/quiet.ts';

/** Who gets a reminder: everyone in a place together, or a person in their own chat. */
export type Receiver = { is: 'place'; place: Place } | { is: 'person'; person: Person };

export const receiverId = (receiver: Receiver): PlaceId | PersonId =>
  receiver.is === 'place' ? receiver.place.id : receiver.person.id;

/** Finds those whom a programme names; undefined of whom Klar does not know. */
export interface Known {
  person(id: PersonId): Person | undefined;
  place(id: PlaceId): Place | undefined;
}

/**
 * Who gets a unit's reminders, best first: everyone in the first group gets them, and where nobody in it takes them those in the next. The
 * unit's place; its contacts; its deputies; the programme's place; those who lead the programme. A place that is somebody's own chat is that
 * person; one that is gone is left out, and so is who has no account yet.
 * @param unit Undefined for a row without units, and for a unit that the programme does not know: then the programme's place comes first.
 */
export function receiversOf(
  programme: Pick<Programme, 'place' | 'owners' | 'coordinators'>,
  unit: Pick<Unit, 'place' | 'people'> | undefined,
  known: Known,
): Receiver[][] {
  const inPlace = (id: PlaceId | undefined): Receiver[] => {
    const place = id === undefined ? undefined : known.place(id);
    if (!place || place.goneSince) return [];
    return place.person === undefined ? [{ is: 'place', place }] : inPerson([place.person]);
  };
  const inPerson = (ids: readonly PersonId[]): Receiver[] =>
    [...new Set(ids)].flatMap((id) => {
      const person = known.person(id);
      return person && person.accounts.length > 0 ? [{ is: 'person' as const, person }] : [];
    });
  const inRole = (role: UnitRole) =>
    inPerson(unit?.people.filter((one) => one.role === role).map(({ person }) => person) ?? []);
  return [
    inPlace(unit?.place),
    inRole('contact'),
    inRole('deputy'),
    inPlace(programme.place),
    inPerson([...programme.owners, ...programme.coordinators]),
  ].filter((group) => group.length > 0);
}

/** When and how often somebody wants to be reminded, and where they are. */
export interface Manner {
  /** IANA zone: of a person the person's, of a place the programme's. */
  zone: string;
  country: Country;
  quiet: Quiet | undefined;
  rhythm: Rhythm;
  /** Their clock shows what the programme's does: then the time that the programme has chosen needs no second look at hours that nobody chose. */
  isAtHome: boolean;
}

/** A place gets one message a day; a person what they have chosen, one a day where they have not. */
export function mannerOf(receiver: Receiver, programme: Pick<Programme, 'timeZone' | 'country'>): Manner {
  const { timeZone, country } = programme;
  if (receiver.is === 'place') {
    return { zone: timeZone, country, quiet: receiver.place.quiet, rhythm: 'daily', isAtHome: true };
  }
  const { person } = receiver;
  return {
    zone: person.timeZone,
    country,
    quiet: person.quiet,
    rhythm: person.rhythm ?? 'daily',
    isAtHome: person.timeZone === timeZone,
  };
}
