import type { World } from '../feature.ts';

/** How long something that was shown and not saved waits for its press, and how long a save can be undone; hours. */
const keptHours = 24;

/** Clears away drafts that nobody will save any more: what people sent is not kept longer than it is needed. */
export async function clearDrafts({ store, now }: Pick<World, 'store' | 'now'>): Promise<void> {
  const before = now().subtract({ hours: keptHours });
  for (const draft of await store.drafts.all()) {
    if (Temporal.Instant.compare(Temporal.Instant.from(draft.at), before) < 0) await store.drafts.remove(draft.id);
  }
}
