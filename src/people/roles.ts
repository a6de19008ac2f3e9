import type { PersonId } from './person.ts';
import type { Programme, Unit } from './programme.ts';

/** Owners and coordinators lead a programme: they import plans, open checklists, tie people and places (DESIGN section 7). */
export function mayLead(programme: Programme, person: PersonId): boolean {
  return programme.owners.includes(person) || programme.coordinators.includes(person);
}

/** The programmes, by id, that a person leads; for an agenda that follows persons. */
export const ledBy = (programmes: readonly Programme[], person: string): string[] =>
  programmes.filter((programme) => mayLead(programme, person as PersonId)).map(({ id }) => id);

/** In which role a person may answer for a unit, if in any: a contact before a deputy. Members read, they do not answer for the unit. */
export function answersFor(unit: Unit, person: PersonId): 'contact' | 'deputy' | undefined {
  const roles = unit.people.filter((p) => p.person === person).map((p) => p.role);
  return roles.includes('contact') ? 'contact' : roles.includes('deputy') ? 'deputy' : undefined;
}

/** Whether a person belongs to the programme at all: leads it or stands in one of its units. */
export function belongsTo(programme: Programme, person: PersonId): boolean {
  return mayLead(programme, person) || programme.units.some((u) => u.people.some((p) => p.person === person));
}
