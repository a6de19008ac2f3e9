import type { Entry } from './jcal.ts';

/** When an event is. Both days are inclusive; times are `HH:MM`, absent where it takes whole days. */
export interface Span {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  from?: string;
  to?: string;
}

/** A day, with a time where one is given. */
export interface Moment {
  day: Temporal.PlainDate;
  time?: string;
}

/**
 * When an event begins and ends, on the clock of its own zone; what is given in UTC is told in `zone`. Undefined when
 * it has no beginning, or one that is no day.
 */
export function spanOf(entry: Entry, zone: string): Span | undefined {
  const due = readMoment(entry.value('due'), zone);
  const start = readMoment(entry.value('dtstart'), zone) ?? due;
  if (!start) return undefined;
  // A task is due on its day, while the end of an event is the day after it.
  const dueEnd = due && due.time === undefined ? { day: due.day.add({ days: 1 }) } : due;
  const end = readMoment(entry.value('dtend'), zone) ?? dueEnd ?? after(start, entry.text('duration'));
  return spanBetween(start, end ?? start);
}

function spanBetween(start: Moment, end: Moment): Span {
  // Some programs write whole days as midnight to midnight.
  const midnights = start.time === '00:00' && (end.time ?? '00:00') === '00:00' && end.day.since(start.day).days > 0;
  if (start.time === undefined || midnights) {
    // The end of whole days is the day after the last one (RFC 5545, 3.6.1).
    const exclusive = end.time === undefined || end.time === '00:00';
    const last = exclusive ? end.day.subtract({ days: 1 }) : end.day;
    return { first: start.day, last: isBefore(last, start.day) ? start.day : last };
  }
  const span = { first: start.day, last: isBefore(end.day, start.day) ? start.day : end.day, from: start.time };
  const nothing = end.time === undefined || (end.day.equals(start.day) && end.time <= start.time);
  if (nothing) return span;
  // What lasts until midnight does not touch the day that begins then.
  const untilMidnight = end.time === '00:00' && !end.day.equals(start.day);
  return { ...span, last: untilMidnight ? end.day.subtract({ days: 1 }) : span.last, to: end.time ?? start.time };
}

/** The same span, on another first day. */
export function movedTo(day: Temporal.PlainDate, span: Span): Span {
  return { ...span, first: day, last: day.add({ days: span.last.since(span.first).days }) };
}

/** A span as people write a date, in the form that the calendar reads: "2026-09-15 kl. 09:00–15:00". */
export function spanText({ first, last, from, to }: Span): string {
  if (!first.equals(last)) return `${first}–${last}`;
  if (from === undefined) return String(first);
  return `${first} kl. ${to === undefined ? from : `${from}–${to}`}`;
}

/** A DATE or DATE-TIME as jCal writes it; undefined when it is no day. A time in UTC is told in `zone`. */
export function readMoment(value: unknown, zone: string): Moment | undefined {
  const [, day, time, utc] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d|::?)(?::\d\d|:)?(Z)?)?$/u.exec(String(value ?? '')) ?? [];
  if (day === undefined) return undefined;
  try {
    if (utc !== undefined && time !== undefined) {
      const local = Temporal.Instant.from(`${day}T${time}Z`).toZonedDateTimeISO(zone);
      return { day: local.toPlainDate(), time: clock(local.toPlainTime()) };
    }
    const date = Temporal.PlainDate.from(day);
    // A day without a time that nobody marked as one is written "2026-09-15T::" by the parser.
    return time === undefined || time.startsWith(':')
      ? { day: date }
      : { day: date, time: clock(Temporal.PlainTime.from(time)) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function after(start: Moment, duration: string): Moment | undefined {
  if (duration === '') return undefined;
  try {
    const length = Temporal.Duration.from(duration);
    if (start.time === undefined) return { day: start.day.add(length) };
    const end = start.day.toPlainDateTime(start.time).add(length);
    return { day: end.toPlainDate(), time: clock(end.toPlainTime()) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
