import type { World } from '#chat/feature.ts';
import type { Person } from '../person.ts';

/**
 * Who is meant by an id that stands with something that somebody did: the person, or who they turned out to be since.
 * Undefined when Klar no longer knows them.
 */
export async function knownAs({ store }: Pick<World, 'store'>, id: string): Promise<Person | undefined> {
  const known = await store.persons.get(id);
  return known ?? (await store.persons.all()).find(({ former }) => former?.some((one) => one === id));
}
