import type { types } from '@slack/bolt';
import type { CardAction, ExecuteAction } from '#card/card.ts';
import { buttonOf, menuOf, NotForSlack } from './button.ts';
import { inputBlock } from './field.ts';
import { limits } from './limits.ts';
import type { Item, Run } from './outline.ts';
import { cut, pieces, plainText, visible } from './plain-text.ts';
import { uploadedFile } from './uploaded-file.ts';

/** The blocks that Klar makes. */
export type KlarBlock =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.ImageBlock
  | types.InputBlock
  | types.RichTextBlock
  | types.SectionBlock;

/**
 * Items as blocks. Texts go into `rich_text` and `plain_text`, which Slack shows letter by letter: nothing that people
 * wrote can become a mention, a link or a notice to the channel (S20).
 * @param series Begins every block_id; another one for each rendering, because block ids should be new on each update (S11).
 * @throws NotForSlack
 */
export function toBlocks(items: readonly Item[], series: string): KlarBlock[] {
  const blocks: KlarBlock[] = [];
  const id = () => `${series}:${blocks.length}`;
  for (const item of items) {
    switch (item.kind) {
      case 'heading':
        if (item.text.length <= limits.header && !item.text.includes('\n')) {
          blocks.push({ type: 'header', block_id: id(), text: plainText(item.text, limits.header) });
        } else {
          for (const runs of paragraphs([{ text: item.text, bold: true }])) blocks.push(richText(runs, id()));
        }
        break;
      case 'text':
        for (const runs of paragraphs(item.runs)) blocks.push(richText(runs, id()));
        break;
      case 'subtle':
        for (const text of pieces(item.text, limits.text)) {
          blocks.push({ type: 'context', block_id: id(), elements: [plainText(text, limits.text)] });
        }
        break;
      case 'divider':
        blocks.push({ type: 'divider', block_id: id() });
        break;
      case 'image':
        blocks.push(imageBlock(item, id()));
        break;
      case 'row': {
        const [first = '', ...more] = pieces(item.text, limits.text);
        const accessory = buttonOf(item.action, '0');
        blocks.push({ type: 'section', block_id: id(), text: plainText(first, limits.text), accessory });
        for (const text of more) blocks.push({ type: 'section', block_id: id(), text: plainText(text, limits.text) });
        break;
      }
      case 'actions':
        for (const elements of rowsOf(item.actions)) blocks.push({ type: 'actions', block_id: id(), elements });
        break;
      case 'input':
        blocks.push(inputBlock(item.input, id()));
        break;
    }
  }
  return blocks;
}

/** A picture by its address, or by the file that was uploaded for it (S16). */
function imageBlock({ url, altText }: Item & { kind: 'image' }, block_id: string): types.ImageBlock {
  const alt_text = cut(visible(altText), limits.altText);
  const id = uploadedFile(url);
  if (id !== undefined) return { type: 'image', block_id, alt_text, slack_file: { id } };
  if (!url.startsWith('https://') || url.length > limits.url) throw new NotForSlack('image_url');
  return { type: 'image', block_id, alt_text, image_url: url };
}

/** Long runs as paragraphs of at most what Slack takes for a text (S12). */
function paragraphs(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [[]];
  let room: number = limits.text;
  for (const run of runs) {
    if ('user' in run) {
      found.at(-1)?.push(run);
      continue;
    }
    if (run.text.length > room && run.text.length <= limits.text) {
      found.push([]);
      room = limits.text;
    }
    for (const [n, text] of pieces(run.text, limits.text).entries()) {
      if (n > 0 || text.length > room) {
        found.push([]);
        room = limits.text;
      }
      if (text !== '') found.at(-1)?.push({ ...run, text });
      room -= text.length;
    }
  }
  return found.filter((each) => each.some((run) => 'user' in run || run.text.trim() !== ''));
}

function richText(runs: readonly Run[], block_id: string): types.RichTextBlock {
  const elements = runs.map((run): types.RichTextElement => {
    if ('user' in run) return { type: 'user', user_id: run.user };
    return { type: 'text', text: run.text, ...(run.bold ? { style: { bold: true } } : {}) };
  });
  return { type: 'rich_text', block_id, elements: [{ type: 'rich_text_section', elements }] };
}

/** Buttons in rows of what an actions block holds, the rare ones in a menu at the end where they fit into one. */
function rowsOf(actions: readonly CardAction[]): types.ActionsBlockElement[][] {
  const rare = actions.filter((a): a is ExecuteAction => a.type === 'Action.Execute' && a.mode === 'secondary');
  const menu = menuOf(rare, '0');
  const shown = menu ? actions.filter((a) => !rare.includes(a as ExecuteAction)) : actions;
  const elements: types.ActionsBlockElement[] = [
    ...shown.map((action, n) => buttonOf(action, String(n))),
    ...(menu ? [menu] : []),
  ];
  const rows: types.ActionsBlockElement[][] = [];
  for (let at = 0; at < elements.length; at += limits.actions) rows.push(elements.slice(at, at + limits.actions));
  return rows;
}
