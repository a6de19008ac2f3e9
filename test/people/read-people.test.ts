import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPeople, readRole } from '#people/read-people.ts';
import { readTable } from '#table/read-table.ts';

const rowsOf = (file: string) => {
  const table = readTable(readFileSync(new URL(`../fixtures/${file}.csv`, import.meta.url)));
  if (!table.ok) throw new Error(`${file} cannot be read`);
  return table.rows;
};
const rows = (...lines: string[]) => lines.map((line, i) => ({ line: i + 1, cells: line.split(';') }));

describe('a list of people', () => {
  test('is read with unit, name, e-mail and role, and the row that a spreadsheet shows', () => {
    expect(readPeople(rowsOf('people-innforing'))).toEqual({
      accepted: [
        { row: 2, unit: 'Solvik kommune', name: 'Kari Myrvang', email: 'kari.myrvang@example.org', role: 'contact' },
        { row: 3, unit: 'Solvik kommune', name: 'Per Holme', email: 'per.holme@example.org', role: 'deputy' },
        {
          row: 4,
          unit: 'Solvik kommune',
          name: 'Una Berge',
          email: 'una.berge@example.org',
          role: 'member',
          roleLeftOut: true,
        },
        { row: 5, unit: 'Østvik legevakt', name: 'Ola Rønning', email: 'ola.ronning@example.org', role: 'contact' },
        { row: 7, unit: 'Østvik legevakt', name: 'Per Holme', email: 'per.holme@example.org', role: 'member' },
      ],
      refused: [],
    });
  });

  test('may have Swedish headings in any order', () => {
    expect(readPeople(rowsOf('people-lista'))?.accepted.map((p) => [p.unit, p.name, p.role])).toEqual([
      ['Björknäs kommun', 'Åsa Öberg', 'contact'],
      ['Björknäs kommun', 'Nils Ek', 'deputy'],
      ['Lövsta kommun', 'Siv Ask', 'deputy'],
    ]);
  });

  test('is refused row by row, with column, value and what is wrong', () => {
    const read = readPeople(rowsOf('people-feil'));
    expect(read?.accepted.map((p) => p.name)).toEqual(['Liv Vik']);
    expect(read?.refused).toEqual([
      { row: 3, column: 'Enhet', value: '', problem: 'no-unit' },
      { row: 4, column: 'Navn', value: '', problem: 'no-name' },
      { row: 5, column: 'E-post', value: '', problem: 'no-email' },
      { row: 6, column: 'E-post', value: 'ola.ronning(a)example.org', problem: 'not-an-email' },
      { row: 7, column: 'Rolle', value: 'sjef for alt', problem: 'not-a-role' },
      { row: 9, column: 'E-post', value: 'LIV.VIK@example.org', problem: 'repeated' },
    ]);
  });

  test('without a column for units refuses its rows without naming a column that is not there', () => {
    expect(readPeople(rows('Navn;E-post', 'Kari;kari@example.org'))?.refused).toEqual([
      { row: 2, column: '', value: '', problem: 'no-unit' },
    ]);
  });

  test.each([
    ['a plan', rows('Tid;Aktivitet;Ansvarlig', 'uke 42;Kurs;Solvik')],
    ['names alone', rows('Enhet;Navn', 'Solvik;Kari')],
    ['nothing', []],
    [
      'a heading that comes too late',
      [...rows(...Array(12).fill('x;y;z')), { line: 13, cells: ['Enhet', 'Navn', 'E-post'] }],
    ],
  ])('is not seen in %s', (_what, given) => {
    expect(readPeople(given)).toBeUndefined();
  });
});

test.each([
  ['Kontakt', 'contact'],
  ['KONTAKTPERSON', 'contact'],
  ['stedfortreder', 'deputy'],
  ['Ersättare', 'deputy'],
  ['deputy', 'deputy'],
  ['medlem', 'member'],
  ['', 'member'],
  ['sjef', undefined],
])('the role %j is %j', (word, role) => {
  expect(readRole(word)).toBe(role);
});
