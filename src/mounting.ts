import type { Feature } from '#chat/feature.ts';
import type { LinkedFiles } from '#chat/linked-files.ts';
import type { Log } from '#chat/log.ts';
import { operatorRequests } from '#cli/operator-requests.ts';
import { type LowdbStore, openLowdbStore } from '#store/lowdb/open.ts';
import type { House } from './house.ts';
import type { Metrics } from './http/metrics.ts';
import type { Check } from './http/ready.ts';
import type { createHttpServer } from './http/server.ts';

/** What a house is mounted on, the real one and the rehearsal's alike. */
export interface Mounting {
  features: Feature[];
  app: ReturnType<typeof createHttpServer>['app'];
  /** The files behind links of every house. */
  linked: LinkedFiles[];
  /** Where this machine reaches Klar; undefined until a port that the system chooses is known. */
  here(): string | undefined;
  metrics: Metrics;
  /** What must hold for Klar to be ready, added as it is opened. */
  checks: Check[];
  /** What is let go of when Klar stops, the last opened first. */
  closing: (() => Promise<void>)[];
  log: Log;
}

/** Opens a store, which from then on must be open for Klar to be ready. */
export async function openStore(
  { checks, closing }: Mounting,
  at: { dir: string; secretKeyFile: string },
): Promise<LowdbStore> {
  const store = await openLowdbStore(at);
  let isOpen = true;
  checks.push(() => (isOpen ? undefined : 'The store is not open.'));
  closing.push(async () => {
    isOpen = false;
    await store.close();
  });
  return store;
}

/** From now on answers the operator's commands, and says which files of the store could not be read. */
export function serveOperator(store: LowdbStore, { world }: House, log: Log): void {
  for (const damaged of store.damaged) log.error(damaged, 'a file of the store is damaged: its record is read-only');
  store.serve(operatorRequests(world));
}
