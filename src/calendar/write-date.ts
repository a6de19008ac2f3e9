export { writeDistance } from './write-distance.ts';

import { dateWords, formatter } from './date-words.ts';
import { shapeOf } from './span-shape.ts';
import type { IsoDay, Language, When } from './when.ts';

/** A day that is further off than this is written without its weekday. */
const WEEKDAY_WITHIN_DAYS = 14;

/**
 * A date as people say it (CARDS rule 6), in lower case for the middle of a sentence: "tirsdag 9. oktober",
 * "uke 42 (15.–21. oktober)", "i løpet av mars, antatt", "15.–17. september", "3. kvartal 2026", "dato ikke satt".
 *
 * With `today` the year is left out where it is today's, and the weekday where the day is more than two weeks off;
 * without it both are written. `readWhen` understands everything that this writes.
 */
export function writeWhen(when: When, language: Language, { today }: { today?: IsoDay } = {}): string {
  const words = dateWords[language];
  if (when.start === null || when.end === null) return words.unknown;
  const written = writeSpan({ start: when.start, end: when.end }, when.precision, language, today);
  // "Midt i mai" says already that it is not exact.
  const vague = shapeOf({ start: when.start, end: when.end }, when.precision).is === 'third';
  return when.precision === 'approximate' && !vague ? `${written}, ${words.assumed}` : written;
}

function writeSpan(
  { start, end }: { start: IsoDay; end: IsoDay },
  precision: When['precision'],
  language: Language,
  today: IsoDay | undefined,
): string {
  const words = dateWords[language];
  const years = [start, end].map((day) => day.slice(0, 4));
  const year = years.every((of) => of === today?.slice(0, 4)) ? {} : ({ year: 'numeric' } as const);
  const yearAfter = 'year' in year ? ` ${years[0]}` : '';
  const month = () => formatter(language, { month: 'long', ...year }).format(Temporal.PlainDate.from(start));
  const dates = () => stretch(start, end, language, { day: 'numeric', month: 'long', ...year });

  const shape = shapeOf({ start, end }, precision);
  switch (shape.is) {
    case 'day':
      return writeDay(start, language, { ...year, weekday: isNear(start, today) });
    case 'week':
      return `${words.week} ${shape.week} (${dates()})`;
    case 'weeks':
      return `${words.weeks} ${shape.first}–${shape.last} (${dates()})`;
    case 'third':
      return `${words.thirds[shape.third]} ${month()}`.replace('- ', '-');
    case 'month':
      return words.during(month());
    case 'quarter':
      return `${words.quarter(shape.quarter)}${yearAfter}`;
    case 'months':
      return stretch(start, end, language, { month: 'long', ...year });
    case 'year':
      return words.during(start.slice(0, 4));
    case 'days':
      return dates();
  }
}

/**
 * An instant as people in a zone say it: "tirsdag 9. oktober kl. 09.00", "Tuesday 9 October at 09:00". `instant` is ISO
 * text with an offset or `Z`. The year is written where `today` is given and is in another one.
 * @param how.weekday False where room is short: "9. oktober kl. 09.00".
 */
export function writeInstant(
  instant: string,
  zone: string,
  language: Language,
  { today, weekday = true }: { today?: IsoDay; weekday?: boolean } = {},
): string {
  const { at, clockSign } = dateWords[language];
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const year = today === undefined || Number(today.slice(0, 4)) === local.year ? {} : ({ year: 'numeric' } as const);
  const day = writeDay(local.toPlainDate().toString(), language, { ...year, weekday });
  return `${day} ${at} ${local.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', clockSign)}`;
}

/** Days as they were written last: `Intl` is slow at it, and the cards of a morning name the same few. */
const written = new Map<string, string>();
const mostWritten = 2000;

function writeDay(day: IsoDay, language: Language, how: { weekday: boolean; year?: 'numeric' }): string {
  const key = `${day} ${language} ${how.weekday} ${how.year}`;
  let text = written.get(key);
  if (text === undefined) {
    if (written.size >= mostWritten) written.clear();
    text = writeDayAnew(day, language, how);
    written.set(key, text);
  }
  return text;
}

function writeDayAnew(
  day: IsoDay,
  language: Language,
  { weekday, year }: { weekday: boolean; year?: 'numeric' },
): string {
  const date = Temporal.PlainDate.from(day);
  const plain = formatter(language, { day: 'numeric', month: 'long', ...(year && { year }) }).format(date);
  // Put together here because British English by Intl has a comma after the weekday, but only beside a year.
  return weekday ? `${formatter(language, { weekday: 'long' }).format(date)} ${plain}` : plain;
}

function stretch(start: IsoDay, end: IsoDay, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatter(language, options)
    .formatRange(Temporal.PlainDate.from(start), Temporal.PlainDate.from(end))
    .replace(/\s/gu, ' ') // Intl puts thin spaces around an English dash.
    .replace(/^([\p{L}\d]+) – (\d+ |\p{L}+)/u, '$1–$2');
}

function isNear(day: IsoDay, today: IsoDay | undefined): boolean {
  if (today === undefined) return true;
  return Math.abs(Temporal.PlainDate.from(today).until(day).days) <= WEEKDAY_WITHIN_DAYS;
}
