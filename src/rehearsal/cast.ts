import type { Language } from '#calendar/when.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme, UnitRole } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';

/** Someone whom one can be: who, in which role ("kontakt, Solvik kommune"), and under which heading. */
export interface CastMember {
  person: Person;
  about: string;
  group: string;
}

const roles: readonly UnitRole[] = ['contact', 'deputy', 'member'];

/** Everyone who has an account on the page, those who lead the programme first, then by unit and role. */
export function castOf(people: readonly Person[], programmes: readonly Programme[], language: Language): CastMember[] {
  const cast = people.map((person) => {
    const leads = programmes.find((p) => mayLead(p, person.id));
    if (leads) {
      const owns = leads.owners.includes(person.id);
      const about = say(language, owns ? 'rehearsal.owner' : 'rehearsal.coordinator');
      return { person, about, group: say(language, 'rehearsal.lead'), rank: owns ? 0 : 1 };
    }
    const units = programmes.flatMap((p) => p.units);
    const at = units.findIndex((unit) => unit.people.some((one) => one.person === person.id));
    const unit = units[at];
    const role = unit?.people.find((one) => one.person === person.id)?.role;
    if (!unit || !role) {
      return { person, about: say(language, 'rehearsal.no-role'), group: say(language, 'rehearsal.others'), rank: 1e6 };
    }
    const rank = 10 + at * roles.length + roles.indexOf(role);
    return { person, about: say(language, `rehearsal.${role}`, { unit: unit.name }), group: unit.name, rank };
  });
  return cast
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name, 'nb'))
    .map(({ person, about, group }) => ({ person, about, group }));
}

/**
 * What a person sees: the channels of their programme and of their units, all of these for those who lead it, channels
 * that belong to nothing, and their own chat.
 */
export function placesSeenBy(
  person: PersonId,
  places: readonly Place[],
  programmes: readonly Programme[],
  workspace: string,
): Place[] {
  const sees = (place: Place): boolean => {
    if (place.surface !== 'web' || place.workspace !== workspace) return false;
    if (place.kind === 'personal') return place.person === person;
    const own = programmes.filter((p) => p.place === place.id);
    const tied = programmes.filter((p) => p.units.some((unit) => unit.place === place.id));
    if (own.length === 0 && tied.length === 0) return true;
    return (
      own.some((p) => belongsTo(p, person)) ||
      tied.some(
        (p) =>
          mayLead(p, person) ||
          p.units.some((unit) => unit.place === place.id && unit.people.some((one) => one.person === person)),
      )
    );
  };
  const rank = (place: Place): number =>
    place.kind === 'personal' ? 2 : programmes.some((p) => p.place === place.id) ? 0 : 1;
  return places.filter(sees).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'nb'));
}
