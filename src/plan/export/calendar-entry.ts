import type { IsoDay } from '#calendar/when.ts';
import type { Activity } from '../activity.ts';
import { keptAsIs } from './guard.ts';
import { several } from './several.ts';
import { tidy } from './tidy.ts';

/**
 * A component or a property of a calendar as jCal writes it (RFC 7265): plain data, which `#table` makes into the lines
 * of an ICS file.
 */
export type CalendarProperty = [name: string, params: Record<string, string>, type: string, ...values: string[]];
export type CalendarComponent = [name: string, properties: CalendarProperty[], components: CalendarComponent[]];

/** What only the plan knows of a row, besides the row. */
export interface EntryAbout {
  /** The programme's zone, in which times of day are meant. */
  zone: string;
  /** When what the row says, or how it stands, last changed; ISO instant. */
  changedAt: string;
  /** What the row depends on, as the other columns of the export name it. */
  after: readonly string[];
  /** Lines below the description for people who only look at the calendar; left out where the file is to be read back. */
  details?: string;
}

/**
 * A row as an entry of a calendar: an event of whole days from its first to its last, or with a time where it has an exact
 * day and an hour; a task where it has no date. What a calendar has no word for stands in properties of Klar's own, by
 * which Klar reads the entry back as the very same row:
 *
 * | property | holds |
 * |---|---|
 * | `X-KLAR-WHEN` | the author's own words for the date; empty where there were none |
 * | `X-KLAR-DAYS` | the days that those words mean, `2026-10-12/2026-10-18`: an event that has been moved since says others |
 * | `X-KLAR-PRECISION` | `day` … `unknown` |
 * | `X-KLAR-TIME` | `09:00` or `09:00–15:00` |
 * | `X-KLAR-UNITS` | the units, `;` between (`CATEGORIES` has them for calendars) |
 * | `X-KLAR-KIND`, `X-KLAR-GATE`, `X-KLAR-ID` | kind, gate, the file's own id |
 * | `X-KLAR-TAGS` | the tags, `;` between (`CATEGORIES` has them, too) |
 * | `X-KLAR-AFTER` | what it depends on, `;` between |
 */
export function calendarEntry(activity: Activity, about: EntryAbout): CalendarComponent {
  const { when, title, description, units, kind, gate, key, time, tags = [] } = activity;
  const categories = [...units, ...tags];
  const shown = [description, about.details ?? ''].filter((text) => text !== '').join('\n\n');
  const properties: CalendarProperty[] = [
    text('uid', `${activity.id}@klar`),
    ['dtstamp', {}, 'date-time', utc(about.changedAt)],
    ['last-modified', {}, 'date-time', utc(about.changedAt)],
    ['sequence', {}, 'integer', String(activity.changedIn ?? 0)],
    text('summary', title),
    ...(shown === '' ? [] : [text('description', shown)]),
    ...(categories.length > 0 ? [['categories', {}, 'text', ...categories.map(tidy)] satisfies CalendarProperty] : []),
    text('status', status(activity)),
    ...own('when', when.text),
    ...(when.start === null ? [] : own('days', `${when.start}/${when.end}`)),
    ...own('precision', when.precision),
    ...filled('time', time ?? ''),
    ...filled('units', several(units)),
    ...own('kind', kind),
    ...filled('gate', gate ?? ''),
    ...filled('id', key ?? ''),
    ...filled('tags', several(tags)),
    ...filled('after', several(about.after)),
  ];
  if (when.start === null || when.end === null) return ['vtodo', properties, []];
  return ['vevent', [...properties, ...span(activity, when.start, when.end, about.zone)], []];
}

/** From when to when. The end of whole days is the day after the last one (RFC 5545, 3.6.1). */
function span({ when, time }: Activity, start: IsoDay, end: IsoDay, zone: string): CalendarProperty[] {
  const hours = when.precision === 'day' && start === end ? hoursOf(time) : undefined;
  if (!hours) {
    return [
      ['dtstart', {}, 'date', start],
      ['dtend', {}, 'date', Temporal.PlainDate.from(end).add({ days: 1 }).toString()],
      // A row of the plan keeps nobody's day from being free.
      text('transp', 'TRANSPARENT'),
    ];
  }
  const at = (name: string, hour: string): CalendarProperty => [
    name,
    { tzid: zone },
    'date-time',
    `${start}T${hour}:00`,
  ];
  return [at('dtstart', hours.from), ...(hours.to ? [at('dtend', hours.to)] : [])];
}

/** Whether a row is written with a time of day, and the file therefore needs its zone. */
export const isTimed = ({ when, time }: Activity): boolean =>
  when.precision === 'day' && when.start === when.end && hoursOf(time) !== undefined;

function hoursOf(time: string | undefined): { from: string; to?: string } | undefined {
  const hour = '((?:[01]\\d|2[0-3]):[0-5]\\d)';
  const [, from, to] = new RegExp(`^${hour}(?:[–-]${hour})?$`, 'u').exec(time ?? '') ?? [];
  if (from === undefined) return undefined;
  return to !== undefined && to > from ? { from, to } : { from };
}

/** In the words of RFC 5545, 3.8.1.11. */
function status({ halted, state, when }: Activity): string {
  if (halted?.as === 'cancelled') return 'CANCELLED';
  if (when.start !== null) return halted || when.precision === 'approximate' ? 'TENTATIVE' : 'CONFIRMED';
  if (state === 'done') return 'COMPLETED';
  return state === 'planned' ? 'NEEDS-ACTION' : 'IN-PROCESS';
}

const text = (name: string, value: string): CalendarProperty => [name, {}, 'text', keptAsIs(tidy(value))];
const own = (name: string, value: string): CalendarProperty[] => [text(`x-klar-${name}`, value)];
const filled = (name: string, value: string): CalendarProperty[] => (value === '' ? [] : own(name, value));

/** An instant to the second, as jCal writes it: `2026-11-22T09:15:00Z`. */
const utc = (instant: string): string => Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
