import { dateWords, formatter } from './date-words.ts';
import { shapeOf } from './span-shape.ts';
import type { Language, When } from './when.ts';

/**
 * A date in as few letters as can be, for where there is a time line beside it that says the year: "15. okt.", "uke 42",
 * "15.–17. sep.", "mars, antatt". Empty where there is no date.
 */
export function writeShort(when: When, language: Language): string {
  const { start, end, precision } = when;
  if (start === null || end === null) return '';
  const words = dateWords[language];
  const shape = shapeOf({ start, end }, precision);
  const written = (() => {
    const one = (options: Intl.DateTimeFormatOptions) => formatter(language, options).format(plain(start));
    const both = (options: Intl.DateTimeFormatOptions) =>
      formatter(language, options).formatRange(plain(start), plain(end)).replace(/\s/gu, ' ').replace(/ – /u, '–');
    switch (shape.is) {
      case 'day':
        return one({ day: 'numeric', month: 'short' });
      case 'week':
        return `${words.week} ${shape.week}`;
      case 'weeks':
        return `${words.weeks} ${shape.first}–${shape.last}`;
      case 'third':
        return `${words.thirds[shape.third]} ${one({ month: 'long' })}`.replace('- ', '-');
      case 'month':
        return one({ month: 'long' });
      case 'quarter':
        return words.quarter(shape.quarter);
      case 'months':
        return both({ month: 'short' });
      case 'year':
        return start.slice(0, 4);
      case 'days':
        return both({ day: 'numeric', month: 'short' });
    }
  })();
  return precision === 'approximate' && shape.is !== 'third' ? `${written}, ${words.assumed}` : written;
}

const plain = Temporal.PlainDate.from;
