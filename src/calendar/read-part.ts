import { DAY, WEEKDAY, weekdayNumber } from './date-names.ts';
import { dayPart, inYear, isTrouble, joined, type Part } from './date-part.ts';
import { dayReaders, fullYear, type Reader } from './day-readers.ts';
import { periodReaders } from './period-readers.ts';
import { afterPart, beforePart, landmarkReader, turningPoint } from './vague-readers.ts';

/**
 * Every form that stands for itself, in the order in which they are tried. To teach Klar a new form, write a reader for
 * it and put it here: year, weekday, "før", "innen" and ranges then work with it without more.
 */
const readers: readonly Reader[] = [...dayReaders, ...periodReaders, landmarkReader];

/**
 * No date is written at greater length or more deeply nested ("før tirsdag uke 42 2026"). Without these a hostile cell
 * could make the readers try every way of taking it apart.
 */
const LONGEST = 80;
const MOST_LEADS = 4;
const DEEPEST = 4;

/**
 * Reads a cleaned text (lower case, plain hyphens, no doubt words, no time of day) as a date part, or says undefined.
 * `headingMonth` is the month that the row stands under: with it "15." and "15.-17." are days of that month.
 */
export function readPart(text: string, headingMonth: number | undefined): Part | undefined {
  if (text.length > LONGEST) return undefined;
  for (const rest of withoutLead(text)) {
    const bare = headingMonth === undefined ? undefined : bareDay.exec(rest);
    if (bare !== null && bare !== undefined) return dayPart(Number(bare[1]), headingMonth ?? 0);
    const part = single(rest) ?? range(rest, headingMonth);
    if (part !== undefined) return part;
  }
  return undefined;
}

/**
 * Words before a date that do not change which days it is: "i løpet av", "under", and those of a deadline or a start
 * ("innen 15/9" and "fra 15/9" are both about 15/9; which of them it is stays in the author's text).
 */
const lead = new RegExp(
  `^(?:${[
    'i løpet av|i laupet av|iløpet av|ila\\.?|under loppet av|in the course of|under|during|in|i|på|ved|vid|den|d\\.|the|on',
    '(?:innen|innan|inom|senest|seinast|senast|by|before) (?:utgangen av|utløpet av|utgången av|slutet av|the end of)',
    'først|fyrst|först|tidligst|tidlegast|tidigast|earliest|(?:ikke|ikkje|inte|ej|not) (?:før|före|before|earlier than)',
    'fra og med|frå og med|från och med|f\\.?\\s?o\\.?\\s?m\\.?|fr\\.?\\s?o\\.?\\s?m\\.?|fra|frå|från|from|starting|starts?|starter|startar|oppstart|ferdig(?:stilles)?|klart?|done|ready',
    'innen|innan|inom|senest|seinast|senast|før|före|latest|no later than|by|before',
    'til og med|till och med|t\\.?\\s?o\\.?\\s?m\\.?|fram til|frem til|fram till|until|til|till|to',
    '(?:hele|heile|hela) dagen|formiddag|förmiddag|ettermiddag|eftermiddag|kveld|kväll|f\\.?m|e\\.?m',
    'frist|deadline|due|tidspunkt|tidpunkt|dato|datum|date|tid|time',
    'hele|heile|hela|gjennom|genom|throughout|mellom|mellan|between',
  ].join('|')})(?:(?<=\\.)|(?![\\p{L}\\d]))[\\s:.]*(?=.)`,
  'u',
);

/** The text, then the text with one lead word less, and so on: "senest i løpet av uke 42" has two. */
function* withoutLead(text: string): Generator<string> {
  let rest = text;
  for (let leads = 0; leads <= MOST_LEADS; leads++) {
    yield rest;
    const shorter = rest.replace(lead, '');
    if (shorter === rest) return;
    rest = shorter;
  }
}

