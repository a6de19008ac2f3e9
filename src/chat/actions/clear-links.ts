import { createAgenda } from '../agenda.ts';
import type { World } from '../feature.ts';
import { isOver } from '../linked-files.ts';
import { withdraw } from '../links.ts';

const over = createAgenda({
  name: 'link',
  follows: [{ of: (store) => store.links }],
  async nextAt({ store }, id) {
    const until = (await store.links.get(id))?.until;
    return until === undefined ? undefined : Temporal.Instant.from(until);
  },
});

/** Clears away links whose days are over: what stands behind an address is not kept longer than it was promised. */
export async function clearLinks(world: World): Promise<void> {
  // What is cleared away does not come back with the clock.
  if (world.clock?.jumpedAt()) return;
  for (const id of await over.due(world)) {
    const link = await world.store.links.get(id);
    if (link && isOver(link, world.now())) await withdraw(world, id);
  }
}
