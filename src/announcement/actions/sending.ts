import type { World } from '#chat/feature.ts';
import type { Once, Settled } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Store } from '#store/port.ts';
import { type Announcement, keyOf, type Receiver } from '../announcement.ts';
import { askedAs } from '../standing.ts';
import { receiverCard } from './cards.ts';
import { about, isOpen, isStillComing, isUntried, keyFor, ledgerGroup, sendKey } from './ledger.ts';
import { find } from './load.ts';
import { quietNow } from './quiet.ts';
import { standingsOf } from './report.ts';

/** Receivers at work on at the same time: more than a platform's pace lets through, and few enough that a withdrawal stops the rest. */
const atOnce = 24;
/** So often at most the report tells how far a sending has come: drawing it costs more the more receivers there are. */
const progressSteps = 50;
/** After so long whoever could not be reached is not tried any more, hours. */
const triedHours = 24;

/** By store (a rehearsal has its own): the sendings under way in this process, by announcement. */
const underWay = new WeakMap<Store, Map<string, Promise<void>>>();

/**
 * Sends what is still to be sent of an announcement: itself, the rounds of reminders that somebody or the clock has begun, and itself to those who
 * can be written to only now. Each receiver gets each once, under a key in the ledger, so that a crash loses nobody and the next beat goes on.
 * One at a time for each announcement in this process; resolves when nothing more can be sent now. Never rejects.
 */
export function keepSending(world: World, id: string): Promise<void> {
  const running = underWay.get(world.store) ?? new Map<string, Promise<void>>();
  underWay.set(world.store, running);
  const same = running.get(id);
  if (same) return same;
  const work = sendAll(world, id)
    .catch((error: unknown) =>
      world.log.error({ err: error, announcement: id }, 'an announcement could not be sent on'),
    )
    .finally(() => running.delete(id));
  running.set(id, work);
  return work;
}

async function sendAll(world: World, id: string): Promise<void> {
  // What is begun while the rest goes out is sent after it.
  for (let more = true; more; ) {
    more = await sendRest(world, id);
    for (;;) {
      const round = (await world.store.announcements.get(id))?.rounds.find((one) => !one.doneAt);
      if (!round || !(await sendRound(world, id, round.key))) break;
      more = true;
    }
  }
  await sendToLate(world, id);
}

/**
 * Those who have not got an announcement that was sent, and can be written to now: Klar has met them since, or they were away for longer than it
 * was tried. A round of reminders brings it, too; whoever has acknowledged it has found it.
 */
export async function lateOnes(world: World, announcement: Announcement): Promise<Receiver[]> {
  if (!isStillComing(announcement, world.now())) return [];
  const known = new Map(await world.store.ledger.entries(ledgerGroup(announcement.id)));
  const isLeft = (one: Receiver) => isUntried(known.get(keyFor(sendKey, keyOf(one))));
  if (!announcement.receivers?.some(isLeft)) return [];
  const waiting = (await standingsOf(world, announcement))
    .filter(({ arrival, acknowledged }) => arrival === 'waiting' && !acknowledged)
    .map(askedAs);
  const isThere = await Promise.all(
    waiting.map(async (one) =>
      'person' in one
        ? ((await knownAs(world, one.person))?.accounts.length ?? 0) > 0
        : (await world.store.places.get(one.place)) !== undefined,
    ),
  );
  return waiting.filter((_, nth) => isThere[nth]);
}

async function sendToLate(world: World, id: string): Promise<void> {
  const announcement = await world.store.announcements.get(id);
  const receivers = announcement ? await lateOnes(world, announcement) : [];
  if (!announcement || receivers.length === 0) return;
  await send(world, {
    announcement,
    what: sendKey,
    receivers,
    stands: ({ state }) => state === 'sent',
    minds: !announcement.urgent,
  });
  world.outbox.refresh(about.report(id));
}

/** What is to be sent now to whom, as a job for `inParallel`. */
interface Job {
  announcement: Announcement;
  what: string;
  receivers: readonly Receiver[];
  /** False: this receiver is not to get it any more. */
  stands(announcement: Announcement): boolean;
  minds: boolean;
}

/** The announcement itself. True when it has come to its end by that. */
async function sendRest(world: World, id: string): Promise<boolean> {
  const announcement = await world.store.announcements.get(id);
  if (announcement?.state !== 'sending') return false;
  const left = await send(world, {
    announcement,
    what: sendKey,
    receivers: announcement.receivers ?? [],
    stands: ({ state }) => state === 'sending',
    minds: !announcement.urgent,
  });
  if (left > 0 && !isOver(world, announcement.begunAt)) return false;
  const done = await world.store.announcements.change(id, (current) =>
    current.state === 'sending'
      ? { next: { ...current, state: 'sent', doneAt: world.now().toString() }, outcome: true }
      : { outcome: false },
  );
  world.outbox.refresh(about.report(id));
  return done === true;
}

