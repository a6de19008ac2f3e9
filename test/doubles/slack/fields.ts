import { LIMITS } from './limits.ts';
import { type Block, type Dict, dicts, type FieldValue, type FieldValues, isDict, type SlackFile } from './types.ts';
import { optionsOf } from './validate-elements.ts';

/** Something in blocks that a person can press, choose from or fill in. */
export interface Field {
  block: Block;
  element: Dict;
  type: string;
  actionId: string;
  /** `block_id/action_id` */
  key: string;
  /** Part of an input block. */
  input: boolean;
}

/** All fields of blocks, in the order shown. */
export function fieldsOf(blocks: readonly Block[]): Field[] {
  return blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? dicts(block.elements) : [block.accessory, block.element].filter(isDict);
    return elements
      .filter((element) => element.type !== 'image')
      .map((element) => {
        const actionId = String(element.action_id);
        const key = `${block.block_id}/${actionId}`;
        return { block, element, type: String(element.type), actionId, key, input: block.type === 'input' };
      });
  });
}

/**
 * The one field a person means: by action_id, by `block_id/action_id`, by the words on a button or the label of an input.
 * Throws when it is not shown, or when it could be several.
 */
export function findField(blocks: readonly Block[], target: string): Field {
  const all = fieldsOf(blocks);
  for (const names of [
    (field: Field) => field.key,
    (field: Field) => field.actionId,
    (field: Field) => wordsOn(field),
  ]) {
    const hits = all.filter((field) => names(field) === target);
    if (hits.length === 1 && hits[0] !== undefined) return hits[0];
    if (hits.length > 1) {
      const keys = hits.map((hit) => hit.key).join(', ');
      throw new Error(`"${target}" stands ${hits.length} times: name one as block_id/action_id (${keys}).`);
    }
  }
  const shown = all.map((field) => `${field.key} ${wordsOn(field)}`.trim()).join('; ') || 'nothing';
  throw new Error(`"${target}" is not there to press. What is: ${shown}.`);
}

function wordsOn({ element, block }: Field): string {
  const text = element.type === 'button' ? element.text : block.type === 'input' ? block.label : undefined;
  return isDict(text) ? String(text.text) : '';
}

/** Writes values into what a person has typed. Throws when a value does not fit its field, or when there is no such field. */
export function fill(blocks: readonly Block[], values: FieldValues, typed: Map<string, FieldValue>): void {
  for (const [target, value] of Object.entries(values)) {
    const field = findField(blocks, target);
    stateOf(field, value, () => ({}));
    typed.set(field.key, value);
  }
}

/** `state.values` as Slack sends it: every field that holds a value, by block_id and action_id. */
export function stateValues(
  blocks: readonly Block[],
  typed: ReadonlyMap<string, FieldValue>,
  wireFile: (file: SlackFile) => Dict,
): Dict {
  const values: Record<string, Dict> = {};
  for (const field of fieldsOf(blocks)) {
    const state = stateOf(field, typed.get(field.key), wireFile);
    if (state === null) continue;
    values[field.block.block_id] = { ...values[field.block.block_id], [field.actionId]: state };
  }
  return values;
}

/** Names under which each kind of field keeps its value, and its value before anything is typed. */
const KEPT: Record<string, { key: string; initial: string; kind: 'text' | 'option' | 'options' | 'list' | 'files' }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', kind: 'text' },
  email_text_input: { key: 'value', initial: 'initial_value', kind: 'text' },
  url_text_input: { key: 'value', initial: 'initial_value', kind: 'text' },
  number_input: { key: 'value', initial: 'initial_value', kind: 'text' },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', kind: 'option' },
  static_select: { key: 'selected_option', initial: 'initial_option', kind: 'option' },
  checkboxes: { key: 'selected_options', initial: 'initial_options', kind: 'options' },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', kind: 'options' },
  datepicker: { key: 'selected_date', initial: 'initial_date', kind: 'text' },
  timepicker: { key: 'selected_time', initial: 'initial_time', kind: 'text' },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', kind: 'text' },
  users_select: { key: 'selected_user', initial: 'initial_user', kind: 'text' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', kind: 'list' },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', kind: 'text' },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', kind: 'text' },
  file_input: { key: 'files', initial: '', kind: 'files' },
};

/** What a field holds, in the wire shape; null for buttons and menus, which hold nothing. */
function stateOf(field: Field, value: FieldValue | undefined, wireFile: (file: SlackFile) => Dict): Dict | null {
  const kept = KEPT[field.type];
  if (kept === undefined) {
    if (value !== undefined) throw new Error(`${field.key} is a ${field.type} and holds no value.`);
    return null;
  }
  const { element, type } = field;
  if (value === undefined) {
    const empty = kept.kind === 'option' || kept.kind === 'text' ? null : [];
    return { type, [kept.key]: element[kept.initial] ?? empty };
  }
  return { type, [kept.key]: keep(field, kept.kind, value, wireFile) };
}

function keep(field: Field, kind: string, value: FieldValue, wireFile: (file: SlackFile) => Dict): unknown {
  if (kind === 'option') return value === null ? null : optionOf(field, String(value));
  if (kind === 'options') return asList(value).map((each) => optionOf(field, each));
  if (kind === 'list') return asList(value);
  if (kind === 'files') return asFiles(field, value).map(wireFile);
  if (value === null) return null;
  if (typeof value === 'object') throw new Error(`${field.key} takes one text, not a list.`);
  const max = Number(field.element.max_length ?? LIMITS.plainTextInput);
  if (String(value).length > max) throw new Error(`${field.key} takes at most ${max} characters.`);
  return field.type === 'datetimepicker' ? Number(value) : String(value);
}

/** An option by its value or by its words. Throws when it is not offered. */
export function optionOf({ element, key }: Field, wanted: string): Dict {
  const options = optionsOf(element);
  const words = (option: Dict) => (isDict(option.text) ? option.text.text : undefined);
  const hit = options.find((each) => each.value === wanted) ?? options.find((each) => words(each) === wanted);
  if (hit === undefined)
    throw new Error(`${key} does not offer "${wanted}". It offers: ${options.map(words).join('; ')}.`);
  return structuredClone(hit);
}

function asList(value: FieldValue): string[] {
  if (value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function asFiles({ element, key }: Field, value: FieldValue): SlackFile[] {
  const files = Array.isArray(value) ? (value as unknown[]).filter(isFile) : [];
  const max = Number(element.max_files ?? LIMITS.fileInputFiles);
  if (files.length > max) throw new Error(`${key} takes at most ${max} files.`);
  for (const file of files) {
    if (file.bytes.byteLength > LIMITS.fileInputBytes) throw new Error(`${key} takes files of at most 10 MB.`);
    const ending = file.name.split('.').at(-1)?.toLowerCase();
    if (Array.isArray(element.filetypes) && !element.filetypes.includes(ending)) {
      throw new Error(`${key} does not take files like ${file.name}.`);
    }
  }
  return files;
}

function isFile(value: unknown): value is SlackFile {
  return isDict(value) && value.bytes instanceof Uint8Array;
}
