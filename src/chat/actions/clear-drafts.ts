import { createAgenda } from '../agenda.ts';
import type { World } from '../feature.ts';

/** How long something that was shown and not saved waits for its press, and how long a save can be undone; hours. */
const keptHours = 24;

const over = createAgenda({
  name: 'draft',
  follows: [{ of: (store) => store.drafts }],
  async nextAt({ store }, id) {
    const draft = await store.drafts.get(id);
    return draft && Temporal.Instant.from(draft.at).add({ hours: keptHours });
  },
});

/**
 * Clears away drafts that nobody will save any more: what people sent is not kept longer than it is needed. Not while the
 * clock cannot be believed: what is cleared away does not come back.
 */
export async function clearDrafts(world: World): Promise<void> {
  if (world.clock?.jumpedAt()) return;
  for (const id of await over.due(world)) {
    const before = world.now().subtract({ hours: keptHours });
    const draft = await world.store.drafts.get(id);
    if (draft && Temporal.Instant.compare(Temporal.Instant.from(draft.at), before) < 0)
      await world.store.drafts.remove(id);
  }
}
