import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { nextAllowed } from '#people/leave-alone.ts';
import type { Programme } from '#people/programme.ts';
import type { Receiver } from '../announcement.ts';

type Asking = (receiver: Receiver) => Promise<Temporal.Instant | undefined>;

/**
 * Tells of receivers when they may be written to again; undefined of those who may be now. A place goes by its programme's zone. What is asked
 * with is of one moment: of people alike in their hours and zone it is worked out once.
 */
export function quietNow(world: Pick<World, 'store' | 'now'>, programme: Programme): Asking {
  const now = world.now();
  const known = new Map<string, Temporal.Instant | undefined>();
  return async (receiver) => {
    const person = 'person' in receiver ? await knownAs(world, receiver.person) : undefined;
    const quiet = 'person' in receiver ? person?.quiet : (await world.store.places.get(receiver.place))?.quiet;
    const zone = person?.timeZone ?? programme.timeZone;
    const alike = `${zone} ${quiet ? JSON.stringify(quiet) : ''}`;
    if (!known.has(alike)) {
      const at = nextAllowed(now, quiet, { zone, country: programme.country });
      known.set(alike, Temporal.Instant.compare(at, now) > 0 ? at : undefined);
    }
    return known.get(alike);
  };
}
