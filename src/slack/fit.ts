import type { Card } from '#card/card.ts';
import { say } from '#words/say.ts';
import { NotForSlack } from './button.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import type { KlarBlock } from './to-blocks.ts';

/** Room that a card has: in a message the characters count, too (S11, S15). */
export interface Room {
  blocks: number;
  characters: number;
}
export const messageRoom: Room = { blocks: limits.blocksInMessage, characters: limits.messageCharacters };
/** A view holds 250 KB (S18); what is not text takes a part of it. */
export const viewRoom: Room = { blocks: limits.blocksInView, characters: 100_000 };

/** What a block costs of a message's characters: all that is read in it, and its frame. */
export const costOf = (block: unknown): number => limits.blockOverhead + read(block);

const counted = new Set(['text', 'initial_value', 'alt_text']);

function read(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + read(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (typeof each === 'string' ? (counted.has(key) ? each.length : 0) : read(each)),
    0,
  );
}

/**
 * Leaves out what Slack has no room for, from the end, and says on the card that it did and how much. Fields, the
 * first block and the last buttons stay.
 * @throws NotForSlack When that is not enough.
 */
export function fitted(
  blocks: readonly KlarBlock[],
  room: Room,
  language: Card['language'],
  series: string,
): KlarBlock[] {
  const fits = (some: readonly KlarBlock[]) =>
    some.length <= room.blocks && some.reduce((sum, block) => sum + costOf(block), 0) <= room.characters;
  if (fits(blocks)) return [...blocks];

  const airy = blocks.filter((block) => block.type !== 'divider');
  if (fits(airy)) return airy;

  let tail = airy.length;
  while (tail > 0 && airy[tail - 1]?.type === 'actions') tail -= 1;
  const body = airy.slice(0, tail);
  const last = airy.slice(tail);
  for (let left = 1; left < body.length; left += 1) {
    const kept = keepAllBut(body, left);
    if (!kept) break;
    const note: KlarBlock = {
      type: 'context',
      block_id: `${series}:cut`,
      elements: [plainText(say(language, 'slack.cut', { count: left }), limits.text)],
    };
    const cut = [...kept, note, ...last];
    if (fits(cut)) return cut;
  }
  throw new NotForSlack('too_large');
}

/** The blocks without the last `left` that may go; undefined when there are not so many. */
function keepAllBut(body: readonly KlarBlock[], left: number): KlarBlock[] | undefined {
  const gone = new Set<number>();
  for (let at = body.length - 1; at > 0 && gone.size < left; at -= 1) {
    if (body[at]?.type !== 'input') gone.add(at);
  }
  return gone.size < left ? undefined : body.filter((_, at) => !gone.has(at));
}
