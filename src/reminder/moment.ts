import type { IsoDay } from '#calendar/when.ts';
import { isDayOff, nextAllowed, workingDayOnOrBefore } from '#people/leave-alone.ts';
import type { Manner } from './receivers.ts';

/** What goes out later than this after its moment is late, milliseconds. */
export const lateAfterMs = 15 * 60_000;

/** Weeks looked through for one with a working day: who is away longer is written to on the day that the week begins. */
const mostWeeks = 60;

/**
 * When a reminder comes to one receiver, epoch milliseconds. On their day off it comes on their working day before, at the same time of day; who
 * gets one message a week gets it on the first working day of theirs, from the day on which it falls due, or with the week's message before where that
 * would be too late; in quiet hours it waits until they are over.
 *
 * The time that a programme has chosen stands where the receiver's clock shows the same and they have chosen no quiet hours of their own.
 * @param atMs When the rules say.
 * @param isLate It is overdue, or had been put off until its day: it does not wait for the week's message, and on a day off it comes on the working day
 * after, since before would be too early.
 * @param lastDay The last day of what it is about.
 */
export function momentOf(atMs: number, isLate: boolean, manner: Manner, lastDay?: IsoDay): number {
  const { zone, quiet, country, rhythm, isAtHome } = manner;
  const isWeekly = rhythm === 'weekly' && !isLate;
  if (quiet === undefined && isAtHome && !isWeekly) return atMs;
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  const falls = at.toPlainDate().toString();
  const hasDaysOff = quiet !== undefined && (quiet.weekdays.length > 0 || quiet.away.length > 0);
  const onDayOff = () => (isLate ? workingDayOnOrAfter(falls, manner) : workingDayOnOrBefore(falls, quiet, country));
  const day = isWeekly ? weeklyDay(falls, manner, lastDay) : hasDaysOff ? onDayOff() : falls;
  const moment =
    day === falls ? at : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: at.toPlainTime() });
  if (isAtHome && quiet?.hours === undefined) return moment.epochMilliseconds;
  const allowed = (from: Temporal.ZonedDateTime) =>
    nextAllowed(from.toInstant(), quiet, { zone, country, workingDaysOnly: true }).toZonedDateTimeISO(zone);
  const isTooLate = (one: Temporal.ZonedDateTime) => lastDay !== undefined && one.toPlainDate().toString() > lastDay;
  const comes = allowed(moment);
  if (isAtHome || isLate || !isTooLate(comes)) return comes.epochMilliseconds;
  // So far east that it is evening there already: in the morning of that day, since the next one is too late.
  const morning = allowed(moment.startOfDay());
  return (isTooLate(morning) ? comes : morning).epochMilliseconds;
}

/**
 * The first working day of a week, on or after a day: that day's own week where it has not passed yet. Where that comes after the last day on which it
 * helps, the one before.
 */
function weeklyDay(from: IsoDay, manner: Manner, lastDay?: IsoDay): IsoDay {
  const monday = Temporal.PlainDate.from(from).subtract({ days: Temporal.PlainDate.from(from).dayOfWeek - 1 });
  const first = (week: number) => firstWorkingDay(monday.add({ weeks: week }), manner);
  const weeks = Array.from({ length: mostWeeks }, (_, week) => week);
  const next =
    weeks
      .values()
      .map(first)
      .find((day) => day !== undefined && day >= from) ?? from;
  if (lastDay === undefined || next <= lastDay) return next;
  return (
    weeks
      .values()
      .map((week) => first(-week))
      .find((day) => day !== undefined && day <= from) ?? from
  );
}

/** The first working day of the week that begins on a Monday; undefined where it has none. */
function firstWorkingDay(monday: Temporal.PlainDate, { quiet, country }: Manner): IsoDay | undefined {
  const days = Array.from({ length: 7 }, (_, weekday) => monday.add({ days: weekday }).toString());
  return days.find((day) => !isDayOff(day, quiet, country));
}

/** The day itself where the receiver works on it, otherwise their first working day after it. Of an absence that lasts for years its beginning. */
function workingDayOnOrAfter(from: IsoDay, { quiet, country }: Manner): IsoDay {
  const first = Temporal.PlainDate.from(from);
  for (let days = 0; days < 7 * mostWeeks; days += 1) {
    const day = first.add({ days }).toString();
    if (!isDayOff(day, quiet, country)) return day;
  }
  return from;
}

/** A reminder's time of day on the receiver's first working day after the day of an instant, epoch milliseconds. */
export function nextWorkingDayAt(momentMs: number, afterMs: number, manner: Manner): number {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(manner.zone);
  const day = workingDayOnOrAfter(zoned(afterMs).toPlainDate().add({ days: 1 }).toString(), manner);
  const plainTime = zoned(momentMs).toPlainTime();
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: manner.zone, plainTime }).epochMilliseconds;
}

/**
 * When something may really go out, epoch milliseconds: at its moment; where that has passed (Klar was away, or has only just heard of it), when the
 * receiver may be written to, and on a working day unless what it is about would be over by then.
 * @param about.lastDay The last day on which it helps.
 */
export function goesAt(momentMs: number, nowMs: number, about: { lastDay: IsoDay; manner: Manner }): number {
  if (nowMs - momentMs < lateAfterMs) return momentMs;
  const { zone, country, quiet } = about.manner;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const onWorkingDay = nextAllowed(now, quiet, { zone, country, workingDaysOnly: true });
  const isInTime = onWorkingDay.toZonedDateTimeISO(zone).toPlainDate().toString() <= about.lastDay;
  return (isInTime ? onWorkingDay : nextAllowed(now, quiet, { zone, country })).epochMilliseconds;
}
