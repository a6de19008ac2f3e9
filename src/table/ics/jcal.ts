import ICAL from 'ical.js';

/** A component as jCal (RFC 7265) has it: name, properties, components inside it. */
type JCalComponent = [name: string, properties: JCalProperty[], inside: JCalComponent[]];
type JCalProperty = [name: string, params: Record<string, unknown>, type: string, ...values: unknown[]];

/** An event, task or note of a calendar. */
export interface Entry {
  /** Texts of all properties of this name, in order; several values of one property stand as several. */
  texts(name: string): string[];
  /** The first of them, or '' where there is none. */
  text(name: string): string;
  /** The value of the first property of this name as jCal writes it, for those that are no text. */
  value(name: string): unknown;
}

/**
 * Events, tasks and notes of all calendars in a text, in order. Only the parser of ical.js is used: its iterator of
 * recurrences never ends for a rule such as "31 February".
 * @returns undefined when it is no well-formed calendar.
 */
export function readEntries(text: string): Entry[] | undefined {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  // One calendar stands by itself, several in a list.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as JCalComponent[];
  return calendars
    .flatMap(([, , inside]) => inside)
    .filter(([name]) => ['vevent', 'vtodo', 'vjournal'].includes(name))
    .map(([, properties]) => entryOf(properties));
}

function entryOf(properties: readonly JCalProperty[]): Entry {
  const texts = (wanted: string) =>
    properties.flatMap(([name, , type, ...values]) => {
      if (name !== wanted) return [];
      return values.flat().map((value) => (type === 'unknown' ? unescaped(String(value)) : String(value)));
    });
  return {
    texts,
    text: (name) => texts(name)[0]?.trim() ?? '',
    value: (wanted) => properties.find(([name]) => name === wanted)?.[3],
  };
}

/** Properties that the standard does not know come as they were written (RFC 5545, 3.3.11). */
function unescaped(text: string): string {
  return text.replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
