import { createHash } from 'node:crypto';
import type { Language } from '#calendar/when.ts';
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
  createHash('sha256').update(parts.join('\n')).digest('base64url').replace(/[-_]/g, 'x').slice(0, 16);

/** The reader's language from a platform's locale (`nb-NO`, `no`, `sv-SE`, `en-GB`); others read English, nobody said is the default. */
export function languageOf(locale: string | undefined, fallback: Language): Language {
  if (!locale) return fallback;
  const tag = locale.toLowerCase().split(/[-_]/)[0];
  if (tag === 'nn') return 'nn';
  if (tag === 'nb' || tag === 'no' || tag === 'da') return 'nb';
  return tag === 'sv' ? 'sv' : 'en';
}

/**
 * The person behind a verified account, made at first contact on any surface, with language and time zone from there.
 * @param save False for what a platform does by itself (an automatic refresh), which must change nothing.
 */
export async function meet(
  store: Store,
  visitor: Visitor,
  defaults: Defaults,
  save = true,
): Promise<{ person: Person; isNew: boolean }> {
  const known = await store.persons.byAccount(visitor);
  if (known) return { person: save ? await refreshed(store, known, visitor) : known, isNew: false };
  const person: Person = {
    id: personId.parse(derivedId('person', visitor.surface, visitor.workspace, visitor.user)),
    name: visitor.name?.trim() || visitor.user,
    ...(visitor.email ? { email: visitor.email } : {}),
    language: languageOf(visitor.locale, defaults.language),
    timeZone: visitor.timeZone ?? defaults.timeZone,
    accounts: [accountOf(visitor)],
    languageChosen: false,
  };
  if (!save) return { person, isNew: true };
  const added = await store.persons.add(person);
  return { person: added ? person : ((await store.persons.get(person.id)) ?? person), isNew: added };
}

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
    timeZone: visitor.timeZone ?? person.timeZone,
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
    const wanted = { ...known, address: { ...known.address, ...where.address }, name: where.name || known.name };
    const { goneSince, ...back } = wanted;
    if (!save || (goneSince === undefined && JSON.stringify(wanted) === JSON.stringify(known))) return known;
    return (
      (await store.places.change(known.id, (current) => {
        const { goneSince: _, ...rest } = current;
        const next = { ...rest, address: { ...current.address, ...where.address }, name: where.name || current.name };
        return { next, outcome: next };
      })) ?? back
    );
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
