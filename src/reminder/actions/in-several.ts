import type { World } from '#chat/feature.ts';
import { programmesByReceiver } from './desk.ts';

/**
 * Whether a person or a place hears of more than one programme. Then what comes says which it is about, and a hint to type a command is left out: it
 * might lead to another one.
 * @param receiver The id of either.
 */
export const hearsOfSeveral = async (world: Pick<World, 'store'>, receiver: string): Promise<boolean> =>
  ((await programmesByReceiver(world)).get(receiver)?.size ?? 0) > 1;
