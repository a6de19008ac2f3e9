import type { IsoDay } from '#calendar/when.ts';
import { isDayOff, nextAllowed, workingDayOnOrBefore } from '#people/leave-alone.ts';
import type { Manner } from './receivers.ts';

/** What goes out later than this after its moment is late, milliseconds. */
export const lateAfterMs = 15 * 60_000;

/** Weeks looked through for one with a working day: who is away longer is written to on the day that the week begins. */
const mostWeeks = 60;

/**
 * When a reminder comes to one receiver, epoch milliseconds. On their day off it comes on their working day before, at the same time of day; who
 * gets one message a week gets it on the first working day of theirs, from the day on which it falls due; in quiet hours it waits until they are over.
 *
 * The time that a programme has chosen stands where the receiver's clock shows the same and they have chosen no quiet hours of their own.
 * @param atMs When the rules say.
 * @param isOverdue What is overdue does not wait for the week's message.
 */
export function momentOf(atMs: number, isOverdue: boolean, manner: Manner): number {
  const { zone, quiet, country, rhythm, isAtHome } = manner;
  const isWeekly = rhythm === 'weekly' && !isOverdue;
  if (quiet === undefined && isAtHome && !isWeekly) return atMs;
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  const falls = at.toPlainDate().toString();
  const hasDaysOff = quiet !== undefined && (quiet.weekdays.length > 0 || quiet.away.length > 0);
  const day = isWeekly ? weeklyDay(falls, manner) : hasDaysOff ? workingDayOnOrBefore(falls, quiet, country) : falls;
  const moment =
    day === falls ? at : Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: at.toPlainTime() });
  if (isAtHome && quiet?.hours === undefined) return moment.epochMilliseconds;
  return nextAllowed(moment.toInstant(), quiet, { zone, country, workingDaysOnly: true }).epochMilliseconds;
}

/** The first working day of a week, on or after a day: that day's own week where it has not passed yet. */
function weeklyDay(from: IsoDay, { quiet, country }: Manner): IsoDay {
  const day = Temporal.PlainDate.from(from);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  for (let week = 0; week < mostWeeks; week += 1) {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const one = monday.add({ weeks: week, days: weekday });
      if (isDayOff(one.toString(), quiet, country)) continue;
      if (one.toString() >= from) return one.toString();
      break;
    }
  }
  return from;
}

/** A reminder's time of day on the receiver's first working day after the day of an instant, epoch milliseconds. */
export function nextWorkingDayAt(momentMs: number, afterMs: number, { zone, quiet, country }: Manner): number {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const plainTime = zoned(momentMs).toPlainTime();
  let day = zoned(afterMs).toPlainDate().add({ days: 1 });
  for (let tried = 0; tried < 7 * mostWeeks && isDayOff(day.toString(), quiet, country); tried += 1)
    day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
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
