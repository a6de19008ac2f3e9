import { expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Unit, unitId } from '#people/programme.ts';
import { spokenFor } from '#plan/speaks-for.ts';

const unit = (name: string, ...people: string[]): Unit => ({
  id: unitId.parse(name.toLowerCase()),
  name,
  aliases: [`${name} kommune`],
  people: people.map((one) => ({ person: personId.parse(one), role: 'contact' as const })),
});
const units = [unit('Nordvik', 'ola', 'siv'), unit('Fjordby', 'siv', 'pat'), unit('Sund', 'nils')];
const row = { units: ['Nordvik kommune', 'Fjordby', 'Ukjent'] };

test.each([
  ['one’s own unit', 'ola', ['nordvik'], ['nordvik']],
  ['one’s own unit, on a card for another', 'ola', ['fjordby'], ['nordvik']],
  ['that of several own units which the card is for', 'siv', ['fjordby'], ['fjordby']],
  ['all own units, on a card for the programme', 'siv', [], ['nordvik', 'fjordby']],
  ['the card’s units, by who leads and is in none', 'kari', ['fjordby'], ['fjordby']],
  ['all of them, by who leads on a card for none', 'kari', [], ['nordvik', 'fjordby']],
  ['never a unit that the row does not name', 'nils', ['sund'], ['nordvik', 'fjordby']],
])('on a reminder one speaks for %s', (_what, who, onCard, expected) => {
  expect(spokenFor({ units }, row, personId.parse(who), onCard).map(({ id }) => id)).toEqual(expected);
});

test('of a row without units the programme’s own place is spoken for', () => {
  expect(spokenFor({ units }, { units: [] }, personId.parse('ola'), ['nordvik'])).toEqual([]);
});
