import { type DateWords, dateWords } from './date-words.ts';
import { shapeOf } from './span-shape.ts';
import type { IsoDay, Language, When } from './when.ts';

/** Up to a month people count days, up to three months weeks, and after that months. */
const DAYS_UP_TO = 30;
const WEEKS_UP_TO_DAYS = 12 * 7;
const DAYS_IN_A_MONTH = 30.44;

/**
 * How far off a date is: "i dag", "i morgen", "om 7 dager", "2 dager på overtid"; a period counts to its first day and
 * is late from its last, with "denne uken", "neste måned", "om 3 uker" by the calendar and "pågår nå" while a range
 * lasts. What has simply been, such as a meeting, is not late (`past: 'ago'`): "i går", "for 4 dager siden". An approximate date is told as such ("om ca. 7 dager"). Empty for a date that is not set.
 */
export function writeDistance(
  when: When,
  today: IsoDay,
  language: Language,
  { past = 'overdue' }: { past?: 'overdue' | 'ago' } = {},
): string {
  if (when.start === null || when.end === null) return '';
  const words = dateWords[language];
  const about = when.precision === 'approximate' ? `${words.about} ` : '';
  const now = Temporal.PlainDate.from(today);
  const start = Temporal.PlainDate.from(when.start);

  const late = now.since(when.end).days;
  if (late === 1 && past === 'ago' && about === '') return relative(language).format(-1, 'day');
  if (late > 0) return words[past](about + daysInWords(late, words));

  const { is } = shapeOf({ start: when.start, end: when.end }, when.precision);
  if (is === 'week' || is === 'month' || is === 'quarter') return periodAhead(is, now, start, language);

  const days = now.until(start).days;
  if (about !== '') return days <= 0 ? words.aboutNow : words.ahead(about + daysInWords(days, words));
  if (days < 0 || (days === 0 && is !== 'day')) return words.underWay;
  return days <= 1 ? relative(language).format(days, 'day') : words.ahead(daysInWords(days, words));
}

function periodAhead(
  unit: 'week' | 'month' | 'quarter',
  now: Temporal.PlainDate,
  start: Temporal.PlainDate,
  language: Language,
): string {
  const words = dateWords[language];
  const monday = now.subtract({ days: now.dayOfWeek - 1 });
  const months = (start.year - now.year) * 12 + start.month - now.month;
  const away = {
    week: monday.until(start).days / 7,
    month: months,
    quarter: Math.ceil(months / 3),
  }[unit];
  if (away <= 1) return relative(language).format(Math.max(away, 0), unit);
  if (unit === 'week') {
    const far = away * 7 > WEEKS_UP_TO_DAYS;
    return words.ahead(far ? daysInWords(now.until(start).days, words) : amount(away, 'week', words));
  }
  return words.ahead(amount(months, 'month', words));
}

function daysInWords(days: number, words: DateWords): string {
  if (days <= DAYS_UP_TO) return amount(days, 'day', words);
  if (days <= WEEKS_UP_TO_DAYS) return amount(Math.round(days / 7), 'week', words);
  return amount(Math.round(days / DAYS_IN_A_MONTH), 'month', words);
}

const amount = (count: number, unit: 'day' | 'week' | 'month', words: DateWords): string =>
  `${count} ${words.units[unit][count === 1 ? 0 : 1]}`;

const relatives = new Map<Language, Intl.RelativeTimeFormat>();

/** "i dag", "neste uke", "denne måneden", which `Intl` knows in all four languages. */
function relative(language: Language): Intl.RelativeTimeFormat {
  const made = relatives.get(language) ?? new Intl.RelativeTimeFormat(dateWords[language].locale, { numeric: 'auto' });
  relatives.set(language, made);
  return made;
}
