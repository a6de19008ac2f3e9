import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Activity } from '../activity.ts';
import { leadersOf, rowCard } from './common.ts';

/**
 * Tells those who lead the programme that somebody needs help with an activity, each once, in their own chat and
 * language. Whoever could not be reached is told when this is called again.
 */
export async function callForHelp(world: World, programme: Programme, activity: Activity): Promise<void> {
  const { stated } = activity;
  if (activity.state !== 'help' || !stated || activity.halted) return;
  const name = (await knownAs(world, stated.by))?.name ?? '';
  const leaders = (await leadersOf(world, programme)).filter(({ id }) => id !== stated.by);
  // Side by side: one who cannot be reached keeps no other waiting.
  await Promise.all(
    leaders.map(async (leader) => {
      const once = { group: programme.id, key: `help/${activity.id}/${stated.at}/${leader.id}`, again: true };
      const told = await world.store.ledger.get(once.group, once.key);
      if (told?.state === 'sent' || told?.state === 'refused') return;
      const { store, now } = world;
      const { language } = leader;
      const note = say(language, 'plan.help-wanted', { name });
      const summary = say(language, 'plan.help-wanted-with', { name, title: activity.title });
      const card = await rowCard({ store, now, by: leader, language }, programme, activity, { note });
      await world.outbox.tell(leader, { ...card, summary }, { once });
    }),
  );
}

/** Part of every heartbeat: calls for help that a crash or a platform in trouble kept from somebody. */
export async function callForHelpAgain(world: World): Promise<void> {
  for (const programme of await world.store.programmes.all()) {
    const plan = await world.store.plans.get(programme.id);
    for (const activity of plan?.activities ?? []) await callForHelp(world, programme, activity);
  }
}
