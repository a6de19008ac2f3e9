import type { World } from '#chat/feature.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { leadersOf } from '#plan/actions/common.ts';
import { activitySubject } from '#plan/actions/set-state.ts';
import type { Plan } from '#plan/activity.ts';
import { type DueReminder, due } from '../due.ts';
import { defaultRules } from '../rules.ts';
import { reminderCard, severalCard, unitIds } from './reminder-card.ts';

/** A reminder that is later than this was missed, milliseconds: what one place missed comes as one message. */
const missedAfterMs = 15 * 60_000;

/**
 * One heartbeat of the reminders: what has fallen due and is not in the ledger is claimed, posted and settled; what is
 * stale is settled as skipped and logged. Derived from the plan each time (DESIGN section 3, "The way of a reminder").
 */
export async function sendDue(world: World): Promise<void> {
  for (const programme of await world.store.programmes.all()) {
    const plan = await world.store.plans.get(programme.id);
    if (plan) await sendDueOf(world, programme, plan);
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
    await world.store.ledger.change(programme.id, key, (entry) =>
      entry && entry.state !== 'claimed' ? { outcome: false } : { next: { state: 'skipped', at: now }, outcome: true },
    );
    world.log.info(
      { programme: programme.id, activity: reminder.activity, rule: reminder.rule, due: reminder.at },
      'reminder skipped: stale',
    );
  }
  for (const group of await byPlace(world, programme, send)) await sendTo(world, programme, plan, group);
}

interface Group {
  /** Undefined: the programme has no place either, and its owners are told in their own chats. */
  place: Place | undefined;
  reminders: DueReminder[];
}

/** Units that share a place, or have none and fall to the programme's, get one message there. */
async function byPlace(world: World, programme: Programme, reminders: readonly DueReminder[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const one of reminders) {
    const unit = one.receiver === null ? undefined : findUnit(programme, one.receiver);
    const own = unit?.place ? await world.store.places.get(unit.place) : undefined;
    const fallback = programme.place ? await world.store.places.get(programme.place) : undefined;
    const place = own && !own.goneSince ? own : fallback && !fallback.goneSince ? fallback : undefined;
    const known = groups.get(place?.id ?? '');
    if (known) known.reminders.push(one);
    else groups.set(place?.id ?? '', { place, reminders: [one] });
  }
  return [...groups.values()];
}

async function sendTo(world: World, programme: Programme, plan: Plan, { place, reminders }: Group): Promise<void> {
  const nowMs = world.now().epochMilliseconds;
  const isMissed = ({ reminder }: DueReminder) =>
    nowMs - Temporal.Instant.from(reminder.at).epochMilliseconds > missedAfterMs;
  const perActivity = [...Map.groupBy(reminders, ({ reminder }) => reminder.activity).values()];
  const missed = perActivity.filter((copies) => copies.every(isMissed));
  if (missed.length > 1) await sendTogether(world, programme, plan, place, missed.flat());
  for (const copies of missed.length > 1 ? perActivity.filter((c) => !missed.includes(c)) : perActivity) {
    await sendTogether(world, programme, plan, place, copies);
  }
}

/** One message for some reminders: of one activity to the units of a place, or of several that were missed. */
async function sendTogether(
  world: World,
  programme: Programme,
  plan: Plan,
  place: Place | undefined,
  copies: DueReminder[],
): Promise<void> {
  const ids = new Set(copies.map(({ reminder }) => reminder.activity));
  const activities = plan.activities.filter((a) => ids.has(a.id));
  const units = [...new Set(copies.flatMap(({ receiver }) => receiver ?? []))];
  const [first] = copies;
  const [activity] = activities;
  if (!first || !activity) return;

  const draw = (language: Place['language']) =>
    activities.length === 1
      ? reminderCard(world, programme, activity, { units, language })
      : severalCard(world, programme, activities, { units, language });
  const part = unitIds(programme, units).join(',');
  const about = activities.length === 1 ? { about: `${activitySubject(programme, activity)}/${part}` } : {};
  const once = (to: string) => ({ once: { group: programme.id, key: `${first.key}${to}` } });

  let state: 'sent' | 'gone' | 'refused' | 'unreachable' = 'sent';
  if (place) {
    const came = await world.outbox.post(place, await draw(place.language), { ...about, ...once('') });
    state = came.state === 'already' ? 'sent' : came.state;
  } else {
    for (const leader of await leadersOf(world, programme)) {
      const came = await world.outbox.tell(leader, await draw(leader.language), { ...about, ...once(`/${leader.id}`) });
      if (came.state !== 'already') state = came.state;
    }
  }
  for (const { key, reminder } of copies) {
    // A place that is gone falls to the next best at the next beat; a platform that does not answer is tried again.
    const tryAgain = state === 'unreachable' || (state === 'gone' && place !== undefined);
    await world.store.ledger.change(programme.id, key, () => ({
      next: tryAgain ? null : { state, at: world.now().toString(), ...(place ? { place: place.id } : {}) },
      outcome: undefined,
    }));
    world.log.info(
      { programme: programme.id, activity: reminder.activity, rule: reminder.rule, place: place?.id, state },
      'reminder',
    );
  }
}
