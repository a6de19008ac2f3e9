import type { Language } from '#calendar/when.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Store } from '#store/port.ts';
import { type Person, personId } from '../person.ts';
import { askWhoTheyAre } from './identity.ts';

/**
 * The person whom a list or a command names by e-mail: somebody who has said that the address is theirs, or else
 * somebody who is expected, made when new. An e-mail is no proof (PLATFORMS X2), so nobody else who has it is taken.
 */
export async function personOfEmail(
  store: Store,
  { name, email }: { name: string; email: string },
  about: { language: Language; timeZone: string },
): Promise<Person> {
  const known = await store.persons.byEmail(email);
  const sure =
    known.find((p) => p.accounts.length > 0 && p.confirmedEmail === true) ?? known.find((p) => p.accounts.length === 0);
  // Somebody who was named by address alone has a name now.
  if (sure && sure.name === sure.email && name !== sure.name) {
    const named = { ...sure, name };
    await store.persons.change(sure.id, (p) => ({ next: { ...p, name }, outcome: true }));
    return named;
  }
  if (sure) return sure;
  const expected: Person = {
    id: personId.parse(derivedId('expected', email)),
    name,
    email,
    ...about,
    accounts: [],
    languageChosen: false,
  };
  return (await store.persons.add(expected)) ? expected : ((await store.persons.get(expected.id)) ?? expected);
}

/** Somebody who already uses Klar under the address of an expected person is asked now; others when they come. */
export async function askThoseMet(world: World, person: Person): Promise<void> {
  for (const met of await metAndNotAsked(world, person)) await askWhoTheyAre(world, met);
}

/** Who uses Klar under the address of an expected person, and has not been asked whether that is them. */
async function metAndNotAsked({ store }: World, { id, email, accounts }: Person): Promise<Person[]> {
  if (accounts.length > 0 || email === undefined) return [];
  const found: Person[] = [];
  for (const met of await store.persons.byEmail(email)) {
    if (met.accounts.length === 0) continue;
    const asked = await store.ledger.get('identity', `${id}/${met.id}`);
    if (asked?.state !== 'sent' && asked?.state !== 'refused') found.push(met);
  }
  return found;
}

/** By expected person. Whoever has come, or has another address now, concerns all who have that address. */
const unasked = createAgenda({
  name: 'identity',
  follows: [
    { of: (store) => store.persons },
    {
      of: (store) => store.persons,
      async concerns({ store }, id) {
        const email = (await store.persons.get(id))?.email;
        return email === undefined ? [] : (await store.persons.byEmail(email)).map((person) => person.id);
      },
    },
  ],
  async nextAt(world, id) {
    const person = await world.store.persons.get(id);
    return person && (await metAndNotAsked(world, person)).length > 0 ? world.now() : undefined;
  },
});

/**
 * On each beat: whoever is expected from a list may be somebody that Klar knows. So it makes no difference whether the
 * list came by chat or by the operator's command, with Klar running or not; everyone is asked once.
 */
export async function askAllMet(world: World): Promise<void> {
  for (const id of await unasked.due(world)) {
    const person = await world.store.persons.get(id);
    if (person) await askThoseMet(world, person);
  }
}
