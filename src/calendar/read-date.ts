import { type DateHints, daysOf } from './choose-year.ts';
import { clean } from './clean-text.ts';
import { type DateTrouble, isTrouble, monthPart, type Part } from './date-part.ts';
import { takeDoubt } from './doubt.ts';
import type { Span } from './iso-week.ts';
import { readPart } from './read-part.ts';
import { takeTime } from './time-of-day.ts';
import type { When } from './when.ts';

export { speaksOfDoubt } from './doubt.ts';

/** In characters. What is longer is no date, and is not worth searching for one. */
const LONGEST_CELL = 200;

/** Why a date cell was refused, with the text as its author wrote it. `words` makes the sentence by `code`. */
export type DateProblem = DateTrouble & { text: string };

type DateReading = { ok: true; when: When; time?: string } | { ok: false; problem: DateProblem };

/**
 * Reads a date cell as people write it in bokmål, nynorsk, Swedish and English: "15/7", "uke 42", "mars", "Q3 2026",
 * "15.–17. september", "medio mai", "antatt april", "innen 15/9", "15/9 kl. 9–15" (more of them in
 * `test/calendar/read-date.test.ts`). Upper and lower case, spaces and kinds of hyphen do not matter.
 *
 * - A day is written day first. Which year is meant where none is written: `choose-year.ts`.
 * - Empty is the month that the row stands under (`hints.month`), otherwise unknown. "Fortløpende", "TBA", a year alone
 *   and their like are unknown; the text is kept. "I løpet av 2026" is that year.
 * - Words of doubt make it approximate and keep the days of what they are said about. Primo, medio and ultimo (and
 *   "begynnelsen/midten/slutten av") are the 1st–10th, the 11th–20th and the 21st–last, approximate.
 * - "Innen", "senest", "t.o.m.", "fra" and "før" a day give that day: it is the one to remind of.
 * - `time` is `HH:MM` or `HH:MM–HH:MM` where the cell has one.
 * - What does not exist (31/2, uke 54) is refused with a problem and never bent to a near date.
 */
export function readWhen(text: string, hints: DateHints): DateReading {
  const written = text.trim();
  const problem = (trouble: DateTrouble): DateReading => ({ ok: false, problem: { ...trouble, text: written } });
  const unknown: DateReading = { ok: true, when: { start: null, end: null, precision: 'unknown', text: written } };

  if (written.length > LONGEST_CELL) return problem({ code: 'not-understood' });
  const { outer, aside } = brackets(clean(written).replace(/\s?→\s?/gu, ' - '));
  const { text: sure, doubt } = takeDoubt(outer);
  const inDoubt = doubt || takeDoubt(aside).doubt;
  const timed = takeTime(sure);
  const beside = aside === '' ? { text: '' } : takeTime(aside);
  if (timed === undefined || beside === undefined) return problem({ code: 'no-such-time' });
  const time = timed.time ?? beside.time;

  const words = withoutRemarks(timed.text.replace(/[.,;:]+$/u, ''));
  if (noDate.test(words) || yearAlone.test(words)) return unknown;
  const counted = serialDay(words);
  if (counted !== undefined) return problem({ code: 'serial-number', day: counted });
  if (words === '' && timed.time !== undefined && hints.month === undefined) return problem({ code: 'not-understood' });
  if (words === '' && hints.month === undefined) return unknown;

  const part = words === '' ? monthPart(hints.month ?? 0) : readPart(words, hints.month);
  if (part === undefined) return problem({ code: 'not-understood' });
  const days = daysOf(part, hints, asideDays(beside.text));
  if (isTrouble(days)) return problem(days);

  const when: When = { ...days, precision: precisionOf(part, days), text: written };
  return {
    ok: true,
    when: inDoubt ? asApproximate(when) : when,
    ...(time === undefined ? {} : { time }),
  };
}

/** The same days, said to be assumed. Where there is no date there is nothing to assume, so unknown stays unknown. */
export function asApproximate(when: When): When {
  return when.precision === 'unknown' ? when : { ...when, precision: 'approximate' };
}

