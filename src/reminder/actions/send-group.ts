import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Settled } from '#chat/port.ts';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import { activitySubject } from '#plan/actions/activity-subject.ts';
import { todayIn } from '#plan/actions/common.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Copy, Slot } from '../due.ts';
import { type Receiver, receiverId } from '../receivers.ts';
import { defaultRules } from '../rules.ts';
import type { Desk } from './desk.ts';
import { digestCard } from './digest-card.ts';
import { type DigestId, digestText, type Held, mostUrgentFirst } from './digest-held.ts';
import { hearsOfSeveral } from './in-several.ts';
import { overviewKey } from './overview-key.ts';
import { isOverviewDayOf } from './overview-moment.ts';
import { reminderCard, unitIds } from './reminder-card.ts';

/** Reminders on their way to one receiver as one message. */
export interface Group {
  /** What it is called in the ledger; see `nameOf`. */
  name: string;
  /** All of one receiver. */
  slots: readonly Slot[];
  /** Who leads and sends it now: that it was put off, stopped or held back does not count then. */
  askedBy?: PersonId;
}

/** Where messages of several reminders are claimed: they may hold rows of several programmes. */
const messages = 'messages';

/** One reminder is called by its own key, several by all of theirs and who gets them, so that one never passes for another that held fewer. */
export function nameOf(slots: readonly Slot[]): string {
  const [first] = slots;
  return slots.length === 1 && first ? first.copy.key : listName(slots);
}

function listName(slots: readonly Slot[]): string {
  const kind = slots[0]?.receiver.is === 'person' ? 'own' : 'place';
  return `${kind}-${derivedId(...slots.map(({ part }) => part).toSorted())}`;
}

/** Its name is a reminder's own key: then the outbox's line is the reminder's, too. */
const isAlone = ({ name, slots: [first] }: Group): boolean => name === first?.copy.key;

/** What came of a message; `busy`: the platform takes nothing more for this receiver now. */
export type Came = { state: 'sent' | 'gone' | 'refused' | 'unreachable' | 'skipped'; busy: boolean };

/**
 * Sends one message and settles what it holds. Each reminder of several is claimed under the message's name first, then the outbox claims the
 * message, sends and settles it; only then are the reminders settled. So a crash leaves either nothing, or claims that tell what the message held:
 * it is then sent as it was, once, or only settled where the ledger says that it had gone out.
 */
export async function sendGroup(world: World, desks: ReadonlyMap<string, Desk>, group: Group): Promise<Came> {
  const { slots } = group;
  const checked = await Promise.all(
    slots.map((slot) => desks.get(slot.copy.programme)?.isStillDue(slot.copy, group.askedBy !== undefined) ?? false),
  );
  const awaited = slots.filter((_, nth) => checked[nth]);
  const [first] = awaited;
  if (!first) return { state: 'skipped', busy: false };
  // Distances are counted from the day on which it goes out, where its receiver is.
  const day = todayIn(world, { timeZone: first.manner.zone });
  // One that a crash left on its way alone goes out as it was.
  const isLeft = isAlone(group) && desks.get(first.copy.programme)?.ledger.get(first.part)?.state === 'claimed';
  const weeks = isLeft ? [] : weeksIn(desks, awaited, day);
  // With the overview of a week it is a list, and has a list's name.
  const name = isAlone(group) && weeks.length > 0 ? listName(awaited) : group.name;
  const message = { name, slots: awaited };
  if (!isAlone(message)) {
    await Promise.all(awaited.map((slot) => note(world, desks, slot, slot.part, { state: 'claimed', message: name })));
  }
  const came = await post(world, desks, { ...message, day, weeks });
  const state = came.state === 'already' ? 'sent' : came.state;
  const placeOf = first.receiver.is === 'place' ? { place: first.receiver.place.id } : {};
  await settleSlots(world, desks, awaited, {
    state,
    name: isAlone(message) ? undefined : name,
    by: group.askedBy,
    ...placeOf,
  });
  return { state, busy: 'reason' in came && came.reason === 'throttled' };
}

/** What the outbox's own ledger says of a message that a crash left: it went out, so it only has to be settled. */
export async function hasGoneOut({ store }: Pick<World, 'store'>, { name, slots: [first] }: Group): Promise<boolean> {
  if (!first) return false;
  const entry = await store.ledger.get(messages, `${name}/${receiverId(first.receiver)}`);
  return entry?.state === 'sent';
}

async function post(
  world: World,
  desks: ReadonlyMap<string, Desk>,
  group: Group & { day: IsoDay; weeks: readonly ProgrammeId[] },
): Promise<Settled> {
  const { slots, name, day, weeks } = group;
  const held = heldBy(desks, slots, day);
  const [first] = slots;
  const [only] = held;
  if (!first || !only) return { state: 'refused', reason: 'nothing left' };
  const { receiver } = first;
  const programmes = [...new Set(held.map(({ programme }) => programme.id))];
  const isOne = held.length === 1 && weeks.length === 0;
  const isNamed = await hearsOfSeveral(world, receiverId(receiver));
  const id: DigestId = { name, day, programmes, weeks, isNamed };
  const { programme, activity, units, lead } = only;
  const draw = (language: Language): Promise<Card> =>
    isOne
      ? reminderCard(world, programme, activity, { units, language, day, lead, isNamed })
      : digestCard(world, held, { id, language, shared: receiver.is === 'place' });
  const part = [
    activitySubject(programme, activity),
    unitIds(programme, units).join(','),
    day,
    ...(lead || isNamed ? [lead?.rule ?? ''] : []),
    ...(isNamed ? ['named'] : []),
  ];
  const options = {
    about: isOne ? part.join('/') : `digest:${digestText(id)}`,
    also: isOne ? [] : held.map((one) => activitySubject(one.programme, one.activity)),
    once: isAlone(group)
      ? { group: first.copy.programme, key: first.part, again: true }
      : { group: messages, key: `${name}/${receiverId(receiver)}`, again: true },
  };
  const came =
    receiver.is === 'place'
      ? await world.outbox.post(receiver.place, await draw(receiver.place.language), options)
      : await world.outbox.tell(receiver.person, await draw(receiver.person.language), options);
  if (came.state === 'sent' || came.state === 'already') await settleWeeks(world, weeks, receiver, day);
  return came;
}

