import { expect, test } from 'vitest';
import { readText } from '#teams/read-text.ts';

const klar = { type: 'mention', mentioned: { id: '28:klar', name: 'Klar' }, text: '<at>Klar</at>' };
const ola = { type: 'mention', mentioned: { id: '29:ola', name: 'Ola Lie' }, text: '<at>Ola Lie</at>' };
const read = (text: string | undefined, ...entities: { type: string }[]) =>
  readText({ text, entities, recipient: { id: '28:klar', name: 'Klar' } });

test.each<[string, string | undefined, { type: string }[], string]>([
  ['a mention at the beginning', '<at>Klar</at>\u00a0hjelp', [klar], 'hjelp'],
  ['an entity in place of the space', '<at>Klar</at>&nbsp;hjelp', [klar], 'hjelp'],
  ['mentions of Klar everywhere', '<at>Klar</at> hjelp <at>Klar</at>', [klar, klar], 'hjelp'],
  ['no text at all', undefined, [], ''],
  ['line breaks of any kind', 'avstemning "A"\r\n"B"<br/>"C"', [], 'avstemning "A"\n"B"\n"C"'],
  ['tags of a client', '<p>hjelp <b>nå</b></p>', [], 'hjelp nå'],
  ['angle brackets that are no tag', 'enhet <navn> 3 < 4', [], 'enhet <navn> 3 < 4'],
  ['entities', 'A &amp; B &lt;3', [], 'A & B <3'],
  ['a mention without its entity', '<at>Klar</at> hjelp', [], 'Klar hjelp'],
  ['a blank typed as a mention', 'kontakt @{0}', [], 'kontakt @ {0}'],
])('%s', (_what, text, entities, expected) => {
  expect(read(text, ...entities)).toEqual({ text: expected, others: [] });
});

test('someone else who is mentioned stands as an index', () => {
  expect(read('<at>Klar</at> enhet "Nord" kontakt <at>Ola Lie</at>', klar, ola)).toEqual({
    text: 'enhet "Nord" kontakt @{0}',
    others: [{ id: '29:ola', name: 'Ola Lie' }],
  });
});

test('another bot that is mentioned is only a name', () => {
  const bot = { type: 'mention', mentioned: { id: '28:other', name: 'Bot' }, text: '<at>Bot</at>' };
  expect(read('kontakt <at>Bot</at>', bot)).toEqual({ text: 'kontakt Bot', others: [] });
});
