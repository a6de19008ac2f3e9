import type { Card } from '#card/card.ts';
import type { OutgoingMessage } from './bot-framework.ts';
import { tagSafe } from './escape-text.ts';
import { limits } from './limits.ts';
import { renderCard, type TeamsCard } from './render-card.ts';

/** The content type of a card, as attachment and as type of an invoke's answer (PLATFORMS T14). */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * A message that is one card and nothing else: with a text beside it Teams makes two messages and gives no id (T8).
 * What a notification says stands in `summary`.
 * @param options.alert Puts it into the activity feed, for what is meant for one person (T9).
 */
export function cardMessage(card: Card, tenant: string, options: { alert?: boolean } = {}): OutgoingMessage {
  return {
    type: 'message',
    summary: tagSafe(card.summary),
    attachments: [{ contentType: ADAPTIVE_CARD, content: renderCard(card, tenant) }],
    ...(options.alert ? { channelData: { notification: { alert: true } } } : {}),
  };
}

/** A sentence of Klar's own, shown as it is (T5). */
export const textMessage = (text: string): OutgoingMessage => ({
  type: 'message',
  text: tagSafe(text),
  textFormat: 'plain',
});

/** Whether Teams would refuse it for its size, counted as UTF-16 (T7). */
export const isTooBig = (message: OutgoingMessage | TeamsCard): boolean =>
  JSON.stringify(message).length * 2 > limits.messageBytes;

/** The card with a sentence of the surface's own before or after what it says. */
export function withSentence(card: Card, text: string, at: 'top' | 'bottom'): Card {
  const sentence = { type: 'TextBlock', text, wrap: true, isSubtle: at === 'top' } as const;
  const { body } = card.content;
  return { ...card, content: { ...card.content, body: at === 'top' ? [sentence, ...body] : [...body, sentence] } };
}
