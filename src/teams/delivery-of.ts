import { z } from 'zod';
import type { Delivery } from '#chat/port.ts';
import { limits } from './limits.ts';

/** What is read of the SDK's errors (PLATFORMS T43). Without a status nothing came back. */
const failure = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  details: z.looseObject({ error: z.looseObject({ code: z.string().optional() }).optional() }).optional(),
  response: z.looseObject({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional(),
});

/** Klar was taken out of the conversation, or may not write to the person any more (T41). */
const removed = new Set(['BotNotInConversationRoster', 'ConversationBlockedByUser', 'BotDisabledByAdmin']);
/** The conversation, or on an update the message, is not there for Klar any more (T30, T41). */
const missing = new Set(['ConversationNotFound', 'ActivityNotFoundInConversation']);

/**
 * What a failed call to the connector means, exactly as T41 says: 412 and 429 ask for patience; after 502, 503, 504 or
 * no answer it may or may not have arrived; everything else will be refused the next time, too.
 */
export function deliveryOf(error: unknown, nowMs = Date.now()): Exclude<Delivery, { state: 'sent' }> {
  const parsed = failure.safeParse(error);
  const { statusCode, code: ownCode, details, response } = parsed.success ? parsed.data : {};
  const code = details?.error?.code ?? ownCode ?? (error instanceof Error ? error.name : 'unknown');
  switch (statusCode) {
    case 412:
    case 429:
      return { state: 'throttled', retryAfterMs: waitOf(response?.headers.get('retry-after'), nowMs) };
    case undefined:
    case 408:
    case 502:
    case 503:
    case 504:
      return { state: 'unreachable', reason: statusCode === undefined ? code : `${statusCode} ${code}` };
    case 403:
      return removed.has(code) ? { state: 'gone' } : { state: 'refused', reason: `403 ${code}` };
    case 404:
      return missing.has(code) ? { state: 'gone' } : { state: 'refused', reason: `404 ${code}` };
    default:
      return { state: 'refused', reason: `${statusCode} ${code}` };
  }
}

/** `Retry-After` in seconds or as a date, to milliseconds. */
function waitOf(header: string | undefined, nowMs: number): number {
  if (!header) return limits.patienceMs;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - nowMs;
  return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : limits.patienceMs;
}
