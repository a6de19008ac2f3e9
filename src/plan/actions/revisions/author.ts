import type { Language } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { say } from '#words/say.ts';

/** Who made a revision, as it is told: the person's name, or what stands for the operator and for whom Klar no longer knows. */
export async function authorName(world: Pick<World, 'store'>, by: string, language: Language): Promise<string> {
  const known = await knownAs(world, by);
  return known?.name ?? say(language, by === 'operator' ? 'plan.by.operator' : 'plan.by.somebody');
}
