import type { PersonId } from './person.ts';
import type { PlaceId } from './place.ts';
import type { Programme, Unit, UnitId, UnitRole } from './programme.ts';

/** The two ways of leading a programme (DESIGN section 7). */
export type Leading = 'owner' | 'coordinator';

const inUnit = (programme: Programme, id: UnitId, change: (unit: Unit) => Unit): Programme => ({
  ...programme,
  units: programme.units.map((u) => (u.id === id ? change(u) : u)),
});

/**
 * Gives a person a role in a unit, one role each; `null` takes them out. A unit may have several contacts. Setting what
 * is already so changes nothing.
 */
export function assign(programme: Programme, unit: UnitId, person: PersonId, role: UnitRole | null): Programme {
  return inUnit(programme, unit, (u) => ({
    ...u,
    people:
      role === null
        ? u.people.filter((p) => p.person !== person)
        : u.people.some((p) => p.person === person)
          ? u.people.map((p) => (p.person === person ? { person, role } : p))
          : [...u.people, { person, role }],
  }));
}

/** Ties a unit to the place where its reminders go; `undefined` unties it. */
export function tiePlace(programme: Programme, unit: UnitId, place: PlaceId | undefined): Programme {
  return inUnit(programme, unit, ({ place: _, ...rest }) => (place === undefined ? rest : { ...rest, place }));
}

/** The role that a person has in a unit now, for undoing. */
export function roleIn(programme: Programme, unit: UnitId, person: PersonId): UnitRole | null {
  return programme.units.find((u) => u.id === unit)?.people.find((p) => p.person === person)?.role ?? null;
}

/** How a person leads a programme, if they do. */
export function leads(programme: Programme, person: PersonId): Leading | null {
  return programme.owners.includes(person) ? 'owner' : programme.coordinators.includes(person) ? 'coordinator' : null;
}

/**
 * Lets a person lead a programme, or no longer (`null`). Setting what is already so changes nothing, and the last owner
 * stays: a programme is never without one.
 */
export function setLeading(programme: Programme, person: PersonId, leading: Leading | null): Programme {
  const others = (ids: PersonId[]) => ids.filter((id) => id !== person);
  const owners = leading === 'owner' ? [...others(programme.owners), person] : others(programme.owners);
  if (leads(programme, person) === leading || owners.length === 0) return programme;
  const coordinators = leading === 'coordinator' ? [...programme.coordinators, person] : others(programme.coordinators);
  return { ...programme, owners, coordinators };
}

/** Puts one person in the place of another everywhere in a programme: two records turned out to be the same person. */
export function replacePerson(programme: Programme, from: PersonId, to: PersonId): Programme {
  const swap = (ids: PersonId[]) => [...new Set(ids.map((id) => (id === from ? to : id)))];
  const rank: UnitRole[] = ['contact', 'deputy', 'owner', 'member'];
  return {
    ...programme,
    owners: swap(programme.owners),
    coordinators: swap(programme.coordinators),
    units: programme.units.map((u) => {
      if (!u.people.some((p) => p.person === from)) return u;
      const roles = u.people.filter((p) => p.person === from || p.person === to).map((p) => p.role);
      const role = rank.find((r) => roles.includes(r)) ?? 'member';
      return { ...u, people: [...u.people.filter((p) => p.person !== from && p.person !== to), { person: to, role }] };
    }),
  };
}
