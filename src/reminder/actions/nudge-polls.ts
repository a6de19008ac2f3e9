import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { button, messageCard } from '#plan/actions/common.ts';
import { look, nameOf } from '#poll/actions/look.ts';
import { isOpen } from '#poll/cast-vote.ts';
import { say } from '#words/say.ts';
import { receiverId } from '../receivers.ts';
import { ownNudge, placeNudge } from '../view-poll.ts';
import { programmesByReceiver } from './desk.ts';
import { hasAnswered, nudgeGroup, type OpenNudge, type PollDesk, pollDeskOf } from './poll-desk.ts';

const pollsOf = async ({ store }: World, programmes: ReadonlySet<string>): Promise<string[]> =>
  (await store.polls.all()).flatMap(({ id, programme, place, closedAt }) =>
    closedAt === undefined && (programmes.has(programme ?? '') || programmes.has(place)) ? [id] : [],
  );

async function ofReceiver(world: World, id: string): Promise<string[]> {
  const owner = (await world.store.places.get(id))?.person;
  const known = await programmesByReceiver(world);
  const concerned = [id, ...(owner === undefined ? [] : [owner])].flatMap((one) => [...(known.get(one) ?? [])]);
  // A poll without a programme has its place alone.
  return pollsOf(world, new Set<string>([...concerned, id]));
}

/** By poll: when somebody is next to be reminded of it. */
const agenda = createAgenda({
  name: 'poll-nudge',
  follows: [
    { of: ({ polls }) => polls },
    { of: ({ programmes }) => programmes, concerns: (world, id) => pollsOf(world, new Set([id])) },
    { of: ({ remindings }) => remindings, concerns: (world, id) => pollsOf(world, new Set([id])) },
    { of: ({ persons }) => persons, concerns: ofReceiver },
    { of: ({ places }) => places, concerns: ofReceiver },
  ],
  async nextAt(world, id) {
    const times = ((await pollDeskOf(world, id))?.open ?? []).map(({ atMs }) => atMs);
    return times.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.min(...times)) : undefined;
  },
});

/** When somebody is next reminded of any poll, whatever there is to do now: for a clock that is moved by hand. */
export async function nextNudgeAt(world: World): Promise<Temporal.Instant | undefined> {
  const nowMs = world.now().epochMilliseconds;
  const ahead: number[] = [];
  for (const { id, closedAt } of await world.store.polls.all()) {
    if (closedAt !== undefined) continue;
    for (const { atMs, isSkipped } of (await pollDeskOf(world, id))?.open ?? []) {
      if (!isSkipped && atMs > nowMs) ahead.push(atMs);
    }
  }
  return ahead.length > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.min(...ahead)) : undefined;
}

/**
 * Part of every heartbeat: before a poll closes, those who have not answered are reminded of it, once. Of a named poll each in their own chat, and whoever has
 * answered by then is left out. Of an anonymous one nobody may learn who has answered, not from whom Klar writes to either: its place
 * gets one message that is the same for all.
 */
export async function nudgePolls(world: World): Promise<void> {
  for (const id of await agenda.due(world)) {
    const desk = await pollDeskOf(world, id);
    if (!desk) continue;
    const nowMs = world.now().epochMilliseconds;
    await Promise.all(desk.open.filter(({ atMs }) => atMs <= nowMs).map((nudge) => decide(world, desk, nudge)));
  }
}

async function decide(world: World, desk: PollDesk, nudge: OpenNudge): Promise<void> {
  const { poll, programme } = desk;
  const { receiver, key, isSkipped } = nudge;
  const result = isSkipped ? await skip(world, poll.id, key) : await send(world, desk, nudge);
  const about = programme ? { programme: programme.id } : {};
  const seen = { ...about, poll: poll.id, rule: 'poll-nudge', receiver: receiverId(receiver), result };
  if (result === 'sent' || result === 'skipped') world.log.info(seen, 'poll reminder');
  else world.log.warn(seen, 'poll reminder not sent');
  world.meter?.decided('poll', result);
}

async function skip({ store, now }: World, poll: string, key: string): Promise<'skipped'> {
  const next = { state: 'skipped', at: now().toString() } as const;
  await store.ledger.change(nudgeGroup(poll), key, () => ({ next, outcome: undefined }));
  return 'skipped';
}

async function send(world: World, { poll }: PollDesk, { receiver, key }: OpenNudge): Promise<string> {
  const now = await world.store.polls.get(poll.id);
  if (!now || !isOpen(now, world.now())) return 'skipped';
  const once = { group: nudgeGroup(poll.id), key, again: true };
  if (receiver.is === 'place') return sendToPlace(world, poll.id, receiver.place, once);
  if (await hasAnswered(world, poll, receiver.person)) return skip(world, poll.id, key);
  const { state } = await world.outbox.tell(receiver.person, await ownCard(world, poll, receiver.person), { once });
  if (state !== 'gone' && state !== 'refused') return state === 'already' ? 'sent' : state;
  // Where somebody has no chat of their own nothing was claimed that could say so.
  const next = { state: 'refused', at: world.now().toString() } as const;
  await world.store.ledger.change(once.group, key, () => ({ next, outcome: undefined }));
  return 'refused';
}

async function sendToPlace(
  world: World,
  poll: string,
  place: Place,
  once: { group: string; key: string; again: boolean },
): Promise<string> {
  const card = await nudgeNow(world, poll, place.language);
  if (!card) return 'skipped';
  const { state } = await world.outbox.post(place, card, { about: `nudge:${poll}`, also: [`poll:${poll}`], once });
  return state === 'already' ? 'sent' : state;
}

const showButton = (language: Language, poll: string) =>
  button(say(language, 'poll.button.show'), 'poll.show', { poll }, { style: 'positive', associatedInputs: 'none' });

async function ownCard(world: World, poll: PollDesk['poll'], { language, timeZone }: Person): Promise<Card> {
  const asker = (await nameOf(world, poll.by)) ?? '';
  const { title, text } = ownNudge({ poll, zone: timeZone, asker }, poll.closesAt, world.now().toString(), language);
  return messageCard(language, title, { text, actions: [showButton(language, poll.id)] });
}

/** The message in the place of a poll as it now stands: how many have answered, and when it has closed that. Undefined when the poll is no more. */
export async function nudgeNow(world: World, id: string, language: Language): Promise<Card | undefined> {
  const poll = await world.store.polls.get(id);
  if (!poll) return undefined;
  const { title, text } = placeNudge(await look(world, poll), world.now().toString(), language);
  return messageCard(language, title, { text, actions: [showButton(language, id)] });
}
