import { webApi } from '@slack/bolt';
import type { Delivery } from '#chat/port.ts';
import { NotForSlack } from './button.ts';

export type Failure = Exclude<Delivery, { state: 'sent' }>;

/** Slack's words for "that is not there any more, or Klar is not let in". */
const gone = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'message_not_found',
  'user_disabled',
  'user_not_found',
  'users_not_found',
]);
/**
 * Slack has trouble, or does not accept Klar's own token: neither says anything about the place, which must not be given
 * up for it. What could not be sent goes when Slack is well again or the operator has given Klar a token that counts.
 */
const troubled = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'team_disabled',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** What a failed call to Slack means for a sending. Anything unknown counts as "it may or may not have arrived". */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotForSlack) return { state: 'refused', reason: error.message };
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { state: 'throttled', retryAfterMs: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = error.data.error;
    if (code === 'ratelimited' || code === 'rate_limited') return { state: 'throttled', retryAfterMs: 1000 };
    if (gone.has(code)) return { state: 'gone' };
    if (troubled.has(code)) return { state: 'unreachable', reason: code };
    return { state: 'refused', reason: code };
  }
  if (error instanceof webApi.WebAPIHTTPError) return { state: 'unreachable', reason: `http ${error.statusCode}` };
  return { state: 'unreachable', reason: error instanceof webApi.WebAPIRequestError ? 'no answer' : nameOf(error) };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** Runs a call and says what came of it instead of throwing. */
export async function tried<T>(call: () => Promise<T>): Promise<{ state: 'sent'; answer: T } | Failure> {
  try {
    return { state: 'sent', answer: await call() };
  } catch (error) {
    return failureOf(error);
  }
}
