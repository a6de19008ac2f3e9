import { describe, expect, test } from 'vitest';
import { findUnit } from '#people/find-unit.ts';
import { personId } from '#people/person.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { arePaired, newIn, type SpellingAnswers, withoutSpellings, withSpellings } from '#people/spellings.ts';

const programme = (...names: string[]): Programme => ({
  id: programmeId.parse('p1'),
  name: 'Ny journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [personId.parse('kari')],
  coordinators: [],
  units: names.map((name) => ({ id: unitId.parse(`u-${name}`), name, aliases: [], people: [] })),
});
const answers = (some: Partial<SpellingAnswers>): SpellingAnswers => ({ same: [], apart: [], lists: {}, ...some });
const told = (before: Programme, some: SpellingAnswers) =>
  withSpellings(before, some, (_, name) => unitId.parse(`new-${name}`));
const units = (of: Programme) => of.units.map(({ name, aliases }) => [name, ...aliases]);

describe('other spellings', () => {
  test('become aliases of the unit that they mean, by which it is found', () => {
    const next = told(programme('Nordvik kommune'), answers({ same: [{ name: 'NK', as: 'nordvik  KOMMUNE' }] }));
    expect(units(next)).toEqual([['Nordvik kommune', 'NK']]);
    expect(findUnit(next, 'nk')?.name).toBe('Nordvik kommune');
  });

  test('of a unit that is new make it', () => {
    expect(units(told(programme(), answers({ same: [{ name: 'NK', as: 'Nordvik kommune' }] })))).toEqual([
      ['Nordvik kommune', 'NK'],
    ]);
  });

  test.each([
    ['one leads to another', ['a', 'b'], ['b', 'c'], [['c', 'a', 'b']]],
    ['they lead in a ring', ['a', 'b'], ['b', 'a'], []],
  ])('mean what they mean in the end, where %s', (_, first, second, expected) => {
    const same = [first, second].map(([name = '', as = '']) => ({ name, as }));
    expect(units(told(programme(), answers({ same })))).toEqual(expected);
  });

  test('that are units already stay units, and telling twice is telling once', () => {
    const before = programme('Nordvik', 'Nordvik kommune');
    const some = answers({
      same: [{ name: 'Nordvik', as: 'Nordvik kommune' }],
      apart: [['A', 'B']],
      lists: { x: 'whole' },
    });
    const next = told(before, some);
    expect(units(next)).toEqual([['Nordvik'], ['Nordvik kommune']]);
    expect(told(next, some)).toBe(next);
  });
});

describe('taking answers back', () => {
  test('leaves what the programme knew before', () => {
    const known = told(
      programme('Nordvik kommune'),
      answers({ same: [{ name: 'NK', as: 'Nordvik kommune' }], apart: [['A', 'B']], lists: { x: 'whole' } }),
    );
    const more = answers({
      same: [
        { name: 'NK', as: 'Nordvik kommune' },
        { name: 'Nordvik komune', as: 'Nordvik kommune' },
      ],
      apart: [
        ['b', 'a'],
        ['C', 'D'],
      ],
      lists: { x: 'whole', y: 'split' },
    });
    const next = told(known, more);
    expect(next.spellings?.lists).toEqual({ x: 'whole', y: 'split' });
    expect(withoutSpellings(next, newIn(known, more))).toEqual(known);
  });
});

test('a pair is a pair in either order and spelling', () => {
  expect(arePaired([['Team 1', 'Team 2']], 'team  2', 'TEAM 1')).toBe(true);
  expect(arePaired([['Team 1', 'Team 2']], 'Team 1', 'Team 3')).toBe(false);
});
