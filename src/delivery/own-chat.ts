import { settle } from '#chat/meet.ts';
import type { Delivery, Surface } from '#chat/port.ts';
import type { Account, Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Store } from '#store/port.ts';

/** What came of a sending that did not succeed, when nothing more is tried. */
export type Unsent = Exclude<Delivery, { state: 'sent' | 'throttled' }>;
type Opened = Exclude<Awaited<ReturnType<Surface['ownChat']>>, { state: 'throttled' }>;

/** The reason given of a person who has no account where Klar runs. */
export const noAccount = 'no-account';

/**
 * Finds the person's own chat on the first of their surfaces that has one for them; opens each once, however many ask.
 * @param house.open Opens it on the platform, in its turn and with patience.
 */
export function createOwnChats(house: {
  store: Store;
  surfaces: ReadonlyMap<SurfaceName, Surface>;
  open(surface: Surface, account: Account): Promise<Opened>;
}) {
  const openings = new Map<string, Promise<Place | Unsent>>();

  async function open(surface: Surface, account: Account, person: Person): Promise<Place | Unsent> {
    const known = (await house.store.places.ofPerson(person.id)).find(
      (p) => p.surface === account.surface && p.workspace === account.workspace && !p.goneSince,
    );
    if (known) return known;
    const came = await house.open(surface, account);
    if (came.state !== 'open') return came;
    return settle(house.store, came.where, person, { language: person.language, timeZone: person.timeZone });
  }

  return async (person: Person): Promise<Place | Unsent> => {
    let why: Unsent = { state: 'refused', reason: noAccount };
    for (const account of person.accounts) {
      const surface = house.surfaces.get(account.surface);
      if (!surface) continue;
      const key = JSON.stringify([person.id, account.surface, account.workspace, account.user]);
      const opening = openings.get(key) ?? open(surface, account, person).finally(() => openings.delete(key));
      openings.set(key, opening);
      const found = await opening;
      if (!('state' in found)) return found;
      why = found;
    }
    return why;
  };
}
