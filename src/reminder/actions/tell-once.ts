import type { World } from '#chat/feature.ts';
import type { Settled } from '#chat/port.ts';

/**
 * A sending under a key of the ledger, taken up again where an earlier one reached nobody: the outbox keeps to a key that
 * it has settled, also as unreachable or gone, and a reminder must not be lost because a platform was down at nine.
 */
export async function tellOnce(
  world: Pick<World, 'store'>,
  { group, key }: { group: string; key: string },
  send: () => Promise<Settled>,
): Promise<Settled> {
  await world.store.ledger.change(group, key, (entry) =>
    entry?.state === 'unreachable' || entry?.state === 'gone' ? { next: null, outcome: true } : { outcome: false },
  );
  return send();
}