const trailingYear = /^(.+?)[\s,]*(?:[\s,/-]\s*(?:(?:of|in|i)\s+)?|')((?:19|20|21)\d\d)$/u;
// Two digits are a year only right after a word: "sept-18", "høsten '18". "Uke 42-43" and "15-17" are not.
const trailingShortYear = /^(.+\p{L}\.?)(?:\s*['-]|(?<=\p{L})\.)(\d\d)$/u;
const leadingYear = /^((?:19|20|21)\d\d)[\s,:/-]+(.+)$/u;
const leadingWeekday = new RegExp(`^(${WEEKDAY})\\.?,?\\s+(?:den\\s+|the\\s+|i\\s+|in\\s+)?(.+)$`, 'u');
const trailingWeekday = new RegExp(`^(.+?),?\\s+(${WEEKDAY})\\.?$`, 'u');
const before = /^(før|före|innan|before|innen|senest|seinast|senast|by|til|till|fram til|frem til|fram till)\s+(.+)$/u;
const meansEarlier = /^(?:før|före|innan|before)$/u;
const after = /^(?:etter|efter|after|over)\s+(.+)$/u;

/** One date, not a range of two: by a reader alone, or by one together with a year, a weekday, "før" or "etter". */
function single(text: string, depth = 0): Part | undefined {
  if (depth > DEEPEST) return undefined;
  for (const read of readers) {
    const part = read(text);
    if (part !== undefined) return part;
  }
  return dated(text, depth + 1) ?? onAWeekday(text, depth + 1) ?? beforeOrAfter(text, depth + 1);
}

function dated(text: string, depth: number): Part | undefined {
  const trailing = trailingYear.exec(text) ?? trailingShortYear.exec(text);
  const leading = trailing === null ? leadingYear.exec(text) : null;
  const [rest, year] = trailing === null ? [leading?.[2], leading?.[1]] : [trailing[1], trailing[2]];
  if (rest === undefined || year === undefined) return undefined;
  const part = single(rest.trim(), depth);
  return part === undefined || part.year !== undefined ? undefined : inYear(part, fullYear(year));
}

function onAWeekday(text: string, depth: number): Part | undefined {
  const [, name, rest] = leadingWeekday.exec(text) ?? [];
  if (name !== undefined && rest !== undefined) return weekdayOf(single(rest, depth), weekdayNumber(name) ?? 0);
  const [, week, last] = trailingWeekday.exec(text) ?? [];
  const part = week === undefined ? undefined : single(week, depth);
  return part?.unit === 'week' ? weekdayOf(part, weekdayNumber(last ?? '') ?? 0) : undefined;
}

/** "Tirsdag uke 42" is the Tuesday of that week; "tirsdag 9. oktober" is 9 October, and must be a Tuesday. */
function weekdayOf(part: Part | undefined, weekday: number): Part | undefined {
  if (part === undefined || (part.unit !== 'week' && part.precision !== 'day')) return undefined;
  return {
    ...part,
    precision: 'day',
    unit: 'day',
    at: (year) => {
      const span = part.at(year);
      if (isTrouble(span)) return span;
      const day = Temporal.PlainDate.from(span.start);
      if (part.unit === 'week') {
        const date = day.add({ days: weekday - 1 }).toString();
        return { start: date, end: date };
      }
      return day.dayOfWeek === weekday ? span : { code: 'wrong-weekday', day: span.start };
    },
  };
}

function beforeOrAfter(text: string, depth: number): Part | undefined {
  const [, word, point] = before.exec(text) ?? [];
  if (word !== undefined && point !== undefined) {
    const feast = turningPoint(point);
    if (feast !== undefined) return beforePart(feast);
    const part = meansEarlier.test(word) ? single(point, depth) : undefined;
    // "Før 15/9" sets a deadline on a day; of a longer period it means the time that leads up to it.
    return part === undefined || part.precision === 'day' ? part : beforePart(part);
  }
  const later = after.exec(text)?.[1];
  const part = later === undefined ? undefined : (turningPoint(later) ?? single(later, depth));
  return part && afterPart(part);
}

const between = /\s+-\s+|\s+(?:til og med|till och med|t\.?\s?o\.?\s?m\.?|fram til|til|till|to|until|through)\s+/gu;
const listed = /\s*(?:,|&|\+|\s(?:og|och|and|eller|or|samt)\s)\s*/gu;
// A slash joins words ("september/oktober"); between figures it belongs to a date, so hyphens are tried before it.
const connectors = [between, listed, /\s*-\s*/gu, /\s*\/\s*/gu];
const bareDay = new RegExp(`^${DAY}$`, 'u');
const bareStart = new RegExp(`^(?:(${WEEKDAY})\\.?,?\\s+(?:den\\s+|the\\s+)?)?${DAY}$`, 'u');
const bareEnd = new RegExp(`^${DAY}(?:,?\\s+((?:19|20|21)\\d\\d))?$`, 'u');

/** Two dates with something between them. */
function range(text: string, headingMonth: number | undefined): Part | undefined {
  for (const connector of connectors) {
    for (const match of [...text.matchAll(connector)].reverse()) {
      const left = text.slice(0, match.index).trim();
      const right = text.slice(match.index + match[0].length).trim();
      const part = left === '' || right === '' ? undefined : stretch(left, right, headingMonth);
      if (part !== undefined) return part;
    }
  }
  return list(text, headingMonth);
}

/** Dates that are listed ("uke 42, 43 og 45") are the stretch from the first to the last: the thing happens within it. */
function list(text: string, headingMonth: number | undefined): Part | undefined {
  const [first, ...others] = text.split(listed);
  const last = others.pop();
  if (first === undefined || last === undefined || others.length === 0) return undefined;
  const known = others.every((item) => bareDay.test(item) || loose(item) !== undefined);
  return known ? stretch(first, last, headingMonth) : undefined;
}

function stretch(left: string, right: string, headingMonth: number | undefined): Part | undefined {
  const [, weekday, number] = bareStart.exec(left) ?? [];
  const [, lastNumber, lastYear] = bareEnd.exec(right) ?? [];
  if (number !== undefined) {
    const end = lastNumber === undefined ? loose(right) : headingMonth && dayPart(Number(lastNumber), headingMonth);
    if (!end) return undefined;
    const start = end.sibling?.(Number(number));
    const checked = weekday === undefined ? start : weekdayOf(start, weekdayNumber(weekday) ?? 0);
    return (
      checked && joined(inYear(checked, end.year), inYear(end, lastYear === undefined ? end.year : Number(lastYear)))
    );
  }
  const start = loose(left);
  const end = lastNumber === undefined ? loose(right) : start?.sibling?.(Number(lastNumber));
  if (start === undefined || end === undefined) return undefined;
  if ((start.unit === 'year') !== (end.unit === 'year')) return undefined;
  return joined(start, lastYear === undefined ? end : inYear(end, Number(lastYear)));
}

function loose(text: string): Part | undefined {
  for (const rest of withoutLead(text)) {
    const part = single(rest);
    if (part !== undefined) return part;
  }
  return undefined;
}
