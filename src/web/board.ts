import { randomBytes } from 'node:crypto';
import type { Card } from '#card/card.ts';
import type { Store } from '#store/port.ts';
import type { Message } from '#store/posting.ts';

/** A card on the page. A form can be put away by its reader; `ask-file` shows the page's upload with it. */
export type PageCard = Card & { purpose?: 'form' | 'ask-file' };

/** A message as the page holds it: whatever is stored as its card was put there by the page. */
export type PageMessage = Omit<Message, 'card'> & { card?: PageCard };

export type NewMessage = Omit<PageMessage, 'id' | 'at'>;

/**
 * The messages of the page: every one is on disk before anybody sees it, and all are kept at hand, in order. Ids count
 * upwards, so that messages of one instant (the clock of a rehearsal stands still) keep the order in which they came.
 */
export interface Board {
  /**
   * Puts up a message.
   * @param once Names the act that it comes from: a second one with the same name changes nothing.
   * @param first It stands above all that has come to the place before.
   */
  put(message: NewMessage, once?: string, first?: boolean): Promise<PageMessage>;
  get(id: string): PageMessage | undefined;
  /** Whether something was put up by the act of this name. */
  knows(once: string): boolean;
  /** Of one place, oldest first. */
  of(place: string): readonly PageMessage[];
  /** False when there is no such message. */
  redraw(id: string, card: PageCard, text: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Counts every change, so that whoever looks can tell that there is something new. */
  changes(): number;
  /** Says that something else has changed that a reader sees, such as the time. */
  touch(): void;
  /** Calls back at every change until the returned function is called. */
  watch(changed: () => void): () => void;
}

/** Takes what the store holds and keeps it in step from then on. */
export async function openBoard(messages: Store['messages'], now: () => Temporal.Instant): Promise<Board> {
  const byId = new Map<string, PageMessage>();
  const byPlace = new Map<string, PageMessage[]>();
  const byAct = new Map<string, string>();
  const watchers = new Set<() => void>();
  let changes = 0;
  let last = 0;

  for (const message of (await messages.all()) as PageMessage[]) hold(message);

  function hold(message: PageMessage): void {
    byId.set(message.id, message);
    const list = byPlace.get(message.place) ?? [];
    byPlace.set(message.place, list);
    list.push(message);
    const before = list.at(-2);
    if (before && inOrder(before, message) > 0) list.sort(inOrder);
    const [, count, act] = /^m(\d+)-(.+)$/.exec(message.id) ?? [];
    last = Math.max(last, Number(count ?? 0));
    if (act) byAct.set(act, message.id);
  }

  function touch(): void {
    changes += 1;
    for (const changed of watchers) changed();
  }

  return {
    async put(message, once = randomBytes(8).toString('hex'), first = false) {
      const known = byId.get(byAct.get(once) ?? '');
      if (known) return known;
      const above = first ? byPlace.get(message.place)?.[0] : undefined;
      if (!above) last += 1;
      // Ids count from 1: what is to stand above the others has the number before them and the first one's time.
      const id = `m${String(above ? 0 : last).padStart(9, '0')}-${once}`;
      // Always three decimals: without them, times would not sort as text.
      const made: PageMessage = { ...message, id, at: above?.at ?? now().toString({ fractionalSecondDigits: 3 }) };
      byAct.set(once, id);
      await messages.add(made);
      hold(made);
      touch();
      return made;
    },
    get: (id) => byId.get(id),
    knows: (once) => byAct.has(once),
    of: (place) => byPlace.get(place) ?? [],
    async redraw(id, card, text) {
      const held = byId.get(id);
      if (!held) return false;
      // A new object: that a card has been redrawn shows in its identity. Whoever was mentioned once has been: as in chats,
      // a change does not take that back.
      const { mentions = held.card?.mentions } = card;
      const drawn = { ...card, ...(mentions ? { mentions } : {}) };
      const done = await messages.change(id, (current) => ({ next: { ...current, card: drawn, text }, outcome: true }));
      if (!done) return false;
      const redrawn = { ...held, card: drawn, text };
      byId.set(id, redrawn);
      const list = byPlace.get(held.place) ?? [];
      list[list.findIndex((m) => m.id === id)] = redrawn;
      touch();
      return true;
    },
    async remove(id) {
      const held = byId.get(id);
      if (!held) return;
      await messages.remove(id);
      byId.delete(id);
      byPlace.set(
        held.place,
        (byPlace.get(held.place) ?? []).filter((m) => m.id !== id),
      );
      touch();
    },
    changes: () => changes,
    touch,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

const inOrder = (a: PageMessage, b: PageMessage): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
