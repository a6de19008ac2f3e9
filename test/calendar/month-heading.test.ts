import { expect, test } from 'vitest';
import { readMonthHeading } from '#calendar/month-heading.ts';

test.each([
  ['September', { month: 9 }],
  [' SEPT. ', { month: 9 }],
  ['Måned: mai', { month: 5 }],
  ['Juli', { month: 7 }],
  ['Jul', { month: 7 }],
  ['oktober 2018', { month: 10, year: 2018 }],
  ['Oktober, 2018:', { month: 10, year: 2018 }],
  ['2018 mars', { month: 3, year: 2018 }],
  ['Januari -19', { month: 1, year: 2019 }],
  ["Dec '18", { month: 12, year: 2018 }],
  ['May', { month: 5 }],
  ['Desember (forts.)', { month: 12 }],
])('%j heads a month', (text, month) => expect(readMonthHeading(text)).toEqual(month));

test.each(['', '9', '15. mars', 'mars–april', 'Q3', 'Aktivitet', 'Marsmøte', 'Oktober møte', 'uke 42', 'oktober 18'])(
  '%j does not',
  (text) => expect(readMonthHeading(text)).toBeUndefined(),
);

test('the months that Intl names are known in all four languages, long and short', () => {
  for (const locale of ['nb', 'nn', 'sv', 'en-GB']) {
    for (const length of ['long', 'short'] as const) {
      const names = new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        expect(readMonthHeading(names.format(Date.UTC(2026, month - 1, 15)))).toEqual({ month });
      }
    }
  }
});
