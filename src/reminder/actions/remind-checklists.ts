import type { Language } from '#calendar/when.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Settled } from '#chat/port.ts';
import { readersIn } from '#checklist/actions/draw.ts';
import { about, keys, ledgerGroup } from '#checklist/actions/ledger.ts';
import { loadSharedSheet } from '#checklist/actions/load.ts';
import { startSending } from '#checklist/actions/send.ts';
import { reminderView } from '#checklist/view-remind.ts';
import { todayIn } from '#plan/actions/common.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { NextReminder } from '../checklist-times.ts';
import { receiverId } from '../receivers.ts';
import { severalCard } from './checklist-cards.ts';
import {
  type ChecklistDesk,
  checklistDeskOf,
  comingTo,
  pointsLeft,
  receiverOf,
  type SilentUnit,
} from './checklist-desk.ts';
import { deskOf, programmesByReceiver } from './desk.ts';
import { hold } from './hold.ts';
import { momentsToTell, tellOverdue } from './tell-overdue-units.ts';

const checklistsOf = async ({ store }: World, programmes: Iterable<string>): Promise<string[]> => {
  const wanted = new Set(programmes);
  if (wanted.size === 0) return [];
  return (await store.checklists.all()).filter(({ programme }) => wanted.has(programme)).map(({ id }) => id);
};
const ofProgramme = (world: World, id: string) => checklistsOf(world, [id]);

async function ofReceiver(world: World, id: string): Promise<string[]> {
  const owner = (await world.store.places.get(id))?.person;
  const known = await programmesByReceiver(world);
  return checklistsOf(
    world,
    [id, ...(owner === undefined ? [] : [owner])].flatMap((one) => [...(known.get(one) ?? [])]),
  );
}

/** By checklist: when a unit is next to be reminded of it, or who owns the programme told. */
const agenda = createAgenda({
  name: 'checklist-reminder',
  follows: [
    { of: ({ checklists }) => checklists },
    {
      of: ({ sheets }) => sheets,
      concerns: async ({ store }, id) => [(await store.sheets.get(id))?.checklist].filter((one) => one !== undefined),
    },
    { of: ({ programmes }) => programmes, concerns: ofProgramme },
    { of: ({ remindings }) => remindings, concerns: ofProgramme },
    { of: ({ persons }) => persons, concerns: ofReceiver },
    { of: ({ places }) => places, concerns: ofReceiver },
  ],
  async nextAt(world, id) {
    const desk = await checklistDeskOf(world, id);
    return desk && (await momentsOf(world, desk))[0];
  },
});

/** When there is something to do for a checklist, earliest first; of what is due by now, now. */
async function momentsOf(world: World, desk: ChecklistDesk): Promise<Temporal.Instant[]> {
  const nowMs = world.now().epochMilliseconds;
  const ms = comingTo(desk, nowMs).flatMap(({ due, ahead }) => [
    ...(due ? [nowMs] : []),
    ...(ahead ? [ahead.atMs] : []),
  ]);
  const reminding = ms.map((one) => Temporal.Instant.fromEpochMilliseconds(one));
  return [...reminding, ...(await momentsToTell(world, desk))].sort(Temporal.Instant.compare);
}

/** When the next reminder of any checklist comes, whatever there is to do now: for a clock that is moved by hand. */
export async function nextChecklistAt(world: World): Promise<Temporal.Instant | undefined> {
  const now = world.now();
  const ahead: Temporal.Instant[] = [];
  for (const { id } of await world.store.checklists.all()) {
    const desk = await checklistDeskOf(world, id);
    const next = desk && (await momentsOf(world, desk)).find((at) => Temporal.Instant.compare(at, now) > 0);
    if (next) ahead.push(next);
  }
  return ahead.sort(Temporal.Instant.compare)[0];
}

/** Whom a place that is gone is followed by: the unit's place, the programme's, a person's own chat. */
const mostRounds = 3;

/**
 * Part of every heartbeat: units that have points of a checklist left are reminded by the rules of their programme, with the card that who leads can
 * send by hand, and not on a day on which somebody has. What several units get in one place, or one person for several, is one message. Once
 * it is overdue for long, who owns the programme is told.
 */
export async function remindChecklists(world: World): Promise<void> {
  for (const id of await agenda.due(world)) {
    let isGone = true;
    for (let round = 0; isGone && round < mostRounds; round += 1) {
      const desk = await checklistDeskOf(world, id);
      isGone = desk !== undefined && (await remindOf(world, desk)) === 'gone';
    }
    const desk = await checklistDeskOf(world, id);
    if (desk) await tellOverdue(world, desk);
  }
}

type Message = [Due, ...Due[]];
type Due = SilentUnit & NextReminder;

