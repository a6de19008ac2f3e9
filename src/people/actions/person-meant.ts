import type { CommandInput, Turn } from '#chat/feature.ts';
import { meet } from '#chat/meet.ts';
import type { Person } from '../person.ts';
import { isEmail } from '../read-people.ts';
import { personOfEmail } from './expected.ts';
import { askWhoTheyAre } from './identity.ts';

/** The person meant: a mention, or an e-mail address of somebody who is expected. */
export async function personMeant(turn: Turn, who: string, { mentions }: CommandInput): Promise<Person | undefined> {
  const index = /^@\{(\d+)\}$/.exec(who)?.[1];
  const mention = index === undefined ? undefined : mentions[Number(index)];
  if (mention) {
    // A mention says less than the person's own acts do: it changes nothing in what is known.
    const known = await turn.store.persons.byAccount(mention);
    if (known) return known;
    const defaults = { language: turn.placeLanguage, timeZone: turn.by.timeZone };
    const { person, learnedEmail } = await meet(turn.store, mention, defaults);
    if (learnedEmail) await askWhoTheyAre(turn, person);
    return person;
  }
  if (!isEmail(who)) return undefined;
  const about = { language: turn.placeLanguage, timeZone: turn.programme?.timeZone ?? turn.by.timeZone };
  return personOfEmail(turn.store, { name: who.toLowerCase(), email: who.toLowerCase() }, about);
}
