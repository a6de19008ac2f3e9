import { expect, test } from 'vitest';
import { readPlan } from '#plan/reading/read-plan.ts';

const read = (...rows: string[][]) => {
  const cells = [['Nr', 'Tid', 'Aktivitet', 'Kvalitetspunkt', 'Avhenger av'], ...rows];
  const table = cells.map((row, at) => ({ line: at + 1, cells: row }));
  return readPlan(table, { starts: '2018-08-01', country: 'NO' });
};

test('what rows of a file depend on is looked over: names of nothing, rings, and rows that begin too early', () => {
  const { warnings, accepted } = read(
    ['A1', '15/8/2018', 'Kartlegging', 'K1', ''],
    ['A2', '16/8/2018', 'Workshops', '', 'K1; A9'],
    ['A3', '13/8/2018', 'Rapport', '', 'A1, A2'],
    ['A4', '3/9/2018', 'Opplæring', '', 'A5'],
    ['A5', '4/9/2018', 'Prøve', '', 'Opplæring'],
    ['A6', '5/9/2018', 'Oppstart', '', 'A6'],
  );
  expect(accepted).toHaveLength(6);
  expect(warnings.filter(({ column }) => column === 'Avhenger av')).toEqual([
    { row: 3, column: 'Avhenger av', value: 'K1, A9', problem: { code: 'after-unknown', text: 'A9' } },
    {
      row: 4,
      column: 'Avhenger av',
      value: 'A1, A2',
      problem: { code: 'before-what-it-waits-for', of: 3, end: '2018-08-16' },
    },
    { row: 5, column: 'Avhenger av', value: 'A5', problem: { code: 'after-circle', rows: '5, 6', count: 2 } },
    { row: 6, column: 'Avhenger av', value: 'Opplæring', problem: { code: 'after-circle', rows: '5, 6', count: 2 } },
    { row: 7, column: 'Avhenger av', value: 'A6', problem: { code: 'after-circle', rows: '7', count: 1 } },
  ]);
});

test('a file that is in order is not remarked on', () => {
  const { warnings } = read(
    ['1', 'uke 34 2018', 'Kartlegging', 'K1', ''],
    ['2', 'uke 35 2018', 'Workshops', '', '1'],
    ['3', 'september 2018', 'Rapport', '', '1 og 2'],
  );
  expect(warnings).toEqual([]);
});
