import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { isOpen } from '../cast-vote.ts';
import type { Poll } from '../poll.ts';
import { pollView, type Reader, type Seen, summaryOf } from '../view.ts';
import { mayClose } from '../who-may.ts';
import { keyOf, look } from './look.ts';

const filled = (seen: Seen, reader: Reader, language: Language): Card =>
  fillCard('poll/poll', pollView({ ...seen, asker: seen.asker || say(language, 'poll.someone') }, reader, language), {
    summary: summaryOf(seen, language),
    language,
  });

/** The card that stands in the place, the same for everybody. Undefined when the poll is no more. */
export async function sharedCard(world: World, id: string, language: Language): Promise<Card | undefined> {
  const poll = await world.store.polls.get(id);
  return poll && filled(await look(world, poll), { who: 'everyone' }, language);
}

/**
 * The card as the person who acts sees it: in their language and zone, with their own answer.
 * @param how.choosing Opens the choices although they have answered.
 * @param how.withdrawn What they have just taken back, for "undo".
 */
export async function ownCard(
  turn: Turn,
  found: { poll: Poll; programme: Programme | undefined },
  how: { choosing?: boolean; withdrawn?: readonly string[] } = {},
): Promise<Card> {
  // Read anew: the answer has changed what is shown.
  const poll = (await turn.store.polls.get(found.poll.id)) ?? found.poll;
  const key = keyOf(turn, poll, turn.by);
  const mine = key === undefined ? undefined : ((await turn.store.answers.get(poll.id, key))?.options ?? []);
  const open = isOpen(poll, turn.now());
  return filled(
    await look(turn, poll, turn.by.timeZone),
    {
      who: 'me',
      mayClose: mayClose(poll, found.programme, turn.by.id),
      mine: mine ?? (open ? [] : 'forgotten'),
      choosing: how.choosing === true || (mine ?? []).length === 0,
      ...(how.withdrawn ? { withdrawn: how.withdrawn } : {}),
    },
    turn.language,
  );
}
