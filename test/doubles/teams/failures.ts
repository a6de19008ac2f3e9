import type { CallKind } from './state.ts';

/** How a scripted failure looks to the bot. */
export type Failure = {
  /** HTTP status; without one the connection is dropped. */
  readonly status?: number;
  /** The error's code; by default the usual one of the status (PLATFORMS T41). */
  readonly code?: string;
  /** Seconds in `Retry-After`. */
  readonly retryAfter?: number;
  /** Cut the connection instead of answering. */
  readonly drop?: boolean;
  /** Do what was asked and then fail: the unclear case, in which a repeat makes a double. */
  readonly afterApplying?: boolean;
};

const USUAL_CODES: Record<number, string> = {
  400: 'BadArgument',
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** The code that Teams usually gives with a status. */
export function usualCode(status: number): string {
  return USUAL_CODES[status] ?? 'ServiceError';
}

/** The failures that a test has ordered, used up in order of ordering. */
export class Failures {
  readonly #waiting: { kind: CallKind | 'any'; failure: Failure; left: number }[] = [];

  order(kind: CallKind | 'any', failure: Failure, times: number): void {
    this.#waiting.push({ kind, failure, left: times });
  }

  /** The failure for a call of this kind, used once; undefined when it may go through. */
  take(kind: CallKind): Failure | undefined {
    const next = this.#waiting.find((order) => order.left > 0 && (order.kind === 'any' || order.kind === kind));
    if (next) next.left -= 1;
    return next?.failure;
  }
}
