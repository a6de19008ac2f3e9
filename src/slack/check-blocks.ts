import { costOf } from './fit.ts';
import { limits } from './limits.ts';

type Dict = Record<string, unknown>;
const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value);
const dicts = (value: unknown): Dict[] => (Array.isArray(value) ? value.filter(isDict) : []);

/** The longest string under a key, by the element it belongs to (S12, S13). */
const longest: Record<string, Record<string, number>> = {
  header: { text: limits.header },
  button: { text: limits.button, value: limits.buttonValue, url: limits.url },
  input: { label: limits.label },
  plain_text_input: { initial_value: limits.plainTextInput, placeholder: limits.placeholder },
  static_select: { placeholder: limits.placeholder },
  multi_static_select: { placeholder: limits.placeholder },
  section: { text: limits.text },
  image: { alt_text: limits.altText, image_url: limits.url },
};

/** How many of something an element holds (S12, S13). */
const most: Record<string, Record<string, number>> = {
  actions: { elements: limits.actions },
  context: { elements: limits.contextElements },
  radio_buttons: { options: limits.radioOptions },
  checkboxes: { options: limits.radioOptions },
  overflow: { options: limits.overflowOptions },
  static_select: { options: limits.selectOptions, option_groups: limits.selectOptions },
  multi_static_select: { options: limits.selectOptions, option_groups: limits.selectOptions },
};

/**
 * Says what Slack would refuse in blocks, before anything is sent (S11 to S15); an empty list when it would take them.
 * What `to-blocks.ts` and `fit.ts` make has nothing to find here: this catches the mistakes in them.
 */
export function problemsOf(blocks: readonly unknown[], where: 'message' | 'view'): string[] {
  const problems: string[] = [];
  const max = where === 'message' ? limits.blocksInMessage : limits.blocksInView;
  if (blocks.length === 0) problems.push('no blocks');
  if (blocks.length > max) problems.push(`${blocks.length} blocks`);
  const cost = blocks.reduce((sum: number, block) => sum + costOf(block), 0);
  if (where === 'message' && cost > limits.messageCharacters) problems.push(`${cost} characters`);

  const blockIds = new Set<unknown>();
  for (const block of dicts(blocks)) {
    if (blockIds.has(block.block_id)) problems.push(`block_id twice: ${String(block.block_id)}`);
    blockIds.add(block.block_id);
    const actionIds = dicts(block.elements).flatMap((e) => (e.action_id === undefined ? [] : [e.action_id]));
    if (new Set(actionIds).size < actionIds.length) problems.push('action_id twice in a block');
    look(block, problems);
  }
  return problems;
}

function look(thing: Dict, problems: string[]): void {
  const type = String(thing.type ?? 'option');
  const say = (what: string) => problems.push(`${type}: ${what}`);
  for (const key of ['block_id', 'action_id']) {
    const id = thing[key];
    if (id !== undefined && (typeof id !== 'string' || id === '' || id.length > limits.id)) say(key);
  }
  for (const [key, max] of Object.entries(longest[type] ?? {})) {
    const given = thing[key];
    const text = isDict(given) ? given.text : given;
    if (text !== undefined && (typeof text !== 'string' || text.length > max)) say(`${key} too long`);
  }
  for (const [key, max] of Object.entries(most[type] ?? {})) {
    const list = thing[key];
    if (list !== undefined && (!Array.isArray(list) || list.length === 0 || list.length > max)) say(`number of ${key}`);
  }
  if (thing.type === undefined && isDict(thing.text) && thing.value !== undefined) {
    if (String(thing.text.text).length > limits.optionText) say('text too long');
    if (String(thing.value).length > limits.optionValue) say('value too long');
  }
  if ((type === 'plain_text' || type === 'text') && (typeof thing.text !== 'string' || thing.text === '')) {
    say('empty text');
  }
  if (type === 'mrkdwn') say('texts that Slack reads as markup are not used');
  for (const value of Object.values(thing)) {
    if (isDict(value)) look(value, problems);
    else for (const each of dicts(value)) look(each, problems);
  }
}
