import type { Card } from '#card/card.ts';
import type { Delivery, Surface } from '#chat/port.ts';
import type { Account, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';

/** A message as it stands on the platform now. */
export interface Standing {
  id: string;
  place: string;
  card: Card;
  updates: number;
}

type Call = { what: 'send' | 'update' | 'ownChat'; place: string; card?: Card };
type Trouble = Exclude<Delivery, { state: 'sent' }>;

/**
 * A platform that keeps the messages of each place as they stand, and every call in the order in which it came. It can
 * be told to have trouble, for some calls or until told otherwise, and to keep its answers back.
 */
export function recordingSurface(name: SurfaceName) {
  const standing = new Map<string, Standing>();
  const calls: Call[] = [];
  const troubles: { trouble: Trouble; left: number; fits(call: Call): boolean }[] = [];
  let held: { gate: Promise<void>; open(): void } | undefined;
  let underWay = 0;
  let mostAtOnce = 0;
  let sent = 0;

  async function answer(call: Call): Promise<Trouble | undefined> {
    calls.push(call);
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    await (held?.gate ?? new Promise((resolve) => setImmediate(resolve)));
    underWay -= 1;
    const found = troubles.find(({ left, fits }) => left > 0 && fits(call));
    if (found) found.left -= 1;
    return found?.trouble;
  }

  const surface: Surface = {
    name,
    async send(place, card) {
      const trouble = await answer({ what: 'send', place: place.id, card });
      if (trouble) return trouble;
      sent += 1;
      const id = `${name}-${sent}`;
      standing.set(id, { id, place: place.id, card, updates: 0 });
      return { state: 'sent', ref: { id } };
    },
    async update(place, ref, card) {
      const trouble = await answer({ what: 'update', place: place.id, card });
      if (trouble) return trouble;
      const message = standing.get(ref.id ?? '');
      if (!message) return { state: 'gone' };
      standing.set(message.id, { ...message, card, updates: message.updates + 1 });
      return { state: 'sent', ref };
    },
    async ownChat(account) {
      const trouble = await answer({ what: 'ownChat', place: account.user });
      if (trouble) return trouble;
      return { state: 'open', where: ownChatOf(account) };
    },
  };

  return {
    surface,
    calls,
    /** The messages that stand in a place, or anywhere, oldest first. */
    in: (place?: Pick<Place, 'id'>) => [...standing.values()].filter((m) => !place || m.place === place.id),
    /** Takes a message away, as people do. */
    take: (id: string) => void standing.delete(id),
    /** The next calls (or so many of those that fit) meet with trouble. */
    trouble: (trouble: Trouble, times = 1, fits: (call: Call) => boolean = () => true) =>
      void troubles.push({ trouble, left: times, fits }),
    /** The platform is well again. */
    recover: () => void troubles.splice(0),
    /** Calls get no answer until the function that is given back is called. */
    hold(): () => void {
      const { promise: gate, resolve } = Promise.withResolvers<void>();
      held = { gate, open: resolve };
      return () => {
        held = undefined;
        resolve();
      };
    },
    mostAtOnce: () => mostAtOnce,
    sends: (place?: Pick<Place, 'id'>) => calls.filter((c) => c.what === 'send' && (!place || c.place === place.id)),
    updates: (place?: Pick<Place, 'id'>) =>
      calls.filter((c) => c.what === 'update' && (!place || c.place === place.id)),
  };
}
export type RecordingSurface = ReturnType<typeof recordingSurface>;

/** An account's own chat on the recording surface. */
export const ownChatOf = ({ surface, workspace, user }: Account) => ({
  surface,
  workspace,
  kind: 'personal' as const,
  key: `own-${user}`,
  address: {},
});
