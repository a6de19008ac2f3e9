import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Trouble } from '../trouble.ts';
import { baseId } from './directory.ts';
import { type Failure, type Failures, usualCode } from './failures.ts';
import { type Reply, refuse } from './outbound.ts';
import type { RateLimits, RateQuestion } from './rate-limits.ts';
import { isRecord } from './shapes.ts';
import type { Call, CallKind, State } from './state.ts';

export type ConnectorParts = {
  readonly state: State;
  readonly botId: string;
  readonly failures: Failures;
  /** Null when nothing is throttled. */
  readonly limits: RateLimits | null;
  /** Trouble by chance; null where there is none. */
  readonly trouble: Trouble | null;
  /** How many times faster than in life the windows of the limits go by. */
  readonly speed: number;
  readonly tenantId: string;
};

type Use = RateQuestion['use'];

/** Makes a route of a handler. `rateKey` names the conversation that the call counts for, by default the one in the path. */
export type Gate = (
  kind: CallKind,
  use: Use,
  handler: (request: Request) => Reply,
  rateKey?: (request: Request) => string,
) => RequestHandler;

/**
 * What all calls go through before and after their handler: they are written down, meet the failures that a test has
 * ordered and the rate limits, and wake whoever waits for a change.
 */
export function gateOf({ state, failures, limits, trouble, speed, tenantId }: ConnectorParts): Gate {
  const throttled = (use: Use, conversationId: string): Reply | null => {
    const waitMs = limits?.take({ use, conversationId, tenantId }, state.now()) ?? 0;
    if (waitMs <= 0) return null;
    const headers = { 'Retry-After': retryAfterSeconds(waitMs * speed) };
    return { ...refuse(429, 'TooManyRequests', 'API calls quota exceeded.'), headers };
  };

  return (kind, use, handler, rateKey = (request) => baseId(param(request, 'conversationId'))) =>
    (request: Request, response: Response) => {
      const call: Call = {
        atMs: state.now(),
        kind,
        method: request.method,
        path: request.originalUrl,
        conversationId: param(request, 'conversationId') || null,
        activityId: param(request, 'activityId') || null,
        body: request.body,
        authorization: request.headers.authorization ?? null,
        status: null,
        code: null,
      };
      state.calls.push(call);
      const failure = failures.take(kind) ?? mishap(trouble);
      const before = state.messages.length;
      let reply: Reply;
      if (failure && !failure.afterApplying) reply = refuse(failure.status ?? 0, '', '');
      else reply = throttled(use, rateKey(request)) ?? handler(request);
      for (const message of state.messages.slice(before)) {
        const { place, summary, text, activity, createdAtMs: atMs } = message;
        const fingerprint = createHash('sha256').update(JSON.stringify(activity)).digest('base64url');
        const isTold = failure === undefined;
        state.received.push({ place: place.id, text: summary ?? text ?? '', fingerprint, atMs, isTold });
      }
      if (failure) {
        if (failure.drop || failure.status === undefined) {
          request.socket.destroy();
          state.changed();
          return;
        }
        const code = failure.code ?? usualCode(failure.status);
        const headers: Record<string, string> =
          failure.retryAfter === undefined ? {} : { 'Retry-After': String(failure.retryAfter) };
        reply = { ...refuse(failure.status, code, 'Ordered by the test.'), headers };
      }
      call.status = reply.status;
      call.code = errorCode(reply.body);
      response
        .status(reply.status)
        .set(reply.headers ?? {})
        .json(reply.body);
      state.changed();
    };
}

/** Whole seconds, as in life: of the time that goes `speed` times faster here, so that whoever waits divides them as well. */
function retryAfterSeconds(waitMs: number): string {
  return String(Math.max(1, Math.ceil(waitMs / 1000)));
}

/** What chance does to a call, in the words of a failure that is ordered. */
function mishap(trouble: Trouble | null): Failure | undefined {
  const mood = trouble?.next();
  if (mood === undefined || mood.kind === 'well') return undefined;
  if (mood.kind === 'throttled') return { status: 429, retryAfter: mood.retryAfter };
  return { status: mood.status, afterApplying: mood.afterApplying };
}

function errorCode(body: unknown): string | null {
  return isRecord(body) && isRecord(body.error) ? String(body.error.code) : null;
}

/** A part of the path, decoded; empty when the route has none of that name. */
export function param(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}
