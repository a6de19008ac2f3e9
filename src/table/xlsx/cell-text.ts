import type { NumberFormat } from './number-format.ts';

/** The names by which Klar's calendar knows the months. */
const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

/** The last day that spreadsheets know, 9999-12-31. */
const LAST_DAY = 2_958_465;
/** Days from 1900 to 1904, between the two ways of counting. */
const DAYS_TO_1904 = 1462;

/**
 * A number as its cell shows it. Dates become text that the calendar reads to just as much as is seen: `2018-09-01`,
 * `2018-09-01 kl. 09:00`, and `september 2018` where no day is shown. Decimals are written with a comma, as in Norwegian
 * and Swedish spreadsheets: 1.1 would be read as a day in January, and may have been meant for October.
 * @param from1904 How the workbook counts its days.
 */
export function numberText(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.is === 'moment') return momentText(value, format, from1904) ?? plainNumber(value);
  if (format.is === 'general') return plainNumber(value);
  const { before, after, whole, decimals, percent } = format;
  const rounded = Math.abs(Number((percent ? value * 100 : value).toFixed(Math.min(decimals, 15))));
  const [integer = '', fraction] = plainNumber(rounded).split(',');
  const digits = [integer.padStart(Math.min(whole, 20), '0'), ...(fraction === undefined ? [] : [fraction])].join(',');
  return `${value < 0 ? '-' : ''}${before}${digits}${after}`.trim();
}

/** A date that a cell holds as ISO text (type `d`), shown in the same way. */
export function isoDateText(iso: string, format: NumberFormat): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/u.exec(iso) ?? [];
  if (day === undefined) return iso;
  return format.is === 'moment' ? shown(day, time ?? '00:00', format) : shown(day, time ?? '00:00', withTime);
}

type Moment = Extract<NumberFormat, { is: 'moment' }>;

const withTime: Moment = { is: 'moment', year: true, month: true, day: true, time: true, elapsed: false, before: '' };

/** Undefined for what a spreadsheet does not show as a moment either, but as a row of signs. */
function momentText(value: number, format: Moment, from1904: boolean): string | undefined {
  // To the second, as spreadsheets round: 09:00 is not stored exactly.
  const seconds = Math.round(value * 86_400);
  const day = Math.floor(seconds / 86_400) + (from1904 ? DAYS_TO_1904 : 0);
  if (value < 0 || day > LAST_DAY) return undefined;
  const ofDay = seconds % 86_400;
  const hours = format.elapsed ? Math.floor(seconds / 3600) : Math.floor(ofDay / 3600);
  const time = `${pad(hours)}:${pad(Math.floor((ofDay % 3600) / 60))}`;
  if (format.elapsed) return `${format.before}${time}`;
  return shown(isoDay(day), time, format);
}

/** Day 60 of 1900 is a 29 February that never was; the days before it are counted one too high. */
function isoDay(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === 60) return '1900-02-29';
  const dayZero = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(dayZero + day * 86_400_000).toISOString().slice(0, 10);
}

function shown(day: string, time: string, format: Moment): string {
  const year = day.slice(0, 4);
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  // A month is said with its year also where only the month is shown: the cell knows it, and it is no less inexact.
  const date = format.day ? day : format.month ? `${month} ${year}` : format.year ? year : '';
  // Midnight is what a cell has when nobody gave it a time.
  const said = format.time && (date === '' || (format.day && time !== '00:00')) ? time : '';
  return `${format.before}${[date, said].filter((part) => part !== '').join(' kl. ')}`;
}

/** As a cell shows a number that has no format: at most 15 digits, without trailing zeros. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15))).replace('.', ',');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
