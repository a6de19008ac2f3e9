import type { IsoDay, Language } from '#calendar/when.ts';
import type { Gantt } from './gantt.ts';

/** A day as a number that can be reckoned with: days since 1970-01-01. */
export const dayNumber = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The days that a time line shows: `from` inclusive, `until` exclusive, as day numbers. */
export interface TimeSpan {
  from: number;
  until: number;
}

/** A stretch of the time line between two lines, with its name in full and shorter. */
export interface Tick extends TimeSpan {
  /** The longest first; none where there is no name. */
  names: readonly string[];
}

/** The two rows of names above the rows: the larger stretches (years, months) over the smaller (months, weeks). */
export interface TimeAxis {
  large: Tick[];
  small: Tick[];
  /** What the numbers of the smaller stretches count ("uke"), to be said once where there is room for numbers alone. */
  counted?: string;
}

/** Up to so many days the time line counts days, weeks, months, quarters; beyond it years. */
const daysUpTo = 24;
const weeksUpTo = 125;
const monthsUpTo = 580;
const quartersUpTo = 366 * 5;

/**
 * The time line for some days: so long that they lie well within it, in whole weeks where it is short and in whole months
 * where it is long.
 */
export function spanAround(days: readonly { start: IsoDay; end: IsoDay }[]): TimeSpan {
  const first = Math.min(...days.map(({ start }) => dayNumber(start)));
  const last = Math.max(...days.map(({ end }) => dayNumber(end)));
  const length = last - first + 1;
  const unit =
    length <= weeksUpTo ? ('week' as const) : length <= quartersUpTo ? ('month' as const) : ('year' as const);
  // Four weeks at the least: on a line of one day a bar says nothing.
  const wanted = Math.max(0, 28 - length) / 2;
  return {
    from: dayNumber(floor(dateOf(Math.floor(first - wanted)), unit).toString()),
    until: dayNumber(next(floor(dateOf(Math.ceil(last + wanted)), unit), unit).toString()),
  };
}

/** Names and lines of a time line, in the reader's language. */
export function timeAxis(span: TimeSpan, language: Language, words: Gantt['words']): TimeAxis {
  const length = span.until - span.from;
  const tag = language === 'en' ? 'en-GB' : language;
  const name = (date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions) => date.toLocaleString(tag, options);
  const month = (date: Temporal.PlainDate) => [
    name(date, { month: 'long', year: 'numeric' }),
    `${name(date, { month: 'short' }).replace(/\.$/u, '')} ${date.year}`,
    name(date, { month: 'short' }).replace(/\.$/u, ''),
  ];
  if (length <= daysUpTo + 7) {
    return { large: ticks(span, 'month', month), small: ticks(span, 'day', (date) => [String(date.day)]) };
  }
  if (length <= weeksUpTo + 14) {
    const week = (date: Temporal.PlainDate) => [`${words.week} ${date.weekOfYear}`, String(date.weekOfYear)];
    return { large: ticks(span, 'month', month), small: ticks(span, 'week', week), counted: words.week };
  }
  const year = (date: Temporal.PlainDate) => [String(date.year), `’${String(date.year).slice(2)}`];
  if (length <= monthsUpTo) {
    const short = (date: Temporal.PlainDate) => {
      const written = name(date, { month: 'short' }).replace(/\.$/u, '');
      return [written, written.slice(0, 3), written.slice(0, 1)];
    };
    return { large: ticks(span, 'year', year), small: ticks(span, 'month', short) };
  }
  if (length <= quartersUpTo + 62) {
    const quarter = (date: Temporal.PlainDate) => {
      const which = Math.floor((date.month - 1) / 3) as 0 | 1 | 2 | 3;
      return [words.quarters[which], String(which + 1)];
    };
    return { large: ticks(span, 'year', year), small: ticks(span, 'quarter', quarter) };
  }
  return { large: [], small: ticks(span, 'year', year) };
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

function ticks(span: TimeSpan, unit: Unit, names: (date: Temporal.PlainDate) => string[]): Tick[] {
  const found: Tick[] = [];
  for (let date = floor(dateOf(span.from), unit); dayNumber(date.toString()) < span.until; date = next(date, unit)) {
    const from = Math.max(dayNumber(date.toString()), span.from);
    const until = Math.min(dayNumber(next(date, unit).toString()), span.until);
    found.push({ from, until, names: names(date) });
  }
  return found;
}

const dateOf = (day: number): Temporal.PlainDate => Temporal.PlainDate.from('1970-01-01').add({ days: day });

function floor(date: Temporal.PlainDate, unit: Unit): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 });
    case 'month':
      return date.with({ day: 1 });
    case 'quarter':
      return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) });
    case 'year':
      return date.with({ day: 1, month: 1 });
  }
}

const steps: Readonly<Record<Unit, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};
const next = (date: Temporal.PlainDate, unit: Unit): Temporal.PlainDate => date.add(steps[unit]);
