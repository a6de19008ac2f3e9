import type { Option, PollAnswer, Tally } from './poll.ts';

/** Counts answers. Every option has its count, zero too; a person who chose several counts once in `answers`. */
export function tallyOf(options: readonly Option[], answers: Iterable<PollAnswer>): Tally {
  const counts = Object.fromEntries(options.map((o) => [o.id, 0]));
  let people = 0;
  for (const answer of answers) {
    people += 1;
    for (const id of answer.options) counts[id] = (counts[id] ?? 0) + 1;
  }
  return { answers: people, counts };
}

/** The share of people who chose an option, 0 to 1; 0 while nobody has answered. */
export function shareOf(tally: Tally, option: string): number {
  return tally.answers === 0 ? 0 : (tally.counts[option] ?? 0) / tally.answers;
}
