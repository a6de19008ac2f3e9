import { MONTH, monthNumber, ORDINAL, ordinalNumber } from './date-names.ts';
import { joined, monthPart, monthsOf, vaguePart, weekPart, yearPart, yearSlice } from './date-part.ts';
import type { Reader } from './day-readers.ts';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`, 'u');

// uke 42, u42, v. 12, vecka 12, week 12, w42.
const weekPattern = whole('(?:uker?|ukene|veker?|vekene|vecka|veckor(?:na)?|weeks?|wk|u|v|w)\\.?\\s?(\\d{1,2})');
const week: Reader = (text) => {
  const number = weekPattern.exec(text)?.[1];
  return number === undefined ? undefined : weekPart(Number(number));
};

// mars, sept., mars måned. A lone "jul" is Christmas to Norwegians and Swedes and July to the English: it is not read.
const monthPattern = whole(`(${MONTH})\\.?(?:\\s+(?:måned|månad|mnd|month)\\.?)?`);
const month: Reader = (text) => {
  const name = text === 'jul' ? undefined : monthPattern.exec(text)?.[1];
  return name === undefined ? undefined : monthPart(monthNumber(name) ?? 0);
};

/** "3. kvartal", "tredje kvartal", "kvartal 3", and the same of tertials and half-years. */
function slices(names: string, count: 4 | 3 | 2): Reader {
  const pattern = whole(`(${ORDINAL})\\s?(?:${names})\\.?|(?:${names})\\.?\\s?(\\d)`);
  return (text) => {
    const [, ordinal, digit] = pattern.exec(text) ?? [];
    const number = ordinal ?? digit;
    return number === undefined ? undefined : yearSlice(ordinalNumber(number), count);
  };
}
const quarter = slices('kvartal(?:et)?|quarter|kv|q', 4);
const tertial = slices('tertial(?:et)?|trimester', 3);
// T2. Not "2 t", which is two hours.
const tertialInShort: Reader = (text) => {
  const digit = /^t(\d)$/u.exec(text)?.[1];
  return digit === undefined ? undefined : yearSlice(Number(digit), 3);
};
const halfYear = slices('halvår(?:et)?|half(?:[ -]year)?|h', 2);

const yearPattern = whole('(?:året?\\s+)?((?:19|20|21)\\d\\d)');
const year: Reader = (text) => {
  const digits = yearPattern.exec(text)?.[1];
  return digits === undefined ? undefined : yearPart(Number(digits));
};

/**
 * Thirds of a month, as Nordic business letters count: primo is the 1st to 10th, medio the 11th to 20th, ultimo the
 * 21st to the last. "Midten av", "början av", "late" and their like are read as the same thirds.
 */
const thirds: [RegExp, number, number | undefined][] = [
  [
    'primo|tidlig|tidleg|tidig|tidigt|early|start|(?:begynnelsen|byrjinga|starten|början|beginning|start) (?:av|of)',
    1,
    10,
  ],
  ['medio|mid|midt|mitt|(?:midten|mitten|middle) (?:av|of)', 11, 20],
  ['ultimo|sent|seint|late|slutt|slut|(?:slutten|slutet|utgangen|utgången|end) (?:av|of)', 21, undefined],
].map(([words, first, last]) => [
  whole(`(?:${words})(?:\\s+i|\\s+in)?[\\s-]+(${MONTH})\\.?`),
  Number(first),
  last === undefined ? undefined : Number(last),
]);
const thirdOfMonth: Reader = (text) => {
  for (const [pattern, first, last] of thirds) {
    const name = pattern.exec(text)?.[1];
    if (name === undefined) continue;
    const number = monthNumber(name) ?? 0;
    return vaguePart(number, (of) => {
      const whole = monthsOf(of, number, number);
      const day = (n: number) => `${whole.start.slice(0, 8)}${String(n).padStart(2, '0')}`;
      return { start: day(first), end: last === undefined ? whole.end : day(last) };
    });
  }
  return undefined;
};

// primo/medio mai, medio–ultimo september.
const thirdsPattern = whole(`(primo|medio)\\s?[/-]\\s?(medio|ultimo) (${MONTH})\\.?`);
const thirdsOfMonth: Reader = (text) => {
  const [, first, last, name] = thirdsPattern.exec(text) ?? [];
  const [from, to] = [thirdOfMonth(`${first} ${name}`), thirdOfMonth(`${last} ${name}`)];
  return from && to && joined(from, to);
};

// "månedsskiftet mai/juni": the last week of the one and the first of the other.
const turnPattern = whole(`(?:månedsskiftet|månadsskiftet)\\s+(${MONTH})\\.?\\s?[/-]\\s?(${MONTH})\\.?`);
const turnOfMonth: Reader = (text) => {
  const [, before, after] = turnPattern.exec(text) ?? [];
  if (before === undefined || after === undefined) return undefined;
  const number = monthNumber(before) ?? 0;
  if ((number % 12) + 1 !== monthNumber(after)) return joined(monthPart(number), monthPart(monthNumber(after) ?? 0));
  return vaguePart(number, (of) => {
    const last = Temporal.PlainDate.from(monthsOf(of, number, number).end);
    return { start: last.subtract({ days: 6 }).toString(), end: last.add({ days: 7 }).toString() };
  });
};

/** Readers of weeks, months and other parts of a year. */
export const periodReaders: readonly Reader[] = [
  week,
  month,
  quarter,
  tertial,
  tertialInShort,
  halfYear,
  year,
  thirdOfMonth,
  thirdsOfMonth,
  turnOfMonth,
];
