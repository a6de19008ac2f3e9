import type { Turn } from '#chat/feature.ts';
import { type Wanted, wanted } from '../wanted.ts';

const kind = 'poll';

/**
 * Keeps a poll that somebody is still looking at. Saving it again replaces it.
 * @param id The id that the poll will have, so that a form sent twice makes one poll.
 * @returns False when the id is somebody else's.
 */
export async function saveDraft(turn: Turn, id: string, data: Wanted): Promise<boolean> {
  const record = { id, kind, by: turn.by.id, at: turn.now().toString(), data };
  if (await turn.store.drafts.add(record)) return true;
  const replaced = await turn.store.drafts.change(id, (current) =>
    current.by === turn.by.id && current.kind === kind
      ? { next: { ...current, ...record }, outcome: true }
      : { outcome: false },
  );
  return replaced === true;
}

/** The person's own draft, if it is still there. */
export async function loadDraft(turn: Turn, id: string): Promise<Wanted | undefined> {
  const draft = await turn.store.drafts.get(id);
  if (!draft || draft.kind !== kind || draft.by !== turn.by.id) return undefined;
  return wanted.safeParse(draft.data).data;
}

export async function dropDraft(turn: Turn, id: string): Promise<void> {
  if (await loadDraft(turn, id)) await turn.store.drafts.remove(id);
}
