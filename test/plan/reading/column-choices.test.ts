import { expect, test } from 'vitest';
import { columnChoices } from '#plan/reading/column-choices.ts';

const table = (...rows: string[]) => rows.map((row, index) => ({ line: index + 1, cells: row.split(';') }));
const choices = (rows: readonly string[], answers = {}) =>
  columnChoices(table(...rows), answers, () => false).map(({ role, columns, chosen }) => [
    role,
    chosen,
    ...columns.map(({ heading, letter, examples }) => [heading || letter, ...examples].join(' ')),
  ]);

test('every column with anything in it may be any of the three, and the one that is read is chosen', () => {
  const columns = ['Tid 15/9 uke 42', 'Aktivitet Møte Kurs', 'Enhet Nordvik'];
  expect(choices(['Tid;Aktivitet;Tom;Enhet', '15/9;Møte;;Nordvik', 'uke 42;Kurs;;Nordvik'])).toEqual([
    ['title', 1, ...columns],
    ['when', 0, ...columns],
    ['units', 3, ...columns],
  ]);
});

test('an answer is what is chosen, also that there is none', () => {
  const rows = ['Tid;Aktivitet;Merknad', '15/9;Møte;Kurs', 'uke 42;Kurs;Mer'];
  expect(choices(rows, { title: 2, when: -1 }).map(([role, chosen]) => [role, chosen])).toEqual([
    ['title', 2],
    ['when', -1],
    ['units', -1],
  ]);
});

test('dates that stand in several columns are not asked about', () => {
  const rows = ['Start;Slutt;Aktivitet', '15/9;16/9;Møte', '1/10;2/10;Kurs'];
  expect(choices(rows).map(([role]) => role)).toEqual(['title', 'units']);
});
