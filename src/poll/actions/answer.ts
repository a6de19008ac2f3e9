import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { castVote, withdrawVote } from '../cast-vote.ts';
import type { Poll, Unseen } from '../poll.ts';
import { ownCard } from './cards.ts';
import { keyOf, noticeOf, reach } from './look.ts';
import { showMove } from './show-move.ts';
import { inTurn } from './under-way.ts';

/** Answers a poll, or changes the answer. `options` are option ids with commas between. */
export async function answer(turn: Turn, values: { poll: string; options: string }): Promise<Answer> {
  return inTurn(turn.store, values.poll, turn.by.id, async () => {
    // 1. Load, and see who asks.
    const found = await reach(turn, values.poll);
    if ('refused' in found) return found.refused;
    const { poll } = found;
    const key = keyOf(turn, poll, turn.by);
    const chosen = values.options.split(',').filter((id) => id !== '');

    // 2. Decide and save; nothing is said before it is on disk.
    const { cast, before } =
      key === undefined
        ? { cast: castVote(poll, undefined, chosen, turn.now()), before: [] }
        : await turn.store.answers.change(poll.id, key, (current) => {
            const cast = castVote(poll, current, chosen, turn.now());
            const outcome = { cast, before: current?.options ?? [] };
            return 'next' in cast ? { next: cast.next, outcome } : { outcome };
          });
    if (cast.state === 'refused') {
      return noticeOf(say(turn.language, `poll.no.${cast.why}`), cast.why === 'nothing-chosen' ? 'options' : undefined);
    }
    if (key === undefined) return noticeOf(say(turn.language, 'poll.no.key-lost'));

    // 3. Let others know, and show the person their own card.
    if (cast.state !== 'unchanged') {
      await changed(turn, poll, 'poll.answer', { key, before, now: cast.next.options });
    }
    return { show: 'replace', card: await ownCard(turn, found) };
  });
}

/** Takes an answer back. */
export async function withdraw(turn: Turn, values: { poll: string }): Promise<Answer> {
  return inTurn(turn.store, values.poll, turn.by.id, async () => {
    const found = await reach(turn, values.poll);
    if ('refused' in found) return found.refused;
    const { poll } = found;
    const key = keyOf(turn, poll, turn.by);
    const done =
      key === undefined
        ? { ...withdrawVote(poll, undefined, turn.now()), before: [] }
        : await turn.store.answers.change(poll.id, key, (current) => {
            const outcome = withdrawVote(poll, current, turn.now());
            return {
              outcome: { ...outcome, before: current?.options ?? [] },
              ...(outcome.state === 'withdrawn' ? { next: null } : {}),
            };
          });
    if (done.state === 'refused') return noticeOf(say(turn.language, 'poll.no.closed-withdraw'));
    if (key === undefined) return noticeOf(say(turn.language, 'poll.no.key-lost'));
    if (done.state === 'withdrawn') await changed(turn, poll, 'poll.withdraw', { key, before: done.before, now: [] });
    return { show: 'replace', card: await ownCard(turn, found, { withdrawn: done.before }) };
  });
}

/** What follows a stored change. A named one has its line in the audit log; an anonymous one has none (DESIGN section 8). */
async function changed(turn: Turn, poll: Poll, what: string, move: Unseen): Promise<void> {
  if (!poll.anonymous) await turn.audit(what, { poll: poll.id });
  await showMove(turn, poll, move);
}
