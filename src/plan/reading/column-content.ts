import { readWhen } from '#calendar/read-date.ts';
import { readTime } from '#calendar/time-of-day.ts';
import { looksLikeUnit } from './unit-words.ts';

/** How many cells of a column are looked at. */
const CELLS_LOOKED_AT = 40;
/** Cells that are shown to say which column is meant, and how much of each. */
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 40;

/** From this share of plain hours on, the cells that may be either are hours too. */
const PLAIN_HOURS = 1 / 3;

/** What the first cells of a column look like: shares from 0 to 1 of those that are filled. */
export interface Content {
  filled: number;
  dates: number;
  /** Hours of the day; 0 where all of them may be dates as well. */
  hours: number;
  units: number;
  /** Text that is neither date, number nor hour. */
  texts: number;
  /** In characters, of the texts. */
  meanLength: number;
  examples: string[];
}

/**
 * Looks at a column below its heading.
 * @param known Whether a name is one of the programme's units.
 */
export function contentOf(
  rows: readonly { cells: readonly string[] }[],
  index: number,
  known: (name: string) => boolean = () => false,
): Content {
  const values: string[] = [];
  for (const { cells } of rows) {
    const value = cells[index]?.trim() ?? '';
    if (value !== '') values.push(value);
    if (values.length === CELLS_LOOKED_AT) break;
  }
  const share = (is: (value: string) => boolean): number =>
    values.length === 0 ? 0 : values.filter(is).length / values.length;
  const hours = share(isHour);
  const texts = values.filter((value) => /\p{L}{2}/u.test(value) && !isDate(value) && !isHour(value));
  return {
    filled: values.length,
    dates: share(isDate),
    hours: share(isPlainHour) >= PLAIN_HOURS ? hours : 0,
    units: share((value) => value.split(/[;\n]/u).every((name) => known(name.trim()) || looksLikeUnit(name.trim()))),
    texts: values.length === 0 ? 0 : texts.length / values.length,
    meanLength: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    examples: [...new Set(values)].slice(0, EXAMPLES).map(shortened),
  };
}

/** Whether a cell is meant as a date, also one that does not exist. */
export function isDate(text: string): boolean {
  const read = readWhen(text, { year: 2000 });
  return read.ok ? read.when.start !== null : read.problem.code !== 'not-understood';
}

/** 09.00 and 12:15, which no calendar has; 12.10 is a day as well, and 15.13 a slip for one. */
function isPlainHour(text: string): boolean {
  const read = isHour(text) ? readTime(text) : undefined;
  return read !== undefined && 'time' in read && !readWhen(text, { year: 2000 }).ok;
}

function isHour(text: string): boolean {
  // A bare number counts anything.
  return !/^\d+$/u.test(text) && readTime(text) !== undefined;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE - 1).trimEnd()}…` : line;
}
