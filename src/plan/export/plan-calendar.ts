import { offsetChanges } from '#calendar/offset-changes.ts';
import type { Activity, Plan } from '../activity.ts';
import { afterTexts } from './after-texts.ts';
import { type CalendarComponent, type CalendarProperty, calendarEntry, isTimed } from './calendar-entry.ts';
import { tidy } from './tidy.ts';

/** How often a calendar program should look for news. Outlook and Google look when they like, a few times a day. */
const LOOKS_AGAIN = 'PT1H';

/**
 * Rows of a plan as a calendar (RFC 5545), in jCal. The same plan gives the same calendar, whenever it is asked for, so
 * that a program which looks often sees that nothing is new.
 * @param about.activities The rows that are in it.
 * @param about.name What calendar programs call it.
 * @param about.language Of its texts, `nb`.
 * @param about.zone In which the plan's times of day are meant.
 * @param about.details Lines below an entry's description, for a calendar that people look at (see `calendarEntry`).
 */
export function planCalendar(
  plan: Pick<Plan, 'activities' | 'revisions'>,
  about: {
    activities: readonly Activity[];
    name: string;
    language: string;
    zone: string;
    details?: (activity: Activity) => string;
  },
): CalendarComponent {
  const { activities, zone } = about;
  const after = afterTexts(plan.activities);
  const entries = activities.map((activity) =>
    calendarEntry(activity, {
      zone,
      changedAt: changedAt(plan, activity),
      after: after.get(activity.id) ?? [],
      ...(about.details ? { details: about.details(activity) } : {}),
    }),
  );
  const properties: CalendarProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', `-//Klar//Plan//${about.language.toUpperCase()}`],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ['method', {}, 'text', 'PUBLISH'],
    // The name twice: as RFC 7986 has it, and as programs have called it for longer.
    ['name', {}, 'text', tidy(about.name)],
    ['x-wr-calname', {}, 'unknown', oneLine(about.name)],
    ['x-wr-timezone', {}, 'unknown', zone],
    ['refresh-interval', {}, 'duration', LOOKS_AGAIN],
    ['x-published-ttl', {}, 'unknown', LOOKS_AGAIN],
  ];
  return ['vcalendar', properties, [...zones(activities, zone), ...entries]];
}

/** The value of a property without a type of its own is not escaped by whoever writes it, so that is done here. */
const oneLine = (text: string): string =>
  tidy(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`);

/** When a row came to say what it says, or to stand as it stands. */
function changedAt({ revisions }: Pick<Plan, 'revisions'>, { changedIn, stated }: Activity): string {
  const revision = revisions.find(({ number }) => number === changedIn) ?? revisions[0];
  const instants = [revision?.at, stated?.at].filter((at) => at !== undefined).map((at) => Temporal.Instant.from(at));
  const last = instants.sort(Temporal.Instant.compare).at(-1);
  return (last ?? Temporal.Instant.fromEpochMilliseconds(0)).toString();
}

/** What the zone of the rows with a time means, from the beginning of the first year to the last day. */
function zones(activities: readonly Activity[], zone: string): CalendarComponent[] {
  const days = activities
    .filter(isTimed)
    .flatMap(({ when }) => when.start ?? [])
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const from = Temporal.PlainDate.from(first).with({ month: 1, day: 1 }).toString();
  const observances = offsetChanges(zone, from, last).map(
    (change): CalendarComponent => [
      change.isSummer ? 'daylight' : 'standard',
      [
        ['dtstart', {}, 'date-time', change.local],
        ['tzoffsetfrom', {}, 'utc-offset', change.from],
        ['tzoffsetto', {}, 'utc-offset', change.to],
      ],
      [],
    ],
  );
  return [['vtimezone', [['tzid', {}, 'text', zone]], observances]];
}
