import type { types } from '@slack/bolt';
import type { z } from 'zod';
import type { choiceInput, dateInput, textInput } from '#card/card.ts';
import { NotForSlack } from './button.ts';
import { limits } from './limits.ts';
import { cut, plainText } from './plain-text.ts';

type TextInput = z.infer<typeof textInput>;
type ChoiceInput = z.infer<typeof choiceInput>;
type DateInput = z.infer<typeof dateInput>;

const prefix = 'klar:field:';

/** The id of the card's input behind an action_id; undefined for what is no input of a card. */
export const fieldOf = (actionId: string): string | undefined =>
  actionId.startsWith(prefix) ? actionId.slice(prefix.length) : undefined;

/** An input of a card as an input block. Its action_id carries the input's id. */
export function inputBlock(input: TextInput | ChoiceInput | DateInput, blockId: string): types.InputBlock {
  const actionId = `${prefix}${input.id}`;
  if (actionId.length > limits.id) throw new NotForSlack('input_id_too_long');
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(input.label, limits.label),
    optional: input.isRequired !== true,
    element:
      input.type === 'Input.Text'
        ? textElement(input, actionId)
        : input.type === 'Input.Date'
          ? dateElement(input, actionId)
          : choiceElement(input, actionId),
  };
}

function textElement(input: TextInput, action_id: string): types.PlainTextInput {
  const value = cut(input.value ?? '', limits.plainTextInput);
  // What is there already may be longer than what may be typed: it must still be possible to open the form.
  const longest = Math.max(input.maxLength ?? 0, value.length);
  return {
    type: 'plain_text_input',
    action_id,
    ...(input.isMultiline ? { multiline: true } : {}),
    ...(input.maxLength ? { max_length: Math.min(longest, limits.plainTextInput) } : {}),
    ...(value === '' ? {} : { initial_value: value }),
    ...placeholder(input.placeholder),
  };
}

function dateElement(input: DateInput, action_id: string): types.Datepicker {
  return { type: 'datepicker', action_id, ...(isDay(input.value) ? { initial_date: input.value } : {}) };
}

function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Radios and checkboxes hold ten (S13); more become a menu, and more than a hundred a menu in groups. */
function choiceElement(
  input: ChoiceInput,
  action_id: string,
): types.Checkboxes | types.MultiStaticSelect | types.RadioButtons | types.StaticSelect {
  const options = input.choices.map(({ title, value }) => {
    if (value.length > limits.optionValue) throw new NotForSlack('option_value_too_long');
    return { text: plainText(title, limits.optionText), value };
  });
  const expanded = input.style === 'expanded' && options.length <= limits.radioOptions;
  if (input.isMultiSelect) {
    const values = (input.value ?? '').split(',');
    const initial = options.filter((o) => values.includes(o.value));
    const chosen = initial.length > 0 ? { initial_options: initial } : {};
    if (expanded) return { type: 'checkboxes', action_id, options, ...chosen };
    return {
      type: 'multi_static_select',
      action_id,
      ...inGroups(options),
      ...chosen,
      ...placeholder(input.placeholder),
    };
  }
  const initial = options.find((o) => o.value === input.value);
  const chosen = initial ? { initial_option: initial } : {};
  if (expanded) return { type: 'radio_buttons', action_id, options, ...chosen };
  return { type: 'static_select', action_id, ...inGroups(options), ...chosen, ...placeholder(input.placeholder) };
}

function inGroups(options: types.PlainTextOption[]) {
  const size = limits.selectOptions;
  if (options.length <= size) return { options };
  if (options.length > size * size) throw new NotForSlack('too_many_options');
  const groups = Array.from({ length: Math.ceil(options.length / size) }, (_, index) => ({
    label: plainText(`${index * size + 1}–${Math.min((index + 1) * size, options.length)}`, limits.optionText),
    options: options.slice(index * size, (index + 1) * size),
  }));
  return { option_groups: groups };
}

const placeholder = (text: string | undefined) =>
  text?.trim() ? { placeholder: plainText(text, limits.placeholder) } : {};
