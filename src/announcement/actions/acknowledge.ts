import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { problem } from '#people/actions/common.ts';
import { say } from '#words/say.ts';
import { pressed, receiversAs } from '../acknowledge.ts';
import { keyOf, type Receiver } from '../announcement.ts';
import { receiverCard } from './cards.ts';
import { about } from './ledger.ts';
import { type Found, find, gone, isOneOf } from './load.ts';

/** The announcement for one of those whom it was sent to, and as whom they have it. */
async function reachAsReceiver(
  turn: Turn,
  id: string,
): Promise<(Found & { as: [Receiver, ...Receiver[]] }) | { refused: Answer }> {
  const found = await find(turn, id);
  if (!found) return { refused: gone(turn) };
  const { announcement } = found;
  const [first, ...others] = receiversAs(announcement, turn.by, turn.place.id);
  if (first) return { ...found, as: [first, ...others] };
  // Its author has had it as a preview, before it was sent or without being a receiver.
  const key = isOneOf(turn.by, announcement.by) ? 'announcement.no.preview' : 'announcement.no.not-yours';
  return { refused: problem(say(turn.language, key)) };
}

const language = (turn: Turn, receiver: Receiver) => ('person' in receiver ? turn.language : turn.placeLanguage);

const ownCard = async (turn: Turn, found: Found, receiver: Receiver): Promise<Answer> => ({
  show: 'replace',
  shared: true,
  card: await receiverCard(turn, found, receiver, { language: language(turn, receiver) }),
});

/** "Seen", "Read and understood", or taking it back. One person counts once, in whichever chat they press. */
export async function acknowledge(
  turn: Turn,
  { announcement: id }: { announcement: string },
  { takesBack = false } = {},
): Promise<Answer> {
  const found = await reachAsReceiver(turn, id);
  if ('refused' in found) return found.refused;
  const { announcement, as } = found;
  if (announcement.asks === 'nothing') return problem(say(turn.language, 'announcement.no.not-asked'));
  // Withdrawn meanwhile: the card says so.
  if (announcement.state === 'withdrawn') return ownCard(turn, found, as[0]);
  const press = { by: turn.by.id, at: turn.now().toString(), takesBack };
  let changed = false;
  for (const receiver of as) {
    changed = await turn.store.acknowledgements.change(id, keyOf(receiver), (current) => {
      const next = pressed(current, press);
      return next ? { next, outcome: true } : { outcome: changed };
    });
    turn.outbox.refresh(about.receiver(id, keyOf(receiver)));
  }
  if (changed) {
    await turn.audit(takesBack ? 'announcement.take-back' : 'announcement.acknowledge', { announcement: id });
    turn.outbox.refresh(about.report(id));
  }
  return ownCard(turn, found, as[0]);
}

/**
 * The card of whoever asks for it, from the list of what awaits them; also what a platform asks for by itself: it writes nothing, and says
 * nothing to those whom it is not for.
 */
export async function show(
  turn: Turn,
  { announcement: id, way }: { announcement: string; way: string },
  { automatic }: { automatic: boolean },
): Promise<Answer> {
  const found = await reachAsReceiver(turn, id);
  if ('refused' in found) return automatic ? { show: 'nothing' } : found.refused;
  const [receiver] = found.as;
  const how = { language: language(turn, receiver), isReminder: way === 'reminder' };
  return { show: 'replace', card: await receiverCard(turn, found, receiver, how) };
}
