import type { Person, PersonId } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme, Unit, UnitId, UnitRole } from '#people/programme.ts';
import type { Announcement, Audience, Receiver } from './announcement.ts';

/** Who gets an announcement, and who cannot be reached. */
interface Reach {
  receivers: Receiver[];
  /** People without an account; they are receivers, too, and find it when they come. */
  unmet: PersonId[];
  /** Units that get nothing: nobody in them can be reached, and they have no place. */
  unreached: UnitId[];
}

/**
 * The receivers of an audience, each once, however many units they are in; the author is none.
 *
 * Roles count within the chosen units; without units in all of them, without roles all of them. Those who lead come in
 * addition. "Only those who lead" is the one role `leader` without units. A unit of which nobody has an account gets it
 * in its place.
 * @param known Those who stand in the programme, by id, and the places of its units.
 */
export function reachOf(
  programme: Programme,
  { audience, by }: Pick<Announcement, 'audience' | 'by'>,
  known: { persons: ReadonlyMap<string, Person>; places: ReadonlyMap<string, Place> },
): Reach {
  const persons = new Map<PersonId, UnitId[]>();
  const places = new Map<Place['id'], UnitId[]>();
  const unreached: UnitId[] = [];
  const canBeReached = (id: PersonId) => (known.persons.get(id)?.accounts.length ?? 0) > 0;
  for (const unit of unitsOf(programme, audience)) {
    const people = peopleOf(unit, audience);
    for (const id of people) persons.set(id, [...(persons.get(id) ?? []), unit.id]);
    if (people.some((id) => id === by || canBeReached(id))) continue;
    const place = unit.place && known.places.get(unit.place);
    if (place && !place.goneSince) places.set(place.id, [...(places.get(place.id) ?? []), unit.id]);
    else unreached.push(unit.id);
  }
  if (audience.all || audience.roles.includes('leader')) {
    for (const id of [...programme.owners, ...programme.coordinators]) persons.set(id, persons.get(id) ?? []);
  }
  const others = [...persons].filter(([id]) => id !== by && known.persons.has(id));
  return {
    receivers: [
      ...others.map(([person, units]): Receiver => ({ person, units })),
      ...[...places].map(([place, units]): Receiver => ({ place, units })),
    ],
    unmet: others.flatMap(([id]) => (canBeReached(id) ? [] : [id])),
    unreached,
  };
}

/** The units that an audience takes in; none where only those who lead are meant. */
function unitsOf({ units }: Programme, audience: Audience): Unit[] {
  if (audience.all) return units;
  if (audience.units.length > 0) return units.filter(({ id }) => audience.units.includes(id));
  return unitRolesOf(audience).length > 0 ? units : [];
}

const unitRolesOf = ({ roles }: Audience): UnitRole[] => roles.filter((role): role is UnitRole => role !== 'leader');

function peopleOf(unit: Unit, audience: Audience): PersonId[] {
  const roles = audience.all ? [] : unitRolesOf(audience);
  const wanted = unit.people.filter(({ role }) => roles.length === 0 || roles.includes(role));
  return [...new Set(wanted.map(({ person }) => person))];
}
