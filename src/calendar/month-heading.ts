import { MONTH, monthNumber } from './date-names.ts';

const YEAR = "(?:\\s*,?\\s*((?:19|20|21)\\d\\d)|\\s*[-'’]\\s*(\\d\\d))?";
const heading = new RegExp(`^(?:(?:måned|månad|month)\\s*:?\\s*)?(${MONTH})\\.?${YEAR}\\s*:?$`, 'u');
const yearFirst = new RegExp(`^((?:19|20|21)\\d\\d)\\s*[,:-]?\\s*(${MONTH})\\.?$`, 'u');

/**
 * The month (1 to 12) that a cell names, with its year if it says one: "September", "SEPT.", "oktober 2018",
 * "2018 mars", "Januari -19". For a plan's month column and for the headings between its rows. Undefined for anything
 * that holds more than a month or is in figures: a lone "9" in a cell can be a number of anything.
 */
export function readMonthHeading(text: string): { month: number; year?: number } | undefined {
  const clean = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const [, first, name] = yearFirst.exec(clean) ?? [];
  const [, only, long, short] = heading.exec(clean) ?? [];
  const month = monthNumber(name ?? only ?? '');
  if (month === undefined) return undefined;
  const digits = first ?? long ?? (short && `20${short}`);
  return digits === undefined ? { month } : { month, year: Number(digits) };
}
