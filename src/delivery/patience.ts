import type { Log } from '#chat/log.ts';
import type { Delivery } from '#chat/port.ts';
import { attempts, firstBackoffMs, longestBackoffMs, longestWaitMs, mostPatienceMs } from './limits.ts';

export type Throttled = Extract<Delivery, { state: 'throttled' }>;
export const isThrottled = (came: { state: string }): came is Throttled => came.state === 'throttled';

/** What came of a sending for which a platform asked for more patience than there is. */
export const tooLong = { state: 'unreachable', reason: 'throttled' } as const;

/**
 * The two ways of trying again.
 * @param speed Divides all waiting times; 1 is real time.
 */
export function createPatience(log: Log, speed: number) {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms / speed));
  return {
    /** An attempt, repeated some times when the platform gives no answer. */
    async insistently<T extends { state: string }>(attempt: () => Promise<T>): Promise<T> {
      for (let tried = 1, backoffMs = firstBackoffMs; ; tried += 1, backoffMs *= 2) {
        const came = await attempt();
        if (came.state !== 'unreachable' || tried >= attempts) return came;
        await wait(backoffMs);
      }
    },

    /**
     * An attempt, repeated while the platform asks for patience: within reason, since a beat and whatever else goes to
     * the place wait along.
     * @param about What the log says of it.
     * @param attempt Is told when it is the last one.
     */
    async patiently<T extends { state: string }>(
      about: object,
      attempt: (isLast: boolean) => Promise<T | Throttled>,
    ): Promise<T | typeof tooLong> {
      let waitedMs = 0;
      for (let backoffMs = firstBackoffMs; ; backoffMs = Math.min(2 * backoffMs, longestBackoffMs)) {
        const isLast = waitedMs >= mostPatienceMs;
        const came = await attempt(isLast);
        if (!isThrottled(came)) return came;
        if (isLast) return tooLong;
        log.warn({ ...about, retryAfterMs: came.retryAfterMs }, 'the platform asks for patience');
        // What is no number counts as nothing said.
        const restMs = Math.min(Math.max(came.retryAfterMs || 0, backoffMs), longestWaitMs);
        waitedMs += restMs;
        await wait(restMs);
      }
    },
  };
}
