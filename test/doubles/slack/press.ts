import { type Field, fill, findField, optionOf, stateValues } from './fields.ts';
import { LIMITS } from './limits.ts';
import { type Block, type Dict, type FieldValue, type FieldValues, isDict, type SlackFile } from './types.ts';

/** What goes with a press. */
export interface PressOptions {
  /** The option chosen from radios, a select or a menu, the ticks set, or the text entered. */
  choose?: FieldValue;
  /** What the person filled into other fields of the same message or view before. */
  values?: FieldValues;
}

/** A press ready to be sent: the `actions` item and `state.values`. */
export interface Press {
  action: Dict;
  state: Dict;
}

/** Makes the parts of a `block_actions` for a press on what the blocks really show; throws when they do not show it. */
export function pressOn(
  blocks: readonly Block[],
  target: string,
  { choose, values = {} }: PressOptions,
  typed: Map<string, FieldValue>,
  around: { ts: string; wireFile: (file: SlackFile) => Dict },
): Press {
  const field = findField(blocks, target);
  fill(blocks, values, typed);
  if (field.input && field.block.dispatch_action !== true) {
    throw new Error(`${field.key} does not tell the app: its input block has no dispatch_action.`);
  }
  const holds = field.type !== 'button' && field.type !== 'overflow';
  if (holds) {
    if (choose === undefined) throw new Error(`Say what to choose in ${field.key}, a ${field.type}.`);
    fill(blocks, { [field.key]: choose }, typed);
  }
  const state = stateValues(blocks, typed, around.wireFile);
  const own = state[field.block.block_id];
  const chosen = holds && isDict(own) ? own[field.actionId] : menuChoice(field, choose);
  const action = {
    type: field.type,
    action_id: field.actionId,
    block_id: field.block.block_id,
    ...shownParts(field),
    ...(isDict(chosen) ? chosen : {}),
    action_ts: around.ts,
  };
  return { action, state };
}

function menuChoice(field: Field, choose: FieldValue | undefined): Dict {
  if (field.type !== 'overflow') return {};
  if (typeof choose !== 'string') throw new Error(`Say what to choose in ${field.key}, a menu.`);
  return { selected_option: optionOf(field, choose) };
}

/** The parts of an element that Slack repeats in the action. */
function shownParts({ element }: Field): Dict {
  const repeated = ['text', 'value', 'url', 'style', 'confirm', 'placeholder', 'initial_option', 'initial_options'];
  return Object.fromEntries(Object.entries(element).filter(([key]) => repeated.includes(key)));
}

/** Throws when Slack's client would not let the person submit: an empty required input, a text too short or of the wrong kind. */
export function assertSubmittable(blocks: readonly Block[], state: Dict): void {
  for (const block of blocks) {
    if (block.type !== 'input' || !isDict(block.element)) continue;
    const ofBlock = state[block.block_id];
    const held = isDict(ofBlock) ? ofBlock[String(block.element.action_id)] : undefined;
    const value = isDict(held) ? Object.entries(held).find(([key]) => key !== 'type')?.[1] : undefined;
    const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty && block.optional !== true) throw new Error(`Slack asks for ${block.block_id} before it submits.`);
    if (empty || typeof value !== 'string') continue;
    const min = Number(block.element.min_length ?? 0);
    if (value.length < min) throw new Error(`${block.block_id} needs at least ${min} characters.`);
    const kinds: Record<string, RegExp> = {
      email_text_input: /^[^\s@]+@[^\s@]+$/,
      url_text_input: /^https?:\/\/\S+$/,
      number_input: block.element.is_decimal_allowed === true ? /^-?\d+([.,]\d+)?$/ : /^-?\d+$/,
    };
    if (kinds[String(block.element.type)]?.test(value) === false) {
      throw new Error(`Slack does not take "${value.slice(0, LIMITS.buttonText)}" in ${block.block_id}.`);
    }
  }
}
