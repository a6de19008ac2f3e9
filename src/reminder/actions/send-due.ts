import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Settled } from '#chat/port.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { leadersOf, todayIn } from '#plan/actions/common.ts';
import { activitySubject } from '#plan/actions/set-state.ts';
import type { Plan } from '#plan/activity.ts';
import { type DueReminder, due } from '../due.ts';
import { defaultRules } from '../rules.ts';
import { reminderCard, severalCard, unitIds } from './reminder-card.ts';

/** A reminder that is later than this was missed, milliseconds: what one place missed comes as one message. */
const missedAfterMs = 15 * 60_000;
/** Places that are written to at the same time: as many messages as a crash may repeat (DESIGN section 3). */
const atOnce = 8;

/**
 * One heartbeat of the reminders: what has fallen due and is not in the ledger is claimed, posted and settled; what is
 * stale is settled as skipped and logged. Derived from the plan each time (DESIGN section 3, "The way of a reminder").
 *
 * In the ledger a reminder's own key says what came of it in the end. Each try at a place is claimed by the outbox under
 * that key and the place's id, so that a crash between the two repeats at most what was in flight.
 */
export async function sendDue(world: World): Promise<void> {
  for (const programme of await world.store.programmes.all()) {
    const plan = await world.store.plans.get(programme.id);
    if (!plan) continue;
    // One programme whose records cannot be read or saved keeps no other without its reminders.
    await sendDueOf(world, programme, plan).catch((error: unknown) =>
      world.log.error({ err: error, programme: programme.id }, 'the reminders of a programme failed'),
    );
  }
}

async function sendDueOf(world: World, programme: Programme, plan: Plan): Promise<void> {
  const now = world.now().toString();
  const ledger = await world.store.ledger.entries(programme.id);
  const settled = new Set(ledger.filter(([, entry]) => entry.state !== 'claimed').map(([key]) => key));
  const { send, stale } = due(plan, defaultRules, {
    country: programme.country,
    zone: programme.timeZone,
    now,
    isSettled: (key) => settled.has(key),
  });
  for (const { key, reminder } of stale) {
    await world.store.ledger.change(programme.id, key, () => ({ next: { state: 'skipped', at: now }, outcome: true }));
    world.log.info(
      { programme: programme.id, activity: reminder.activity, rule: reminder.rule, due: reminder.at },
      'reminder skipped: stale',
    );
  }
  const waiting = await byPlace(world, programme, send);
  const inTurn = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      await sendTo(world, programme, plan, group);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, inTurn));
}

interface Group {
  /** Where it may go, best first: the unit's place, the programme's. After them its leaders are told in their own chats. */
  places: Place[];
  reminders: DueReminder[];
}

/** Units that share a place, or have none and fall to the programme's, get one message there. */
async function byPlace(world: World, programme: Programme, reminders: readonly DueReminder[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const one of reminders) {
    const unit = one.receiver === null ? undefined : findUnit(programme, one.receiver);
    const ids = [...new Set([unit?.place, programme.place])].filter((id) => id !== undefined);
    const found = await Promise.all(ids.map((id) => world.store.places.get(id)));
    const places = found.filter((place) => place !== undefined && !place.goneSince) as Place[];
    const key = places[0]?.id ?? '';
    const known = groups.get(key);
    if (known) known.reminders.push(one);
    else groups.set(key, { places, reminders: [one] });
  }
  return [...groups.values()];
}

