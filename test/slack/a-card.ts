import { type Card, cardContent } from '#card/card.ts';

/** A card of these elements, checked as every card is. */
export function aCard(body: unknown[], about: Partial<Omit<Card, 'content'>> & { actions?: unknown[] } = {}): Card {
  const { actions, ...rest } = about;
  const content = cardContent.parse({ type: 'AdaptiveCard', version: '1.5', body, ...(actions ? { actions } : {}) });
  return { content, summary: 'Et kort', language: 'nb', ...rest };
}

export const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, ...more });
export const execute = (title: string, verb = 'trial.touch', more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb,
  ...more,
});
export const buttons = (...actions: object[]) => ({ type: 'ActionSet', actions });
