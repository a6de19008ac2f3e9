import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMessage } from '#slack/to-message.ts';
import { toHome, toModal } from '#slack/to-view.ts';
import { readable } from '../doubles/slack/readable.ts';
import { blocksTooLong, validateBlocks } from '../doubles/slack/validate-blocks.ts';
import { validateView } from '../doubles/slack/validate-view.ts';
import { aCard, text } from './a-card.ts';
import { anyCard, workspace } from './any-card.ts';

const knowsFile = (id: string) => id === 'F0PICTURE';
const from = { channel: 'C1', kind: 'channel' as const };

/** Everything in blocks that Slack would read as more than letters. */
function* markup(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* markup(each);
  else if (typeof value === 'object' && value !== null) {
    const { type } = value as { type?: unknown };
    if (['mrkdwn', 'link', 'broadcast', 'usergroup', 'channel', 'emoji', 'markdown'].includes(String(type)))
      yield String(type);
    if (type === 'user' && (value as { user_id?: unknown }).user_id !== 'U1KARI') yield 'user';
    for (const each of Object.values(value)) yield* markup(each);
  }
}

describe('Whatever people write', () => {
  it('a card becomes a message that Slack takes, and nothing in it is a mention, a link or a notice to the channel', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = toMessage(card, workspace);
        expect(validateBlocks(message.blocks, 'message', { knowsFile })).toEqual([]);
        expect(blocksTooLong(message.blocks as never)).toBe(false);
        expect([...markup(message.blocks)]).toEqual([]);
        expect(message.text).not.toMatch(/[<>]/);
        expect(message.text.trim()).not.toBe('');
        expect(message).toMatchObject({ link_names: false, parse: 'none', unfurl_links: false, unfurl_media: false });
      }),
      { numRuns: 500 },
    );
  });

  it('the same card becomes a window and a Home that Slack takes', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const view = toModal(card, from, workspace);
        expect(validateView(view, 'modal', knowsFile)).toEqual([]);
        expect([...markup(view)]).toEqual([]);
        expect(validateView(toHome(card, workspace), 'home', knowsFile)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('every word of a card that fits is there', () => {
    const wordy = fc.array(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((t) => t.trim() !== ''),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(wordy, (texts) => {
        const shown = readable(toMessage(aCard(texts.map((t) => text(t))), workspace).blocks).join('');
        for (const t of texts) expect(shown).toContain(t);
      }),
    );
  });
});
