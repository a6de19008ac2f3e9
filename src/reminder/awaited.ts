import type { IsoDay } from '#calendar/when.ts';
import type { UnitId } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import type { Reminding } from './reminding.ts';
import { notOursOf, snoozeOf } from './resting.ts';

/**
 * Whether something is still awaited of a unit for a row, asked at the moment of sending: only the silent are reminded. Not when the row is
 * done, called off or on pause, when the unit is done with its own part of it, has put it off or has said that it is not theirs.
 * @param unit Null for a row without units, which the programme's own place is reminded of.
 * @param today In the programme's zone.
 */
export function isAwaited(
  activity: Activity,
  unit: UnitId | null,
  reminding: Pick<Reminding, 'snoozed' | 'notOurs'>,
  today: IsoDay,
): boolean {
  const whose = { activity: activity.id, unit };
  return isLive(partFor(activity, unit)) && !snoozeOf(reminding, whose, today) && !notOursOf(reminding, whose);
}
