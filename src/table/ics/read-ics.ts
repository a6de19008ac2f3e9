import { MAX_ROWS, refuse, type TableNotice, type TableOutcome, type TableRow } from '../outcome.ts';
import { eventRow, type Happening, headings, klarWhen } from './event-row.ts';
import { type Entry, readEntries } from './jcal.ts';
import { occurrences, type Rule } from './recurring.ts';
import { movedTo, readMoment, type Span, spanOf } from './span.ts';

/** Whether a text is a calendar file. */
export function looksLikeCalendar(text: string): boolean {
  return /^\ufeff?\s*begin:vcalendar\s*$/imu.test(
    text
      .slice(0, 200)
      .split(/\r?\n/u)
      .find((line) => line.trim() !== '') ?? '',
  );
}

/**
 * Reads a calendar as a table with headings of its own: each event a row, a recurring one a row for each of its times
 * (see `occurrences` for how many, and the outcome's `notices` where that is not all of them). Tasks and notes are rows
 * too, so that a plan's rows without a date can stand in a calendar. What was cancelled is left out. The heading row is
 * 1; the rows after it are counted as they come.
 *
 * In a file that Klar wrote, its own properties win: `X-KLAR-WHEN` (the date in its author's words), `X-KLAR-KIND`,
 * `X-KLAR-GATE`, `X-KLAR-AFTER`, `X-KLAR-UNITS` and `X-KLAR-ID`.
 */
export function readIcs(text: string, { zone = 'Europe/Oslo' }: { zone?: string } = {}): TableOutcome {
  const entries = readEntries(text);
  if (!entries) return refuse({ code: 'damaged', looksLike: 'ics' });
  const times = timesOf(entries, zone);
  const rows: TableRow[] = [{ line: 1, cells: [...headings] }];
  const notices: TableNotice[] = [];
  for (const entry of entries) {
    if (times.isMovedTime(entry)) continue;
    const { happens, more } = times.of(entry);
    if (more)
      notices.push({ code: 'more-times', row: rows.length + 1, title: entry.text('summary'), kept: happens.length });
    for (const one of happens) {
      if (rows.length > MAX_ROWS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });
      if (!isCancelled(one.entry)) rows.push({ line: rows.length + 1, cells: eventRow(one) });
    }
  }
  if (rows.length === 1) return refuse({ code: 'empty' });
  return { ok: true, rows, ...(notices.length > 0 ? { notices } : {}) };
}

/** Knows when each entry happens, also where single times of a recurring one were moved or cancelled. */
function timesOf(entries: readonly Entry[], zone: string) {
  const dayOf = (entry: Entry) => readMoment(entry.value('recurrence-id'), zone)?.day;
  const recurring = new Set(entries.filter(isRecurring).map((entry) => entry.text('uid')));
  const isMovedTime = (entry: Entry) => dayOf(entry) !== undefined && recurring.has(entry.text('uid'));
  const moved = new Map<string, Entry>();
  for (const entry of entries) if (isMovedTime(entry)) moved.set(`${entry.text('uid')} ${dayOf(entry)}`, entry);

  return {
    isMovedTime,
    of(entry: Entry): { happens: Happening[]; more: boolean } {
      const span = spanOf(entry, zone);
      if (!span || !isRecurring(entry)) return { happens: [{ entry, span }], more: false };
      const { days, more } = recurrences(entry, span, zone);
      const happens = days.map((time): Happening => {
        const instead = moved.get(`${entry.text('uid')} ${time}`);
        return instead
          ? { entry: instead, span: spanOf(instead, zone), time }
          : { entry, span: movedTo(time, span), time };
      });
      return { happens, more };
    },
  };
}

function recurrences(entry: Entry, span: Span, zone: string): { days: Temporal.PlainDate[]; more: boolean } {
  const rule = entry.value('rrule');
  const ruled = rule ? readRule(rule as Rule, span, zone) : { days: [span.first], more: false };
  const dates = (name: string) => entry.texts(name).flatMap((text) => readMoment(text, zone)?.day ?? []);
  const left = new Set(dates('exdate').map(String));
  const days = new Map([...ruled.days, ...dates('rdate')].map((day) => [String(day), day]));
  return {
    days: [...days.values()].filter((day) => !left.has(String(day))).sort(Temporal.PlainDate.compare),
    more: ruled.more,
  };
}

function readRule(rule: Rule, span: Span, zone: string): { days: Temporal.PlainDate[]; more: boolean } {
  return occurrences(span.first, rule, readMoment(rule.until, zone));
}

function isRecurring(entry: Entry): boolean {
  // A date that the author wrote in words is one date, whatever else the event says.
  return (entry.value('rrule') !== undefined || entry.value('rdate') !== undefined) && klarWhen(entry) === undefined;
}

function isCancelled(entry: Entry): boolean {
  return entry.text('status').toUpperCase() === 'CANCELLED';
}
