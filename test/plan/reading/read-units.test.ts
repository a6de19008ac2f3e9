import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameName } from '#people/find-unit.ts';
import { alikeUnits, isInitialsOf } from '#plan/reading/alike-units.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { splitReferences } from '#plan/reading/split-references.ts';
import { splitUnits } from '#plan/reading/split-units.ts';
import { unitQuestions } from '#plan/reading/unit-questions.ts';
import { looksLikeUnit } from '#plan/reading/unit-words.ts';
import { answers } from '../expected-plan.ts';

const set = (names: readonly string[]) => {
  const all = new Set(names.map(sameName));
  return (name: string) => all.has(sameName(name));
};
const split = (
  text: string,
  {
    units = [],
    alone = [],
    decided = {},
  }: { units?: string[]; alone?: string[]; decided?: Record<string, 'split' | 'whole'> },
) => splitUnits(text, { isUnit: set(units), standsAlone: set(alone), decided: answers(decided) });

describe('the units of a cell', () => {
  test.each<[text: string, about: Parameters<typeof split>[1], units: string[]]>([
    ['A; B', {}, ['A', 'B']],
    ['A\nB\r\nC', {}, ['A', 'B', 'C']],
    ['A; A', {}, ['A']],
    ['', {}, []],
    [' ; ', {}, []],
    ['A, B og C', {}, ['A, B og C']],
    ['A, B og C', { alone: ['A', 'B', 'C'] }, ['A', 'B', 'C']],
    ['A, B og C', { alone: ['A', 'B'] }, ['A, B og C']],
    ['a, B OG c', { units: ['A', 'B', 'C'] }, ['a', 'B', 'c']],
    ['A/B', { alone: ['A', 'B'] }, ['A', 'B']],
    ['A & B', { alone: ['A', 'B'] }, ['A', 'B']],
    ['A och B', { alone: ['A', 'B'] }, ['A', 'B']],
    ['A, B, and C', { alone: ['A', 'B', 'C'] }, ['A', 'B', 'C']],
    ['A  ,  B   og\tC', { alone: ['A', 'B', 'C'] }, ['A', 'B', 'C']],
    ['A, , B', { alone: ['A', 'B'], decided: { 'A, , B': 'split' } }, ['A', 'B']],
    ['Møre og Romsdal', {}, ['Møre og Romsdal']],
    ['Møre og Romsdal', { units: ['Møre og Romsdal', 'Møre', 'Romsdal'] }, ['Møre og Romsdal']],
    ['Nordvik og Møre og Romsdal', { alone: ['Nordvik', 'Møre og Romsdal'] }, ['Nordvik', 'Møre og Romsdal']],
    ['helse og omsorg', { alone: ['helse'] }, ['helse og omsorg']],
    // Where there is a semicolon, it is what parts names.
    ['A, B; C', { alone: ['A', 'B', 'C'] }, ['A, B', 'C']],
    ['A, B;', { alone: ['A', 'B'] }, ['A, B']],
    ['A og B', { decided: { 'A og B': 'split' } }, ['A', 'B']],
    ['A og B', { alone: ['A', 'B'], decided: { 'a OG b': 'whole' } }, ['A og B']],
    ['A og B; C', { decided: { 'A og B': 'split' } }, ['A', 'B', 'C']],
  ])('%j of %j', (text, about, units) => expect(split(text, about)).toEqual(units));

  test('are taken from the programme and from the other cells of the file', () => {
    const rows = [
      ['Hva', 'Hvem'],
      ['Kurs', 'Nordvik og TK'],
      ['Prat', 'Nordvik'],
    ].map((cells, index) => ({ line: index + 1, cells }));
    const unitsOf = (known: { name: string; aliases: string[] }[]) =>
      readPlan(rows, { country: 'NO', units: { known } }).accepted[0]?.units;
    expect(unitsOf([])).toEqual(['Nordvik og TK']);
    expect(unitsOf([{ name: 'Tindøy kommune', aliases: ['TK'] }])).toEqual(['Nordvik', 'TK']);
  });

  test('are answered at once however a cell is put together, and nothing of it is lost', () => {
    const piece = fc.constantFrom('A', 'B', 'C', 'D', ' og ', ', ', '/', ' & ', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('').trim();
        const units = split(text, { alone: ['A', 'B', 'C'], units: ['A og B'] });
        const letters = (of: string) => of.replace(/[^A-D]/g, '');
        expect([...new Set(letters(units.join('')))].sort()).toEqual([...new Set(letters(text))].sort());
      }),
    );
  });
});

describe('two names that may be spellings of one', () => {
  test.each([
    ['Samarbeidsråd', 'Samarbeidsrådet'],
    ['Regional arbeidsgruppe', 'regional arbeidsgruppa'],
    ['lokale arbeidsgrupper', 'lokale arbeidsgruppene'],
    ['Inn-Fjorden', 'Innfjorden'],
    ['IKT Orkidé', 'IKT Orkide'],
    ['Nordvik', 'Nordvik kommune'],
    ['Norrvik', 'Norrvik kommun'],
    ['Innføringslaget', 'Inføringslaget'],
    ['Hovudprosjektet', 'Hovedprosjektet'],
    ['Vårdcentralen Björken', 'Vårdcentral Björken'],
    ['Sjukehuset', 'Sjukehueset'],
    ['Storvatn sykehus', 'Storvatn sjukehus'],
    ['Solvik sykehjem', 'Solvik sjukeheim'],
  ])('%s and %s', (one, other) => {
    expect(alikeUnits(one, other)).toBe(true);
    expect(alikeUnits(other, one)).toBe(true);
  });

  test.each([
    ['Nordvik', 'Sørvik'],
    ['Nordvik kommune', 'Sørfjord kommune'],
    ['Team 1', 'Team 2'],
    ['Region A', 'Region B'],
    ['Avdeling Nord', 'Avdeling Sør'],
    ['Haram', 'Hareid'],
    ['RHF', 'HF'],
    ['Nordvik', 'nordvik'],
  ])('but not %s and %s', (one, other) => expect(alikeUnits(one, other)).toBe(false));

  test.each([
    ['TK', 'Tindøy kommune', true],
    ['MR', 'Møre og Romsdal', true],
    ['MOR', 'Møre og Romsdal', true],
    ['TK', 'Sørfjord kommune', false],
    ['T', 'Tindøy', false],
    ['Tk', 'Tindøy kommune', false],
  ])('%s may be short for %s: %s', (short, name, is) => expect(isInitialsOf(short, name)).toBe(is));
});

