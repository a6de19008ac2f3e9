/**
 * The names that dates are written with in bokmål, nynorsk, Swedish and English. Everything here is lower case, as
 * `readWhen` makes its text before it reads.
 */

const months = [
  ['januar', 'januari', 'january', 'jan'],
  ['februar', 'februari', 'february', 'febr', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['mai', 'maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'augusti', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['desember', 'december', 'des', 'dec'],
];

const weekdays = [
  ['mandag', 'måndag', 'monday', 'man', 'mån', 'mon'],
  ['tirsdag', 'tysdag', 'tisdag', 'tuesday', 'tirs', 'tir', 'tys', 'tis', 'tues', 'tue'],
  ['onsdag', 'wednesday', 'ons', 'wed'],
  ['torsdag', 'thursday', 'tors', 'tor', 'thurs', 'thur', 'thu'],
  ['fredag', 'friday', 'fre', 'fri'],
  ['lørdag', 'laurdag', 'lördag', 'saturday', 'lør', 'lau', 'lör', 'sat'],
  ['søndag', 'sundag', 'söndag', 'sunday', 'søn', 'sön', 'sun'],
];

const ordinals = [
  ['første', 'fyrste', 'första', 'first'],
  ['andre', 'annet', 'andra', 'second'],
  ['tredje', 'third'],
  ['fjerde', 'fjärde', 'fourth'],
];

const numberOf = (names: string[][]) =>
  new Map(names.flatMap((of, i) => of.map((name): [string, number] => [name, i + 1])));

/** Any of the names as a piece of a pattern, the longest first so that `juni` is not read as `jun`. */
const anyOf = (names: string[][]) =>
  names
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');

const monthNumbers = numberOf(months);
const weekdayNumbers = numberOf(weekdays);
const ordinalNumbers = numberOf(ordinals);

/** Pieces of patterns: a month name, a weekday name, an ordinal word, and the number of a day as people end it (15., 15th, 15:e). */
export const MONTH = `(?:${anyOf(months)})`;
export const WEEKDAY = `(?:${anyOf(weekdays)})`;
export const ORDINAL = `(?:${anyOf(ordinals)}|\\d(?:\\.|:[ae]|st|nd|rd|th)?)`;
export const DAY = '(\\d{1,2})(?:\\.|:[ae]|st|nd|rd|th)?';

/** 1 to 12 for a month name or its short form, in any of the four languages. */
export const monthNumber = (name: string): number | undefined => monthNumbers.get(name);

/** 1 (Monday) to 7 for a weekday name or its short form. */
export const weekdayNumber = (name: string): number | undefined => weekdayNumbers.get(name);

/** The number that `ORDINAL` matched: `3.`, `3rd` and `tredje` are 3. */
export const ordinalNumber = (text: string): number => ordinalNumbers.get(text) ?? Number.parseInt(text, 10);
