import { countryOfZone } from '#calendar/zone.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { keyFor, programmeOf } from '#poll/actions/look.ts';
import { isOpen } from '#poll/cast-vote.ts';
import type { Poll } from '#poll/poll.ts';
import { clockIsTrusted } from '../clock-jump.ts';
import { rulesOf } from '../edit-rules.ts';
import { askedBy, type Nudge, nudgeFor, nudgeOf } from '../poll-nudge.ts';
import { mannerOf, type Receiver } from '../receivers.ts';
import { remindingOf } from './reminding.ts';

/** What has been said about a poll before it closes stands in the ledger under a group of its own. */
export const nudgeGroup = (poll: string): string => `poll.${poll}`;

const placeKey = 'nudge';

/** One who is to be reminded of a poll, or passed over, at a time. */
export interface OpenNudge {
  receiver: Receiver;
  /** Its key in the ledger. */
  key: string;
  /** Epoch milliseconds. */
  atMs: number;
  /** They are passed over: that is what they wish, or it would come too late. */
  isSkipped: boolean;
}

export interface PollDesk {
  poll: Poll & { closesAt: string };
  programme: Programme | undefined;
  open: OpenNudge[];
}

/**
 * Who is still to be reminded of a poll; undefined of one that is not to be reminded of, or not now.
 * @param how.isAsked Somebody asks what comes or waits: they are told of it while nothing goes out, too.
 */
export async function pollDeskOf(
  world: World,
  id: string,
  { isAsked = false }: { isAsked?: boolean } = {},
): Promise<PollDesk | undefined> {
  const poll = await world.store.polls.get(id);
  if (poll?.closesAt === undefined || !isOpen(poll, world.now())) return undefined;
  const programme = await programmeOf(world, poll);
  const reminding = programme && (await remindingOf(world, programme.id));
  if (!isAsked && (reminding?.held || !clockIsTrusted(world, reminding?.releasedUntil))) return undefined;
  const rules = rulesOf(reminding ?? {});
  const nudge = nudgeOf(poll, programme && { rules, zone: programme.timeZone, country: programme.country });
  if (!nudge) return undefined;
  const desk = { poll: { ...poll, closesAt: poll.closesAt }, programme };
  const settled = await settledKeys(world, id);
  if (settled.has(placeKey)) return { ...desk, open: [] };

  const asked = programme && !poll.anonymous ? askedBy(poll, programme).filter((one) => one !== poll.by) : [];
  const persons: Person[] = [];
  for (const one of asked) {
    const known = settled.has(personKey(one)) ? undefined : await knownAs(world, one);
    if (known && known.accounts.length > 0) persons.push(known);
  }
  const receivers: { receiver: Receiver; key: string }[] = persons.map((person) => ({
    receiver: { is: 'person', person },
    key: personKey(person.id),
  }));
  // Whom Klar does not know by name, or more people than may be written to unasked, are spoken to together; never after somebody was on their own.
  if (settled.size === 0 && (receivers.length === 0 || receivers.length > rules.mostAtOnce)) {
    const place = await world.store.places.get(poll.place);
    receivers.splice(0);
    if (place) receivers.push({ receiver: { is: 'place', place }, key: placeKey });
  }
  const where = programme ?? (await homeOf(world, poll));
  return {
    ...desk,
    open: receivers.map((one) => ({ ...one, ...timeOf(one.receiver, nudge, desk.poll, where, world) })),
  };
}

const personKey = (person: string): string => `${placeKey}.${person}`;

function timeOf(
  receiver: Receiver,
  nudge: Nudge,
  { closesAt }: { closesAt: string },
  where: Pick<Programme, 'timeZone' | 'country'>,
  world: Pick<World, 'now'>,
): Pick<OpenNudge, 'atMs' | 'isSkipped'> {
  const atMs = nudgeFor(nudge, closesAt, mannerOf(receiver, where), world.now().epochMilliseconds);
  return { atMs: atMs ?? nudge.atMs, isSkipped: atMs === undefined };
}

/** Where a poll without a programme is at home: where its maker is. */
async function homeOf(world: World, { by }: Poll): Promise<Pick<Programme, 'timeZone' | 'country'>> {
  const maker = await knownAs(world, by);
  const timeZone = maker?.timeZone ?? 'UTC';
  return { timeZone, country: countryOfZone(timeZone, maker?.language ?? 'nb') };
}

async function settledKeys({ store }: World, poll: string): Promise<Set<string>> {
  const entries = await store.ledger.entries(nudgeGroup(poll));
  return new Set(entries.flatMap(([key, { state }]) => (state === 'claimed' || state === 'unreachable' ? [] : [key])));
}

const openPollsOf = async ({ store }: Pick<World, 'store'>, programme: Programme) =>
  (await store.polls.all()).filter((poll) => poll.programme === programme.id && poll.closedAt === undefined);

/**
 * Who leads a programme has decided that what waits is not sent: the reminders of its polls that have come due are settled so.
 * @param at ISO instant of the decision, by which it can be undone.
 */
export async function dropNudges(world: World, programme: Programme, at: string): Promise<void> {
  const nowMs = world.now().epochMilliseconds;
  for (const { id } of await openPollsOf(world, programme)) {
    const open = (await pollDeskOf(world, id, { isAsked: true }))?.open ?? [];
    for (const { key } of open.filter(({ atMs }) => atMs <= nowMs)) {
      await world.store.ledger.change(nudgeGroup(id), key, () => ({ next: { state: 'skipped', at }, outcome: true }));
    }
  }
}

/** Lets them wait again. */
export async function undropNudges(world: World, programme: Programme, at: string): Promise<void> {
  const { ledger } = world.store;
  for (const { id } of await openPollsOf(world, programme)) {
    const dropped = (await ledger.entries(nudgeGroup(id))).filter(
      ([, entry]) => entry.state === 'skipped' && entry.at === at,
    );
    for (const [key] of dropped) await ledger.change(nudgeGroup(id), key, () => ({ next: null, outcome: true }));
  }
}

/** Whether somebody has answered a named poll by now, under any account that is theirs. */
export async function hasAnswered(world: World, poll: Poll, { id, former = [] }: Person): Promise<boolean> {
  for (const one of [id, ...former]) {
    const key = keyFor(world, poll, one);
    if (key !== undefined && (await world.store.answers.get(poll.id, key))) return true;
  }
  return false;
}
