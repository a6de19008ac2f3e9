import type { Poll, Tally, Unseen } from './poll.ts';

/** Fewer answers than this are never shown as a distribution (DESIGN section 8). */
export const fewest = 5;

/** What is shown of an anonymous poll, and what has happened since. */
export interface Steps {
  shown?: Tally | undefined;
  unseen: readonly Unseen[];
}

/**
 * The distribution of an anonymous poll moves in steps. If it followed every answer, whoever sees a colleague press and
 * the bars move would know the answer. The rule, the same while the poll is open and when it closes:
 *
 * 1. A distribution is shown only when it holds at least five people's answers.
 * 2. A new one takes the place of the one before only when at least five people's answers differ between the two: new,
 *    changed or withdrawn. Someone who changes back and forth counts once; who is back where they were, not at all.
 *
 * So nobody can subtract one shown distribution from the next and be left with fewer than five people, and the last one
 * is no exception: up to four late answers stay out of it, and the card says so. The number of answers is always live.
 * What the rule cannot do: when all five chose the same, that is what they chose; and somebody who controls four
 * accounts knows the fifth answer.
 *
 * @param move One person's answer before and after an accepted press; empty for none. `key` as in the store.
 */
export function takeStep(steps: Steps, move: Unseen): Steps {
  const known = steps.unseen.find((u) => u.key === move.key);
  const before = known?.before ?? move.before;
  const others = steps.unseen.filter((u) => u.key !== move.key);
  // Ordered by key, so that the stored order does not tell who came last.
  const unseen = same(before, move.now)
    ? others
    : [...others, { key: move.key, before, now: move.now }].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (unseen.length < fewest) return { shown: steps.shown, unseen };
  const next = withMoves(steps.shown, unseen);
  return next.answers < fewest ? { shown: steps.shown, unseen } : { shown: next, unseen: [] };
}

/**
 * What stays to be seen of an anonymous poll that has closed.
 * @param exact All answers as they are stored. Used where the steps allow, because it cannot have missed one.
 */
export function lastStep(steps: Steps, exact: Tally): { shown?: Tally; leftOut?: number } {
  if (exact.answers < fewest) return {};
  if (!steps.shown || steps.unseen.length >= fewest) return { shown: exact };
  return { shown: steps.shown, ...(steps.unseen.length > 0 ? { leftOut: steps.unseen.length } : {}) };
}

/**
 * The distribution that people may see now; undefined when none. It is hidden again when withdrawals bring the answers
 * below five.
 * @param answers How many have answered now.
 */
export function visible(poll: Pick<Poll, 'shown'>, answers: number): Tally | undefined {
  return answers >= fewest ? poll.shown : undefined;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

function withMoves(shown: Tally | undefined, unseen: readonly Unseen[]): Tally {
  const counts = { ...shown?.counts };
  let answers = shown?.answers ?? 0;
  for (const { before, now } of unseen) {
    answers += Number(now.length > 0) - Number(before.length > 0);
    for (const id of before) counts[id] = (counts[id] ?? 0) - 1;
    for (const id of now) counts[id] = (counts[id] ?? 0) + 1;
  }
  return { answers, counts };
}
