import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';
import type { ColumnAnswers } from './find-headings.ts';
import type { SheetRow } from './merged-cells.ts';
import { looksLikeUnit } from './unit-words.ts';

/** Lines as a table without headings, and what its columns hold: for `readPlan`, with `columns` in its setting. */
export interface LinesRead {
  rows: SheetRow[];
  columns: ColumnAnswers;
}

const [WHEN, TITLE, UNITS, SECTION] = [0, 1, 2, 3];
/** Words of a line that are tried as a date, and in characters how long a line may be. */
const MOST_WORDS = 10;
const LONGEST_LINE = 500;

/**
 * Reads free lines, as people type a plan into a chat, as rows: "15/9 Samling for alle", "uke 42: Workshops – Nordvik
 * kommune", "Samling – 15/9". A line that is a month heads those below it; one that ends in a colon heads a section.
 * What stands after the last dash is a unit where it looks like one. Undefined where fewer than two lines, or fewer than
 * half of them, hold a date: then it is some other text.
 *
 * @param lines One cell each, as `#table` gives a pasted text of lines.
 * @param known Whether a name is one of the programme's units.
 */
export function readLines(
  lines: readonly SheetRow[],
  known: (name: string) => boolean = () => false,
): LinesRead | undefined {
  let month: number | undefined;
  let dated = 0;
  let told = 0;
  const rows = lines.flatMap(({ line, cells }): SheetRow[] => {
    const text = bare(cells.join(' '));
    if (text === '' || text.length > LONGEST_LINE) return text === '' ? [] : [{ line, cells: ['', text] }];
    const heading = readMonthHeading(text);
    if (heading) {
      month = heading.month;
      return [{ line, cells: [text] }];
    }
    told += 1;
    const { title, units } = titleAndUnits(text, known);
    const found = dateIn(title, month);
    if (found) dated += 1;
    const isSection = found === undefined && (text.endsWith(':') || told === 1);
    if (isSection) {
      told -= 1;
      return [{ line, cells: at(SECTION, text) }];
    }
    return [{ line, cells: [found?.date ?? '', found?.rest ?? title, units] }];
  });
  if (dated < 2 || dated * 2 < told) return undefined;
  return { rows, columns: { when: WHEN, title: TITLE, units: UNITS } };
}

function at(index: number | undefined, text: string): string[] {
  return Array.from({ length: (index ?? 0) + 1 }, (_, place) => (place === index ? text : ''));
}

/** Without the sign or the number of a list, and without the marks of bold text. */
function bare(line: string): string {
  const text = line.replace(/\*\*|__/gu, '').trim();
  return text.replace(/^(?:[-–—•·*▪◦‣]|\d{1,3}\)|\(\d{1,3}\))\s+/u, '').replace(/^\[[ xX]?\]\s*/u, '');
}

interface Dated {
  date: string;
  rest: string;
}

/** The date at the beginning or the end of a line, the longest that can be read, and what is left of the line. */
function dateIn(text: string, month: number | undefined): Dated | undefined {
  const words = [...text.matchAll(/\S+/gu)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  for (let count = Math.min(words.length - 1, MOST_WORDS); count > 0; count -= 1) {
    const end = words[count - 1]?.to ?? 0;
    const found = taken(text.slice(0, end), text.slice(end), month, 'first');
    if (found) return found;
  }
  for (let count = Math.min(words.length - 1, MOST_WORDS); count > 0; count -= 1) {
    const start = words.at(-count)?.from ?? 0;
    const found = taken(text.slice(start), text.slice(0, start), month, 'last');
    if (found) return found;
  }
  return undefined;
}

const sign = /^[\s:–—|-]+|[\s:–—|(-]+$/gu;

/**
 * A piece of a line as its date. Without a figure ("mars", "høsten") it must be set off by a sign: "Mars blir travel"
 * begins with no date.
 */
function taken(piece: string, rest: string, month: number | undefined, where: 'first' | 'last'): Dated | undefined {
  const date = piece.replace(/^[([]|[)\].,:;]+$|\s+[–—-]$/gu, (mark) => (mark === '.' ? mark : '')).trim();
  const left = rest
    .replace(sign, '')
    .replace(/^[,.)\]]+\s*|\s*,$/gu, '')
    .trim();
  if (date === '' || left === '' || !/\p{L}/u.test(left)) return undefined;
  const isSetOff =
    where === 'first'
      ? /[:,)\]]$/u.test(piece) || /^\s*(?:[:–—|-]|\t)/u.test(rest) || /[–—-]$/u.test(piece)
      : /[:–—|(,-]\s*$/u.test(rest) || /^[([]/u.test(piece);
  if (!/\d/u.test(date) && !isSetOff) return undefined;
  const reading = readWhen(date, { year: 2000, ...(month === undefined ? {} : { month }) });
  const isDate = reading.ok
    ? reading.when.precision !== 'unknown'
    : reading.problem.code !== 'not-understood' && reading.problem.code !== 'serial-number';
  // A bare number under a month counts things as often as days: "3 grupper møtes".
  return isDate && !/^\d+$/u.test(date) ? { date, rest: left } : undefined;
}

/** "Workshops – Nordvik kommune", "Workshops (Nordvik kommune; Sørfjord kommune)". */
function titleAndUnits(text: string, known: (name: string) => boolean): { title: string; units: string } {
  const [, before, after] = /^(.+?)\s+[–—-]\s+([^–—]+)$/u.exec(text) ?? /^(.+?)\s*\(([^()]+)\)$/u.exec(text) ?? [];
  if (before === undefined || after === undefined) return { title: text, units: '' };
  const names = after.split(/\s*(?:;|,|\s(?:og|och|and|&)\s)\s*/u);
  const areUnits = known(after) || looksLikeUnit(after) || names.every((name) => known(name) || looksLikeUnit(name));
  return areUnits ? { title: before.trim(), units: after.trim() } : { title: text, units: '' };
}
