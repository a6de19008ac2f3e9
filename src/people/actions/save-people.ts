import type { Store } from '#store/port.ts';
import { assign, roleIn } from '../assign.ts';
import { findUnit, withUnits } from '../find-unit.ts';
import type { Person } from '../person.ts';
import { type Programme, unitId } from '../programme.ts';
import type { ListedPerson } from '../read-people.ts';
import { personOfEmail } from './expected.ts';
import { newUnitId } from './programme.ts';

/**
 * Saves a list of people: each is expected, or known to be this person, and gets the role in the unit; units that are new
 * are made. Used by the chat's `import` and by the operator's. The same list twice changes nothing.
 * @returns The people of the list, by e-mail.
 */
export async function savePeople(
  store: Store,
  programme: Programme,
  listed: readonly ListedPerson[],
): Promise<Map<string, Person>> {
  const { language, timeZone } = programme;
  // Somebody may stand in the list for several units.
  const rows = [...new Map(listed.map((row) => [row.email, row])).values()];
  const people = new Map<string, Person>();
  for (const row of rows) people.set(row.email, await personOfEmail(store, row, { language, timeZone }));
  await store.programmes.change(programme.id, (p) => {
    let next = withUnits(
      p,
      listed.map((row) => row.unit),
      (name) => unitId.parse(newUnitId(p, name)),
    );
    for (const row of listed) {
      const unit = findUnit(next, row.unit);
      const person = people.get(row.email);
      if (!unit || !person) continue;
      const before = row.roleLeftOut ? roleIn(next, unit.id, person.id) : null;
      next = assign(next, unit.id, person.id, before ?? row.role);
    }
    return { next, outcome: true };
  });
  return people;
}