/** Words in place of a date: it is not set, it comes later, it goes on all the time or comes again and again. */
const noDate = new RegExp(
  `^(?:${[
    '-+|x|n/?a|tba|tbd|tbc|to be (?:announced|decided|determined|confirmed)',
    '(?:dato|datum|tidspunkt|tidpunkt|tid|date|time)?\\s?(?:er|is|är)?\\s?(?:ikke|ikkje|inte|ej|not?)(?: (?:yet|ennå|enno|ännu|date))* (?:satt|sett|fastsatt|fastsett|bestemt|bestämt|avklart|avklara|klart?|fastställt|set|decided|known|kjent|kjend|känt)',
    '(?:dato|datum|tidspunkt|tidpunkt|date) (?:saknas|mangler|manglar|missing|kommer|kjem|avklares|avtales|bestäms|tba|tbc|tbd)',
    '(?:avklares|avklarast|avtales|avtalast|bestemmes|bestäms|meddelas|kommer|kjem|coming)(?: (?:senere|seinare|senare|nærmere|nærare|närmare|later))?|senere|seinare|senare|later',
    'fortløpende|fortlaupande|løpende|laupande|fortlöpande|löpande|kontinuerlige?|kontinuerlegt?|kontinuerligt|ongoing|continuous|continuously|rolling|hele perioden|heile perioden|hela perioden|whole period',
    'ukjent|ukjend|okänt|unknown|(?:uten|utan|ingen|inget|without|no) (?:dato|datum|date)|saknas|mangler|manglar|missing',
    'etter avtale|enligt överenskommelse|by agreement|(?:ved|hvis|om|vid|etter|efter) behov|as needed|when needed',
    'snarest(?: mulig)?|snarast|så snart som (?:mulig|mogleg|möjligt)|as soon as possible|asap|inntil videre|inntil vidare|tills vidare|until further notice',
    '(?:hver|kvar|hvert|kvart|varje|annenhver|annahvar|annankvar|annakvar|varannan|vartannat|every|each)(?: [\\p{L}\\d.]+){1,5}|ukentlig|vekentleg|månedlig|månadleg|varje vecka|weekly|monthly|quarterly|årlig|årleg|årligen|yearly',
  ].join('|')})$`,
  'u',
);

/**
 * What is said beside a date without changing its day: which part of the day, or that it goes on from there. It stays in
 * the author's text.
 */
const remarks =
  /(?<=\S)[\s,]+(?:heldags?|halvdags?|(?:hele|heile|hela) dagen|all day|formiddag|förmiddag|ettermiddag|eftermiddag|kveld|kväll|morgen|morgon|f\.?m|e\.?m|(?:og|och|and) (?:utover|framover|fremover|framåt|onwards?)|onwards?)\.?$|(?<=[\d.])-$/u;

function withoutRemarks(text: string): string {
  return text.replace(remarks, '').trim();
}

/** A whole year says too little to place a row by, unless its author says that it is meant: "i løpet av 2026". */
const yearAlone = /^(?:19|20|21)\d\d$/u;

/** Five figures, perhaps with a part of a day, that count days since 30 December 1899: 1954 to 2119. */
const serial = /^([2-7]\d{4})(?:[.,]\d+)?$/u;

/** The day that a spreadsheet's number of a date stands for (45200 is 1 October 2023). */
function serialDay(text: string): string | undefined {
  const days = serial.exec(text)?.[1];
  return (
    days &&
    Temporal.PlainDate.from('1899-12-30')
      .add({ days: Number(days) })
      .toString()
  );
}

/** What stands in brackets is an aside, unless everything does. */
function brackets(text: string): { outer: string; aside: string } {
  if (!text.includes('(')) return { outer: text, aside: '' };
  const aside = [...text.matchAll(/\(([^()]*)\)/gu)]
    .map((match) => match[1] ?? '')
    .join(' ')
    .trim();
  const outer = text
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+,/gu, ',')
    .trim();
  return outer === '' ? { outer: aside, aside: '' } : { outer, aside };
}

/** The days of an aside that is a date with its year: the author says which "uke 42" is meant. */
function asideDays(aside: string): Span | undefined {
  const part = aside === '' ? undefined : readPart(takeDoubt(aside).text, undefined);
  if (part?.year === undefined) return undefined;
  const days = part.at(part.year);
  return isTrouble(days) ? undefined : days;
}

/** A range of one day is a day: "15.–15. september". */
function precisionOf(part: Part, days: Span): Part['precision'] {
  return part.precision === 'range' && days.start === days.end ? 'day' : part.precision;
}
