import type { World } from '#chat/feature.ts';
import type { Store } from '#store/port.ts';
import { bundlesOf } from '../digest.ts';
import type { Copy } from '../due.ts';
import { messagesOf } from '../flood.ts';
import { type Receiver, receiverId } from '../receivers.ts';
import { defaultRules } from '../rules.ts';
import { type Desk, deskOf, programmesByReceiver, slotsOfDesk } from './desk.ts';
import { byReceiver, dueAt, type Found } from './due-at-desks.ts';
import { eachProgramme } from './each-programme.ts';
import { askWhoOwns, hold, isHeldBack, nextAsking } from './hold.ts';
import { inPools } from './in-pools.ts';
import { programmeAgenda } from './programme-agenda.ts';
import { type Group, hasGoneOut, sendGroup, settleEnded, settleSlots } from './send-group.ts';
import { mayBeToldAt, tellSkipped } from './tell-skipped.ts';

/** A reminder whose receiver refuses it goes to the next best, as often as there are kinds of receivers (`receiversOf`). */
const mostRounds = 6;

/** Which programmes a heartbeat has to look at. */
const dueProgrammes = programmeAgenda({
  name: 'reminder',
  nextAt: nextDueAt,
});

/** One heartbeat of the reminders: what has fallen due and is not settled is sent, what is stale is settled and told of. */
export async function sendDue(world: World): Promise<void> {
  const ids = await dueProgrammes.due(world);
  if (ids.length > 0) await sendDueOf(world, ids);
}

/**
 * When there is something to be sent, settled or asked in a programme: now or earlier where there is now; undefined where nothing is foreseen.
 */
export async function nextDueAt(world: World, id: string): Promise<Temporal.Instant | undefined> {
  return (await momentsIn(world, id)).toSorted(Temporal.Instant.compare)[0];
}

/** The next moment ahead at which something is sent in a programme, whatever there is to do now: for a clock that is moved by hand. */
export async function nextAheadAt(world: World, id: string): Promise<Temporal.Instant | undefined> {
  const now = world.now();
  const ahead = (await momentsIn(world, id)).filter((at) => Temporal.Instant.compare(at, now) > 0);
  return ahead.toSorted(Temporal.Instant.compare)[0];
}

async function momentsIn(world: World, id: string): Promise<Temporal.Instant[]> {
  const desk = await deskOf(world, id);
  if (!desk) return [];
  if (desk.reminding.held) return nextAsking(world, desk);
  const nowMs = world.now().epochMilliseconds;
  const { slots, lost, ended } = slotsOfDesk(desk);
  const found = new Set<number>();
  if (ended.length > 0 || lost.some(({ atMs }) => atMs <= nowMs)) found.add(nowMs);
  let isStale = false;
  for (const own of byReceiver(slots).values()) {
    if (own.some(({ isSettled, claimed }) => !isSettled && claimed !== undefined)) found.add(nowMs);
    const { nextMs, aheadMs, stale } = bundlesOf(own, nowMs);
    for (const ms of [nextMs, aheadMs]) if (ms !== undefined) found.add(ms);
    isStale ||= stale.length > 0;
  }
  const moments = [...found].map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  return isStale ? [...moments, await mayBeToldAt(world, desk.programme)] : moments;
}

const turns = new WeakMap<Store, Promise<void>>();

/**
 * Sends what is due in some programmes. One call after the other, so that what a press lets out and what the clock finds at the same moment is
 * sent once. Derived from the plans each time (DESIGN section 3, "The way of a reminder").
 *
 * Resolves when everything has been tried. What cannot be read or saved is logged and keeps nobody else without their reminders.
 */
export function sendDueOf(world: World, ids: readonly string[]): Promise<void> {
  const turn = (turns.get(world.store) ?? Promise.resolve()).then(() => sendAll(world, ids));
  turns.set(
    world.store,
    turn.catch(() => {}),
  );
  return turn;
}

async function sendAll(world: World, ids: readonly string[]): Promise<void> {
  const desks = new Map<string, Desk>();
  const read = (several: readonly string[]) =>
    eachProgramme(world, 'the reminders', several, async (id) => {
      const desk = await deskOf(world, id);
      if (!desk) return;
      if (await isHeldBack(world, desk)) return askWhoOwns(world, desk);
      desks.set(id, desk);
    });
  await read(ids);

  let found = dueAt(desks, world);
  // A person, or a place that programmes share, gets one message with what all of them have that day.
  const others = await otherProgrammes(world, found.receivers, desks);
  if (others.length > 0) {
    const wanted = new Set(found.receivers.map(receiverId));
    await read(others);
    found = dueAt(
      desks,
      world,
      (desk, slot) => ids.includes(desk.programme.id) || wanted.has(receiverId(slot.receiver)),
    );
  }
  if (await holdWhatFloods(world, desks, found)) found = dueAt(desks, world, (desk) => ids.includes(desk.programme.id));

  const tried = (work: Promise<unknown>, programme?: string) =>
    work.catch((error: unknown) => failed(world, error, programme));
  for (const why of ['stopped', 'rhythm', 'merged', 'stale'] as const) {
    const slots = found.bundles.flatMap(({ skipped }) =>
      skipped.filter((one) => one.why === why).map(({ slot }) => slot),
    );
    await tried(settleSlots(world, desks, slots, { state: 'skipped', why }));
  }
  await settleLost(world, found.lost, desks);
  await tried(settleEnded(world, desks, found.ended));
  for (const desk of desks.values()) {
    const stale = found.bundles.flatMap((one) => one.stale.filter(({ copy }) => copy.programme === desk.programme.id));
    if (stale.length === 0) continue;
    await tried(
      tellSkipped(world, desk, stale).then((told) =>
        told ? settleSlots(world, desks, stale, { state: 'skipped', why: 'stale' }) : undefined,
      ),
      desk.programme.id,
    );
  }
  await sendInRounds(world, desks, found);
}

