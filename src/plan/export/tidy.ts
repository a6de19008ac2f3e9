/**
 * A text as it can stand in a file of any kind: line breaks are line feeds, control characters, which neither XML nor
 * calendars know, are left out, and half a character (a lone surrogate) is replaced.
 */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '')
    .toWellFormed();
}
