import { shapeOf } from '#calendar/span-shape.ts';
import type { Country, IsoDay, Language } from '#calendar/when.ts';
import { firstWorkingDayIn, isWorkingDay } from '#calendar/working-day.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { type Dated, dayAfter, lengthOf } from './follow.ts';

/** Further than this nothing is pushed: a plan that waits for ever is a mistake, days. */
const farthestDays = 36_600;

/**
 * The nearest later date of the same kind on which a row fits: an exact day on a working day, a stretch of days of as
 * many days and no fewer working days from a working day on, a week in whole weeks, a month in whole months, and so on.
 * The precision stays, and the text is written anew so that it reads back as the same days.
 * @param earliest The first day on which it may begin if it begins on a day.
 * @param fits Whether a date is late enough, for what happens within a period.
 * @param language In which the text is written.
 */
export function laterWhen(
  when: Dated,
  { earliest, fits, country, language }: Later & { earliest: IsoDay; fits: (when: Dated) => boolean },
): Dated {
  const shape = shapeOf(when, when.precision);
  if (shape.is === 'day' || shape.is === 'days') {
    const days = daysFrom(when, earliest > when.start ? earliest : when.start, country);
    return written({ ...when, ...days }, language);
  }
  const step = stepOf(when);
  const last = dayAfter(when.start, farthestDays);
  let next = { ...when, ...step(1) };
  for (let count = 2; !fits(next) && next.start < last; count += 1) next = { ...when, ...step(count) };
  return written(next, language);
}

interface Later {
  country: Country;
  language: Language;
}

/** The date with a text that says it in full and reads back as the same days. */
export const written = (when: Dated, language: Language): Dated => ({ ...when, text: writeWhen(when, language) });

interface Days {
  start: IsoDay;
  end: IsoDay;
}

function daysFrom(when: Days, earliest: IsoDay, country: Country): Days {
  const length = lengthOf(when);
  const working = workingDays(when, country);
  // Somebody chose a weekend: it stays one.
  if (working === 0 && length > 1) {
    const weeks = Math.max(0, Math.ceil((lengthOf({ start: when.start, end: earliest }) - 1) / 7));
    return { start: dayAfter(when.start, weeks * 7), end: dayAfter(when.end, weeks * 7) };
  }
  const start = firstWorkingDayIn(earliest, dayAfter(earliest, 31), country) ?? earliest;
  let end = dayAfter(start, length - 1);
  for (let has = workingDays({ start, end }, country); has < working; has += 1) {
    end = dayAfter(end);
    while (!isWorkingDay(end, country)) end = dayAfter(end);
  }
  return { start, end };
}

function workingDays({ start, end }: Days, country: Country): number {
  let count = 0;
  for (let day = start; day <= end; day = dayAfter(day)) if (isWorkingDay(day, country)) count += 1;
  return count;
}

/** How a period moves: to the next one of its kind, and the one after that. */
function stepOf(when: Dated): (count: number) => Days {
  const first = Temporal.PlainDate.from(when.start);
  const shape = shapeOf(when, when.precision);
  switch (shape.is) {
    case 'third':
      return (count) => thirdOf(first.with({ day: 1 }), shape.third + count);
    case 'month':
    case 'months':
    case 'quarter':
    case 'year': {
      const last = Temporal.PlainDate.from(when.end);
      const months = (last.year - first.year) * 12 + last.month - first.month + 1;
      const by = { month: 1, months: 1, quarter: 3, year: 12 }[shape.is];
      return (count) => {
        const start = first.add({ months: by * count });
        return { start: start.toString(), end: start.add({ months }).subtract({ days: 1 }).toString() };
      };
    }
    default:
      return (count) => ({ start: dayAfter(when.start, 7 * count), end: dayAfter(when.end, 7 * count) });
  }
}

/** The first, middle or last third of a month, counted on over the months that follow. */
function thirdOf(firstOfMonth: Temporal.PlainDate, third: number): Days {
  const month = firstOfMonth.add({ months: Math.floor(third / 3) });
  const within = third % 3;
  const start = month.with({ day: 1 + 10 * within });
  const end = within === 2 ? month.with({ day: month.daysInMonth }) : month.with({ day: 10 * (within + 1) });
  return { start: start.toString(), end: end.toString() };
}
