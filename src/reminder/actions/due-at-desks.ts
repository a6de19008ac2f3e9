import type { World } from '#chat/feature.ts';
import { type Bundles, bundlesOf } from '../digest.ts';
import type { Copy, Slot } from '../due.ts';
import { type Receiver, receiverId } from '../receivers.ts';
import { type Desk, slotsOfDesk } from './desk.ts';
import { type Group, nameOf } from './send-group.ts';

/** What is due at some desks. */
export interface Found {
  bundles: Bundles[];
  /** Messages that a crash left, and new ones. */
  groups: Group[];
  /** Who gets any of them. */
  receivers: Receiver[];
  /** Nobody takes them. */
  lost: Copy[];
  /** See `Slots`. */
  ended: Copy[];
}

/**
 * Looks what is due at some desks now.
 * @param isAskedFor Left out of it is what this says no to. @param only These reminders alone.
 */
export function dueAt(
  desks: ReadonlyMap<string, Desk>,
  world: Pick<World, 'now'>,
  isAskedFor: (desk: Desk, slot: Slot) => boolean = () => true,
  only?: ReadonlySet<Copy>,
): Found {
  const nowMs = world.now().epochMilliseconds;
  const all: Slot[] = [];
  const lost: Copy[] = [];
  const ended: Copy[] = [];
  for (const desk of desks.values()) {
    const found = slotsOfDesk(desk);
    const isMeant = (copy: Copy) => only === undefined || only.has(copy);
    // What has gone out counts, too: who has had the day's message gets what others cannot take with the next one.
    all.push(...found.slots.filter((slot) => isAskedFor(desk, slot) && (isMeant(slot.copy) || slot.isSettled)));
    lost.push(...found.lost.filter((copy) => copy.atMs <= nowMs && isMeant(copy)));
    ended.push(...found.ended.filter(isMeant));
  }
  const found: Found = { bundles: [], groups: [], receivers: [], lost, ended };
  for (const slots of byReceiver(all).values()) {
    const [first] = slots;
    if (!first) continue;
    const bundles = bundlesOf(slots, nowMs);
    const left = slots.filter(({ isSettled, claimed }) => !isSettled && claimed !== undefined);
    const groups = [
      ...[...Map.groupBy(left, ({ claimed = '' }) => claimed)].map(([name, held]) => ({ name, slots: held })),
      ...bundles.messages.map((held) => ({ name: nameOf(held), slots: held })),
    ];
    found.bundles.push(bundles);
    found.groups.push(...groups);
    if (groups.length > 0) found.receivers.push(first.receiver);
  }
  return found;
}

/** What goes to each receiver, by `receiverId`. */
export const byReceiver = (slots: readonly Slot[]): Map<string, Slot[]> =>
  Map.groupBy(slots, ({ receiver }) => receiverId(receiver));
