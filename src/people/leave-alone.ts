import { remembered } from '#calendar/remembered.ts';
import type { Country, IsoDay } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { Programme } from './programme.ts';
import { defaultQuietHours, type Quiet } from './quiet.ts';

/** Where somebody is, for the hours and days on which they are left alone. */
export interface Whereabouts {
  /** IANA zone: of a person the person's, of a place its programme's. */
  zone: string;
  /** Whose holidays count. */
  country: Country;
  /** Whether the country's days off count too: for what waits for a working day. */
  workingDaysOnly?: boolean;
}

/**
 * The first instant at or after `at` at which Klar may write by itself: outside quiet hours (20 to 7 where none are chosen), days off and, if
 * asked, the country's days off.
 *
 * Quiet hours last from the first time that the clock shows their beginning to the last time that it shows their end: in an autumn night whose
 * hour comes twice nobody is woken in between. Hours that end as they begin are none. Somebody away for years is written to when they are back,
 * found by leaps and not day by day.
 */
export function nextAllowed(at: Temporal.Instant, quiet: Quiet | undefined, where: Whereabouts): Temporal.Instant {
  const { zone, country, workingDaysOnly = false } = where;
  const asked = `${at.epochNanoseconds} ${zone} ${country} ${workingDaysOnly}`;
  // Most have chosen nothing, and what falls due does so at the same few instants.
  return quiet ? firstAllowed(at, quiet, where) : allowed(asked, () => firstAllowed(at, quiet, where));
}

const allowed = remembered<Temporal.Instant>(5_000);

function firstAllowed(at: Temporal.Instant, quiet: Quiet | undefined, where: Whereabouts): Temporal.Instant {
  const off = where.workingDaysOnly
    ? (day: IsoDay) => isDayOff(day, quiet, where.country)
    : (day: IsoDay) => isOwnDayOff(day, quiet);
  for (let moment = at; ; ) {
    const day = moment.toZonedDateTimeISO(where.zone).toPlainDate();
    if (beyondCalendars(day)) return moment;
    const next = off(day.toString())
      ? afterAway(day, quiet).toZonedDateTime(where.zone).toInstant()
      : endOfQuietHours(moment, day, quiet, where.zone);
    if (next === undefined) return moment;
    moment = next;
  }
}

/**
 * When Klar may write to a person, or in a place, about a programme: a person has a zone of their own, a place that of the programme. What Klar
 * begins by itself waits for a working day of the programme's country. What somebody did is answered at once and asks nothing here.
 *
 * @param how.anyDay It tells of what somebody has just done: outside quiet hours and the receiver's own days off, on a Sunday too.
 */
export function mayHearFrom(
  at: Temporal.Instant,
  to: Pick<Person, 'quiet' | 'timeZone'> | Pick<Place, 'quiet'>,
  { timeZone, country }: Pick<Programme, 'timeZone' | 'country'>,
  { anyDay = false }: { anyDay?: boolean } = {},
): Temporal.Instant {
  return nextAllowed(at, to.quiet, {
    zone: 'timeZone' in to ? to.timeZone : timeZone,
    country,
    workingDaysOnly: !anyDay,
  });
}

/** Until when somebody who is left alone is waited for, hours, counted from when those may be written to who have chosen nothing. */
const waitedForHours = 24;

/** Until when those who lead a programme are waited for before others are asked, or what they were to be asked is settled: nobody waits for who is away for days. */
export const waitedForUntil = (
  at: Temporal.Instant,
  programme: Pick<Programme, 'timeZone' | 'country'>,
): Temporal.Instant => mayHearFrom(at, {}, programme).add({ hours: waitedForHours });

/** Whether somebody is off on a day: by their country's calendar, by their weekdays off, or because they are away. */
export function isDayOff(day: IsoDay, quiet: Quiet | undefined, country: Country): boolean {
  if (!isWorkingDay(day, country) || isAway(day, quiet)) return true;
  // Who is off from Monday to Friday would have no working day at all: then the country's count alone.
  const weekdays = quiet?.weekdays ?? [];
  return [1, 2, 3, 4, 5].some((one) => !weekdays.includes(one)) && isWeekdayOff(day, quiet);
}

/**
 * The day itself where somebody works on it, otherwise the last day before it on which they do: where a reminder that lands on their day off goes.
 * It may lie long back when they have been away long; whether it still lies ahead is for the caller to see.
 */
export function workingDayOnOrBefore(day: IsoDay, quiet: Quiet | undefined, country: Country): IsoDay {
  let date = Temporal.PlainDate.from(day);
  while (!beyondCalendars(date) && isDayOff(date.toString(), quiet, country)) {
    const [from] = (quiet?.away ?? [])
      .filter((away) => away.from <= date.toString() && date.toString() <= away.to)
      .map((away) => Temporal.PlainDate.from(away.from))
      .toSorted(Temporal.PlainDate.compare);
    date = (from ?? date).subtract({ days: 1 });
  }
  return date.toString();
}

/** Of years that no plan lies in no calendar is asked: an absence "until 9999" has an end nobody waits for. */
const beyondCalendars = ({ year }: Temporal.PlainDate) => year < 1970 || year > 2200;

const isAway = (day: IsoDay, quiet: Quiet | undefined) =>
  (quiet?.away ?? []).some(({ from, to }) => from <= day && day <= to);

const isWeekdayOff = (day: IsoDay, quiet: Quiet | undefined) =>
  (quiet?.weekdays ?? []).includes(Temporal.PlainDate.from(day).dayOfWeek);

const isOwnDayOff = (day: IsoDay, quiet: Quiet | undefined) => isAway(day, quiet) || isWeekdayOff(day, quiet);

/** The day after a day off, or after the whole absence that it lies in. */
function afterAway(day: Temporal.PlainDate, quiet: Quiet | undefined): Temporal.PlainDate {
  const iso = day.toString();
  const last = (quiet?.away ?? [])
    .filter(({ from, to }) => from <= iso && iso <= to)
    .map(({ to }) => Temporal.PlainDate.from(to))
    .toSorted(Temporal.PlainDate.compare)
    .at(-1);
  return (last ?? day).add({ days: 1 });
}

/** When the quiet hours end that a moment lies in; undefined where it lies in none. `day` is the day it is there. */
function endOfQuietHours(
  moment: Temporal.Instant,
  day: Temporal.PlainDate,
  quiet: Quiet | undefined,
  zone: string,
): Temporal.Instant | undefined {
  const { from, to } = quiet?.hours ?? defaultQuietHours;
  if (from === to) return undefined;
  const began = from < to ? [day] : [day.subtract({ days: 1 }), day];
  return began
    .filter((first) => Temporal.Instant.compare(onClock(first, from, zone, 'earlier'), moment) <= 0)
    .map((first) => onClock(from < to ? first : first.add({ days: 1 }), to, zone, 'later'))
    .filter((end) => Temporal.Instant.compare(moment, end) < 0)
    .at(-1);
}

/** The first or last instant at which the clock shows a time on a day; of a time that the clock jumps over, the jump. */
function onClock(day: Temporal.PlainDate, time: string, zone: string, which: 'earlier' | 'later'): Temporal.Instant {
  const local = day.toPlainDateTime(time);
  const found = local.toZonedDateTime(zone, { disambiguation: which });
  if (found.toPlainDateTime().equals(local)) return found.toInstant();
  const after = local.toZonedDateTime(zone, { disambiguation: 'later' });
  // A moment later, since of the jump itself the one before it would be the last.
  return (after.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? after).toInstant();
}
