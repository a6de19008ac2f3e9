import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Once } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { ledBy } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Activity } from '../activity.ts';
import { leadersOf, rowCard } from './common.ts';
import { reachText, whomToCall } from './whom-to-call.ts';

/**
 * Tells those who lead the programme that somebody needs help with an activity and whom to call, each once, in their own chat and
 * language. Whoever could not be reached is told when this is called again.
 */
export async function callForHelp(world: World, programme: Programme, activity: Activity): Promise<void> {
  const untold = await leadersUntold(world, programme, activity);
  if (untold.length === 0) return;
  const name = (await knownAs(world, activity.stated?.by ?? ''))?.name ?? '';
  const whom = await whomToCall(world, programme, activity);
  // Side by side: one who cannot be reached keeps no other waiting.
  await Promise.all(
    untold.map(async ({ leader, once }) => {
      const { store, now } = world;
      const { language } = leader;
      const note = say(language, 'plan.help-wanted', { name });
      const summary = say(language, 'plan.help-wanted-with', { name, title: activity.title });
      const remarks = whom.length > 0 ? [say(language, 'plan.help-reach', { people: reachText(whom, language) })] : [];
      const card = await rowCard({ store, now, by: leader, language }, programme, activity, { note, remarks });
      await world.outbox.tell(leader, { ...card, summary }, { once });
    }),
  );
}

/** Who leads and has not been told that help is wanted; the one who said so knows. With the key under which each is told. */
async function leadersUntold({ store }: World, programme: Programme, { id, state, stated, halted }: Activity) {
  const untold: { leader: Person; once: Once }[] = [];
  if (state !== 'help' || !stated || halted) return untold;
  for (const leader of await leadersOf({ store }, programme)) {
    if (leader.id === stated.by) continue;
    const once = { group: programme.id, key: `help/${id}/${stated.at}/${leader.id}`, again: true };
    const told = await store.ledger.get(once.group, once.key);
    if (told?.state !== 'sent' && told?.state !== 'refused') untold.push({ leader, once });
  }
  return untold;
}

/** By programme: where somebody who leads it, and can be written to, has not been told. */
const unheard = createAgenda({
  name: 'help',
  follows: [
    { of: (store) => store.plans },
    { of: (store) => store.programmes },
    { of: (store) => store.persons, concerns: async ({ store }, id) => ledBy(await store.programmes.all(), id) },
  ],
  async nextAt(world, id) {
    const programme = await world.store.programmes.get(id);
    const plan = programme && (await world.store.plans.get(id));
    for (const activity of plan?.activities ?? []) {
      if (!programme || activity.state !== 'help') continue;
      const untold = await leadersUntold(world, programme, activity);
      if (untold.some(({ leader }) => leader.accounts.length > 0)) return world.now();
    }
    return undefined;
  },
});

/** Part of every heartbeat: calls for help that a crash or a platform in trouble kept from somebody. */
export async function callForHelpAgain(world: World): Promise<void> {
  for (const id of await unheard.due(world)) {
    const programme = await world.store.programmes.get(id);
    const plan = programme && (await world.store.plans.get(id));
    for (const activity of plan?.activities ?? []) if (programme) await callForHelp(world, programme, activity);
  }
}
