import type { World } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { activitySubject } from '../activity-subject.ts';

/**
 * Draws anew what stands somewhere about some rows of a plan. Looks once which rows have anything standing: a file may
 * change ten thousand, of which a handful were reminded of.
 */
export async function redrawRows(
  world: Pick<World, 'store' | 'outbox'>,
  programme: Programme,
  rows: readonly { id: string }[],
): Promise<void> {
  const changed = new Set(rows.map(({ id }) => id));
  const prefix = activitySubject(programme, { id: '' as never });
  const standing = (await world.store.postings.all()).flatMap(({ about }) => {
    const id = about.startsWith(prefix) ? (about.slice(prefix.length).split('/')[0] ?? '') : '';
    return changed.has(id) ? [`${prefix}${id}`] : [];
  });
  for (const subject of new Set(standing)) world.outbox.refresh(subject);
}
