import type { Country, IsoDay } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import type { Announcement } from './announcement.ts';

/** Those who have not acknowledged are reminded so many working days after the sending. */
const after = [2, 5] as const;
/** The hour at which that happens, in the programme's zone. */
const hour = '09:00';
/** A round whose time is longer past than this, because Klar was away, comes as a surprise and is left out; hours. */
const staleHours = 72;

interface Calendar {
  zone: string;
  country: Country;
}

/** The instants of the automatic rounds of an announcement whose sending began at `begunAt`, first to last. */
export function roundTimes(begunAt: string, { zone, country }: Calendar): Temporal.Instant[] {
  const begun = dayIn(zone, begunAt);
  return after.map((days) => Temporal.Instant.from(instantAt(workingDaysAfter(begun, days, country), hour, zone)));
}

function workingDaysAfter(day: IsoDay, days: number, country: Country): IsoDay {
  let date = Temporal.PlainDate.from(day);
  for (let left = days; left > 0; ) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date.toString(), country)) left -= 1;
  }
  return date.toString();
}

type Remindable = Pick<Announcement, 'asks' | 'reminds' | 'begunAt' | 'rounds' | 'state'>;

/** Whether anybody can be reminded of it at all. */
export const isRemindable = ({ asks, state, begunAt }: Omit<Remindable, 'reminds' | 'rounds'>): boolean =>
  asks !== 'nothing' && begunAt !== undefined && (state === 'sending' || state === 'sent');

/**
 * The automatic rounds whose time has come and that nobody has begun. `send` is the last of them, unless it is stale or
 * somebody has reminded by hand that day; the others are over without being sent.
 */
export function dueRounds(
  of: Remindable,
  calendar: Calendar,
  now: Temporal.Instant,
): { key: string; at: Temporal.Instant; send: boolean }[] {
  const { begunAt, rounds } = of;
  if (!of.reminds || !isRemindable(of) || begunAt === undefined) return [];
  const due = roundTimes(begunAt, calendar)
    .map((at, n) => ({ key: `auto-${n + 1}`, at }))
    .filter(({ key, at }) => Temporal.Instant.compare(at, now) <= 0 && !rounds.some((one) => one.key === key));
  const reminded = rounds.some(({ key }) => key === handKey(dayIn(calendar.zone, now.toString())));
  return due.map(({ key, at }, n) => {
    const isStale = at.until(now, { largestUnit: 'hours' }).hours > staleHours;
    return { key, at, send: n === due.length - 1 && !isStale && !reminded };
  });
}

/** When the next automatic round comes; undefined when there is none any more. */
export function nextRound(of: Remindable, calendar: Calendar): Temporal.Instant | undefined {
  if (!of.reminds || !isRemindable(of) || of.begunAt === undefined) return undefined;
  return roundTimes(of.begunAt, calendar).find((_, n) => !of.rounds.some(({ key }) => key === `auto-${n + 1}`));
}

/** The round that somebody sets going on a day: one a day, whoever it is. */
export const handKey = (day: IsoDay): string => `hand-${day}`;
