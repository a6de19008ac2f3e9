import { addDays } from '#calendar/add-days.ts';
import type { IsoDay, Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import type { Once } from '#chat/port.ts';
import type { PersonId } from '#people/person.ts';
import type { PlaceId } from '#people/place.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { todayIn } from '#plan/actions/common.ts';
import type { Plan } from '#plan/activity.ts';
import { clockIsTrusted } from '../clock-jump.ts';
import { hasAny, type Overview, overviewDay, overviewOf } from '../overview.ts';
import { type Receiver, receiverId, receiversOf } from '../receivers.ts';
import { defaultRules, type ReminderRules } from '../rules.ts';
import { eachProgramme } from './each-programme.ts';
import { hearsOfSeveral } from './in-several.ts';
import { overviewKey } from './overview-key.ts';
import { mayHear, overviewMoment, weekMoment } from './overview-moment.ts';
import { programmeAgenda } from './programme-agenda.ts';
import { remindingOf } from './reminding.ts';
import { overviewCard } from './show-overview.ts';

/** Weeks looked through for one that has a working day. */
const mostWeeks = 4;

/** By programme: when the overview of a week is next to be sent. */
const agenda = programmeAgenda({
  name: 'overview',
  async nextAt(world, id) {
    const week = await weekOf(world, id);
    if (!week) return undefined;
    const now = world.now();
    for (let nth = 0; nth < mostWeeks; nth += 1) {
      const at = weekMoment(addDays(week.today, 7 * nth), week.programme, week.rules);
      if (at === undefined || wasBeforePlan(at, week)) continue;
      if (Temporal.Instant.compare(at, now) > 0) return at;
      const first = (await openOverviews(world, week))
        .flatMap(({ receiver }) => nextMoment(world, week, receiver) ?? [])
        .sort(Temporal.Instant.compare)[0];
      if (first) return first;
    }
    return undefined;
  },
});

/**
 * Part of every heartbeat: on the first working day of a week each unit gets its week and what is late, in its place or its contacts' own chats,
 * and who owns the programme that of the whole plan; who is off that day gets it on their next day of the same week. A week that has passed is not told of any more, and a week with nothing in it is no message.
 *
 * One for each receiver and week at the most, whatever the plan and the clock do, so that `mostAtOnce` does not count them (`flood.ts`). While the programme
 * is held back, or the clock cannot be believed, none goes out.
 */
export async function sendOverviews(world: World): Promise<void> {
  await eachProgramme(world, 'the overviews', await agenda.due(world), async (id) => {
    const week = await weekOf(world, id);
    if (!week) return;
    const at = weekMoment(week.today, week.programme, week.rules);
    if (at === undefined || Temporal.Instant.compare(at, world.now()) > 0 || wasBeforePlan(at, week)) return;
    const open = (await openOverviews(world, week)).filter(({ receiver }) => {
      const moment = nextMoment(world, week, receiver);
      return moment !== undefined && Temporal.Instant.compare(moment, world.now()) <= 0;
    });
    await Promise.all(open.map((one) => send(world, week.programme, one)));
  });
}

/**
 * The next moment ahead at which an overview comes, as the plans now stand: for a clock that is moved by hand. A week in which nobody would get one
 * is no event.
 */
export async function nextOverviewAt(world: World): Promise<Temporal.Instant | undefined> {
  const found: Temporal.Instant[] = [];
  for (const { id } of await world.store.programmes.all()) {
    const week = await weekOf(world, id);
    if (week) found.push(...(await aheadIn(world, week)));
  }
  return found.sort(Temporal.Instant.compare)[0];
}

async function aheadIn(world: World, week: Week): Promise<Temporal.Instant[]> {
  for (let nth = 0; nth < mostWeeks; nth += 1) {
    const day = overviewDay(addDays(week.today, 7 * nth), week.programme.country);
    // Of the week that is running, as it stands today.
    const that = { ...week, today: day !== undefined && day > week.today ? day : week.today };
    const at = day && weekMoment(day, that.programme, that.rules);
    if (!at || wasBeforePlan(at, that)) continue;
    const ahead = (await openOverviews(world, that))
      .flatMap(({ receiver }) => nextMoment(world, that, receiver) ?? [])
      .filter((one) => Temporal.Instant.compare(one, world.now()) > 0);
    if (ahead.length > 0) return ahead;
  }
  return [];
}

/** When a receiver gets the overview of a week, now or later; undefined where their day is over. */
function nextMoment(world: World, { programme, rules, today }: Week, receiver: Receiver): Temporal.Instant | undefined {
  const own = overviewMoment(today, programme, rules, receiver);
  if (!own || Temporal.Instant.compare(own, world.now()) > 0) return own;
  const next = mayHear(world.now(), programme, receiver);
  const dayOf = (at: Temporal.Instant) => dayIn(programme.timeZone, at.toString());
  return dayOf(next) === dayOf(own) ? next : undefined;
}

interface Week {
  programme: Programme;
  plan: Plan;
  rules: ReminderRules;
  today: IsoDay;
}

/** What is needed of a programme that sends overviews; undefined for one that does not, or not now. */
async function weekOf(world: World, id: string): Promise<Week | undefined> {
  const programme = await world.store.programmes.get(id);
  const plan = programme && (await world.store.plans.get(id));
  if (!programme || !plan) return undefined;
  const reminding = await remindingOf(world, programme.id);
  const rules = reminding.rules ?? defaultRules;
  if (!rules.overview || reminding.held || !clockIsTrusted(world, reminding.releasedUntil)) return undefined;
  return { programme, plan, rules, today: todayIn(world, programme) };
}

/** A plan that is brought in later on that day begins with the next week: who brought it in is still looking at it. */
const wasBeforePlan = (at: Temporal.Instant, { plan: { revisions } }: Week): boolean =>
  revisions[0] !== undefined && Temporal.Instant.compare(at, revisions[0].at) < 0;

interface OpenOverview {
  receiver: Receiver;
  once: Once;
  draw(language: Language): Card;
}

/** The overviews of this week that have not gone out and hold something. */
async function openOverviews(world: World, { programme, plan, today }: Week): Promise<OpenOverview[]> {
  const open: OpenOverview[] = [];
  for (const { receiver, units } of await whoGetsOne(world, programme)) {
    const overview = overviewOf(plan, programme, units, today);
    if (!isWanted(receiver, overview, units === null)) continue;
    const once = { group: programme.id, key: overviewKey(today, receiver), again: true };
    const known = await world.store.ledger.get(once.group, once.key);
    if (known && known.state !== 'claimed' && known.state !== 'unreachable') continue;
    const unit = units?.map(({ name }) => name).join(', ');
    const isNamed = await hearsOfSeveral(world, receiverId(receiver));
    open.push({
      receiver,
      once,
      draw: (language) => overviewCard(programme, overview, { unit, language, today, isNamed }),
    });
  }
  return open;
}

/** A person who wants to hear of nothing but what is overdue gets a week in which something is. */
const isWanted = (receiver: Receiver, overview: Overview, forOwner: boolean): boolean =>
  receiver.is === 'person' && receiver.person.rhythm === 'overdue'
    ? overview.late.length > 0
    : hasAny(overview, forOwner);

/** Everyone who gets an overview, once each: who owns the programme that of all (null), the others that of their units. */
async function whoGetsOne(
  { store }: World,
  programme: Programme,
): Promise<{ receiver: Receiver; units: readonly Unit[] | null }[]> {
  const persons = new Map((await store.persons.all()).map((person) => [person.id, person]));
  const places = new Map((await store.places.all()).map((place) => [place.id, place]));
  const known = { person: (id: PersonId) => persons.get(id), place: (id: PlaceId) => places.get(id) };
  const owners = receiversOf({ owners: programme.owners, coordinators: [] }, undefined, known)[0] ?? [];
  const found = new Map<string, { receiver: Receiver; units: Unit[] | null }>(
    owners.map((receiver) => [receiverId(receiver), { receiver, units: null }]),
  );
  for (const unit of programme.units) {
    // Of the unit's own alone: where it has neither place nor people, the owners' overview holds its rows.
    for (const receiver of receiversOf({ owners: [], coordinators: [] }, unit, known)[0] ?? []) {
      const one = found.get(receiverId(receiver));
      if (one) one.units?.push(unit);
      else found.set(receiverId(receiver), { receiver, units: [unit] });
    }
  }
  return [...found.values()];
}

async function send(world: World, programme: Programme, { receiver, once, draw }: OpenOverview): Promise<void> {
  const came =
    receiver.is === 'person'
      ? await world.outbox.tell(receiver.person, draw(receiver.person.language), { once })
      : await world.outbox.post(receiver.place, draw(receiver.place.language), { once });
  const result = came.state === 'already' ? 'sent' : came.state;
  const seen = { programme: programme.id, rule: 'overview', receiver: receiverId(receiver), result };
  if (result === 'sent') world.log.info(seen, 'overview');
  else world.log.warn(seen, 'overview not sent');
  world.meter?.decided('overview', result);
}
