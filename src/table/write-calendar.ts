import ICAL from 'ical.js';

/**
 * In octets, with the blank that begins a continued line: RFC 5545 allows 75, and the library counts that blank as nothing.
 */
const LONGEST_LINE = 75;

/** A calendar in jCal (RFC 7265), such as `['vcalendar', properties, components]`, as the bytes of an ICS file (RFC 5545). */
export function writeCalendar(calendar: readonly unknown[]): Uint8Array {
  const before = ICAL.foldLength;
  ICAL.foldLength = LONGEST_LINE - 1;
  try {
    return new TextEncoder().encode(ICAL.stringify([...calendar]));
  } finally {
    ICAL.foldLength = before;
  }
}
