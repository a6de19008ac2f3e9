import type { Language } from '#calendar/when.ts';
import { say } from '#words/say.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { Programme, Unit, UnitRole } from './programme.ts';

/** How a role is said: "kontakt", "stedfortreder", "medlem". */
export const roleName = (role: UnitRole, language: Language): string => say(language, `people.role.${role}`);

/** The first of some names, and how many more there are: "Kari Lund, Ola Vik og 3 til". Empty when there are none. */
export function namesShown(names: readonly string[], language: Language, most = 5): string {
  const first = names.slice(0, most).join(', ');
  return names.length > most ? say(language, 'people.and-more', { names: first, count: names.length - most }) : first;
}

/** "Kari, Ola eller Per": any one of these can be asked. */
export const oneOfNames = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' }).format(names);

function namesOf(unit: Unit, role: UnitRole, people: ReadonlyMap<string, Person>, language: Language): string {
  const names = unit.people.filter((p) => p.role === role).flatMap((p) => people.get(p.person)?.name ?? []);
  return namesShown(names, language);
}

/** A unit's card: who answers for it and where its messages go. */
export function unitData(
  unit: Unit,
  people: ReadonlyMap<string, Person>,
  place: Place | undefined,
  language: Language,
) {
  const none = say(language, 'people.nobody-yet');
  return {
    title: unit.name,
    facts: [
      ...(['contact', 'deputy', 'owner', 'member'] as const).map((role) => ({
        title: say(language, `people.roles.${role}`),
        value: namesOf(unit, role, people, language) || none,
      })),
      {
        title: say(language, 'people.place'),
        value: place ? placeName(place, language) : withoutPlace(unit, language),
      },
    ],
  };
}

/** Where messages to a unit go that has no place of its own: to its contacts or else its deputies, each in their own chat. */
function withoutPlace({ people }: Unit, language: Language): string {
  const role = (['contact', 'deputy'] as const).find((one) => people.some((person) => person.role === one));
  return say(language, role ? `people.place-${role}` : 'people.no-place');
}

/** A place as people call it. */
export function placeName(place: Pick<Place, 'kind' | 'name'>, language: Language): string {
  if (place.kind === 'personal') return say(language, 'people.own-chat');
  return place.name === '' ? say(language, 'people.unnamed-place') : place.name;
}

/** One line for each unit in a list: its contact, or that it has none. */
export function unitLines(units: readonly Unit[], people: ReadonlyMap<string, Person>, language: Language) {
  return units.map((unit) => ({
    id: unit.id as string,
    name: unit.name,
    who: namesOf(unit, 'contact', people, language) || say(language, 'people.no-contact'),
  }));
}

export function programmeData(
  programme: Programme,
  people: ReadonlyMap<string, Person>,
  place: Place | undefined,
  language: Language,
) {
  const names = (ids: readonly string[]) =>
    namesShown(
      ids.flatMap((id) => people.get(id)?.name ?? []),
      language,
    );
  return {
    title: programme.name,
    facts: [
      { title: say(language, 'people.owners'), value: names(programme.owners) },
      ...(programme.coordinators.length > 0
        ? [{ title: say(language, 'people.coordinators'), value: names(programme.coordinators) }]
        : []),
      { title: say(language, 'people.units'), value: String(programme.units.length) },
      {
        title: say(language, 'people.place'),
        value: place ? placeName(place, language) : say(language, 'people.no-place'),
      },
      {
        title: say(language, 'people.settings-zone-title'),
        value: say(language, 'people.zone-and-country', {
          zone: programme.timeZone,
          country: say(language, `people.country.${programme.country}`),
        }),
      },
    ],
  };
}
