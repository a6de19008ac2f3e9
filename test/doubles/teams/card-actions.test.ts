import { expect, test } from 'vitest';
import { findActions, textsOf } from './card-actions.ts';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'TextBlock', text: 'Hvor står du i dag?' },
    { type: 'Input.Text', id: 'outer', label: 'Merknad' },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', items: [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'I kolonne' }] }] },
      ],
    },
    { type: 'Container', id: 'more', isVisible: false, items: [actionSet('Vist etterpå')] },
    { type: 'Container', id: 'never', isVisible: false, items: [actionSet('Skjult')] },
    { type: 'Container', items: [], selectAction: { type: 'Action.Submit', title: 'På rad' } },
  ],
  actions: [
    { type: 'Action.ToggleVisibility', title: 'Mer …', targetElements: ['more'] },
    {
      type: 'Action.ShowCard',
      title: 'Svar',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'inner' }],
        actions: [{ type: 'Action.Submit', title: 'Lagre' }],
      },
    },
  ],
};

function actionSet(title: string) {
  return { type: 'ActionSet', actions: [{ type: 'Action.Submit', title }] };
}

test('buttons are found wherever they stand, and where', () => {
  expect(findActions(card).map(({ action, at }) => [action.title, at])).toEqual([
    ['I kolonne', 'actionSet'],
    ['Vist etterpå', 'actionSet'],
    ['Skjult', 'actionSet'],
    ['På rad', 'select'],
    ['Mer …', 'card'],
    ['Svar', 'card'],
    ['Lagre', 'card'],
  ]);
});

test('only what can come to light counts as visible', () => {
  const hidden = findActions(card).filter(({ visible }) => !visible);
  expect(hidden.map(({ action }) => action.title)).toEqual(['Skjult']);
});

test('a card that opens inside another sends the inputs of both, the outer one only its own', () => {
  const inputsOf = (title: string) =>
    findActions(card)
      .find(({ action }) => action.title === title)
      ?.inputs.map(({ id }) => id);
  expect(inputsOf('Lagre')).toEqual(['outer', 'inner']);
  expect(inputsOf('I kolonne')).toEqual(['outer']);
});

test('hidden parts are not read', () => {
  expect(textsOf(card)).toEqual(['Hvor står du i dag?', 'Merknad', 'I kolonne', 'På rad', 'Mer …', 'Svar', 'Lagre']);
});
