import type { Entry } from './jcal.ts';
import { type Span, spanText } from './span.ts';

/** The columns of a calendar read as a table, with headings that plans are known by. */
export const headings = [
  'Id',
  'Dato',
  'År',
  'Aktivitet',
  'Organisasjon',
  'Beskrivelse',
  'Type',
  'Kvalitetspunkt',
  'Avhenger av',
] as const;

/** A time at which an entry happens. */
export interface Happening {
  entry: Entry;
  span: Span | undefined;
  /** Its day, where it is one of several times of the same entry. */
  time?: Temporal.PlainDate;
}

/** A row under `headings`. */
export function eventRow({ entry, span, time }: Happening): string[] {
  const words = klarWhen(entry);
  const asWritten = words !== undefined && stillThere(entry, span);
  const id = entry.text('x-klar-id') || entry.text('uid');
  return [
    // Times of one event need an id each.
    time && id !== '' ? `${id}/${time}` : id,
    asWritten ? words : span ? spanText(span) : unreadable(entry),
    asWritten ? yearOf(words, span) : '',
    entry.text('summary'),
    joined(entry, 'x-klar-units') || joined(entry, 'categories'),
    [entry.text('description'), entry.text('location')].filter((text) => text !== '').join('\n'),
    entry.text('x-klar-kind'),
    entry.text('x-klar-gate'),
    joined(entry, 'x-klar-after'),
  ];
}

/** The date in its author's words, in a file that Klar wrote. */
export function klarWhen(entry: Entry): string | undefined {
  return entry.value('x-klar-when') === undefined ? undefined : entry.text('x-klar-when');
}

/**
 * Whether an event is still on the days that its words stand for. `X-KLAR-DAYS` ("2026-10-12/2026-10-18") says which
 * those were; somebody may have moved the event in a calendar since.
 */
function stillThere(entry: Entry, span: Span | undefined): boolean {
  const days = entry.text('x-klar-days');
  return days === '' || span === undefined || days === `${span.first}/${span.last}`;
}

/** The year to read words without one in. A week belongs to the year of its Thursday: week 1 may begin in December. */
function yearOf(words: string, span: Span | undefined): string {
  if (!span) return '';
  const isWeek = /(?<!\p{L})(?:uke|veke|vecka|week|[uvw])\.?\s*\d/iu.test(words);
  return String((isWeek ? span.first.add({ days: 3 }) : span.first).year);
}

/** A beginning that is no day is kept as it stands, so that its author hears of it. */
function unreadable(entry: Entry): string {
  return entry.value('dtstart') === undefined ? '' : String(entry.value('dtstart'));
}

function joined(entry: Entry, name: string): string {
  return entry
    .texts(name)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('; ');
}