/** One round of reminders to those who have not acknowledged. True when it has come to its end by that. */
async function sendRound(world: World, id: string, key: string): Promise<boolean> {
  const announcement = await world.store.announcements.get(id);
  const round = announcement?.rounds.find((one) => one.key === key);
  if (!announcement || !round) return false;
  const missing = (await standingsOf(world, announcement)).filter((one) => !one.acknowledged);
  const left = await send(world, {
    announcement,
    what: key,
    receivers: missing.map(askedAs),
    stands: ({ state }) => state === 'sending' || state === 'sent',
    // It was asked for by somebody, or falls due by itself: neither is as urgent as the message may have been.
    minds: true,
  });
  if (left > 0 && !isOver(world, round.at)) return false;
  const done = await world.store.announcements.change(id, (current) => ({
    next: {
      ...current,
      rounds: current.rounds.map((one) => (one.key === key ? { ...one, doneAt: world.now().toString() } : one)),
    },
    outcome: true,
  }));
  world.outbox.refresh(about.report(id));
  return done === true;
}

const isOver = (world: World, since: string | undefined): boolean =>
  since !== undefined &&
  Temporal.Instant.compare(Temporal.Instant.from(since).add({ hours: triedHours }), world.now()) <= 0;

/** Sends a job to those who have not got it. Gives how many it could not be settled for now. */
async function send(world: World, job: Job): Promise<number> {
  const { announcement, what } = job;
  const group = ledgerGroup(announcement.id);
  const known = new Map(await world.store.ledger.entries(group));
  const open = job.receivers.filter((one) => isOpen(known.get(keyFor(what, keyOf(one)))));
  let left = 0;
  let told = 0;
  const between = Math.ceil(open.length / progressSteps);
  await inParallel(open, async (receiver) => {
    // Looked up anew for each: it may have been withdrawn or corrected, and somebody may just have acknowledged it.
    const found = await find(world, announcement.id);
    if (!found || !job.stands(found.announcement)) return;
    if (what !== sendKey && (await hasAcknowledged(world, announcement.id, receiver))) return;
    const held = job.minds ? await quietNow(world, found.programme)(receiver) : undefined;
    const came = held
      ? 'held'
      : await sendTo(world, found, receiver, { group, key: keyFor(what, keyOf(receiver)), again: true });
    if (came === 'held' || came === 'unreachable') left += 1;
    if (came === undefined) return;
    world.log.info(
      {
        programme: announcement.programme,
        announcement: announcement.id,
        rule: what,
        receiver: keyOf(receiver),
        result: came,
      },
      'announcement',
    );
    world.meter?.decided('announcement', came);
    told += 1;
    if (told % between === 0) world.outbox.refresh(about.report(announcement.id));
  });
  return left;
}

const hasAcknowledged = async ({ store }: World, announcement: string, receiver: Receiver): Promise<boolean> => {
  const given = await store.acknowledgements.get(announcement, keyOf(receiver));
  return given !== undefined && given.takenBack !== true;
};

/** Undefined: there is nobody to write to, now or by trying again. */
async function sendTo(
  world: World,
  found: NonNullable<Awaited<ReturnType<typeof find>>>,
  receiver: Receiver,
  once: Once,
): Promise<Settled['state'] | undefined> {
  const { id } = found.announcement;
  const isReminder = once.key !== keyFor(sendKey, keyOf(receiver));
  const options = { about: (isReminder ? about.reminder : about.receiver)(id, keyOf(receiver)), once };
  if ('place' in receiver) {
    const place = await world.store.places.get(receiver.place);
    if (!place) return undefined;
    const card = await receiverCard(world, found, receiver, { language: place.language, isReminder });
    return (await world.outbox.post(place, card, options)).state;
  }
  const person = await knownAs(world, receiver.person);
  if (!person || person.accounts.length === 0) return undefined;
  const card = await receiverCard(world, found, receiver, { language: person.language, isReminder });
  const { state } = await world.outbox.tell(person, card, options);
  if (state === 'gone' || state === 'refused' || state === 'unreachable') {
    // Where no chat could be opened the outbox has claimed nothing.
    await world.store.ledger.change(once.group, once.key, (known) =>
      known && known.state !== 'claimed' && known.state !== 'unreachable'
        ? { outcome: undefined }
        : { next: { ...known, state, at: world.now().toString() }, outcome: undefined },
    );
  }
  return state;
}

/** Does something for each, so many at the same time. */
async function inParallel<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const one of rest) await act(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
