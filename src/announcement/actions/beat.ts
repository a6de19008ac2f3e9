import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { type Announcement, keyOf } from '../announcement.ts';
import { dueRounds, nextRound } from '../rounds.ts';
import { askedAs } from '../standing.ts';
import { askSecond, beginPlanned, postReport, stillToAsk } from './begin.ts';
import { about, isOpen, isStillComing, keyFor, ledgerGroup, sendKey } from './ledger.ts';
import { type Found, find } from './load.ts';
import { quietNow } from './quiet.ts';
import { standingsOf } from './report.ts';
import { keepSending, lateOnes } from './sending.ts';
import { nextUnapproved, tellUnapproved } from './unapproved.ts';

const earliest = (all: readonly (Temporal.Instant | undefined)[]): Temporal.Instant | undefined =>
  all.filter((at) => at !== undefined).toSorted(Temporal.Instant.compare)[0];

const isUnderWay = ({ state, rounds }: Announcement): boolean =>
  state === 'sending' || (state === 'sent' && rounds.some(({ doneAt }) => !doneAt));

/** When something is to be done for an announcement: now, at its time, at the end of a receiver's quiet hours, or at the next round. */
async function nextFor(world: World, id: string): Promise<Temporal.Instant | undefined> {
  const found = await find(world, id);
  if (!found) return undefined;
  const { announcement, programme } = found;
  if (announcement.state === 'scheduled' && announcement.sendAt) return Temporal.Instant.from(announcement.sendAt);
  // Somebody is to be asked who has not been: a crash or a platform was in the way.
  if (((await stillToAsk(world, found))?.people.length ?? 0) > 0) return world.now();
  const round = nextRound(announcement, { zone: programme.timeZone, country: programme.country });
  const late = (await nextUnapproved(world, found)) ?? (await nextLate(world, found));
  return isUnderWay(announcement) ? earliest([round, late, await nextToSend(world, found)]) : earliest([round, late]);
}

/** When the first of those who can be written to only now may be. */
async function nextLate(world: World, { announcement, programme }: Found): Promise<Temporal.Instant | undefined> {
  const late = await lateOnes(world, announcement);
  const quietUntil = announcement.urgent ? undefined : quietNow(world, programme);
  return earliest(await Promise.all(late.map(async (one) => (await quietUntil?.(one)) ?? world.now())));
}

/** When the first of those who are still to get something may be written to. */
async function nextToSend(world: World, { announcement, programme }: Found): Promise<Temporal.Instant | undefined> {
  const known = new Map(await world.store.ledger.entries(ledgerGroup(announcement.id)));
  const what = announcement.state === 'sending' ? sendKey : announcement.rounds.find(({ doneAt }) => !doneAt)?.key;
  if (what === undefined) return undefined;
  const receivers =
    what === sendKey
      ? (announcement.receivers ?? [])
      : (await standingsOf(world, announcement)).filter((one) => !one.acknowledged).map(askedAs);
  const now = world.now();
  const quietUntil = quietNow(world, programme);
  let first: Temporal.Instant | undefined;
  let isLeft = false;
  for (const receiver of receivers) {
    if (!isOpen(known.get(keyFor(what, keyOf(receiver))))) continue;
    // Whoever has no account is written to by nobody.
    if ('person' in receiver && !(await knownAs(world, receiver.person))?.accounts.length) continue;
    isLeft = true;
    const held = what === sendKey && announcement.urgent ? undefined : await quietUntil(receiver);
    if (!held) return now;
    if (!first || Temporal.Instant.compare(held, first) < 0) first = held;
  }
  // With nobody left it is only to be closed.
  return isLeft ? first : now;
}

const agenda = createAgenda({
  name: 'announcement',
  follows: [
    { of: (store) => store.announcements },
    // Quiet hours, an account, a zone or the country may have changed, and Klar may have met somebody.
    { of: (store) => store.persons, concerns: underWay },
    { of: (store) => store.programmes, concerns: underWay },
  ],
  nextAt: nextFor,
});

async function underWay({ store, now }: World): Promise<string[]> {
  const all = await store.announcements.all();
  const isOf = (one: Announcement) => isUnderWay(one) || isStillComing(one, now()) || one.state === 'awaiting';
  return all.filter(isOf).map(({ id }) => id);
}

