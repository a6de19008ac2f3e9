import { randomUUID } from 'node:crypto';
import type { Card } from '#card/card.ts';
import { NotForSlack } from './button.ts';
import { problemsOf } from './check-blocks.ts';
import { fitted, messageRoom } from './fit.ts';
import { limits } from './limits.ts';
import { outline } from './outline.ts';
import { cut, escaped, plainText, visible } from './plain-text.ts';
import { type KlarBlock, toBlocks } from './to-blocks.ts';

/** What `chat.postMessage`, `chat.update` and response_urls take: nothing in it is looked up, linked or unfolded (S20). */
export interface SlackMessage {
  /** Read aloud and shown in notifications (S21). */
  text: string;
  blocks: KlarBlock[];
  link_names: false;
  parse: 'none';
  unfurl_links: false;
  unfurl_media: false;
}

/** Begins the block ids of one rendering. */
export const newSeries = (): string => randomUUID().slice(0, 8);

/**
 * A card as a Slack message.
 * @param workspace Where it will stand (see `outline`).
 * @param series See `toBlocks`.
 * @throws NotForSlack
 */
export function toMessage(card: Card, workspace: string, series = newSeries()): SlackMessage {
  return asMessage(
    card.summary,
    fitted(toBlocks(outline(card, workspace), series), messageRoom, card.language, series),
  );
}

/** A sentence as a Slack message. */
export function sentenceMessage(sentence: string): SlackMessage {
  const text = plainText(sentence, limits.text);
  return asMessage(sentence, [{ type: 'section', block_id: newSeries(), text }]);
}

/** Blocks as a message, checked against what Slack takes. @throws NotForSlack */
export function asMessage(summary: string, blocks: KlarBlock[]): SlackMessage {
  const problems = problemsOf(blocks, 'message');
  if (problems.length > 0) throw new NotForSlack(`invalid_blocks: ${problems.join('; ')}`);
  // The fallback is read as markup even beside blocks, so its letters are made harmless.
  const text = escaped(cut(visible(summary), limits.text));
  return { text, blocks, link_names: false, parse: 'none', unfurl_links: false, unfurl_media: false };
}
