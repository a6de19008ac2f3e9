import { addDays } from '#calendar/add-days.ts';
import type { Country, IsoDay } from '#calendar/when.ts';
import { firstWorkingDayIn } from '#calendar/working-day.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity, ActivityId, Plan, RowContent } from '#plan/activity.ts';
import { isLate, lacksDate } from '#plan/asking/choose-rows.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partOf } from '#plan/unit-answers.ts';

/** What a unit, or who owns the programme, is shown at the beginning of a week. In order of urgency within each part. */
export interface Overview {
  /** Should have been done by now. */
  late: Activity[];
  /** Late for longer than `lateForWeeks`: units are told how many, and who owns the programme has them among the late. */
  longLate: Activity[];
  /** Goes on or happens this week. */
  thisWeek: Activity[];
  /** Begins next week. */
  nextWeek: Activity[];
  /** How many have no date yet; told to those who own the programme. */
  undated: number;
}

/**
 * How long a unit's overview tells of a row that is late, weeks: from its last day, or from when it came to be late in the plan, by being brought in, moved back
 * or let go on. What has been told so often and has moved nobody is no news: a channel would be sent the same list every Monday without end.
 */
export const lateForWeeks = 4;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: IsoDay): IsoDay => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/**
 * On which day of its week the overview comes: Monday, or the first working day where Monday is a day off. Undefined in a week
 * without any.
 */
export function overviewDay(day: IsoDay, country: Country): IsoDay | undefined {
  const monday = mondayOf(day);
  return firstWorkingDayIn(monday, addDays(monday, 6), country);
}

/**
 * The week as some units see it (null: all of the plan, as its owners see it). What happens in a vague period that is longer than a month ("in
 * 2026", "third quarter") is shown in the week in which it begins and the one in which it ends, else it would stand there all the time.
 * What units share with others they see as their own part of it stands: what they are done with is left out. What is late stands in a unit's week for
 * `lateForWeeks` after its last day, in that of those who own the programme until something is done about it.
 *
 * @param today A day of the week.
 */
export function overviewOf(
  { activities, revisions }: Pick<Plan, 'activities' | 'revisions'>,
  programme: Pick<Programme, 'units' | 'timeZone'>,
  units: readonly Pick<Unit, 'id'>[] | null,
  today: IsoDay,
): Overview {
  const monday = mondayOf(today);
  const [sunday, nextMonday, nextSunday] = [addDays(monday, 6), addDays(monday, 7), addDays(monday, 13)];
  const own = activities.filter(isLive).flatMap((activity) => {
    if (units === null) return [activity];
    const named = unitsOn(programme, activity).filter(({ id }) => units.some((unit) => unit.id === id));
    const part = partOf(
      activity,
      named.map(({ id }) => id),
    );
    return named.length > 0 && isLive(part) ? [part] : [];
  });
  const late = own.filter((activity) => isLate(activity, today));
  const oldest = addDays(today, -7 * lateForWeeks);
  const dated = own.filter((activity) => !late.includes(activity) && activity.when.start !== null);
  const placed = units === null ? undefined : placedOn(revisions, programme.timeZone);
  const isLong = ({ id, when: { end } }: Activity) =>
    placed !== undefined && end !== null && end < oldest && (placed(id) ?? '') < oldest;
  return {
    late: late.filter((activity) => !isLong(activity)).toSorted(byEnd),
    longLate: late.filter(isLong).toSorted(byEnd),
    thisWeek: dated.filter((activity) => isIn(activity, monday, sunday)).toSorted(byEnd),
    nextWeek: dated
      .filter(({ when }) => (when.start ?? '') >= nextMonday && (when.start ?? '') <= nextSunday)
      .toSorted(byEnd),
    undated: own.filter(lacksDate).length,
  };
}

const placeOf = (row: RowContent | null): string => JSON.stringify(row && [row.when.end, row.halted?.as, row.units]);

/** On which day a row came to have the last day and the units that it has, and to go on; undefined where the plan does not tell. */
function placedOn(revisions: Plan['revisions'], zone: string): (id: ActivityId) => IsoDay | undefined {
  const found = new Map<ActivityId, string>();
  for (const { at, changes = [] } of revisions) {
    for (const { id, before, after } of changes) {
      if (placeOf(before) !== placeOf(after)) found.set(id, at);
    }
  }
  return (id) => {
    const at = found.get(id) ?? revisions[0]?.at;
    return at === undefined ? undefined : dayIn(zone, at);
  };
}

/** Whether there is anything to send: what has been late for long is no reason, it is told along with what is. */
export const hasAny = ({ late, thisWeek, nextWeek, undated }: Overview, forOwner: boolean): boolean =>
  late.length + thisWeek.length + nextWeek.length + (forOwner ? undated : 0) > 0;

const longDays = 31;

function isIn({ when: { start, end } }: Activity, monday: IsoDay, sunday: IsoDay): boolean {
  if (start === null || end === null || start > sunday || end < monday) return false;
  return start >= monday || end <= sunday || addDays(start, longDays) >= end;
}

const byEnd = (a: Activity, b: Activity): number =>
  (a.when.end ?? '9').localeCompare(b.when.end ?? '9') ||
  (a.when.start ?? '9').localeCompare(b.when.start ?? '9') ||
  a.row - b.row;