/** How many messages a beat waits for; of more the next beats, and whatever else they have to do, are not to wait. */
const waitsForUpTo = 20;

/** Part of every heartbeat: what is planned for now, what a crash or quiet hours left unsent, and the rounds of reminders. */
export async function sendDue(world: World): Promise<void> {
  for (const id of await agenda.due(world)) {
    // One that cannot be read or saved keeps no other waiting.
    await sendDueOf(world, id).catch((error: unknown) =>
      world.log.error({ err: error, announcement: id }, 'an announcement could not be gone on with'),
    );
  }
}

async function sendDueOf(world: World, id: string): Promise<void> {
  const found = await find(world, id);
  if (!found) return;
  await beginPlanned(world, found);
  await beginRounds(world, id);
  await askSecond(world, found);
  await tellUnapproved(world, found);
  const now = await world.store.announcements.get(id);
  if (!now || !(isUnderWay(now) || (await lateOnes(world, now)).length > 0)) return;
  await postReport(world, found);
  const work = keepSending(world, id);
  if ((now.receivers?.length ?? 0) <= waitsForUpTo) await work;
}

/** Begins the automatic round whose time has come; those that are past without having been sent are over. */
async function beginRounds(world: World, id: string): Promise<void> {
  const found = await find(world, id);
  if (!found) return;
  const { programme } = found;
  const calendar = { zone: programme.timeZone, country: programme.country };
  const now = world.now();
  if (dueRounds(found.announcement, calendar, now).length === 0) return;
  if (world.clock?.jumpedAt() || (await world.store.remindings.get(programme.id))?.held?.why === 'clock') return;
  const begun = await world.store.announcements.change(id, (current) => {
    const due = dueRounds(current, calendar, now);
    const at = now.toString();
    const rounds = due.map(({ key, send }) => ({ key, at, ...(send ? {} : { doneAt: at }) }));
    return { next: { ...current, rounds: [...current.rounds, ...rounds] }, outcome: due };
  });
  for (const { key, send } of begun ?? []) {
    const result = send ? 'begun' : 'skipped';
    world.log.info({ programme: programme.id, announcement: id, rule: key, result }, 'announcement');
    world.meter?.decided('announcement-round', result);
    if (!send) continue;
    await world.store.audit.append({
      at: now.toString(),
      by: 'klar',
      what: 'announcement.remind',
      on: { announcement: id, programme: programme.id },
      from: 'clock',
    });
  }
  world.outbox.refresh(about.report(id));
}

/** When the next of all announcements has something to be done, for a clock that is moved by hand. */
export async function nextAt(world: World): Promise<string | undefined> {
  const all = await Promise.all((await world.store.announcements.all()).map(({ id }) => nextFor(world, id)));
  return earliest(all)?.toString();
}

/** How long after a change its cards are still drawn anew at a start, hours: after a crash Klar may have been away for some time. */
const afterChangeHours = 72;
const afterPressHours = 1;

/** Cards that a crash may have left behind: of what was withdrawn or corrected all of them, of what was pressed lately those. */
export async function live(world: World): Promise<string[]> {
  const now = world.now();
  const isWithin = (hours: number, at: string | undefined) =>
    at !== undefined && Temporal.Instant.compare(Temporal.Instant.from(at).add({ hours }), now) > 0;
  const found: string[] = [];
  for (const { id, withdrawn, corrected, state, askedAt, begunAt } of await world.store.announcements.all()) {
    if (state === 'draft') continue;
    if (isWithin(afterChangeHours, withdrawn?.at) || isWithin(afterChangeHours, corrected?.at))
      found.push(about.all(id));
    let isPressed = false;
    for (const [key, { at }] of await world.store.acknowledgements.entries(id)) {
      if (!isWithin(afterPressHours, at)) continue;
      isPressed = true;
      found.push(about.receiver(id, key));
    }
    if (
      isPressed ||
      state === 'awaiting' ||
      state === 'scheduled' ||
      state === 'sending' ||
      isWithin(afterChangeHours, withdrawn?.at ?? begunAt)
    ) {
      found.push(about.report(id));
    }
    if (askedAt && isWithin(afterChangeHours, askedAt)) found.push(about.approvals(id));
  }
  return found;
}
