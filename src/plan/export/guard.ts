/**
 * What a spreadsheet would take for a formula and carry out, or Klar for an empty cell (a lone dash); also what looks
 * guarded already, so that taking the guard off gives every text back.
 */
const needsGuard = /^'*(?:[=+\-@\t]|[-–—]+$)/u;

/** A text that no spreadsheet carries out: an apostrophe before a sign with which formulas begin (CWE-1236). */
export const guarded = (text: string): string => (needsGuard.test(text) ? `'${text}` : text);

/** The text without that apostrophe; every other text as it is. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && needsGuard.test(text.slice(1)) ? text.slice(1) : text;

/**
 * For files that carry nothing out, such as calendars: guarded only where the reader would take it for something else, a
 * lone dash for nothing or an apostrophe of its author's for the guard.
 */
export const keptAsIs = (text: string): string =>
  /^[-–—]+$/u.test(text) || unguarded(text) !== text ? guarded(text) : text;
