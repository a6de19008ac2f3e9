import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Card, CardAction, ExecuteAction } from '#card/card.ts';
import { say } from '#words/say.ts';
import { NotForSlack } from './button.ts';
import { problemsOf } from './check-blocks.ts';
import { fitted, viewRoom } from './fit.ts';
import { limits } from './limits.ts';
import { type Item, outline } from './outline.ts';
import { plainText } from './plain-text.ts';
import { type KlarBlock, toBlocks } from './to-blocks.ts';
import { newSeries } from './to-message.ts';

/** What a window remembers of where it was opened, in its private_metadata (S18), which only Slack and Klar see. */
export const opening = z.object({
  channel: z.string(),
  kind: z.enum(['channel', 'group', 'personal']),
  name: z.string().optional(),
  thread: z.string().optional(),
  /** Answers to the command or press that led here. */
  responseUrl: z.string().optional(),
  /** The pressed message is this person's alone, so that a result may take its place: its ts when the API finds it. */
  own: z.union([z.literal('ephemeral'), z.object({ ts: z.string() })]).optional(),
  home: z.literal(true).optional(),
  /** Typed in a direct chat that Klar is not in (S32): the place is the person's own chat, the answer goes where they are. */
  elsewhere: z.literal(true).optional(),
});
export type Opening = z.infer<typeof opening>;

/** What sending the window off means: a verb with its ids, or a typed line that now has a file. */
export const sending = z.union([
  z.object({ verb: z.string(), data: z.record(z.string(), z.string()) }),
  z.object({
    line: z.string(),
    /** What it means where no file was chosen, on a card that has fields of its own. */
    without: z.object({ verb: z.string(), data: z.record(z.string(), z.string()) }).optional(),
  }),
]);
export type Sending = z.infer<typeof sending>;

export const windowData = z.object({ from: opening, send: sending.optional() });

/** The action_id of the file field. */
const fileField = 'klar:file';

/**
 * A card as a modal window: its one main button sends it off, the others stand in it.
 * @param workspace See `outline`.
 * @throws NotForSlack
 */
export function toModal(card: Card, from: Opening, workspace: string): types.ModalView {
  const items = outline(card, workspace);
  const submit = mainButton(items);
  return modal(card, allBut(items, submit), from, {
    ...(submit ? { text: submit.title, send: { verb: submit.verb, data: submit.data ?? {} } } : {}),
    workspace,
  });
}

/**
 * A card as a modal window with a file field; what is sent is the typed line again, with the file. On a card with fields
 * of its own the file may be left out: then its main button is what is sent.
 */
export function toFileModal(card: Card, from: Opening, workspace: string, line: string): types.ModalView {
  const items = outline(card, workspace);
  const instead = mainButton(items);
  const without = instead && { verb: instead.verb, data: instead.data ?? {} };
  const view = modal(card, allBut(items, instead), from, {
    text: instead?.title ?? say(card.language, 'slack.send-file'),
    send: { line, ...(without ? { without } : {}) },
    workspace,
  });
  const field: types.InputBlock = {
    type: 'input',
    block_id: `${newSeries()}:file`,
    label: plainText(say(card.language, 'slack.choose-file'), limits.label),
    ...(without ? { optional: true } : {}),
    element: { type: 'file_input', action_id: fileField, max_files: 1 },
  };
  return { ...view, blocks: [...view.blocks, field] };
}

/** A sentence as a window of its own. */
export function sentenceModal(sentence: string, language: Card['language'], from: Opening): types.ModalView {
  const blocks: KlarBlock[] = [{ type: 'section', block_id: newSeries(), text: plainText(sentence, limits.text) }];
  return framed('Klar', language, blocks, { from });
}

/** A card as a person's Home (S19). @throws NotForSlack */
export function toHome(card: Card, workspace: string): types.HomeView {
  const series = newSeries();
  const blocks = checked(fitted(toBlocks(outline(card, workspace), series), viewRoom, card.language, series));
  return { type: 'home', blocks };
}

function modal(
  card: Card,
  items: Item[],
  from: Opening,
  given: { text?: string; send?: Sending; workspace: string },
): types.ModalView {
  const title = card.title ?? card.summary;
  const [first, ...others] = items;
  // The window's title says it already.
  const repeated = first?.kind === 'heading' && first.text === title && title.length <= limits.modalTitle;
  const shown = repeated && others.length > 0 ? others : items;
  const series = newSeries();
  const made = toBlocks(shown, series);
  const blocks = checked(fitted(made.length > 0 ? made : sentenceOf(card, series), viewRoom, card.language, series));
  // Slack wants a way to send wherever there is a field.
  const text = given.text ?? (blocks.some((b) => b.type === 'input') ? say(card.language, 'slack.close') : undefined);
  return framed(title, card.language, blocks, { from, ...(given.send ? { send: given.send } : {}) }, text);
}

const sentenceOf = (card: Card, series: string): KlarBlock[] => [
  { type: 'section', block_id: `${series}:0`, text: plainText(card.summary, limits.text) },
];

function framed(
  title: string,
  language: Card['language'],
  blocks: KlarBlock[],
  data: z.infer<typeof windowData>,
  submit?: string,
): types.ModalView {
  const private_metadata = JSON.stringify(data);
  if (private_metadata.length > limits.privateMetadata) throw new NotForSlack('private_metadata_too_long');
  const view: types.ModalView = {
    type: 'modal',
    callback_id: 'klar',
    title: plainText(title, limits.modalTitle),
    close: plainText(say(language, 'slack.close'), limits.modalTitle),
    ...(submit ? { submit: plainText(submit, limits.modalTitle) } : {}),
    private_metadata,
    blocks,
  };
  if (Buffer.byteLength(JSON.stringify(view)) > limits.viewBytes) throw new NotForSlack('view_too_large');
  return view;
}

function checked(blocks: KlarBlock[]): KlarBlock[] {
  const problems = problemsOf(blocks, 'view');
  if (problems.length > 0) throw new NotForSlack(`invalid_blocks: ${problems.join('; ')}`);
  return blocks;
}

/** The button that sends a form: the one marked as positive, else the first that uses what is filled in. */
function mainButton(items: readonly Item[]): ExecuteAction | undefined {
  const takes = items
    .flatMap((item): CardAction[] =>
      item.kind === 'actions' ? item.actions : item.kind === 'row' ? [item.action] : [],
    )
    .filter((a): a is ExecuteAction => a.type === 'Action.Execute')
    .filter((a) => a.associatedInputs !== 'none' && a.mode !== 'secondary');
  const positive = takes.filter((a) => a.style === 'positive');
  if (positive.length === 1) return positive[0];
  return items.some((item) => item.kind === 'input') ? (positive[0] ?? takes[0]) : undefined;
}

function allBut(items: readonly Item[], button: ExecuteAction | undefined): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.kind === 'row' && item.action === button)
      return [{ kind: 'text', runs: [{ text: item.text, bold: false }] }];
    if (item.kind !== 'actions') return [item];
    const actions = item.actions.filter((a) => a !== button);
    return actions.length > 0 ? [{ ...item, actions }] : [];
  });
}