async function sendTo(world: World, programme: Programme, plan: Plan, { places, reminders }: Group): Promise<void> {
  const nowMs = world.now().epochMilliseconds;
  const isMissed = ({ reminder }: DueReminder) =>
    nowMs - Temporal.Instant.from(reminder.at).epochMilliseconds > missedAfterMs;
  const perActivity = [...Map.groupBy(reminders, ({ reminder }) => reminder.activity).values()];
  const missed = perActivity.filter((copies) => copies.every(isMissed));
  const together = missed.length > 1 ? [missed.flat(), ...perActivity.filter((c) => !missed.includes(c))] : perActivity;
  for (const copies of together) {
    // A reminder that cannot be drawn or saved keeps no other one from its receivers, and is tried again.
    const isBusy = await sendTogether(world, programme, plan, places, copies).catch((error: unknown) => {
      world.log.error({ err: error, programme: programme.id, key: copies[0]?.key }, 'a reminder failed');
      return false;
    });
    // The platform takes nothing more for this place now; the next beat tries again, and other places do not wait.
    if (isBusy) return;
  }
}

type Outcome = 'sent' | 'gone' | 'refused' | 'unreachable';
const outcomeOf = ({ state }: Settled): Outcome => (state === 'already' ? 'sent' : state);

/**
 * What a message is called in the ledger: one reminder by its own key, several by all of theirs, so that it never passes
 * for a message that held fewer of them.
 */
const nameOf = (copies: readonly DueReminder[]): string =>
  copies.length === 1 && copies[0]
    ? copies[0].key
    : `together/${derivedId(...copies.map(({ key }) => key).toSorted())}`;

/**
 * One message for some reminders: of one activity to the units of a place, or of several that were missed.
 * @returns Whether the place is to be left alone until the next beat.
 */
async function sendTogether(
  world: World,
  programme: Programme,
  plan: Plan,
  places: readonly Place[],
  copies: DueReminder[],
): Promise<boolean> {
  const ids = new Set(copies.map(({ reminder }) => reminder.activity));
  const activities = plan.activities.filter((a) => ids.has(a.id));
  const units = [...new Set(copies.flatMap(({ receiver }) => receiver ?? []))];
  const [activity] = activities;
  if (!activity) return false;
  const name = nameOf(copies);

  const draw = (language: Place['language']) =>
    activities.length === 1
      ? reminderCard(world, programme, activity, { units, language })
      : severalCard(world, programme, activities, { units, language });
  const part = unitIds(programme, units).join(',');
  const about =
    activities.length === 1
      ? { about: `${activitySubject(programme, activity)}/${part}/${todayIn(world, programme)}` }
      : {};

  const toLeaders = async (): Promise<Outcome> => {
    const states: Outcome[] = [];
    for (const leader of await leadersOf(world, programme)) {
      const once = { group: programme.id, key: `${name}/${leader.id}`, again: true };
      states.push(outcomeOf(await world.outbox.tell(leader, await draw(leader.language), { ...about, once })));
    }
    // Whoever has got it does not get it again; it stays open for as long as one of the others may still get it.
    return (['unreachable', 'sent', 'gone'] as const).find((one) => states.includes(one)) ?? 'refused';
  };

  let state: Outcome = 'refused';
  let isBusy = false;
  let place: Place | undefined;
  for (place of places) {
    const once = { group: programme.id, key: `${name}/${place.id}`, again: true };
    const came = await world.outbox.post(place, await draw(place.language), { ...about, once });
    state = outcomeOf(came);
    isBusy = 'reason' in came && came.reason === 'throttled';
    // What a place will never take goes to the next best now; one that is gone is left out at the next beat.
    if (state !== 'refused') break;
  }
  if (state === 'refused') {
    place = undefined;
    state = await toLeaders();
  }

  const isOpen = state === 'unreachable' || (state === 'gone' && place !== undefined);
  for (const { key, reminder } of copies) {
    const seen = { programme: programme.id, activity: reminder.activity, rule: reminder.rule, place: place?.id, state };
    if (state === 'sent') world.log.info(seen, 'reminder');
    else world.log.warn(seen, isOpen ? 'reminder not sent: tried again at the next beat' : 'reminder not sent');
    if (isOpen) continue;
    const next = { state, at: world.now().toString(), ...(place ? { place: place.id } : {}) };
    await world.store.ledger.change(programme.id, key, () => ({ next, outcome: true }));
  }
  return isBusy;
}
