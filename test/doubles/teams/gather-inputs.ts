import { type Card, recordsIn } from './shapes.ts';

/** What a person fills in, by input id. A list is a choice of several. */
export type Filled = Record<string, string | readonly string[]>;

/**
 * The values that a client sends along with a button: what was filled in, otherwise what stands in the input; empty ones
 * are left out, and all are strings, as in Microsoft's adaptivecards.
 * Throws where a client would not send: a required input is empty, a text too long, a choice that does not exist; and
 * for an id that is on no input, since nobody could fill that in.
 */
export function gatherInputs(inputs: readonly Card[], filled: Filled): Record<string, string> {
  const byId = new Map(inputs.map((input) => [String(input.id), input]));
  for (const id of Object.keys(filled)) {
    if (!byId.has(id))
      throw new Error(`Teams client: no input «${id}» here, only ${[...byId.keys()].join(', ') || 'none'}`);
  }
  const values: Record<string, string> = {};
  for (const [id, input] of byId) {
    const given = filled[id];
    const text = given === undefined ? standingValue(input) : typeof given === 'string' ? given : given.join(',');
    const problem = problemWith(input, text);
    if (problem)
      throw new Error(`Teams client: «${input.label ?? id}» ${problem} (${input.errorMessage ?? 'no errorMessage'})`);
    if (text !== '') values[id] = text;
  }
  return values;
}

function standingValue(input: Card): string {
  if (input.type === 'Input.Toggle') return String(input.value ?? input.valueOff ?? 'false');
  return input.value === undefined || input.value === null ? '' : String(input.value);
}

function problemWith(input: Card, text: string): string | null {
  if (input.type === 'Input.Toggle') {
    const on = String(input.valueOn ?? 'true');
    if (input.isRequired && text !== on) return 'must be ticked';
    return [on, String(input.valueOff ?? 'false')].includes(text) ? null : `cannot be «${text}»`;
  }
  if (text === '') return input.isRequired ? 'must be filled in' : null;
  if (input.type === 'Input.ChoiceSet') {
    const choices = recordsIn(input.choices).map((choice) => String(choice.value));
    const chosen = input.isMultiSelect ? text.split(',') : [text];
    const strange = chosen.find((value) => !choices.includes(value));
    return strange === undefined || input.style === 'filtered' ? null : `has no choice «${strange}»`;
  }
  if (input.type === 'Input.Number') {
    const number = Number(text);
    if (Number.isNaN(number)) return 'must be a number';
    return number < Number(input.min ?? number) || number > Number(input.max ?? number) ? 'is out of range' : null;
  }
  if (input.type === 'Input.Date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'must be a date';
  if (input.type === 'Input.Time' && !/^\d{2}:\d{2}$/.test(text)) return 'must be a time';
  if (typeof input.maxLength === 'number' && text.length > input.maxLength)
    return `takes ${input.maxLength} characters`;
  if (typeof input.regex === 'string' && !new RegExp(input.regex).test(text)) return 'does not fit its pattern';
  return null;
}
