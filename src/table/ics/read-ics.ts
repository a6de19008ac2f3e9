import { MAX_ROWS, refuse, type TableNotice, type TableOutcome, type TableRow } from '../outcome.ts';
import { eventTable, type Happening, isKlars } from './event-row.ts';
import { type Entry, readEntries } from './jcal.ts';
import { newPatience, occurrences, type Patience, type Rule } from './recurring.ts';
import { movedTo, readMoment, type Span, spanOf } from './span.ts';

/** Whether a text is a calendar file. */
export function looksLikeCalendar(text: string): boolean {
  return /^\ufeff?\s*begin:vcalendar\s/iu.test(text.slice(0, 200));
}

/**
 * Reads a calendar as a table with headings of its own: each event a row, a recurring one a row for each of its times
 * (see `occurrences` for how many, and the outcome's `notices` where that is not all of them). Tasks and notes are rows
 * too, so that a plan's rows without a date can stand in a calendar. What was cancelled is left out. The heading row is
 * 1; the rows after it are counted as they come.
 *
 * Entries that Klar wrote are known by `X-KLAR-WHEN`, the date in its author's words, and keep those: the words, the days
 * and their precision stand in columns as in Klar's own tables. Of these a cancelled one is kept: it is a row of the plan.
 */
export function readIcs(text: string, { zone = 'Europe/Oslo' }: { zone?: string } = {}): TableOutcome {
  const entries = readEntries(text);
  if (!entries) return refuse({ code: 'damaged', looksLike: 'ics' });
  const times = timesOf(entries, zone);
  const happenings: Happening[] = [];
  const notices: TableNotice[] = [];
  for (const entry of entries) {
    if (times.isMovedTime(entry)) continue;
    const { happens, more } = times.of(entry);
    const kept = happens.filter((one) => isKlars(one.entry) || !isCancelled(one.entry));
    // The heading row is 1.
    if (more)
      notices.push({ code: 'more-times', row: happenings.length + 2, title: entry.text('summary'), kept: kept.length });
    happenings.push(...kept);
    if (happenings.length > MAX_ROWS) return refuse({ code: 'too-many-rows', maxRows: MAX_ROWS });
  }
  if (happenings.length === 0) return refuse({ code: 'empty' });
  const rows: TableRow[] = eventTable(happenings).map((cells, index) => ({ line: index + 1, cells }));
  return { ok: true, rows, ...(notices.length > 0 ? { notices } : {}) };
}

/** Knows when each entry happens, also where single times of a recurring one were moved or cancelled. */
function timesOf(entries: readonly Entry[], zone: string) {
  const dayOf = (entry: Entry) => readMoment(entry.value('recurrence-id'), zone)?.day;
  const recurring = new Set(entries.filter(isRecurring).map((entry) => entry.text('uid')));
  const isMovedTime = (entry: Entry) => dayOf(entry) !== undefined && recurring.has(entry.text('uid'));
  const patience = newPatience();
  const moved = new Map<string, Entry>();
  for (const entry of entries) if (isMovedTime(entry)) moved.set(`${entry.text('uid')} ${dayOf(entry)}`, entry);

  return {
    isMovedTime,
    of(entry: Entry): { happens: Happening[]; more: boolean } {
      const span = spanOf(entry, zone);
      if (!span || !isRecurring(entry)) return { happens: [{ entry, span }], more: false };
      const { days, more } = recurrences(entry, span, { zone, patience });
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

function recurrences(
  entry: Entry,
  span: Span,
  { zone, patience }: { zone: string; patience: Patience },
): { days: Temporal.PlainDate[]; more: boolean } {
  const rule = entry.value('rrule') as Rule | undefined;
  const ruled = rule
    ? occurrences(span.first, rule, { until: readMoment(rule.until, zone), patience })
    : { days: [span.first], more: false };
  const dates = (name: string) => entry.texts(name).flatMap((text) => readMoment(text, zone)?.day ?? []);
  const left = new Set(dates('exdate').map(String));
  const days = new Map([...ruled.days, ...dates('rdate')].map((day) => [String(day), day]));
  return {
    days: [...days.values()].filter((day) => !left.has(String(day))).sort(Temporal.PlainDate.compare),
    more: ruled.more,
  };
}

function isRecurring(entry: Entry): boolean {
  return (entry.value('rrule') !== undefined || entry.value('rdate') !== undefined) && !isKlars(entry);
}

function isCancelled(entry: Entry): boolean {
  return entry.text('status').toUpperCase() === 'CANCELLED';
}
