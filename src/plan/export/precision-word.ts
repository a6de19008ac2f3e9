import type { Precision } from '#calendar/when.ts';
import { plain } from '../reading/columns.ts';

/** How sure a date is, in a cell of the column that says so. Also read back by these. */
const words: Record<Precision, Record<'nb' | 'sv' | 'en', string>> = {
  day: { nb: 'dag', sv: 'dag', en: 'day' },
  range: { nb: 'periode', sv: 'period', en: 'period' },
  week: { nb: 'uke', sv: 'vecka', en: 'week' },
  month: { nb: 'måned', sv: 'månad', en: 'month' },
  quarter: { nb: 'kvartal', sv: 'kvartal', en: 'quarter' },
  approximate: { nb: 'antatt', sv: 'ungefärlig', en: 'approximate' },
  unknown: { nb: 'ikke satt', sv: 'inte bestämd', en: 'not set' },
};

const byWord = new Map<string, Precision>(
  (Object.entries(words) as [Precision, Record<string, string>][]).flatMap(([precision, said]) =>
    // The name itself too: calendars and JSON hold that.
    [precision, ...Object.values(said)].map((word) => [plain(word), precision] as const),
  ),
);

/** The word for a precision in a language. */
export const precisionWord = (precision: Precision, language: 'nb' | 'sv' | 'en'): string => words[precision][language];

/** The precision that a cell names in any language, or undefined when it names none. */
export const precisionNamed = (text: string): Precision | undefined => byWord.get(plain(text));
