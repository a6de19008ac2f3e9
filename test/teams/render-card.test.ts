import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { renderCard } from '#teams/render-card.ts';
import { checkCard } from '../doubles/teams/check-card.ts';
import { button } from './trial-feature.ts';

const TENANT = 'a3c1e0d2-5b7f-4c1e-8d2a-000000000001';
const kari = { surface: 'teams' as const, workspace: TENANT, user: 'aad-kari', address: { id: '29:1kari' } };

/** A card with people's words in every field that can hold them. */
const cardWith = (text: string): Card => {
  const word = text.slice(0, 60) || 'x';
  return {
    summary: text,
    language: 'nb',
    mentions: [
      { name: 'Kari Moe', accounts: [kari] },
      { name: word, accounts: [] },
      { name: word, accounts: [{ ...kari, workspace: 'elsewhere' }] },
    ],
    content: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', id: 'mentions', text: 'Kari Moe' },
        { type: 'TextBlock', text },
        { type: 'FactSet', facts: [{ title: text, value: text }] },
        {
          type: 'Container',
          items: [{ type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'TextBlock', text }] }] }],
        },
        { type: 'Input.Text', id: 'comment', label: word, placeholder: text, errorMessage: text, value: text },
        { type: 'Input.ChoiceSet', id: 'which', label: word, choices: [{ title: word, value: `value ${word}` }] },
        {
          type: 'ActionSet',
          actions: [{ ...button('poll.answer', { poll: 'p1' }), title: word, tooltip: text, mode: 'secondary' }],
        },
      ],
      actions: [{ type: 'Action.OpenUrl', title: word, url: 'https://klar.example.org/' }],
    },
  };
};

const bits = [
  '<at>Kari Moe</at>',
  '[a](https://evil.example)',
  '**',
  '_',
  '\n',
  '${x}',
  '<',
  '>',
  '&lt;',
  'hei',
  ' ',
  '](',
];
const odd = fc
  .array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 4 })), { maxLength: 8 })
  .map((all) => all.join(''));

test('whatever people write, the card is one that Teams takes, and it mentions whom it should', () => {
  fc.assert(
    fc.property(odd, (text) => {
      const card = renderCard(cardWith(text), TENANT);
      expect(checkCard(card, { inDialog: false, isKnown: (id) => id === '29:1kari' })).toEqual([]);
      const { body, actions } = card;
      const [mentions, ...others] = body;
      expect(mentions).toMatchObject({ text: expect.stringMatching(/^<at>Kari Moe<\/at>, /u) });
      // What stands in an input and what choices send goes back to Klar as it is.
      const shown = JSON.stringify([others.filter(({ type }) => !type.startsWith('Input.')), actions]);
      expect(shown).not.toMatch(/<\/?at>/u);
    }),
  );
});

test('ids, values and what buttons carry stay as they are', () => {
  const text = '[a](b) **x** <at>y</at>';
  const { body } = renderCard(cardWith(text), TENANT);
  expect(body[4]).toMatchObject({ id: 'comment', value: text });
  expect(body[5]).toMatchObject({ choices: [{ value: `value ${text}` }] });
  expect(body[6]).toMatchObject({
    actions: [
      {
        verb: 'poll.answer',
        data: { poll: 'p1' },
        mode: 'secondary',
        fallback: { data: { poll: 'p1', verb: 'poll.answer' } },
      },
    ],
  });
});

test('a name cannot break out of its own mention', () => {
  const card = cardWith('x');
  card.mentions = [{ name: 'Ola</at><at>Alle', accounts: [kari] }];
  const rendered = renderCard(card, TENANT.toUpperCase());
  expect(rendered.msteams.entities).toEqual([
    { type: 'mention', text: '<at>Ola/atatAlle</at>', mentioned: { id: '29:1kari', name: 'Ola/atatAlle' } },
  ]);
  expect(checkCard(rendered, { inDialog: false, isKnown: () => true })).toEqual([]);
});
