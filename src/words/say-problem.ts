import type { Language } from '#calendar/when.ts';
import { type Params, type SentenceKey, say, spoken } from './say.ts';

type CodeUnder<Prefix extends string> = SentenceKey extends infer K
  ? K extends `${Prefix}.${infer Code}`
    ? Code
    : never
  : never;

/** Something that a rule found, by its code, with whatever it knows about it. */
type Found<Code extends string> = { readonly code: Code };

/** What is wrong with a date, as `calendar` says it. */
type DateFound = Found<CodeUnder<'import.problem.date'>>;

/**
 * Why a row is not in the plan, as a sentence: "«31/2» finnes ikke."
 * @param value What stands in the cell.
 */
export function sayProblem(
  language: Language,
  problem: Found<Exclude<CodeUnder<'import.problem'>, `date.${string}`>> | (Found<'date'> & { problem: DateFound }),
  value: string,
): string {
  if (problem.code === 'date' && 'problem' in problem) {
    return say(language, `import.problem.date.${problem.problem.code}`, blanks(language, problem.problem, value));
  }
  return say(language, `import.problem.${problem.code}` as SentenceKey, blanks(language, problem, value));
}

/** What is worth a second look in a row, as a sentence: "1. september 2018 er en lørdag." */
export function sayWarning(language: Language, warning: Found<CodeUnder<'import.warning'>>, value: string): string {
  return say(language, `import.warning.${warning.code}`, blanks(language, warning, value));
}

/** A column as a person knows it, with what stands in it: "«Frist» (15/9, uke 42)", "kolonne B (Kurs)". */
export function sayColumn(
  language: Language,
  { heading, letter, examples }: { heading: string; letter: string; examples: readonly string[] },
): string {
  const name =
    heading === ''
      ? say(language, 'import.column.bare', { letter })
      : say(language, 'import.column.headed', { heading });
  return examples.length > 0 ? `${name} (${examples.join(', ')})` : name;
}

/** Why a file is no table, as a sentence. */
export function sayTableProblem(language: Language, problem: Found<CodeUnder<'import.table'>>): string {
  return say(language, `import.table.${problem.code}`, blanks(language, problem, ''));
}

/** What a table leaves out of its file, as a sentence. */
export function sayTableNotice(language: Language, notice: Found<CodeUnder<'import.notice'>>): string {
  return say(language, `import.notice.${notice.code}`, blanks(language, notice, ''));
}

/**
 * How a field that a finding carries is written in a sentence, where it is not as it stands: days and months as words,
 * sizes in megabytes; a year without the blank that numbers get ("2 018").
 */
const writers: Record<string, (known: string | number, locale: string) => string> = {
  day: dayInWords,
  start: dayInWords,
  end: dayInWords,
  monthOfRow: (month, locale) => formatted(`2000-${String(month).padStart(2, '0')}-01`, locale, { month: 'long' }),
  year: String,
  bytes: megabytes,
  maxBytes: megabytes,
};

/** The blanks of a sentence: what stands in the cell, what the finding knows, and the weekday of its day. */
function blanks(language: Language, found: object, value: string): Params {
  const locale = spoken(language) === 'en' ? 'en-GB' : spoken(language);
  const params: Params = { value };
  for (const [name, known] of Object.entries(found)) {
    if (typeof known === 'string' || typeof known === 'number') params[name] = writers[name]?.(known, locale) ?? known;
    if (Array.isArray(known)) params[name] = known.join(', ');
    if (name === 'day') params.weekday = formatted(String(known), locale, { weekday: 'long' });
  }
  return params;
}

function dayInWords(day: string | number, locale: string): string {
  return formatted(String(day), locale, { day: 'numeric', month: 'long', year: 'numeric' });
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Each formatter is made once: a plan may have thousands of findings, and making one costs more than using it. */
function formatted(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter.format(new Date(`${day}T12:00:00Z`));
}

function megabytes(bytes: string | number, locale: string): string {
  const options = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(Number(bytes) / 1024 / 1024);
}
