import { addDays } from '#calendar/add-days.ts';
import type { IsoDay } from '#calendar/when.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import type { ReminderRules } from './rules.ts';

/** A unit that nobody answers for, and the first of its rows that is near. */
export interface WithoutContact {
  unit: Unit;
  activity: Activity;
  /** The day from which its programme's owners are asked for a contact. */
  from: IsoDay;
}

/**
 * The units without a contact or deputy that have a row which begins within the rule's days from now or later, each with its nearest row, soonest
 * first. What has begun long ago asks no more than what is to come.
 */
export function withoutContact(
  activities: readonly Activity[],
  programme: Pick<Programme, 'units'>,
  { noContact }: Pick<ReminderRules, 'noContact'>,
  today: IsoDay,
): WithoutContact[] {
  if (!noContact) return [];
  const nearest = new Map<string, WithoutContact>();
  for (const activity of activities) {
    const { start, end } = activity.when;
    if (start === null || end === null || end < today || !isLive(activity)) continue;
    for (const unit of unitsOn(programme, activity)) {
      if (unit.people.some(({ role }) => role === 'contact' || role === 'deputy')) continue;
      if (!isLive(partFor(activity, unit.id))) continue;
      const known = nearest.get(unit.id);
      if (known && (known.activity.when.start ?? '') <= start) continue;
      nearest.set(unit.id, { unit, activity, from: addDays(start, -noContact.daysBefore) });
    }
  }
  return [...nearest.values()].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.activity.row - b.activity.row,
  );
}
