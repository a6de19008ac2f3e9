import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import type { KlarBlock } from './to-blocks.ts';

/** What Slack says of blocks that it does not take: `chat.*`, `views.*`, and a response_url. */
const refusals = /^(?:invalid_blocks|invalid_arguments|response_url 4\d\d)$/u;

/** The id of the uploaded file that a block shows. */
const fileIn = (block: types.KnownBlock): string | undefined =>
  block.type === 'image' && 'slack_file' in block && block.slack_file && 'id' in block.slack_file
    ? block.slack_file.id
    : undefined;

/** The uploaded files that blocks show, which Slack may still be processing. */
export const uploadsIn = (blocks: readonly types.AnyBlock[]): string[] =>
  (blocks as readonly KlarBlock[]).flatMap((block) => fileIn(block) ?? []);

/** Whether blocks may have been refused because Slack had not yet processed a picture in them (S16). */
export const mayBeUnready = (came: { state: string; reason?: string }, blocks: readonly types.AnyBlock[]): boolean =>
  came.state === 'refused' && refusals.test(came.reason ?? '') && uploadsIn(blocks).length > 0;

/** The same blocks with every uploaded picture in words. */
export const inWords = (blocks: readonly KlarBlock[]): KlarBlock[] =>
  blocks.map((block) => {
    if (block.type !== 'image' || fileIn(block) === undefined) return block;
    const { block_id, alt_text } = block;
    return { type: 'section', ...(block_id ? { block_id } : {}), text: plainText(alt_text, limits.text) };
  });

/**
 * Makes a call with blocks. Refused with a picture that was uploaded just now, it is made once more after `waitMs`, and
 * then with the picture in words: what is said must not wait for a picture.
 */
export async function patiently<C extends { state: string; reason?: string }>(
  blocks: readonly types.AnyBlock[],
  waitMs: number,
  call: (blocks: KlarBlock[]) => Promise<C>,
): Promise<C> {
  const own = blocks as readonly KlarBlock[];
  const first = await call([...own]);
  if (!mayBeUnready(first, own)) return first;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const second = await call([...own]);
  return mayBeUnready(second, own) ? call(inWords(own)) : second;
}
