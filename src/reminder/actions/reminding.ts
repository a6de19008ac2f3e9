import type { World } from '#chat/feature.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Decision } from '#store/port.ts';
import { noReminding, type Reminding } from '../reminding.ts';

/** A programme's rules and what people have said about its reminders; an empty record where nobody has said anything yet. */
export const remindingOf = async ({ store }: Pick<World, 'store'>, id: ProgrammeId): Promise<Reminding> =>
  (await store.remindings.get(id)) ?? noReminding(id);

/** Changes that record, which is made when there is none: copy, decide, write. `decide` may run again and must be pure. */
export async function changeReminding<O>(
  { store }: Pick<World, 'store'>,
  id: ProgrammeId,
  decide: (current: Reminding) => Decision<Reminding, O>,
): Promise<O> {
  for (;;) {
    const changed = await store.remindings.change(id, (current) => {
      const { next, outcome } = decide(current);
      return { ...(next ? { next } : {}), outcome: { outcome } };
    });
    if (changed) return changed.outcome;
    await store.remindings.add(noReminding(id));
  }
}
