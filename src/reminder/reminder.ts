import type { Country, IsoDay } from '#calendar/when.ts';
import { instantAt } from '#calendar/zone.ts';
import type { Activity, ActivityId } from '#plan/activity.ts';
import { lacksDate } from '#plan/asking/choose-rows.ts';
import { isLive } from '#plan/standing.ts';
import type { ReminderRules } from './rules.ts';
import { rulesFor } from './rules-for.ts';
import { scheduleOf } from './schedule.ts';

/** What reminders need to know of an activity. */
export type Subject = Pick<Activity, 'id' | 'row' | 'title' | 'kind' | 'when' | 'units' | 'state' | 'halted'> & {
  tags?: readonly string[] | undefined;
};

/** Where the plan is carried out: decides which days are working days and what nine o'clock is. */
export interface Setting {
  country: Country;
  /** IANA zone, `Europe/Oslo`. */
  zone: string;
}

/** One activity's reminder by one rule. Derived from the plan whenever it is asked for, never stored. */
export interface Reminder {
  /** ISO with offset, in the programme's zone: `2018-08-31T09:00:00+02:00`. */
  at: string;
  row: number;
  activity: ActivityId;
  title: string;
  /** The rule's lasting name: `7-days-before`, `first-working-day`, `overdue-2`, `lead-utstyr` (see `readRule`). */
  rule: string;
  /** The day off that the rule names, where the reminder went to a working day because of it. */
  movedFrom?: IsoDay;
  /** What is asked for ahead of the activity, where a lead time made the reminder. */
  lead?: string;
  /** Names of the responsible units; empty for the programme's own place. */
  to: readonly string[];
  /** First and last day of the activity, both inclusive. */
  start: IsoDay;
  end: IsoDay;
}

/**
 * Every reminder of the plan, in order of time, then of row. What is done, called off or on pause is not reminded of, and a date that is not
 * known cannot be (see `awaitingDate`).
 */
export function remindersOf(activities: readonly Subject[], rules: ReminderRules, setting: Setting): Reminder[] {
  const at = momentsAt(rules.at, setting.zone);
  return (
    activities
      .flatMap((subject) => remindersAbout(subject, rules, setting.country, at))
      // All come at the same time of day in one zone, so that their texts stand in the order of the instants.
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.row - b.row))
  );
}

/** The reminders that fall on the days `from` to `to`, both included. For the preview and the `remind` command. */
export function remindersBetween(
  activities: readonly Subject[],
  rules: ReminderRules,
  { from, to, ...setting }: Setting & { from: IsoDay; to: IsoDay },
): Reminder[] {
  return remindersOf(activities, rules, setting).filter(({ at }) => {
    const day = at.slice(0, 10);
    return day >= from && day <= to;
  });
}

/** The activities whose owner has to be asked for a date, since none is known and nothing can be reminded of. */
export function awaitingDate<S extends Pick<Activity, 'when' | 'state' | 'halted'>>(activities: readonly S[]): S[] {
  return activities.filter(lacksDate);
}

function remindersAbout(
  subject: Subject,
  rules: ReminderRules,
  country: Country,
  at: (day: IsoDay) => string,
): Reminder[] {
  const { id, row, title, when, units } = subject;
  const { start, end } = when;
  if (!isLive(subject) || start === null || end === null) return [];
  return scheduleOf(when, rulesFor(rules, subject), country).map(({ day, ...scheduled }) => ({
    at: at(day),
    row,
    activity: id,
    title,
    ...scheduled,
    to: units,
    start,
    end,
  }));
}

/** The instants of a time of day in a zone. Each is worked out once, since the plans of a house share their days. */
function momentsAt(time: string, zone: string): (day: IsoDay) => string {
  const key = `${time} ${zone}`;
  const known = moments.get(key) ?? new Map<IsoDay, string>();
  moments.set(key, known);
  return (day) => {
    let moment = known.get(day);
    if (moment === undefined) {
      moment = instantAt(day, time, zone);
      known.set(day, moment);
    }
    return moment;
  };
}

const moments = new Map<string, Map<IsoDay, string>>();
