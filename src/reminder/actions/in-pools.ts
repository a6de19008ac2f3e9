import { type Receiver, receiverId } from '../receivers.ts';
import type { Group } from './send-group.ts';

/** Receivers of one workspace that are written to at the same time. The outbox keeps the pace and what a crash may repeat; this keeps the cards that wait few. */
const atOnce = 16;
/** Runs what goes to one receiver in its order, few receivers of a workspace at a time, and workspaces beside each other. */
export async function inPools(groups: readonly Group[], run: (own: Group[]) => Promise<void>): Promise<void> {
  const ofReceiver = Map.groupBy(groups, ({ slots: [first] }) => (first ? receiverId(first.receiver) : ''));
  const pools = Map.groupBy(ofReceiver.values(), ([group]) => workspaceOf(group?.slots[0]?.receiver));
  await Promise.all(
    [...pools.values()].map((waiting) => {
      const inTurn = async () => {
        for (let own = waiting.shift(); own; own = waiting.shift()) await run(own);
      };
      return Promise.all(Array.from({ length: atOnce }, inTurn));
    }),
  );
}

function workspaceOf(receiver: Receiver | undefined): string {
  const home = receiver?.is === 'place' ? receiver.place : receiver?.person.accounts[0];
  return home ? `${home.surface} ${home.workspace}` : '';
}
