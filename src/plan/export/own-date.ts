import { readWhen } from '#calendar/read-date.ts';
import type { IsoDay, When } from '#calendar/when.ts';
import { precisionNamed } from './precision-word.ts';

/** The cells of a row that Klar wrote itself, by what they hold; empty where there is nothing. */
export interface OwnDateCells {
  /** The author's own words. */
  text: string;
  first: string;
  last: string;
  precision: string;
}

export interface OwnDate {
  when: When;
  /** The time of day that the author's words hold. */
  time?: string;
  /**
   * The days of the row's other columns, where the author's words have been changed to say something else since Klar wrote
   * them: the words count then, and somebody should hear of it.
   */
  differsFrom?: { start: IsoDay; end: IsoDay };
}

/**
 * A date as Klar's own export writes it: the author's words, and beside them the days and the precision that were
 * understood, so that "15/7" or a lone "uke 42" keeps its year and a month without words stays a month. Undefined where
 * the row has no such columns filled in as Klar fills them, and is to be read like any other.
 */
export function readOwnDate({ text, first, last, precision: word }: OwnDateCells): OwnDate | undefined {
  const precision = precisionNamed(word);
  if (precision === undefined) return undefined;
  if (precision === 'unknown') return first === '' && last === '' ? withoutDays(text) : undefined;
  const start = exactDay(first);
  const end = exactDay(last);
  if (start === undefined || end === undefined || end < start) return undefined;
  if (precision === 'day' && start !== end) return undefined;

  // Words that Klar understands and that mean other days have been changed by hand. What it does not understand was
  // the author's, and says nothing against the days.
  const others: Reading[] = [];
  for (const reading of readingsOf(text, { start, end })) {
    const isSame = reading.when.start === start && reading.when.end === end;
    if (isSame) return { ...reading, when: { start, end, precision, text } };
    others.push(reading);
  }
  const [nearest] = others.sort((a, b) => farFrom(start, a.when) - farFrom(start, b.when));
  return nearest ? { ...nearest, differsFrom: { start, end } } : { when: { start, end, precision, text } };
}

/** A row without a date whose words have been replaced by a date is read like any other. */
function withoutDays(text: string): OwnDate | undefined {
  const read = readWhen(text, {});
  const isDate = read.ok ? read.when.start !== null : read.problem.code === 'no-year';
  return isDate ? undefined : { when: { start: null, end: null, precision: 'unknown', text } };
}

type Reading = Pick<OwnDate, 'when' | 'time'>;

/**
 * What a text without a year can mean near these days, the likeliest first; nothing where it has no words or none that
 * are understood. One after the other, since the first is most often the one.
 */
function* readingsOf(text: string, { start, end }: { start: IsoDay; end: IsoDay }): Generator<Reading> {
  if (text === '') return;
  const years = new Set([0, 1, -1].flatMap((more) => [start, end].map((day) => Number(day.slice(0, 4)) + more)));
  const month = Number(start.slice(5, 7));
  for (const hint of [{ year: Number(start.slice(0, 4)), month }, ...[...years].map((year) => ({ year }))]) {
    const read = readWhen(text, hint);
    if (read.ok) yield { when: read.when, ...(read.time ? { time: read.time } : {}) };
    else if (read.problem.code === 'not-understood') return;
  }
}

/** Days between; what has no date any more ("avklares") comes before any other year of the same words. */
const farFrom = (day: IsoDay, { start }: When): number =>
  start === null ? -1 : Math.abs(Temporal.PlainDate.from(day).until(start, { largestUnit: 'day' }).days);

function exactDay(text: string): IsoDay | undefined {
  const read = readWhen(text, {});
  return read.ok && read.when.precision === 'day' && read.when.start !== null ? read.when.start : undefined;
}
