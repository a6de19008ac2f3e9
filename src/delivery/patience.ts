import type { Delivery } from '#chat/port.ts';
import { attempts, firstBackoffMs, longestBackoffMs, longestRestMs, mostPatienceMs } from './limits.ts';

/** What came of a sending for which a platform asked for more patience than there is. */
export const tooLong = { state: 'unreachable', reason: 'throttled' } as const;

/**
 * What follows an attempt. `throttled`: the platform has not taken it and says when to come back. `unclear`: it may or may
 * not have arrived. `over`: that was the last one, and the place is left alone for so long all the same. Milliseconds.
 */
export type Next = { is: 'throttled' | 'unclear' | 'over'; afterMs: number };

/** Decides for one sending whether it is tried again, and when. Does not wait itself. */
export class Patience {
  readonly #chance: () => number;
  #unanswered = 0;
  #throttled = 0;
  #waitedMs = 0;

  /** @param chance From 0 to 1, anew each time: what failed together is not tried again together. */
  constructor(chance: () => number) {
    this.#chance = chance;
  }

  after(came: { state: Delivery['state'] | 'open'; retryAfterMs?: number }): Next {
    if (came.state === 'throttled') return this.#afterThrottled(came.retryAfterMs);
    if (came.state !== 'unreachable') return { is: 'over', afterMs: 0 };
    this.#unanswered += 1;
    if (this.#unanswered >= attempts) return { is: 'over', afterMs: 0 };
    const backoffMs = firstBackoffMs * 2 ** (this.#unanswered - 1);
    return { is: 'unclear', afterMs: backoffMs * (0.75 + 0.5 * this.#chance()) };
  }

  /** `Retry-After` is obeyed to the full. What is no number counts as nothing said. */
  #afterThrottled(retryAfterMs: number | undefined): Next {
    const backoffMs = Math.min(firstBackoffMs * 2 ** this.#throttled, longestBackoffMs);
    this.#throttled += 1;
    const restMs = Math.min(Math.max(retryAfterMs || 0, backoffMs), longestRestMs);
    // Never earlier than was asked for, and not all at the same moment.
    const afterMs = restMs + Math.min(restMs / 10, 1000) * this.#chance();
    if (this.#waitedMs >= mostPatienceMs || restMs > mostPatienceMs) return { is: 'over', afterMs };
    this.#waitedMs += restMs;
    return { is: 'throttled', afterMs };
  }
}
