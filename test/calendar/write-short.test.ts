import { expect, test } from 'vitest';
import type { Precision } from '#calendar/when.ts';
import { writeShort } from '#calendar/write-short.ts';

const when = (start: string, end: string, precision: Precision) => ({ start, end, precision, text: '' });

test.each([
  [when('2026-10-15', '2026-10-15', 'day'), '15. okt.', '15 okt.', '15 Oct'],
  [when('2026-10-12', '2026-10-18', 'week'), 'uke 42', 'vecka 42', 'week 42'],
  [when('2026-10-12', '2026-10-25', 'week'), 'uke 42–43', 'vecka 42–43', 'weeks 42–43'],
  [when('2026-05-11', '2026-05-20', 'approximate'), 'midt i mai', 'i mitten av maj', 'in mid-May'],
  [when('2026-10-01', '2026-10-31', 'month'), 'oktober', 'oktober', 'October'],
  [when('2026-10-01', '2026-10-31', 'approximate'), 'oktober, antatt', 'oktober, preliminärt', 'October, tentative'],
  [when('2026-07-01', '2026-09-30', 'quarter'), '3. kvartal', 'kvartal 3', 'Q3'],
  [when('2026-09-15', '2026-09-17', 'range'), '15.–17. sep.', '15–17 sep.', '15–17 Sept'],
  [when('2026-01-01', '2026-12-31', 'approximate'), '2026, antatt', '2026, preliminärt', '2026, tentative'],
])('beside a time line %o is written %s', (date, nb, sv, en) => {
  expect([writeShort(date, 'nb'), writeShort(date, 'sv'), writeShort(date, 'en')]).toEqual([nb, sv, en]);
});

test('what has no date is written as nothing', () => {
  expect(writeShort({ start: null, end: null, precision: 'unknown', text: 'avklares' }, 'nb')).toBe('');
});
