import type { Turn } from '#chat/feature.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { closingTime } from '../closing-time.ts';
import { type Poll, pollId } from '../poll.ts';
import type { Wanted } from '../wanted.ts';
import { sharedCard } from './cards.ts';
import { recordOf, zoneOf } from './form-cards.ts';

/**
 * Makes a poll and posts its card. The same id again posts nothing new. When the card could not be posted the poll is
 * taken away again, and `problem` is the sentence for the person.
 * @param wanted Checked with `checkWanted`.
 */
export async function postPoll(
  turn: Turn,
  id: string,
  wanted: Wanted,
  where: { place: Place; programme: Programme | undefined },
): Promise<{ problem?: string }> {
  const { language } = turn;
  const time = closingTime(wanted, turn.now(), where.programme?.timeZone ?? zoneOf(turn));
  if (!time.ok) return { problem: say(language, `poll.wrong.${time.problem}`) };
  const kind = recordOf(wanted);
  const poll: Poll = {
    id: pollId.parse(id),
    ...(where.programme ? { programme: where.programme.id } : {}),
    place: where.place.id,
    question: wanted.question,
    options: wanted.options.map((text, index) => ({ id: String(index + 1), text })),
    choice: wanted.choice,
    ...kind,
    by: turn.by.id,
    openedAt: turn.now().toString(),
    ...(time.at === undefined ? {} : { closesAt: time.at }),
    ...(kind.anonymous ? { wrappedSecret: turn.store.secrets.create(), unseen: [] } : {}),
  };
  const isNew = await turn.store.polls.add(poll);
  if (isNew) await turn.audit('poll.open', { poll: id, place: where.place.id });

  const card = await sharedCard(turn, id, where.place.id === turn.place.id ? turn.placeLanguage : where.place.language);
  if (!card) return { problem: say(language, 'poll.no.unknown') };
  const about = `poll:${id}`;
  const came = await turn.outbox.post(where.place, card, {
    about,
    once: { group: where.programme?.id ?? 'acts', key: about },
  });
  switch (came.state) {
    case 'sent':
    case 'already':
      return {};
    case 'unreachable':
      // It may have arrived, and then its buttons must work.
      return { problem: say(language, 'poll.perhaps-posted') };
    case 'gone':
    case 'refused':
      await turn.store.polls.remove(id);
      await turn.audit('poll.take-away', { poll: id, place: where.place.id });
      return { problem: say(language, 'poll.not-posted') };
  }
}
