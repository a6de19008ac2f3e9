import { expect, test } from 'vitest';
import { groupByMonth, groupByUnit, type RowGroup } from '#plan/picture-groups.ts';
import { day, programme, row, undated } from './picture-rows.ts';

const named = (groups: RowGroup[]) =>
  groups.map(({ of, rows }) => [
    of.is === 'unit' ? of.name : of.is === 'month' ? of.month : of.is,
    rows.map(({ title }) => title).join(' '),
  ]);
const two = ['Solvik kommune', 'TK'];
const all = programme.units.map(({ name }) => name);

test('by unit, rows stand under their unit in the order of the programme, whatever spelling they use', () => {
  const rows = [
    row({ title: 'a', units: ['TK'] }),
    row({ title: 'b' }),
    row({ title: 'c', units: ['tindøy kommune'] }),
    row({ title: 'd', units: ['Ukjent enhet'] }),
  ];
  expect(named(groupByUnit(rows, programme))).toEqual([
    ['Solvik kommune', 'b'],
    ['Tindøy kommune', 'a c'],
    ['Ukjent enhet', 'd'],
  ]);
});

test('a row of two or three units stands under each; of more, once by itself; of nobody, after them', () => {
  const rows = [row({ title: 'a', units: two }), row({ title: 'b', units: all }), row({ title: 'c', units: [] })];
  expect(named(groupByUnit(rows, programme))).toEqual([
    ['Solvik kommune', 'a'],
    ['Tindøy kommune', 'a'],
    ['shared', 'b'],
    ['nobody', 'c'],
  ]);
});

test('asked for one unit, all its rows stand under it alone, whomever it shares them with', () => {
  const rows = [row({ title: 'a', units: two }), row({ title: 'b', units: all })];
  expect(named(groupByUnit(rows, programme, ['TK']))).toEqual([['Tindøy kommune', 'a b']]);
});

test('by month, rows stand under the month in which they begin, in order of time', () => {
  const rows = [
    row({ title: 'a', when: day('2027-01-03') }),
    row({ title: 'b', when: day('2026-10-20') }),
    row({ title: 'c', when: day('2026-10-01', '2027-03-01') }),
  ];
  expect(named(groupByMonth(rows))).toEqual([
    ['2026-10', 'c b'],
    ['2027-01', 'a'],
  ]);
});

test('what has no date stands last, once', () => {
  const rows = [row({ title: 'a', when: undated(), units: two }), row({ title: 'b' })];
  expect(named(groupByUnit(rows, programme)).at(-1)).toEqual(['undated', 'a']);
  expect(named(groupByMonth(rows)).at(-1)).toEqual(['undated', 'a']);
});
