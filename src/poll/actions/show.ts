import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { namesView } from '../view.ts';
import { ownCard } from './cards.ts';
import { nameOf, noticeOf, reach } from './look.ts';

/**
 * The reader's own version of the card, with what they have just taken back where they have (`withdrawn`: option ids with
 * commas between). Also what a platform asks for by itself, many times over (PLATFORMS T17): it
 * writes nothing, and says nothing to those whom the poll is not for.
 */
export async function show(
  turn: Turn,
  { poll, withdrawn }: { poll: string; withdrawn: string },
  how: { automatic: boolean },
): Promise<Answer> {
  const found = await reach(turn, poll);
  if ('refused' in found) return how.automatic ? { show: 'nothing' } : found.refused;
  const undo = withdrawn.split(',').filter((id) => id !== '');
  return { show: 'replace', card: await ownCard(turn, found, undo.length > 0 ? { withdrawn: undo } : {}) };
}

/** The same with the choices open, to change an answer. */
export async function choose(turn: Turn, { poll }: { poll: string }): Promise<Answer> {
  const found = await reach(turn, poll);
  if ('refused' in found) return found.refused;
  return { show: 'replace', card: await ownCard(turn, found, { choosing: true }) };
}

/** Who answered what, for those who may answer; never for an anonymous poll. */
export async function names(turn: Turn, { poll: id }: { poll: string }): Promise<Answer> {
  const found = await reach(turn, id);
  if ('refused' in found) return found.refused;
  const { poll } = found;
  if (poll.anonymous) return noticeOf(say(turn.language, 'poll.no.names'));
  const given = await Promise.all(
    (await turn.store.answers.entries(poll.id)).map(async ([person, { options }]) => ({
      options,
      name: (await nameOf(turn, person)) ?? say(turn.language, 'poll.someone'),
    })),
  );
  given.sort((a, b) => a.name.localeCompare(b.name, turn.language));
  const byOption = poll.options.map((o) => ({
    option: o.id,
    people: given.filter((g) => g.options.includes(o.id)).map((g) => g.name),
  }));
  return {
    show: 'replace',
    card: fillCard('poll/names', namesView(poll, byOption, turn.language), {
      summary: say(turn.language, 'poll.names.title', { question: poll.question }),
      language: turn.language,
    }),
  };
}
