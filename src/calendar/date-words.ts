import type { Language } from './when.ts';

/** The few words around dates that `Intl` does not have, or has otherwise than people say them ("om 7 døgn"). */
export type DateWords = {
  /** For `Intl`. */
  locale: string;
  week: string;
  weeks: string;
  quarter: (number: number) => string;
  /** "i løpet av mars": a period in which something happens. */
  during: (period: string) => string;
  /** The first, middle and last third of a month. */
  thirds: readonly [string, string, string];
  /** Follows a date that its author calls assumed. */
  assumed: string;
  unknown: string;
  at: string;
  /** Between hours and minutes. */
  clockSign: '.' | ':';
  units: Readonly<Record<'day' | 'week' | 'month', readonly [one: string, many: string]>>;
  ahead: (amount: string) => string;
  overdue: (amount: string) => string;
  /** Of what has simply been, such as a meeting. */
  ago: (amount: string) => string;
  about: string;
  aboutNow: string;
  underWay: string;
};

export const dateWords: Readonly<Record<Language, DateWords>> = {
  nb: {
    locale: 'nb-NO',
    week: 'uke',
    weeks: 'uke',
    quarter: (number) => `${number}. kvartal`,
    during: (period) => `i løpet av ${period}`,
    thirds: ['i begynnelsen av', 'midt i', 'i slutten av'],
    assumed: 'antatt',
    unknown: 'dato ikke satt',
    at: 'kl.',
    clockSign: '.',
    units: { day: ['dag', 'dager'], week: ['uke', 'uker'], month: ['måned', 'måneder'] },
    ahead: (amount) => `om ${amount}`,
    overdue: (amount) => `${amount} på overtid`,
    ago: (amount) => `for ${amount} siden`,
    about: 'ca.',
    aboutNow: 'omtrent nå',
    underWay: 'pågår nå',
  },
  nn: {
    locale: 'nn-NO',
    week: 'veke',
    weeks: 'veke',
    quarter: (number) => `${number}. kvartal`,
    during: (period) => `i løpet av ${period}`,
    thirds: ['i byrjinga av', 'midt i', 'i slutten av'],
    assumed: 'truleg',
    unknown: 'dato ikkje sett',
    at: 'kl.',
    clockSign: '.',
    units: { day: ['dag', 'dagar'], week: ['veke', 'veker'], month: ['månad', 'månader'] },
    ahead: (amount) => `om ${amount}`,
    overdue: (amount) => `${amount} på overtid`,
    ago: (amount) => `for ${amount} sidan`,
    about: 'ca.',
    aboutNow: 'omtrent no',
    underWay: 'går føre seg no',
  },
  sv: {
    locale: 'sv-SE',
    week: 'vecka',
    weeks: 'vecka',
    quarter: (number) => `kvartal ${number}`,
    during: (period) => `under ${period}`,
    thirds: ['i början av', 'i mitten av', 'i slutet av'],
    assumed: 'preliminärt',
    unknown: 'datum inte bestämt',
    at: 'kl.',
    clockSign: '.',
    units: { day: ['dag', 'dagar'], week: ['vecka', 'veckor'], month: ['månad', 'månader'] },
    ahead: (amount) => `om ${amount}`,
    overdue: (amount) => `${amount} försenat`,
    ago: (amount) => `för ${amount} sedan`,
    about: 'ca',
    aboutNow: 'ungefär nu',
    underWay: 'pågår nu',
  },
  en: {
    locale: 'en-GB',
    week: 'week',
    weeks: 'weeks',
    quarter: (number) => `Q${number}`,
    during: (period) => `during ${period}`,
    thirds: ['in early', 'in mid-', 'in late'],
    assumed: 'tentative',
    unknown: 'no date set',
    at: 'at',
    clockSign: ':',
    units: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] },
    ahead: (amount) => `in ${amount}`,
    overdue: (amount) => `${amount} overdue`,
    ago: (amount) => `${amount} ago`,
    about: 'about',
    aboutNow: 'about now',
    underWay: 'under way',
  },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A date formatter of `Intl`, made once: making one costs more than using it a hundred times. */
export function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join(' ')}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(dateWords[language].locale, options);
  formatters.set(key, made);
  return made;
}
