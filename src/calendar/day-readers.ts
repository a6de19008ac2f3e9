import { DAY, MONTH, monthNumber } from './date-names.ts';
import { dayPart, inYear, monthPart, type Part } from './date-part.ts';

/** Reads the whole of a text that `readWhen` has cleaned (lower case, plain hyphens), or says nothing. */
export type Reader = (text: string) => Part | undefined;

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');
const YEAR = '(?:19|20|21)\\d\\d';

/** Two digits are of this century: "15.07.18". */
export const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

// 2026-04-01, 2026.4.1, 20260401.
const yearFirst = whole(`(${YEAR})(?:[-./](\\d{1,2})[-./](\\d{1,2})|(\\d\\d)(\\d\\d))`);
const isoDate: Reader = (text) => {
  const [, year, month, day, month8, day8] = yearFirst.exec(text) ?? [];
  return year === undefined ? undefined : inYear(dayPart(Number(day ?? day8), Number(month ?? month8)), Number(year));
};

// 15/7, 15.7., 15.07.18, 1. 9. 2018, 15/9-18, 15/9 2018. The day is first, in English too: these are European plans.
const dayFirst = whole(
  `(\\d{1,2})\\s?[./]\\s?(\\d{1,2})\\.?(?:\\s?[./]\\s?(${YEAR}|\\d\\d)|\\s?-(\\d\\d)|[\\s-]+(${YEAR}))?`,
);
// With hyphens only a year tells a date from a range: 15-09-2018 is a day, 15-17 are days.
const hyphened = whole(`(\\d{1,2})-(\\d{1,2})-(${YEAR}|\\d\\d)`);
const numericDay: Reader = (text) => {
  const [, day, month, ...years] = dayFirst.exec(text) ?? hyphened.exec(text) ?? [];
  const year = years.find((digits) => digits !== undefined);
  const part = day === undefined ? undefined : dayPart(Number(day), Number(month));
  return part && inYear(part, year === undefined ? undefined : fullYear(year));
};

// 15. mars, 3 apr, 15th of September, den 15:e mars; March 15.
const dayThenMonth = whole(`${DAY}[\\s./-]*(?:of\\s+)?(${MONTH})\\.?`);
// Only in English does the day come last: "mai 26" is as likely the month of a year, and is not guessed at.
const monthThenDay = whole(`(${MONTH})\\.?\\s+(?:the\\s+)?${DAY}`);
const notEnglish = /^(?:januar|januari|februar|februari|mars|mai|maj|juni|juli|augusti|okt|oktober|des|desember)$/u;
const namedDay: Reader = (text) => {
  const [, day, month] = dayThenMonth.exec(text) ?? [];
  if (day !== undefined && month !== undefined) return dayPart(Number(day), monthNumber(month) ?? 0);
  const [, name, number] = monthThenDay.exec(text) ?? [];
  return name === undefined || notEnglish.test(name) ? undefined : dayPart(Number(number), monthNumber(name) ?? 0);
};

// 09.2018, 9/2018, 2018-09.
const numericMonthPattern = whole(`(\\d{1,2})[./](${YEAR})|(${YEAR})-(\\d\\d)`);
const numericMonth: Reader = (text) => {
  const [, month, year, isoYear, isoMonth] = numericMonthPattern.exec(text) ?? [];
  const digits = month ?? isoMonth;
  return digits === undefined ? undefined : inYear(monthPart(Number(digits)), Number(year ?? isoYear));
};

/** Readers of days (and of months in figures), the surest first. */
export const dayReaders: readonly Reader[] = [isoDate, numericDay, namedDay, numericMonth];
