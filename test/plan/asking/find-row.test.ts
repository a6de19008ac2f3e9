import { expect, test } from 'vitest';
import { findRows, lookFor, nearestRows } from '#plan/asking/find-row.ts';
import { aRow } from '../a-row.ts';

const plan = [
  aRow(2, { title: 'Brukerundersøkelse', key: 'A-1' }),
  aRow(3, { title: 'Visualisering av dagens prosess', gate: 'K3' }),
  aRow(4, { title: 'Visualisering deles', gate: 'K3', kind: 'gate' }),
  aRow(5, { title: 'Workshops i enhetene', key: '7' }),
  aRow(7, { title: 'Workshops' }),
  aRow(8, { title: 'Møte' }),
  aRow(9, { title: 'møte' }),
  aRow(10, { title: 'K1', gate: 'K9' }),
  aRow(11, { title: 'Prøve av journalen', gate: 'K1', kind: 'gate' }),
];
const found = (text: string) => findRows(plan, text).map(({ row }) => row);

test.each([
  ['rad 7', [7]],
  ['Row 7', [7]],
  ['7', [5, 7]],
  ['#7', [5, 7]],
  ['nr. 8', [8]],
  ['a-1', [2]],
  ['rad 99', []],
  ['workshops', [7]],
  ['  WORKSHOPS   i enhetene ', [5]],
  ['møte', [8, 9]],
  ['K3', [4]],
  ['k3 · visualisering deles', [4]],
  ['K1', [10]],
  ['K9', [10]],
  ['visualisering', [3, 4]],
  ['visualisering av', [3]],
  ['deles visualisering', [4]],
  ['prosess dagens', [3]],
  ['journal', [11]],
  ['', []],
  ['   ', []],
  ['Noe helt annet', []],
])('"%s" names rows %j', (text, rows) => {
  expect(found(text)).toEqual(rows);
});

test('a misspelt title is found, and said not to be named', () => {
  expect(lookFor(plan, 'Brukerundersøgelse')).toMatchObject({ named: false, rows: [{ row: 2 }] });
  expect(lookFor(plan, 'Wokshops')).toMatchObject({ named: false, rows: [{ row: 7 }] });
  expect(lookFor(plan, 'Workshops')).toMatchObject({ named: true });
});

test('of what nothing is called, the nearest are given, five at most', () => {
  expect(nearestRows(plan, 'Workshop om brukere')[0]).toMatchObject({ row: 7 });
  const many = Array.from({ length: 30 }, (_, at) => aRow(at + 2, { title: `Kurs ${at}` }));
  expect(nearestRows(many, 'Kursene')).toHaveLength(5);
  expect(nearestRows(plan, 'zzz')).toEqual([]);
  const two = [
    { ...many[0], title: 'Beslutning om oppstart' },
    { ...many[0], title: 'Opplæring av superbrukere' },
  ];
  expect(nearestRows(two as typeof many, 'utbildning')).toEqual([]);
  expect(nearestRows(two as typeof many, 'oplæring')).toMatchObject([{ title: 'Opplæring av superbrukere' }]);
});
