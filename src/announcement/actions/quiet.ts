import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { nextAllowed } from '#people/leave-alone.ts';
import type { Programme } from '#people/programme.ts';
import type { Receiver } from '../announcement.ts';

/** When a receiver may be written to again; undefined when they may be now. A place goes by its programme's zone. */
export async function quietUntil(
  world: Pick<World, 'store' | 'now'>,
  programme: Programme,
  receiver: Receiver,
): Promise<Temporal.Instant | undefined> {
  const person = 'person' in receiver ? await knownAs(world, receiver.person) : undefined;
  const quiet = 'person' in receiver ? person?.quiet : (await world.store.places.get(receiver.place))?.quiet;
  const now = world.now();
  const at = nextAllowed(now, quiet, { zone: person?.timeZone ?? programme.timeZone, country: programme.country });
  return Temporal.Instant.compare(at, now) > 0 ? at : undefined;
}