/** The programmes whose overview of the week comes in the same message as the day's reminders: one a day is enough. */
const weeksIn = (desks: ReadonlyMap<string, Desk>, slots: readonly Slot[], day: IsoDay): ProgrammeId[] =>
  [...new Set(slots.map(({ copy }) => copy.programme))].filter((one) => {
    const [desk, receiver] = [desks.get(one), slots[0]?.receiver];
    const rules = desk?.reminding.rules ?? defaultRules;
    return desk && receiver && rules.overview && isOverviewDayOf(receiver, day, desk.programme, rules);
  });

/** The overviews of the week that went along with a message are not sent once more (`send-overview.ts`). */
async function settleWeeks(
  { store, now }: World,
  programmes: readonly ProgrammeId[],
  receiver: Receiver,
  day: IsoDay,
): Promise<void> {
  const next = { state: 'sent', at: now().toString() } as const;
  await Promise.all(
    programmes.map((one) => store.ledger.change(one, overviewKey(day, receiver), () => ({ next, outcome: undefined }))),
  );
}

/** The rows of a message, each once with all its units. */
function heldBy(desks: ReadonlyMap<string, Desk>, slots: readonly Slot[], day: IsoDay): Held[] {
  const held = new Map<string, Held>();
  for (const { copy } of slots) {
    const desk = desks.get(copy.programme);
    const activity = desk?.activityOf(copy.reminder.activity);
    if (!desk || !activity) continue;
    const { rule, lead } = copy.reminder;
    const key = [copy.programme, activity.id, lead === undefined ? '' : rule].join('\n');
    const known = held.get(key) ?? {
      programme: desk.programme,
      plan: desk.plan,
      activity,
      units: [],
      lead: lead === undefined ? undefined : { rule, item: lead },
    };
    held.set(key, known);
    if (copy.receiver !== null) known.units.push(copy.receiver);
  }
  return mostUrgentFirst([...held.values()], day);
}

/**
 * Writes down what came of reminders with one receiver each, and under a reminder's own key what came of it in the end, once all its
 * receivers are through. What is `unreachable`, or in a place that is gone, stays open. One log line each.
 */
export async function settleSlots(
  world: World,
  desks: ReadonlyMap<string, Desk>,
  slots: readonly Slot[],
  came: {
    state: Came['state'];
    name?: string | undefined;
    by?: PersonId | undefined;
    place?: string;
    why?: string;
  },
): Promise<void> {
  const { state, name, by, place, why } = came;
  await Promise.all(
    slots.map(async (slot) => {
      const { copy, receiver } = slot;
      const isOpen = state === 'unreachable' || (state === 'gone' && receiver.is === 'place');
      tellLog(world, slot, { state, isOpen, why });
      const message = name === undefined || isOpen ? {} : { message: name };
      // Of one that went out alone the outbox has written that down already.
      if (name === undefined && state === 'sent')
        desks.get(copy.programme)?.ledger.set(slot.part, { state, at: world.now().toString() });
      else await note(world, desks, slot, slot.part, { state, ...(place ? { place } : {}), ...message });
      if (isOpen) return;
      const end = desks.get(copy.programme)?.endOf(copy);
      if (!end) return;
      await note(world, desks, slot, copy.key, { state: end, ...(place ? { place } : {}), ...(by ? { by } : {}) });
    }),
  );
}

/** Writes down under their own keys what came of reminders whose receivers are all through. */
export async function settleEnded(
  world: World,
  desks: ReadonlyMap<string, Desk>,
  ended: readonly Copy[],
): Promise<void> {
  await Promise.all(
    ended.map(async (copy) => {
      const state = desks.get(copy.programme)?.endOf(copy);
      if (state) await note(world, desks, { copy }, copy.key, { state });
    }),
  );
}

async function note(
  world: World,
  desks: ReadonlyMap<string, Desk>,
  { copy }: Pick<Slot, 'copy'>,
  key: string,
  what: Omit<LedgerEntry, 'at' | 'ref'>,
): Promise<void> {
  const next: LedgerEntry = { ...what, at: world.now().toString() };
  desks.get(copy.programme)?.ledger.set(key, next);
  await world.store.ledger.change(copy.programme, key, () => ({ next, outcome: undefined }));
}

function tellLog(
  world: World,
  { copy, receiver, momentMs }: Slot,
  { state, isOpen, why }: { state: Came['state']; isOpen: boolean; why: string | undefined },
): void {
  const { activity, rule } = copy.reminder;
  const result = why ?? state;
  const seen = { programme: copy.programme, activity, rule, receiver: receiverId(receiver), result };
  world.meter?.decided('reminder', result);
  if (state === 'sent') {
    world.meter?.late(Math.max(0, world.now().epochMilliseconds - momentMs));
    world.log.info(seen, 'reminder');
  } else if (state === 'skipped') world.log.info(seen, `reminder skipped: ${why ?? 'answered'}`);
  else world.log.warn(seen, isOpen ? 'reminder not sent: tried again at the next beat' : 'reminder not sent');
}
