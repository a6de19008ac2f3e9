import type { World } from '../feature.ts';
import { isOver } from '../linked-files.ts';
import { withdraw } from '../links.ts';

/** Clears away links whose days are over: what stands behind an address is not kept longer than it was promised. */
export async function clearLinks(world: Pick<World, 'store' | 'now'>): Promise<void> {
  for (const link of await world.store.links.all()) if (isOver(link, world.now())) await withdraw(world, link.id);
}
