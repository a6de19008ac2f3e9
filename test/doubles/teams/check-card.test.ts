import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCard } from './check-card.ts';
import type { Card } from './shapes.ts';

const schemaIsThere = existsSync(
  new URL('../../../../shared/schemas/adaptive-card-1.5.0.schema.json', import.meta.url),
);

const submit = { type: 'Action.Submit', title: 'Ferdig', data: { verb: 'done', id: 'r1' } };
const execute = { type: 'Action.Execute', title: 'Ferdig', verb: 'done', data: { id: 'r1' }, fallback: submit };
const good: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  msteams: {
    width: 'Full',
    entities: [{ type: 'mention', text: '<at>Kari Moe</at>', mentioned: { id: '29:1kari', name: 'Kari Moe' } }],
  },
  refresh: { action: { type: 'Action.Execute', verb: 'look', data: { id: 'r1' } }, userIds: ['29:1kari'] },
  body: [
    { type: 'TextBlock', text: 'Om 7 dager: Workshops. Ansvarlig: <at>Kari Moe</at>', wrap: true },
    { type: 'Input.Text', id: 'comment', label: 'Merknad' },
    { type: 'Chart.HorizontalBar', title: 'Svar', data: [], fallback: { type: 'TextBlock', text: '9 av 23' } },
    { type: 'ActionSet', actions: [execute] },
  ],
};

const rowsOf = (card: unknown, inDialog = false) =>
  checkCard(card, { inDialog, isKnown: (id) => id === '29:1kari' }).map(({ row }) => row);
const withBody = (...body: Card[]): Card => ({ type: 'AdaptiveCard', version: '1.5', body });

test('a card within all limits has no findings', () => {
  expect(checkCard(good, { inDialog: false, isKnown: (id) => id === '29:1kari' })).toEqual([]);
});

test.each<[string, string, unknown]>([
  ['no card at all', 'T1', 'card'],
  ['version 1.6', 'T1', { ...withBody(), version: '1.6' }],
  ['a chart without fallback', 'T1', withBody({ type: 'Chart.Pie', data: [] })],
  ['Action.Execute on a card of version 1.3', 'T18', { ...withBody(), version: '1.3', actions: [execute] }],
  ['Action.Execute without fallback', 'T18', { ...withBody(), actions: [{ ...execute, fallback: 'drop' }] }],
  ['Action.Execute on a tap', 'T18', withBody({ type: 'Container', items: [], selectAction: execute })],
  ['a date macro', 'T3', withBody({ type: 'TextBlock', text: '{{DATE(2018-10-09T06:00:00Z)}}' })],
  ['a button that carries a number', 'T13', { ...withBody(), actions: [{ ...submit, data: { id: 7 } }] }],
  [
    'two inputs of one id',
    'T13',
    withBody({ type: 'Input.Text', id: 'a' }, { type: 'Input.Toggle', id: 'a', title: 'b' }),
  ],
  ['a picture over plain http', 'T6', withBody({ type: 'Image', url: 'http://klar.example.no/a.png' })],
  ['a picture as data', 'T6', withBody({ type: 'Image', url: 'data:image/png;base64,AAAA' })],
  ['<at> without a mention', 'T24', withBody({ type: 'TextBlock', text: 'Hei <at>Ola Lie</at>' })],
  ['a mention without its text', 'T24', { ...good, body: [{ type: 'TextBlock', text: 'Hei' }] }],
  [
    'a refresh of 61 people',
    'T16',
    { ...good, refresh: { ...(good.refresh as Card), userIds: Array(61).fill('29:1kari') } },
  ],
  ['a refresh by object id', 'T16', { ...good, refresh: { ...(good.refresh as Card), userIds: ['0b5e'] } }],
])('%s is found', (_what, row, card) => {
  expect(rowsOf(card)).toContain(row);
});

test('a channel cannot be mentioned, nor somebody whom nobody knows', () => {
  const mention = (id: string) => ({
    ...withBody({ type: 'TextBlock', text: '<at>Generelt</at>' }),
    msteams: { entities: [{ type: 'mention', text: '<at>Generelt</at>', mentioned: { id, name: 'Generelt' } }] },
  });
  expect(rowsOf(mention('19:abc@thread.tacv2'))).toEqual(['T24']);
  expect(rowsOf(mention('29:1stranger'))).toEqual(['T24']);
  expect(rowsOf(mention('29:1kari'))).toEqual([]);
});

test('in a dialog only Action.Submit works', () => {
  expect(rowsOf({ ...withBody(), actions: [execute] }, true)).toContain('T23');
  expect(rowsOf({ ...withBody(), actions: [submit] }, true)).toEqual([]);
});

test.runIf(schemaIsThere)('a property that the official schema does not know is named', () => {
  const [finding] = checkCard(withBody({ type: 'TextBlock', text: 'Hei', colour: 'red' }), {
    inDialog: false,
    isKnown: () => true,
  });
  expect(finding?.row).toBe('T1');
  expect(finding?.problem).toContain('/body/0');
  expect(finding?.problem).toContain('colour');
});
