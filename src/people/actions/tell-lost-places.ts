import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { mayHearFrom } from '../leave-alone.ts';
import { isOwn, isTold, type Loss, lossOf } from '../lost-place.ts';
import type { Person } from '../person.ts';
import type { Place } from '../place.ts';
import type { Programme } from '../programme.ts';
import { lostText } from '../view-lost.ts';
import { messageCard } from './common.ts';

/** The group in the ledger. Its keys: programme, place and owner. */
const group = 'lost-places';
const keyOf = (programme: Programme, place: Place, owner: Person) => `${programme.id}/${place.id}/${owner.id}`;

/** How often Klar looks whether an owner who is left alone may be told after all, minutes. */
const lookedAtAgainMinutes = 30;

/** By place: those that are gone, and of which an owner has still to be told. */
const untold = createAgenda({
  name: 'lost-place',
  follows: [
    { of: (store) => store.places },
    {
      of: (store) => store.programmes,
      async concerns({ store }, id) {
        const programme = await store.programmes.get(id);
        return [programme?.place, ...(programme?.units ?? []).map(({ place }) => place)].filter(
          (one) => one !== undefined,
        );
      },
    },
  ],
  async nextAt(world, id) {
    const place = await world.store.places.get(id);
    if (place?.goneSince === undefined) return undefined;
    let next: Temporal.Instant | undefined;
    for (const programme of await world.store.programmes.all()) {
      if (!(await lossFor(world, programme, place))) continue;
      for (const owner of await ownersToTell(world, programme, place)) {
        const at = mayHearFrom(world.now(), owner, programme);
        if (!next || Temporal.Instant.compare(at, next) < 0) next = at;
      }
    }
    const again = world.now().add({ minutes: lookedAtAgainMinutes });
    return next && (Temporal.Instant.compare(next, again) < 0 ? next : again);
  },
});

/**
 * One heartbeat of telling a programme's owners where Klar can no longer write (removed, blocked, uninstalled; PLATFORMS T41, S31),
 * with the next step: once for each loss and owner, together what was lost together, and outside their quiet hours.
 */
export async function tellLostPlaces(world: World): Promise<void> {
  const due = await untold.due(world);
  if (due.length === 0) return;
  const places = (await Promise.all(due.map((id) => world.store.places.get(id)))).filter((one) => one !== undefined);
  for (const programme of await world.store.programmes.all()) {
    const losses: Loss[] = [];
    for (const place of places) {
      const loss = await lossFor(world, programme, place);
      if (loss) losses.push(loss);
    }
    if (losses.length === 0) continue;
    // One programme whose records cannot be saved keeps no other uninformed.
    await tellOwners(world, programme, losses).catch((error: unknown) =>
      world.log.error({ err: error, programme: programme.id }, 'the owners were not told of lost places'),
    );
  }
}

/** What the programme loses with a place. Whoever has another chat with Klar that works is not lost. */
async function lossFor({ store }: World, programme: Programme, place: Place): Promise<Loss | undefined> {
  const loss = lossOf(programme, place);
  if (!loss || place.person === undefined) return loss;
  const others = await store.places.ofPerson(place.person);
  return others.some(({ goneSince }) => goneSince === undefined) ? undefined : loss;
}

async function ownersToTell({ store, now }: World, programme: Programme, place: Place): Promise<Person[]> {
  const owners = await Promise.all(programme.owners.map((id) => store.persons.get(id)));
  const found: Person[] = [];
  for (const owner of owners) {
    if (!owner || isOwn(place, owner)) continue;
    if (!isTold(await store.ledger.get(group, keyOf(programme, place, owner)), place, now())) found.push(owner);
  }
  return found;
}

async function tellOwners(world: World, programme: Programme, losses: readonly Loss[]): Promise<void> {
  const perOwner = new Map<string, { owner: Person; losses: Loss[] }>();
  for (const loss of losses) {
    for (const owner of await ownersToTell(world, programme, loss.place)) {
      if (Temporal.Instant.compare(mayHearFrom(world.now(), owner, programme), world.now()) > 0) continue;
      const known = perOwner.get(owner.id) ?? { owner, losses: [] };
      known.losses.push(loss);
      perOwner.set(owner.id, known);
    }
  }
  const people = await whose(world, losses);
  for (const { owner, losses: mine } of perOwner.values()) {
    const { title, text } = lostText(mine, programme, people, owner.language);
    const name = derivedId(...mine.map(({ place }) => `${place.id} ${place.goneSince}`).toSorted());
    const once = { group, key: `${programme.id}/together/${owner.id}/${name}`, again: true };
    const came = await world.outbox.tell(owner, messageCard(owner.language, title, { text }), { once });
    const state = came.state === 'already' ? 'sent' : came.state;
    world.log.info({ programme: programme.id, owner: owner.id, places: mine.length, state }, 'lost places told');
    // Tried again at the next beat.
    if (state === 'unreachable') continue;
    for (const { place } of mine) {
      await world.store.ledger.change(group, keyOf(programme, place, owner), () => ({
        next: { state, at: world.now().toString() },
        outcome: true,
      }));
    }
  }
}

/** The people whose own chats are lost, by id. */
async function whose({ store }: World, losses: readonly Loss[]): Promise<Map<string, Person>> {
  const ids = losses.flatMap(({ place }) => place.person ?? []);
  const found = await Promise.all(ids.map((id) => store.persons.get(id)));
  return new Map(found.flatMap((person) => (person ? [[person.id as string, person] as const] : [])));
}
