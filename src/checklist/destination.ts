import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme, Unit } from '#people/programme.ts';

/** Where a unit's cards go. */
export type Destination =
  | { to: 'unit-place' | 'programme-place'; place: Place }
  /** The contact's own chat. */
  | { to: 'person'; person: Person }
  | { to: 'nobody' };

/** Those who answer for a unit, contacts before deputies, each once. */
export function answerers(unit: Unit, persons: ReadonlyMap<string, Person>): Person[] {
  const ids = (['contact', 'deputy'] as const).flatMap((role) =>
    unit.people.filter((p) => p.role === role).map((p) => p.person),
  );
  return [...new Set(ids)].flatMap((id) => persons.get(id) ?? []);
}

/**
 * The unit's own place, else the programme's, else the own chat of the first who answers for the unit and whom Klar has
 * met. A place that Klar was removed from does not count.
 */
export function destinationOf(
  programme: Programme,
  unit: Unit,
  places: ReadonlyMap<string, Place>,
  persons: ReadonlyMap<string, Person>,
): Destination {
  const own = unit.place && places.get(unit.place);
  if (own && !own.goneSince) return { to: 'unit-place', place: own };
  const common = programme.place && places.get(programme.place);
  if (common && !common.goneSince) return { to: 'programme-place', place: common };
  const person = answerers(unit, persons).find((p) => p.accounts.length > 0);
  return person ? { to: 'person', person } : { to: 'nobody' };
}