describe('questions about units', () => {
  const ask = (names: readonly string[], known: { name: string; aliases: string[] }[] = [], decided = {}) =>
    unitQuestions(
      names.map((name, index) => ({ row: index + 2, units: name.split(' + ') })),
      known,
      answers(decided),
    );

  test('ask whether a name is several, with the rows that have it', () => {
    expect(ask(['Nordvik', 'Nordvik og Tindøy', 'Prat', 'nordvik og tindøy'])).toEqual([
      { kind: 'split', text: 'Nordvik og Tindøy', parts: ['Nordvik', 'Tindøy'], rows: [3, 5] },
    ]);
    expect(ask(['Kommuner/lokale arbeidsgrupper'])).toMatchObject([{ parts: ['Kommuner', 'lokale arbeidsgrupper'] }]);
    expect(ask(['Nordvik, Møre og Romsdal'])).toMatchObject([{ parts: ['Nordvik', 'Møre og Romsdal'] }]);
  });

  test.each([
    'helse og omsorg',
    'Møre og Romsdal',
    'Helse- og velferdsetaten',
    'Vård och omsorg',
    'Lokale og regional arbeidsgruppe',
    'Avdeling for plan, bygg og oppmåling',
    'Stab/støtte (alle)',
    'Nordvik kommune',
  ])('and do not ask about %s', (name) => expect(ask([name, 'Prat'])).toEqual([]));

  test('do not ask again about what has been answered, or what the programme knows', () => {
    expect(ask(['Nordvik og Tindøy'], [], { 'nordvik og TINDØY': 'whole' })).toEqual([]);
    expect(ask(['Nordvik og Tindøy'], [{ name: 'Nordvik og Tindøy', aliases: [] }])).toEqual([]);
    expect(ask(['TK'], [{ name: 'Tindøy kommune', aliases: ['TK'] }])).toEqual([]);
  });

  test('ask whether a spelling is the programme’s unit, or the one that more rows name', () => {
    expect(ask(['Samarbeidsråd', 'Samarbeidsrådet', 'Samarbeidsrådet'])).toEqual([
      { kind: 'same', name: 'Samarbeidsråd', as: 'Samarbeidsrådet', rows: [2] },
    ]);
    expect(ask(['Samarbeidsrådet', 'Samarbeidsrådet'], [{ name: 'Samarbeidsråd', aliases: [] }])).toEqual([
      { kind: 'same', name: 'Samarbeidsrådet', as: 'Samarbeidsråd', rows: [2, 3] },
    ]);
  });

  test('ask about initials only where one name fits', () => {
    expect(ask(['TK', 'Tindøy kommune'])).toMatchObject([{ name: 'TK', as: 'Tindøy kommune' }]);
    expect(ask(['TK', 'Tindøy kommune', 'Tana kommune'])).toEqual([]);
  });

  test('of a thousand units are there at once', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `Enhet ${n} i Fjordriket, del ${n % 7}`);
    expect(ask(names)).toEqual([]);
  });
});

describe('what a row says that it depends on', () => {
  const titles = set(['Kurs, del 1', 'Helse og omsorg klar', 'Prøve', 'Flyt godkjent']);
  test.each([
    ['K1', ['K1']],
    ['3', ['3']],
    ['1, 2 og 3', ['1', '2', '3']],
    ['A1;A2', ['A1', 'A2']],
    ['Nr 3', ['Nr 3']],
    ['nr. 3, K1', ['nr. 3', 'K1']],
    ['Kurs, del 1', ['Kurs, del 1']],
    ['Kurs, del 1; K2', ['Kurs, del 1', 'K2']],
    ['Helse og omsorg klar', ['Helse og omsorg klar']],
    ['Prøve og Flyt godkjent', ['Prøve', 'Flyt godkjent']],
    ['Prøve\nFlyt godkjent', ['Prøve', 'Flyt godkjent']],
    ['Alt er på plass og godkjent', ['Alt er på plass og godkjent']],
    ['–', []],
    ['', []],
  ])('%j', (text, expected) => expect(splitReferences(text, titles)).toEqual(expected));
});

test('a cell that is blank for pages is read as fast as it is long', () => {
  const blank = `A${' '.repeat(300_000)}B`;
  expect(split(blank, {})).toEqual([blank]);
  expect(splitReferences(blank, () => false)).toEqual([blank]);
});

test.each([
  ['Sørfjord kommune', true],
  ['regional arbeidsgruppe', true],
  ['Vårdcentralen Björken', true],
  ['Helse Fjord RHF', true],
  ['North Hospital', true],
  ['Avdeling 3 Nord', true],
  ['Kurs for superbrukere', false],
  ['Status til ledelsen', false],
  ['dag 2', false],
  ['Tilgjengelighet', false],
  ['frivillig', false],
  ['', false],
])('%j looks like a unit: %s', (text, is) => expect(looksLikeUnit(text)).toBe(is));
