import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import type { Once, Settled } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { button, leadersOf, messageCard } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { say } from '#words/say.ts';
import type { Reminding } from '../reminding.ts';
import { eachProgramme } from './each-programme.ts';
import { notOursCard, notOursSubject } from './not-ours-card.ts';
import { programmeAgenda } from './programme-agenda.ts';
import { remindingOf } from './reminding.ts';

/** A unit that could not be told for so long learns from its next reminder that a row stays theirs, hours. */
const tellsForHours = 72;

/** A message that is still to be sent, and its name in the programme's ledger. */
interface Job {
  key: string;
  send(once: Once): Promise<Settled | undefined>;
}

/**
 * Asks everyone who leads a programme about the rows that units say are not theirs, and tells units which rows stay theirs after all: each once,
 * in their own language. Whoever could not be reached is written to when this is called again; derived from what is stored each time.
 */
export async function askAndTell(world: World, programme: Programme): Promise<void> {
  // Side by side: one who cannot be reached keeps no other waiting.
  await Promise.all(
    (await openJobs(world, programme)).map(({ key, send }) => send({ group: programme.id, key, again: true })),
  );
}

/** What nobody has got yet. */
async function openJobs(world: World, programme: Programme): Promise<Job[]> {
  const reminding = await remindingOf(world, programme.id);
  if (reminding.notOurs.length === 0 && !reminding.kept?.length) return [];
  const plan = await world.store.plans.get(programme.id);
  if (!plan) return [];
  const about = { programme, plan, reminding };
  const jobs = [...(await questions(world, about)), ...(await answers(world, about))];
  const known = await Promise.all(jobs.map(({ key }) => world.store.ledger.get(programme.id, key)));
  return jobs.filter((_, at) => known[at]?.state !== 'sent' && known[at]?.state !== 'refused');
}

interface About {
  programme: Programme;
  plan: Plan;
  reminding: Reminding;
}

async function questions(world: World, { programme, plan, reminding }: About): Promise<Job[]> {
  const leaders = await leadersOf(world, programme);
  return reminding.notOurs.flatMap((one) => {
    const { activity, unit } = rowAndUnit(programme, plan, one);
    if (!activity || !unit || !isLive(activity)) return [];
    const to = { about: notOursSubject(programme, activity, unit) };
    // Who leads and said so themselves was asked on the spot.
    return leaders
      .filter(({ id }) => id !== one.by)
      .map((leader) => ({
        key: `not-ours/${one.activity}/${one.unit}/${one.at}/${leader.id}`,
        async send(once: Once) {
          const card = await notOursCard(world, { programme, plan, activity, unit }, leader.language);
          return world.outbox.tell(leader, card, { ...to, once });
        },
      }));
  });
}

async function answers(world: World, { programme, plan, reminding }: About): Promise<Job[]> {
  const since = world.now().subtract({ hours: tellsForHours });
  const recent = (reminding.kept ?? []).filter(
    ({ at }) => Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0,
  );
  const jobs = recent.map(async (one): Promise<Job[]> => {
    const { activity, unit } = rowAndUnit(programme, plan, one);
    const decider = await knownAs(world, one.by);
    if (!activity || !unit || !decider) return [];
    const draw = (language: Person['language']) =>
      keptCard(language, { programme, activity, unit, name: decider.name });
    return [
      {
        key: `kept/${one.activity}/${one.unit}/${one.at}`,
        // Where the unit's reminders go; a unit without a place is told through whoever asked.
        async send(once) {
          const place = unit.place === undefined ? undefined : await world.store.places.get(unit.place);
          if (place && !place.goneSince) return world.outbox.post(place, draw(place.language), { once });
          const asked = await knownAs(world, one.asked);
          return asked && world.outbox.tell(asked, draw(asked.language), { once });
        },
      },
    ];
  });
  return (await Promise.all(jobs)).flat();
}

function rowAndUnit(programme: Programme, plan: Plan, one: { activity: string; unit: string }) {
  const activity = plan.activities.find(({ id }) => id === one.activity);
  return { activity, unit: activity && unitsOn(programme, activity).find(({ id }) => id === one.unit) };
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

const agenda = programmeAgenda({
  name: 'not-ours',
  async nextAt(world, id) {
    const programme = await world.store.programmes.get(id);
    return programme && (await openJobs(world, programme)).length > 0 ? world.now() : undefined;
  },
});

/** Part of every heartbeat: what a crash or a platform in trouble kept from somebody. */
export async function askAndTellAgain(world: World): Promise<void> {
  await eachProgramme(world, 'the questions of units', await agenda.due(world), async (id) => {
    const programme = await world.store.programmes.get(id);
    if (programme) await askAndTell(world, programme);
  });
}
