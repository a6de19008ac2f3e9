/** How a cell shows its number, as far as it matters for what its author meant. */
export type NumberFormat =
  | { is: 'general' }
  | {
      is: 'moment';
      /** What of a moment is seen: a cell that shows "september 2018" does not say which day. */
      year: boolean;
      month: boolean;
      day: boolean;
      time: boolean;
      /** Hours are counted on past 24: a length of time. */
      elapsed: boolean;
      before: string;
    }
  | {
      is: 'number';
      /** Texts around the number: "uke " in `"uke "0`. */
      before: string;
      after: string;
      /** Digits that are always shown before the decimal mark. */
      whole: number;
      /** The most digits after it. */
      decimals: number;
      percent: boolean;
    };

/** Formats that have a number instead of being written out (ECMA-376 part 1, 18.8.30); 14 and 22 follow the reader's own country. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd.mm.yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd.mm.yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

const general: NumberFormat = { is: 'general' };

/** The format that has this number, where the workbook does not write it out itself. */
export function builtInFormat(id: number): NumberFormat {
  // Dates and times of East Asian calendars.
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return readFormat('yyyy-mm-dd');
  if (id >= 32 && id <= 35) return readFormat('h:mm');
  return readFormat(builtIn[id] ?? 'General');
}

/**
 * Reads a format such as `[$-414]d. mmmm yyyy;@`, `"uke "0` or `0.0%` by its first section, that of positive numbers.
 * What is neither a moment nor a plain number (fractions, powers) counts as general.
 */
export function readFormat(code: string): NumberFormat {
  const tokens = tokensOf(code);
  if (tokens.some(({ is }) => is === 'letters' || is === 'elapsed')) return momentFormat(tokens);
  return numberFormat(tokens);
}

type Token = { is: 'text' | 'letters' | 'elapsed' | 'digits' | 'other'; text: string };

/** What a format is made of: quoted and escaped text, what stands in brackets, letters of a date, places of digits. */
const shapes =
  /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|(general|standard|e[+-])|(am\/pm|a\/p)|([yegbmdhs]+)|([0#?.,]+)|(%)|(;)|(.)/gisu;

function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  for (const match of code.matchAll(shapes)) {
    const [whole, quoted, escaped, bracket, word, halves, letters, digits, percent, section, other] = match;
    if (section !== undefined) break;
    const text = quoted ?? escaped ?? currency(bracket);
    if (text !== undefined) tokens.push({ is: 'text', text });
    else if (bracket !== undefined && /^(h+|m+|s+)$/iu.test(bracket)) tokens.push({ is: 'elapsed', text: bracket });
    else if (word !== undefined) tokens.push({ is: 'other', text: word });
    else if (letters !== undefined) tokens.push({ is: 'letters', text: letters.toLowerCase() });
    else if (digits !== undefined) tokens.push({ is: 'digits', text: digits });
    else if (percent !== undefined || /^[-+ ()/:$€]$/u.test(other ?? '')) tokens.push({ is: 'text', text: whole });
    else if (other !== undefined && halves === undefined) tokens.push({ is: 'other', text: other });
  }
  return tokens;
}

/** `[$kr-414]` shows "kr"; `[$-414]`, `[Red]` and `[<100]` show nothing. */
function currency(bracket: string | undefined): string | undefined {
  return /^\$([^-]+)/u.exec(bracket ?? '')?.[1];
}

function momentFormat(tokens: readonly Token[]): NumberFormat {
  const parts = tokens.filter(({ is }) => is === 'letters' || is === 'elapsed');
  // Letters may stand side by side: "ddmmyyyy".
  const letters = parts.flatMap(({ text }) => text.toLowerCase().match(/y+|[egb]+|m+|d+|h+|s+/gu) ?? []);
  const isMinutes = (index: number) =>
    (letters[index]?.length ?? 0) < 3 && (letters[index - 1]?.[0] === 'h' || letters[index + 1]?.[0] === 's');
  const months = letters.filter((run, index) => run[0] === 'm' && !isMinutes(index));
  const year = letters.some((run) => /^[yegb]/u.test(run));
  const time = letters.some((run, index) => /^[hs]/u.test(run) || (run[0] === 'm' && isMinutes(index)));
  const elapsed = parts.some(({ is }) => is === 'elapsed');
  const month = months.length > 0 && !elapsed;
  // A weekday alone, or a format without any of the three but a time, shows an exact day or none.
  const day = letters.some((run) => run === 'd' || run === 'dd') || (!year && !month && !time);
  const [first] = tokens;
  const before = first?.is === 'text' && /\p{L}/u.test(first.text) ? first.text : '';
  return { is: 'moment', year, month, day, time, elapsed, before };
}

function numberFormat(tokens: readonly Token[]): NumberFormat {
  const places = tokens.filter(({ is }) => is === 'digits');
  const [digits] = places;
  if (places.length !== 1 || digits === undefined || tokens.some(({ is }) => is === 'other')) return general;
  const at = tokens.indexOf(digits);
  const written = (some: readonly Token[]) => some.map(({ text }) => text).join('');
  const [whole = '', decimals = ''] = digits.text.split('.');
  return {
    is: 'number',
    before: written(tokens.slice(0, at)),
    after: written(tokens.slice(at + 1)),
    whole: whole.replace(/[^0]/gu, '').length,
    decimals: decimals.replace(/[^0#?]/gu, '').length,
    percent: tokens.some(({ is, text }) => is === 'text' && text === '%'),
  };
}
