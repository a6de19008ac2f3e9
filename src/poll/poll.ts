import { z } from 'zod';
import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';

export const pollId = z.string().min(1).brand('PollId');

const option = z.object({ id: z.string().min(1), text: z.string().min(1) });
export type Option = z.infer<typeof option>;

/** A count of answers: how many people have answered, and how many of them chose each option (by its id). */
const tally = z.object({
  answers: z.number().int().nonnegative(),
  counts: z.record(z.string(), z.number().int().nonnegative()),
});
export type Tally = z.infer<typeof tally>;

/** An answer that is not in the tally that is shown: what of it is there (`before`), and what it is now. Empty: no answer. */
const unseen = z.object({ key: z.string(), before: z.array(z.string()), now: z.array(z.string()) });
export type Unseen = z.infer<typeof unseen>;

/** A question to the people of a place: single or several choice, named or anonymous, opens at once and closes. */
export const poll = z.object({
  id: pollId,
  programme: z.string().optional(),
  place: placeId,
  question: z.string().min(1),
  options: z.array(option).min(2),
  choice: z.enum(['single', 'several']),
  anonymous: z.boolean(),
  /** When the distribution of an anonymous poll is shown; `live` when left out. A named poll is always live. */
  results: z.enum(['live', 'at-closing']).optional(),
  by: personId,
  openedAt: z.string(),
  /** Instant (ISO) at which it closes by itself. */
  closesAt: z.string().optional(),
  closedAt: z.string().optional(),
  /**
   * For an anonymous poll while it is open: the poll's own secret, wrapped with the key that is kept outside the store.
   * Taken away when the poll closes; from then on nothing joins an answer to a person (DESIGN section 8).
   */
  wrappedSecret: z.string().optional(),
  /** Anonymous polls: the tally that people are shown. It moves in steps, see `anonymous-steps.ts`. */
  shown: tally.optional(),
  /** Anonymous polls until they are closed and counted: the answers that `shown` does not hold yet, ordered by key. */
  unseen: z.array(unseen).optional(),
  /** Anonymous polls, closed: how many people's last answers or changes `shown` does not hold, and never will. */
  leftOut: z.number().int().positive().optional(),
});
export type Poll = z.infer<typeof poll>;

/**
 * One answer, stored in the keyed collection of its poll. The key is the person's id, or in an anonymous poll an HMAC
 * of it. Nothing else is kept with an anonymous answer: no time, no name.
 */
export const pollAnswer = z.object({
  options: z.array(z.string()),
  /** Instant (ISO) of the answer; named polls only. */
  at: z.string().optional(),
});
export type PollAnswer = z.infer<typeof pollAnswer>;
