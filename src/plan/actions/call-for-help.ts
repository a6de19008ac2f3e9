import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Once } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { type Person, type PersonId, personId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { ledBy } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Activity } from '../activity.ts';
import { unitsOn } from '../speaks-for.ts';
import { type Call, callsOn } from '../unit-answers.ts';
import { activitySubject } from './activity-subject.ts';
import { leadersOf, rowCard, rowOf } from './common.ts';
import { reachText, whomToCall } from './whom-to-call.ts';

/**
 * Tells those who lead the programme that somebody needs help with an activity and whom to call, each once, in their own chat and
 * language. Whoever could not be reached is told when this is called again.
 */
export async function callForHelp(world: World, programme: Programme, activity: Activity): Promise<void> {
  const untold = await leadersUntold(world, programme, activity);
  // Side by side: one who cannot be reached keeps no other waiting.
  await Promise.all(
    untold.map(async ({ leader, once, call }) => {
      const card = await callCard(world, { programme, activity, leader, by: call.by, call }, leader.language);
      await world.outbox.tell(leader, card, {
        once,
        about: `help:${[programme.id, activity.id, leader.id, call.by].join('/')}`,
        also: [activitySubject(programme, activity)],
      });
    }),
  );
}

interface Called {
  programme: Programme;
  activity: Activity;
  /** Who is told. */
  leader: Person;
  /** Who called. */
  by: PersonId;
  /** As it stands; undefined when it is over. */
  call: Call | undefined;
}

/** Who needs help with which row and whom to call; when the call is over, who asked, and how the row stands now. */
async function callCard(world: World, called: Called, language: Language): Promise<Card> {
  const { programme, activity, leader, by, call } = called;
  const { store, now } = world;
  const caller = (await knownAs(world, by))?.name ?? '';
  const row = (note: string, remarks: string[] = []) =>
    rowCard({ store, now, by: leader, language }, programme, activity, { note, remarks });
  if (!call) return row(say(language, 'plan.help-over', { name: caller }));
  const units = programme.units.filter(({ id }) => call.units.includes(id)).map(({ name }) => name);
  const name = units.length > 0 ? `${caller} (${units.join(', ')})` : caller;
  const whom = await whomToCall(world, programme, {
    by,
    // Of a row that several share, those in the unit that calls are asked first.
    units: [...units, ...activity.units],
  });
  const remarks = whom.length > 0 ? [say(language, 'plan.help-reach', { people: reachText(whom, language) })] : [];
  const card = await row(say(language, 'plan.help-wanted', { name }), remarks);
  return { ...card, summary: say(language, 'plan.help-wanted-with', { name, title: activity.title }) };
}

/** A call for help as it stands now, for the one who was told. @param id What follows `help:` in its subject. */
export async function callNow(world: World, id: string, language: Language): Promise<Card | undefined> {
  const [programme = '', activity = '', told = '', caller = ''] = id.split('/');
  const found = await rowOf(world, { programme, activity });
  const leader = await world.store.persons.get(personId.parse(told));
  if (!found || !leader) return undefined;
  const by = personId.parse(caller);
  const responsible = unitsOn(found.programme, found.activity).map((unit) => unit.id);
  const calls = found.activity.halted ? [] : callsOn(found.activity, responsible);
  return callCard(world, { ...found, leader, by, call: calls.find((one) => one.by === by) }, language);
}

/** Who leads and has not been told that help is wanted, for each call; the one who called knows. With the key under which each is told. */
async function leadersUntold({ store }: World, programme: Programme, activity: Activity) {
  const untold: { leader: Person; once: Once; call: Call }[] = [];
  if (activity.halted || activity.state !== 'help') return untold;
  const responsible = unitsOn(programme, activity).map(({ id }) => id);
  const leaders = await leadersOf({ store }, programme);
  for (const call of callsOn(activity, responsible)) {
    for (const leader of leaders) {
      if (leader.id === call.by) continue;
      const once = { group: programme.id, key: `help/${activity.id}/${call.at}/${leader.id}`, again: true };
      const told = await store.ledger.get(once.group, once.key);
      if (told?.state !== 'sent' && told?.state !== 'refused') untold.push({ leader, once, call });
    }
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
