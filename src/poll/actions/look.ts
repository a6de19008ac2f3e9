import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { visible } from '../anonymous-steps.ts';
import { isOpen } from '../cast-vote.ts';
import type { Poll } from '../poll.ts';
import { tallyOf } from '../tally.ts';
import type { Seen } from '../view.ts';
import { mayAnswer } from '../who-may.ts';

export const noticeOf = (text: string, field?: string): Answer => ({
  show: 'notice',
  problem: true,
  text,
  ...(field === undefined ? {} : { field }),
});

export async function programmeOf(world: World, poll: Poll): Promise<Programme | undefined> {
  return poll.programme === undefined ? undefined : world.store.programmes.get(poll.programme);
}

/** A poll that the person may answer and see, or the sentence that says why not. */
export async function reach(
  turn: Turn,
  id: string,
): Promise<{ poll: Poll; programme: Programme | undefined } | { refused: Answer }> {
  const poll = await turn.store.polls.get(id);
  if (!poll) return { refused: noticeOf(say(turn.language, 'poll.no.unknown')) };
  const programme = await programmeOf(turn, poll);
  if (!mayAnswer(poll, programme, turn.by.id, turn.place.id)) {
    return { refused: noticeOf(say(turn.language, 'poll.no.stranger')) };
  }
  return { poll, programme };
}

/**
 * The key under which a person's answer is stored. Undefined where there is none any more: an anonymous poll that is
 * closed, or whose secret can no longer be unwrapped.
 */
export const keyOf = (world: World, poll: Poll, person: Person): string | undefined => keyFor(world, poll, person.id);

/** The same by a person's id, which may be one under which they were known before. */
export function keyFor(world: World, poll: Poll, id: string): string | undefined {
  if (!poll.anonymous) return id;
  return poll.wrappedSecret === undefined ? undefined : world.store.secrets.hmac(poll.wrappedSecret, id);
}

/** Name of a person for others to read; undefined when Klar no longer knows them. */
export async function nameOf(world: World, id: string): Promise<string | undefined> {
  return (await knownAs(world, id))?.name;
}

/**
 * What there is to see of a poll now.
 * @param zone Zone in which times are said; the programme's, or else its maker's, when left out.
 */
export async function look(world: World, poll: Poll, zone?: string): Promise<Seen> {
  const given = (await world.store.answers.entries(poll.id)).map(([, answer]) => answer);
  const maker = await knownAs(world, poll.by);
  const exact = poll.anonymous ? undefined : tallyOf(poll.options, given);
  return {
    poll,
    open: isOpen(poll, world.now()),
    answers: given.length,
    tally: exact ?? visible(poll, given.length),
    asker: maker?.name ?? '',
    zone: zone ?? (await programmeOf(world, poll))?.timeZone ?? maker?.timeZone ?? 'UTC',
  };
}
