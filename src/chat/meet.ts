import { hash } from 'node:crypto';
import type { Language } from '#calendar/when.ts';
import { isTimeZone } from '#calendar/zone.ts';
import { type Person, personId } from '#people/person.ts';
import { type Place, placeId } from '#people/place.ts';
import type { Store } from '#store/port.ts';
import type { Visitor, Where } from './port.ts';

/** What a newcomer gets where the platform says nothing. */
export interface Defaults {
  language: Language;
  timeZone: string;
}

/** A short id derived from what it stands for, so that two first contacts at once make one record. */
export const derivedId = (...parts: string[]): string =>
  hash('sha256', parts.join('\n'), 'base64url').replace(/[-_]/g, 'x').slice(0, 16);

/** The reader's language from a platform's locale (`nb-NO`, `no`, `sv-SE`, `en-GB`); others read English, nobody said is the default. */
export function languageOf(locale: string | undefined, fallback: Language): Language {
  if (!locale) return fallback;
  const tag = locale.toLowerCase().split(/[-_]/)[0];
  if (tag === 'nn') return 'nn';
  if (tag === 'nb' || tag === 'no' || tag === 'da') return 'nb';
  return tag === 'sv' ? 'sv' : 'en';
}

export interface Met {
  person: Person;
  /** This is the first contact. */
  isNew: boolean;
  /** Klar did not know the person's e-mail until now: at first contact, or later when the platform first tells it. */
  learnedEmail: boolean;
}

/**
 * The person behind a verified account, made at first contact on any surface, with language and time zone from there.
 * @param save False for what must change nothing: what a platform does by itself, and buttons that Klar does not know.
 */
export async function meet(store: Store, visitor: Visitor, defaults: Defaults, save = true): Promise<Met> {
  const known = await store.persons.byAccount(visitor);
  if (known) {
    // What is not to be kept counts all the same: who was known by a mention alone reads in their own language at once.
    const person = save ? await refreshed(store, known, visitor) : withNews(known, visitor);
    return { person, isNew: false, learnedEmail: save && !known.email && person.email !== undefined };
  }
  const person: Person = {
    id: personId.parse(derivedId('person', visitor.surface, visitor.workspace, visitor.user)),
    name: visitor.name?.trim() || visitor.user,
    ...(visitor.email ? { email: visitor.email } : {}),
    language: languageOf(visitor.locale, defaults.language),
    timeZone: zoneOf(visitor) ?? defaults.timeZone,
    accounts: [accountOf(visitor)],
    languageChosen: false,
  };
  if (!save) return { person, isNew: true, learnedEmail: false };
  const added = await store.persons.add(person);
  return {
    person: added ? person : ((await store.persons.get(person.id)) ?? person),
    isNew: added,
    learnedEmail: added && person.email !== undefined,
  };
}

/** The visitor's zone, when it is one: some clients send names that no calendar knows. */
const zoneOf = ({ timeZone }: Visitor) => (timeZone && isTimeZone(timeZone) ? timeZone : undefined);

const accountOf = ({ surface, workspace, user, address }: Visitor) => ({ surface, workspace, user, address });

async function refreshed(store: Store, known: Person, visitor: Visitor): Promise<Person> {
  const wanted = withNews(known, visitor);
  if (JSON.stringify(wanted) === JSON.stringify(known)) return known;
  const changed = await store.persons.change(known.id, (current) => {
    const next = withNews(current, visitor);
    return { next, outcome: next };
  });
  return changed ?? known;
}

/** The account last used comes first: that is where Klar writes to the person. */
function withNews(person: Person, visitor: Visitor): Person {
  const same = (a: Person['accounts'][number]) =>
    a.surface === visitor.surface && a.workspace === visitor.workspace && a.user === visitor.user;
  const old = person.accounts.find(same);
  const account = { ...accountOf(visitor), address: { ...old?.address, ...visitor.address } };
  return {
    ...person,
    ...(visitor.name?.trim() ? { name: visitor.name.trim() } : {}),
    ...(visitor.email && !person.email ? { email: visitor.email } : {}),
    language: person.languageChosen ? person.language : languageOf(visitor.locale, person.language),
    timeZone: person.timeZoneChosen ? person.timeZone : (zoneOf(visitor) ?? person.timeZone),
    accounts: [account, ...person.accounts.filter((a) => !same(a))],
  };
}

/** The place in which something happened, made at first contact, its address refreshed at every one (PLATFORMS T28). */
export async function settle(
  store: Store,
  where: Where,
  person: Person,
  defaults: Defaults,
  save = true,
): Promise<Place> {
  const known = await store.places.byKey(where);
  if (known) {
    // A person's own chat speaks the person's language, also after that has changed somewhere else.
    const news = (current: Place): Place => {
      const { goneSince: _, ...rest } = current;
      return {
        ...rest,
        address: { ...current.address, ...where.address },
        name: where.name || current.name,
        language: current.person === person.id ? person.language : current.language,
      };
    };
    if (!save || JSON.stringify(news(known)) === JSON.stringify(known)) return known;
    const changed = await store.places.change(known.id, (current) => {
      const next = news(current);
      return { next, outcome: next };
    });
    return changed ?? news(known);
  }
  const place: Place = {
    id: placeId.parse(derivedId('place', where.surface, where.workspace, where.key)),
    surface: where.surface,
    workspace: where.workspace,
    kind: where.kind,
    key: where.key,
    name: where.name ?? '',
    address: where.address,
    language: where.kind === 'personal' ? person.language : defaults.language,
    ...(where.kind === 'personal' ? { person: person.id } : {}),
  };
  if (!save) return place;
  return (await store.places.add(place)) ? place : ((await store.places.get(place.id)) ?? place);
}