/** Programmes that are not looked at yet and have the same receivers. */
async function otherProgrammes(
  world: World,
  receivers: readonly Receiver[],
  desks: ReadonlyMap<string, Desk>,
): Promise<string[]> {
  if (receivers.length === 0) return [];
  const known = await programmesByReceiver(world);
  const found = new Set(receivers.flatMap((receiver) => [...(known.get(receiverId(receiver)) ?? [])]));
  return [...found].filter((id) => !desks.has(id));
}

/** Takes programmes off the desks that would send too much at once, or whose clock cannot be believed; whether there were any. */
async function holdWhatFloods(world: World, desks: Map<string, Desk>, found: Found): Promise<boolean> {
  const counts = messagesOf(
    found.groups.map(({ slots }) => slots),
    (programme) => desks.get(programme)?.reminding.releasedUntil,
  );
  const touched = new Set(
    found.bundles.flatMap(({ messages, stale }) => [...messages.flat(), ...stale].map(({ copy }) => copy.programme)),
  );
  let held = false;
  for (const desk of [...desks.values()]) {
    const { id } = desk.programme;
    const count = counts.get(id) ?? 0;
    const most = (desk.reminding.rules ?? defaultRules).mostAtOnce;
    await eachProgramme(world, 'the reminders', [id], async () => {
      // Off the desks first: what should be held and cannot be written down as held is not sent either.
      desks.delete(id);
      const isHeld = await hold(world, desk, { count, most, isDue: count > 0 || touched.has(id) });
      if (isHeld) await askWhoOwns(world, desk);
      else desks.set(id, desk);
    });
    held ||= !desks.has(id);
  }
  return held;
}

/** What nobody takes is settled, so that it is not tried for ever. */
async function settleLost(world: World, lost: readonly Copy[], desks: ReadonlyMap<string, Desk>): Promise<void> {
  for (const { key, programme, reminder } of lost) {
    const seen = { programme, activity: reminder.activity, rule: reminder.rule, receiver: null, result: 'refused' };
    world.log.warn(seen, 'reminder not sent: nobody can get it');
    world.meter?.decided('reminder', 'refused');
    const next = { state: 'refused' as const, at: world.now().toString() };
    desks.get(programme)?.ledger.set(key, next);
    await world.store.ledger
      .change(programme, key, () => ({ next, outcome: undefined }))
      .catch((error: unknown) => failed(world, error, programme));
  }
}

/** Sends everything; what its receiver will never take goes to the next best at once. */
async function sendInRounds(world: World, desks: ReadonlyMap<string, Desk>, first: Found): Promise<void> {
  const leftAlone = new Set<string>();
  let { groups } = first;
  for (let round = 0; round < mostRounds && groups.length > 0; round += 1) {
    const refused = new Set<Copy>();
    await inPools(groups, async (own) => {
      for (const group of own) {
        const [slot] = group.slots;
        if (!slot || leftAlone.has(receiverId(slot.receiver))) continue;
        const came = await sendOrSettle(world, desks, group).catch((error: unknown) => failed(world, error));
        if (came?.state === 'refused' || came?.state === 'gone') for (const { copy } of group.slots) refused.add(copy);
        // The platform takes nothing more for this receiver now; the next beat tries again, and others do not wait.
        if (came?.busy) leftAlone.add(receiverId(slot.receiver));
      }
    });
    if (refused.size === 0) return;
    const next = dueAt(desks, world, undefined, refused);
    await settleLost(world, next.lost, desks);
    // A place that is gone is left out once its record says so, at the next beat.
    groups = next.groups.filter(({ slots }) =>
      slots.every(({ part, copy }) => !desks.get(copy.programme)?.ledger.has(part)),
    );
  }
}

async function sendOrSettle(world: World, desks: ReadonlyMap<string, Desk>, group: Group) {
  const { slots, name } = group;
  const isLeft = slots.some(({ claimed }) => claimed !== undefined);
  if (!isLeft || !(await hasGoneOut(world, group))) return sendGroup(world, desks, group);
  await settleSlots(world, desks, slots, { state: 'sent', name });
  return undefined;
}

function failed(world: World, error: unknown, programme?: string): undefined {
  world.log.error({ err: error, ...(programme ? { programme } : {}) }, 'the reminders of a programme failed');
}