async function remindOf(world: World, desk: ChecklistDesk): Promise<'done' | 'gone'> {
  const { checklist, programme } = desk;
  const due = comingTo(desk, world.now().epochMilliseconds).flatMap(({ unit, due: found }): Due[] =>
    found ? [{ ...unit, ...found }] : [],
  );
  const messages = [...Map.groupBy(due, (unit) => idOf(unit)).values()] as Message[];
  if (messages.length === 0 || (await isFlood(world, desk, messages))) return 'done';
  const came = await Promise.all(messages.map((units) => remindTogether(world, desk, units)));
  world.outbox.refresh(about.board(checklist.id));
  const isGone = came.includes('gone');
  if (isGone) world.log.warn({ programme: programme.id, checklist: checklist.id }, 'a place of a checklist is gone');
  return isGone ? 'gone' : 'done';
}

const idOf = (unit: SilentUnit): string => {
  const receiver = receiverOf(unit);
  return receiver ? receiverId(receiver) : '';
};

/**
 * Holds the reminders of the programme back where more messages are ready at once than its rules allow, as for rows: what fell due before who owns it
 * last looked does not count. Without a plan there is nobody who could be asked about them.
 */
async function isFlood(
  world: World,
  { programme, reminding: { releasedUntil = '1970-01-01T00:00:00Z' }, rules }: ChecklistDesk,
  messages: readonly Message[],
): Promise<boolean> {
  const releasedMs = Date.parse(releasedUntil);
  const count = messages.filter((units) => units.some(({ atMs }) => atMs > releasedMs)).length;
  if (count <= rules.mostAtOnce) return false;
  const desk = await deskOf(world, programme.id);
  return desk !== undefined && hold(world, desk, { count, most: rules.mostAtOnce, isDue: true });
}

/** Sends one message about one unit or several, to those of them that still have points left. */
async function remindTogether(
  world: World,
  desk: ChecklistDesk,
  units: Message,
): Promise<Settled['state'] | 'answered'> {
  const { checklist, programme } = desk;
  const left: Due[] = [];
  for (const unit of units) {
    const count = await pointsLeft(world, checklist, unit.unit.id);
    if (count > 0) left.push({ ...unit, left: count });
  }
  const [first, ...others] = left;
  if (!first) return 'answered';
  const came =
    others.length > 0 ? await sendSeveral(world, desk, [first, ...others]) : await sendOne(world, desk, first);
  const state = came === 'already' ? 'sent' : came;
  const receiver = idOf(first);
  for (const { unit, reminder } of left) {
    const about = { programme: programme.id, checklist: checklist.id, unit: unit.id };
    const seen = { ...about, rule: `checklist-${reminder.rule}`, receiver, result: state };
    if (state === 'sent') world.log.info(seen, 'checklist reminder');
    else world.log.warn(seen, 'checklist reminder not sent');
    world.meter?.decided('checklist', state);
  }
  return state;
}

async function sendOne(
  world: World,
  { checklist, programme }: ChecklistDesk,
  receiver: Due,
): Promise<Settled['state']> {
  const started = await startSending(world, {
    receiver,
    drawn: async (language) => {
      const sheet = await loadSharedSheet(world, { checklist: checklist.id, unit: receiver.unit.id }, language);
      return sheet && reminderView(sheet);
    },
    once: {
      group: ledgerGroup(checklist.id),
      key: keys.reminder(receiver.unit.id, todayIn(world, programme)),
      again: true,
    },
  });
  const state = started ? (await started.settled).state : 'refused';
  if (state !== 'gone' || receiver.destination.to !== 'person') return state;
  await settle(world, { checklist, programme }, [receiver.unit.id], 'refused');
  return 'refused';
}

/** One message for several units; what came of it is settled for each of them. */
async function sendSeveral(world: World, desk: ChecklistDesk, units: Message): Promise<Settled['state']> {
  const { checklist, programme } = desk;
  const receiver = receiverOf(units[0]);
  if (!receiver) return 'refused';
  const ids = units.map(({ unit }) => unit.id as string).toSorted();
  const key = `reminders.${todayIn(world, programme)}.${derivedId(...ids)}`;
  const once = { group: ledgerGroup(checklist.id), key, again: true };
  const card = (language: Language) => severalCard(desk, units, readersIn(world, programme, language));
  const came =
    receiver.is === 'person'
      ? await world.outbox.tell(receiver.person, card(receiver.person.language), { once })
      : await world.outbox.post(receiver.place, card(receiver.place.language), { once });
  // A place that is gone is followed by the next best, in the next round.
  if (came.state === 'gone' && receiver.is === 'place') return 'gone';
  const state = came.state === 'already' ? 'sent' : came.state === 'gone' ? 'refused' : came.state;
  await settle(world, desk, ids, state);
  return state;
}

async function settle(
  world: World,
  { checklist, programme }: Pick<ChecklistDesk, 'checklist' | 'programme'>,
  units: readonly string[],
  state: LedgerEntry['state'],
): Promise<void> {
  const next = { state, at: world.now().toString() };
  for (const unit of units) {
    const key = keys.reminder(unit, todayIn(world, programme));
    await world.store.ledger.change(ledgerGroup(checklist.id), key, () => ({ next, outcome: undefined }));
  }
}
