import type { Entry } from './jcal.ts';
import { type Span, spanText } from './span.ts';

/** A time at which an entry happens. */
export interface Happening {
  entry: Entry;
  span: Span | undefined;
  /** Its day, where it is one of several times of the same entry. */
  time?: Temporal.PlainDate;
}

/** Headings that plans are known by, each with what stands under it. */
const columns: readonly (readonly [heading: string, cell: (happening: Happening) => string])[] = [
  ['Id', idOf],
  ['Dato', dateOf],
  ['Aktivitet', ({ entry }) => entry.text('summary')],
  // Of an entry that Klar wrote the categories are its tags, too.
  ['Organisasjon', ({ entry }) => joined(entry, isKlars(entry) ? 'x-klar-units' : 'categories')],
  ['Beskrivelse', ({ entry }) => [entry.text('description'), entry.text('location')].filter(isFilled).join('\n')],
  ['Type', ({ entry }) => entry.text('x-klar-kind')],
  ['Kvalitetspunkt', ({ entry }) => entry.text('x-klar-gate')],
  ['Avhenger av', ({ entry }) => joined(entry, 'x-klar-after')],
  ['Merkelapper', ({ entry }) => joined(entry, 'x-klar-tags')],
];

/** The columns by which a plan that Klar wrote gets back its very dates, in a file that has any. */
const ownColumns: typeof columns = [
  ['Fra', (happening) => (isOwn(happening) ? String(happening.span?.first ?? '') : '')],
  ['Til', (happening) => (isOwn(happening) ? String(happening.span?.last ?? '') : '')],
  ['Presisjon', (happening) => (isOwn(happening) ? happening.entry.text('x-klar-precision') : '')],
  ['Klokkeslett', (happening) => (isOwn(happening) ? happening.entry.text('x-klar-time') : '')],
];

/** The table of these happenings: a row of headings, and one for each. */
export function eventTable(happenings: readonly Happening[]): string[][] {
  const all = happenings.some(isOwn) ? [...columns, ...ownColumns] : columns;
  return [all.map(([heading]) => heading), ...happenings.map((one) => all.map(([, cell]) => cell(one)))];
}

/** Whether Klar wrote the entry: then it holds the date in its author's words, and it is one date. */
export function isKlars(entry: Entry): boolean {
  return entry.value('x-klar-when') !== undefined;
}

/**
 * Whether an entry that Klar wrote is still on the days that its words stand for. `X-KLAR-DAYS`
 * ("2026-10-12/2026-10-18") says which those were; somebody may have moved it in a calendar since.
 */
function isOwn({ entry, span }: Happening): boolean {
  const days = entry.text('x-klar-days');
  return isKlars(entry) && (days === '' || span === undefined || days === `${span.first}/${span.last}`);
}

/** A beginning that is no day is kept as it stands, so that its author hears of it. */
function dateOf(happening: Happening): string {
  const { entry, span } = happening;
  if (isOwn(happening)) return entry.text('x-klar-when');
  return span ? spanText(span) : String(entry.value('dtstart') ?? '');
}

/** Times of one event need an id each. */
function idOf({ entry, time }: Happening): string {
  const id = isKlars(entry) ? entry.text('x-klar-id') : entry.text('uid');
  return time && id !== '' ? `${id}/${time}` : id;
}

function joined(entry: Entry, name: string): string {
  return entry
    .texts(name)
    .map((text) => text.trim())
    .filter(isFilled)
    .join('; ');
}

function isFilled(text: string): boolean {
  return text !== '';
}
