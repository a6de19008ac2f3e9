import type { Turn } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { type Person, personId } from '../person.ts';
import { askWhoTheyAre } from './identity.ts';

/**
 * The person whom a list or a command names by e-mail: somebody who has said that the address is theirs, or else
 * somebody who is expected, made when new. An e-mail is no proof (PLATFORMS X2), so nobody else who has it is taken.
 */
export async function personOfEmail(turn: Turn, { name, email }: { name: string; email: string }): Promise<Person> {
  const known = await turn.store.persons.byEmail(email);
  const sure =
    known.find((p) => p.accounts.length > 0 && p.confirmedEmail === true) ?? known.find((p) => p.accounts.length === 0);
  // Somebody who was named by address alone has a name now.
  if (sure && sure.name === sure.email && name !== sure.name) {
    const named = { ...sure, name };
    await turn.store.persons.change(sure.id, (p) => ({ next: { ...p, name }, outcome: true }));
    return named;
  }
  if (sure) return sure;
  const expected: Person = {
    id: personId.parse(derivedId('expected', email)),
    name,
    email,
    language: turn.placeLanguage,
    timeZone: turn.programme?.timeZone ?? turn.by.timeZone,
    accounts: [],
    languageChosen: false,
  };
  return (await turn.store.persons.add(expected))
    ? expected
    : ((await turn.store.persons.get(expected.id)) ?? expected);
}

/** Somebody who already uses Klar under the address of an expected person is asked now; others when they come. */
export async function askThoseMet(turn: Turn, person: Person): Promise<void> {
  if (person.accounts.length > 0) return;
  for (const met of await turn.store.persons.byEmail(person.email ?? '')) {
    if (met.accounts.length > 0) await askWhoTheyAre(turn, met);
  }
}
