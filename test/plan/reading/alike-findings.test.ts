import { expect, test } from 'vitest';
import { alikeFindings, rowsNamed } from '#plan/reading/alike-findings.ts';

test.each<[number[], string]>([
  [[14], '14'],
  [[5, 6], '5–6'],
  [[2, 3, 4], '2–4'],
  [[2, 3, 4, 9, 11, 12], '2–4, 9, 11–12'],
  [[7, 7], '7'],
  [[1, 3, 5, 7, 9, 11], '1, 3, 5, 7, 9 …'],
])('rows %j are named %s', (rows, named) => {
  expect(rowsNamed(rows)).toBe(named);
});

test('the same about the same column is said once, of all its rows, where it comes first', () => {
  const finding = (row: number, column: string | null, sentence: string) => ({ row, column, sentence });
  expect(
    alikeFindings([
      finding(2, 'Tid', 'Raden har ingen dato.'),
      finding(2, 'Type', 'Ukjent.'),
      finding(3, 'Tid', 'Raden har ingen dato.'),
      finding(4, null, 'Ukjent.'),
    ]),
  ).toEqual([
    { rows: [2, 3], column: 'Tid', sentence: 'Raden har ingen dato.' },
    { rows: [2], column: 'Type', sentence: 'Ukjent.' },
    { rows: [4], column: null, sentence: 'Ukjent.' },
  ]);
});
