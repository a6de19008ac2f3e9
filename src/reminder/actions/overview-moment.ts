import { addDays } from '#calendar/add-days.ts';
import type { IsoDay } from '#calendar/when.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Programme } from '#people/programme.ts';
import { mondayOf, overviewDay } from '../overview.ts';
import type { Receiver } from '../receivers.ts';
import type { ReminderRules } from '../rules.ts';

/** When a receiver may be written to, from a moment on. */
export const mayHear = (from: Temporal.Instant, programme: Programme, receiver: Receiver): Temporal.Instant =>
  mayHearFrom(from, receiver.is === 'person' ? receiver.person : receiver.place, programme);

/** When the overviews of a week begin to go out; undefined for a week without a working day. @param day Any day of the week. */
export function weekMoment(
  day: IsoDay,
  programme: Programme,
  { at }: Pick<ReminderRules, 'at'>,
): Temporal.Instant | undefined {
  const first = overviewDay(day, programme.country);
  return first === undefined ? undefined : Temporal.Instant.from(instantAt(first, at, programme.timeZone));
}

/**
 * When the overview of a week comes to a receiver: as the others', or, to who is off that day, on the first day of the same week on which they are
 * not. Undefined where there is none in that week.
 * @param day Any day of the week.
 */
export function overviewMoment(
  day: IsoDay,
  programme: Programme,
  rules: Pick<ReminderRules, 'at'>,
  receiver: Receiver,
): Temporal.Instant | undefined {
  const at = weekMoment(day, programme, rules);
  if (!at) return undefined;
  const own = mayHear(at, programme, receiver);
  return dayIn(programme.timeZone, own.toString()) <= addDays(mondayOf(day), 6) ? own : undefined;
}

/** Whether a day is the one on which a receiver gets the overview of its week. */
export function isOverviewDayOf(
  receiver: Receiver,
  day: IsoDay,
  programme: Programme,
  rules: Pick<ReminderRules, 'at'>,
): boolean {
  const own = overviewMoment(day, programme, rules, receiver);
  return own !== undefined && dayIn(programme.timeZone, own.toString()) === day;
}
