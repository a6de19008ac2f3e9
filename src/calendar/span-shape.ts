import { type Span, weekOf } from './iso-week.ts';
import type { When } from './when.ts';

/**
 * What a stretch of days looks like on a calendar, so that it can be spoken of as people do: "midt i mai" rather than
 * "11.–20. mai". `third` is 0, 1 or 2: the 1st–10th, 11th–20th and 21st–last of a month.
 */
type Shape =
  | { is: 'day' }
  | { is: 'week'; week: number }
  | { is: 'weeks'; first: number; last: number }
  | { is: 'third'; third: 0 | 1 | 2 }
  | { is: 'month' }
  | { is: 'quarter'; quarter: number }
  | { is: 'months' }
  | { is: 'year' }
  | { is: 'days' };

/** "Uke 30–45" is harder to place than its dates; up to eight weeks are spoken of by number. */
const MOST_WEEKS = 8;

/**
 * The shape of a date that has days. A range is never told as one week, month or quarter, even where its days are just
 * that: each precision keeps its own wording, so that what is written can be read again as the same.
 */
export function shapeOf(span: Span, precision: When['precision']): Shape {
  const shape = calendarShape(span);
  if (precision !== 'range') return shape;
  if (shape.is === 'quarter') return { is: 'months' };
  return shape.is === 'week' || shape.is === 'month' || shape.is === 'third' ? { is: 'days' } : shape;
}

function calendarShape({ start, end }: Span): Shape {
  if (start === end) return { is: 'day' };
  const first = Temporal.PlainDate.from(start);
  const last = Temporal.PlainDate.from(end);
  const wholeFrom = first.day === 1;
  const wholeTo = last.day === last.daysInMonth;
  const oneMonth = first.year === last.year && first.month === last.month;
  if (wholeFrom && wholeTo) {
    const months = (last.year - first.year) * 12 + last.month - first.month + 1;
    if (months === 1) return { is: 'month' };
    if (months === 12 && first.month === 1) return { is: 'year' };
    return months === 3 && first.month % 3 === 1 ? { is: 'quarter', quarter: last.month / 3 } : { is: 'months' };
  }
  if (oneMonth && wholeFrom && last.day === 10) return { is: 'third', third: 0 };
  if (oneMonth && first.day === 11 && last.day === 20) return { is: 'third', third: 1 };
  if (oneMonth && first.day === 21 && wholeTo) return { is: 'third', third: 2 };
  if (first.dayOfWeek === 1 && last.dayOfWeek === 7) {
    const weeks = (first.until(last).days + 1) / 7;
    if (weeks === 1) return { is: 'week', week: weekOf(start).week };
    if (weeks <= MOST_WEEKS) return { is: 'weeks', first: weekOf(start).week, last: weekOf(end).week };
  }
  return { is: 'days' };
}
