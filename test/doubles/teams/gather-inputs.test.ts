import { expect, test } from 'vitest';
import { gatherInputs } from './gather-inputs.ts';

const choices = [
  { title: 'Grønn', value: 'green' },
  { title: 'Gul', value: 'yellow' },
];
const inputs = [
  { type: 'Input.ChoiceSet', id: 'state', choices, isMultiSelect: true, isRequired: true, errorMessage: 'Velg en' },
  { type: 'Input.Text', id: 'comment', maxLength: 5 },
  { type: 'Input.Toggle', id: 'sure', title: 'Sikker' },
  { type: 'Input.Number', id: 'count', min: 1, max: 3, value: 2 },
];

test('what is filled in and what stands there goes along as strings, empty inputs stay out', () => {
  expect(gatherInputs(inputs, { state: ['green', 'yellow'] })).toEqual({
    state: 'green,yellow',
    sure: 'false',
    count: '2',
  });
});

test.each([
  ['a required input left empty', {}, 'Velg en'],
  ['a choice that is not offered', { state: 'red' }, 'no choice «red»'],
  ['a text too long', { state: 'green', comment: 'for langt' }, 'takes 5'],
  ['a number out of range', { state: 'green', count: '9' }, 'out of range'],
  ['an input that is not there', { state: 'green', other: 'x' }, 'no input «other»'],
])('a client does not send %s', (_what, filled, message) => {
  expect(() => gatherInputs(inputs, filled)).toThrow(message);
});
