import { addDays } from '#calendar/add-days.ts';
import type { Country, IsoDay } from '#calendar/when.ts';
import { onOrAfter, workingDayAfter } from '#calendar/working-day.ts';
import { instantAt } from '#calendar/zone.ts';
import { sameName } from '#people/find-unit.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { overviewDay } from './overview.ts';

/** So many working days late, or before a gate, owners of a programme are not kept waiting for the week's message. */
export const pressingDays = 10;

/** The working day so many working days after a day, which may be a day off itself. @param count At least 1. */
export function workingDaysAfter(day: IsoDay, count: number, country: Country): IsoDay {
  let found = onOrAfter(day, country);
  for (let left = count - (found === day ? 0 : 1); left > 0; left -= 1) found = workingDayAfter(found, country);
  return found;
}

/**
 * The day of the first overview that comes after a row has come into the plan: the first message that names one that was late by then.
 * @param enteredAt ISO instant.
 * @param setting.at Clock time at which overviews come.
 */
export function firstOverviewAfter(
  enteredAt: string,
  { zone, country, at }: { zone: string; country: Country; at: string },
): IsoDay {
  const entered = Temporal.Instant.from(enteredAt);
  let week = entered.toZonedDateTimeISO(zone).toPlainDate().toString();
  for (;;) {
    const day = overviewDay(week, country);
    if (day !== undefined && Temporal.Instant.compare(instantAt(day, at, zone), entered) >= 0) return day;
    week = addDays(week, 7);
  }
}

/**
 * When who owns a programme is told of a row whose turn it is on a day: with everything else of that week on its first working day, the day itself or in
 * the week after it, and never before its turn. On the day itself where it is pressing by then: the row's last day has passed by more than ten
 * working days, or a gate that it belongs to lies within ten.
 * @param day A working day.
 * @param row.gates The first days of its gates.
 */
export function dayForOwner(
  day: IsoDay,
  { end, gates }: { end: IsoDay; gates: readonly IsoDay[] },
  country: Country,
): IsoDay {
  const horizon = workingDaysAfter(day, pressingDays, country);
  const isPressing =
    day > workingDaysAfter(end, pressingDays, country) || gates.some((gate) => gate >= day && gate <= horizon);
  if (isPressing) return day;
  for (let week = day; ; week = addDays(week, 7)) {
    const first = overviewDay(week, country);
    if (first !== undefined && first >= day) return first;
  }
}

/** The first days of the gates that wait for a row or bear the same name as its own. */
export function gateDaysOf(
  activity: Pick<Activity, 'id' | 'gate'>,
  gates: readonly Pick<Activity, 'id' | 'gate' | 'when' | 'dependsOn'>[],
): IsoDay[] {
  const name = activity.gate;
  const isOfRow = ({ id, gate, dependsOn }: (typeof gates)[number]) =>
    id !== activity.id &&
    (dependsOn.includes(activity.id) || (name !== null && gate !== null && sameName(name) === sameName(gate)));
  return gates.flatMap((gate) => (gate.when.start !== null && isOfRow(gate) ? [gate.when.start] : []));
}

/** The gates of a plan that are still to come about. */
export const liveGates = (activities: readonly Activity[]): Activity[] =>
  activities.filter((activity) => activity.kind === 'gate' && isLive(activity));
