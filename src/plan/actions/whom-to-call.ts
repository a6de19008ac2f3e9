import type { Language } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Programme, UnitRole } from '#people/programme.ts';
import { roleName } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Activity } from '../activity.ts';

/** Somebody who can be asked what the matter is, and what they are in which unit. */
export interface Reachable {
  person: Person;
  role?: { is: UnitRole; unit: string };
}

/** Named on one card. */
const mostNamed = 4;

/** Whom to ask when a row needs help: whoever said so, then the contacts of its units in their order, four at most. */
export async function whomToCall(
  world: Pick<World, 'store'>,
  programme: Programme,
  { units, by }: Pick<Activity, 'units'> & { by: PersonId },
): Promise<Reachable[]> {
  const caller = await knownAs(world, by);
  const roles = units
    .flatMap((name) => findUnit(programme, name) ?? [])
    .flatMap(({ name, people }) => people.map(({ person, role }) => ({ person, role: { is: role, unit: name } })));
  const own = roles.find(({ person }) => person === caller?.id);
  const contacts = new Map(
    roles
      .filter(({ person, role }) => person !== caller?.id && role.is === 'contact')
      .map((one) => [one.person, one.role]),
  );
  const found = await Promise.all(
    [...contacts].map(async ([id, role]) => {
      const person = await world.store.persons.get(id);
      return person ? [{ person, role }] : [];
    }),
  );
  const first = caller ? [{ person: caller, ...(own ? { role: own.role } : {}) }] : [];
  return [...first, ...found.flat()].slice(0, mostNamed);
}

/** "Kari Myrvang (kari@example.org), kontakt for Solvik kommune; Per Vik" */
export const reachText = (whom: readonly Reachable[], language: Language): string =>
  whom
    .map(({ person: { name, email }, role }) => {
      const who = email ? `${name} (${email})` : name;
      return role ? say(language, 'plan.help-role', { who, role: roleName(role.is, language), unit: role.unit }) : who;
    })
    .join('; ');
