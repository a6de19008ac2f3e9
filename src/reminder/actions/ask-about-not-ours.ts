import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import type { Settled } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { button, leadersOf, messageCard } from '#plan/actions/common.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { say } from '#words/say.ts';
import { unitsOf } from '../speaks-for.ts';
import { notOursCard, notOursSubject } from './not-ours-card.ts';
import { remindingOf } from './reminding.ts';

/** A unit that could not be told so long ago learns it from its next reminder, hours. */
const tellsForHours = 72;

/**
 * Asks everyone who leads a programme about the rows that units say are not theirs, each once, in their own chat and language.
 * Whoever could not be reached is asked when this is called again.
 */
export async function askAboutNotOurs(world: World, programme: Programme): Promise<void> {
  const { notOurs } = await remindingOf(world, programme.id);
  const plan = notOurs.length > 0 ? await world.store.plans.get(programme.id) : undefined;
  if (!plan) return;
  const leaders = await leadersOf(world, programme);
  for (const one of notOurs) {
    const activity = plan.activities.find(({ id }) => id === one.activity);
    const unit = activity && unitsOf(programme, activity).find(({ id }) => id === one.unit);
    if (!activity || !unit || !isLive(activity)) continue;
    // Who leads and said so themselves was asked on the spot.
    const asked = leaders.filter(({ id }) => id !== one.by);
    const draw = (leader: Person) => notOursCard(world, { programme, plan, activity, unit }, leader.language);
    // Side by side: one who cannot be reached keeps no other waiting.
    await Promise.all(
      asked.map(async (leader) =>
        once(world, programme, `not-ours/${one.activity}/${one.unit}/${one.at}/${leader.id}`, async (known) =>
          world.outbox.tell(leader, await draw(leader), {
            about: notOursSubject(programme, activity, unit),
            once: known,
          }),
        ),
      ),
    );
  }
}

/** Tells units that a row stays theirs after all: where their reminders go, or else whoever had said so. */
export async function tellKept(world: World, programme: Programme): Promise<void> {
  const { kept = [] } = await remindingOf(world, programme.id);
  const since = world.now().subtract({ hours: tellsForHours });
  for (const one of kept) {
    if (Temporal.Instant.compare(Temporal.Instant.from(one.at), since) < 0) continue;
    const plan = await world.store.plans.get(programme.id);
    const activity = plan?.activities.find(({ id }) => id === one.activity);
    const unit = activity && unitsOf(programme, activity).find(({ id }) => id === one.unit);
    const decider = await knownAs(world, one.by);
    if (!activity || !unit || !decider) continue;
    const about = { programme, activity, unit, name: decider.name };
    await once(world, programme, `kept/${one.activity}/${one.unit}/${one.at}`, async (known) => {
      const place = unit.place === undefined ? undefined : await world.store.places.get(unit.place);
      if (place && !place.goneSince) return world.outbox.post(place, keptCard(place.language, about), { once: known });
      const asked = await knownAs(world, one.asked);
      return asked && world.outbox.tell(asked, keptCard(asked.language, about), { once: known });
    });
  }
}

function keptCard(
  language: Person['language'],
  { programme, activity, unit, name }: { programme: Programme; activity: Activity; unit: Unit; name: string },
): Card {
  const { title } = activity;
  return messageCard(language, say(language, 'reminder.kept.title', { title }), {
    text: say(language, 'reminder.kept.text', { name, unit: unit.name }),
    actions: [
      button(say(language, 'reminder.show-row'), 'plan.row', { programme: programme.id, activity: activity.id }),
    ],
  });
}

/** Sends something unless the ledger has it as sent, or as never to be taken. */
async function once(
  world: World,
  programme: Programme,
  key: string,
  send: (known: { group: string; key: string; again: true }) => Promise<Settled | undefined>,
): Promise<void> {
  const known = await world.store.ledger.get(programme.id, key);
  if (known?.state === 'sent' || known?.state === 'refused') return;
  await send({ group: programme.id, key, again: true });
}

/** Part of every heartbeat: what a crash or a platform in trouble kept from somebody. */
export async function askAndTellAgain(world: World): Promise<void> {
  for (const { id, notOurs, kept } of await world.store.remindings.all()) {
    if (notOurs.length === 0 && !kept?.length) continue;
    const programme = await world.store.programmes.get(id);
    if (!programme) continue;
    await askAboutNotOurs(world, programme);
    await tellKept(world, programme);
  }
}
