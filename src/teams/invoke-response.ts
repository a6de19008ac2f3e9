import type { Card } from '#card/card.ts';
import { ADAPTIVE_CARD } from './messages.ts';
import { renderCard } from './render-card.ts';

/**
 * The body with which a press is answered. The HTTP status is 200 whatever happened: clients show "Something went
 * wrong" for any other, and say nothing of what did (PLATFORMS T14, T21, T22).
 */
export interface InvokeBody {
  statusCode: number;
  type: string;
  value: unknown;
}

/** The pressed card now looks like this, for whoever pressed (T15). */
export const cardBody = (card: Card, tenant: string): InvokeBody => ({
  statusCode: 200,
  type: ADAPTIVE_CARD,
  value: renderCard(card, tenant),
});

/** A sentence that passes by; the card stays, but not always with what was filled in (`ShownForms`). Empty, it says that all is well. */
export const sentenceBody = (text: string): InvokeBody => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});

/** The press could not be read at all. */
export const unreadableBody = (message: string): InvokeBody => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message },
});
