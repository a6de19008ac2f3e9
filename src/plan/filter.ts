import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';
import type { IsoDay } from '#calendar/when.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { Activity } from './activity.ts';

/** Which rows of the plan are asked for. Written into buttons as text, see `filterText`. */
export type Filter =
  | { by: 'ahead' }
  | { by: 'late' }
  | { by: 'mine' }
  | { by: 'undated' }
  /** Rows that touch these days, both inclusive. */
  | { by: 'period'; start: IsoDay; end: IsoDay }
  /** A unit with those in it. */
  | { by: 'unit'; unit: string }
  /** A gate, and what belongs to it. */
  | { by: 'gate'; gate: string }
  /** Words that stand somewhere in the row. */
  | { by: 'search'; text: string };

const words: Record<'mine' | 'late' | 'undated', readonly string[]> = {
  mine: ['mine', 'mina', 'mitt', 'min'],
  late: ['late', 'forsinket', 'forsinka', 'försenat', 'försenade', 'overtid'],
  undated: ['undated', 'udatert', 'odaterat', 'uten dato', 'utan datum', 'without a date'],
};

/** Letters of a search that a button carries; nobody looks for more. */
const longestSearch = 100;

/** A search for words, as a filter. */
export const searchFor = (text: string): Filter => ({
  by: 'search',
  text: text.trim().replace(/\s+/gu, ' ').slice(0, longestSearch).trim(),
});

/**
 * What the words after `plan` ask for: nothing (what lies ahead), `mine`, `late`, a unit, a gate, a day, week, month or
 * other period, or a year. Undefined when they mean none of these.
 */
export function readFilter(
  text: string,
  programme: Pick<Programme, 'units'>,
  { today, activities }: { today: IsoDay; activities: readonly Pick<Activity, 'gate'>[] },
): Filter | undefined {
  const asked = sameName(text);
  if (asked === '') return { by: 'ahead' };
  for (const by of ['mine', 'late', 'undated'] as const) if (words[by].includes(asked)) return { by };
  const unit = findUnit(programme, text);
  if (unit) return { by: 'unit', unit: unit.name };
  const gate = activities.find((a) => a.gate !== null && sameName(a.gate) === asked)?.gate;
  if (gate) return { by: 'gate', gate };
  const days = relativeDays(asked, today) ?? (/^(?:19|20|21)\d\d$/u.test(asked) ? yearOf(asked) : undefined);
  if (days) return { by: 'period', ...days };
  // "mars" in November is the next one; the month or week that we are in counts as this one.
  const month = readMonthHeading(text);
  const thisMonth = `${today.slice(0, 8)}01`;
  const read = readWhen(text, month ? { after: thisMonth, starts: thisMonth } : { after: today, starts: today });
  if (read.ok && read.when.start !== null && read.when.end !== null) {
    return { by: 'period', start: read.when.start, end: read.when.end };
  }
  return undefined;
}

const yearOf = (year: string) => ({ start: `${year}-01-01`, end: `${year}-12-31` });

const relative: readonly { words: readonly string[]; unit: 'days' | 'weeks' | 'months'; ahead: 0 | 1 }[] = [
  { words: ['i dag', 'idag', 'today'], unit: 'days', ahead: 0 },
  { words: ['i morgen', 'imorgen', 'i morgon', 'imorgon', 'tomorrow'], unit: 'days', ahead: 1 },
  { words: ['denne uken', 'denne uka', 'denne veka', 'den här veckan', 'this week'], unit: 'weeks', ahead: 0 },
  { words: ['neste uke', 'neste veke', 'nästa vecka', 'next week'], unit: 'weeks', ahead: 1 },
  { words: ['denne måneden', 'denne månaden', 'den här månaden', 'this month'], unit: 'months', ahead: 0 },
  { words: ['neste måned', 'neste månad', 'nästa månad', 'next month'], unit: 'months', ahead: 1 },
];

/** Days that are named from today: "i dag", "neste uke". They are asked about and never stand in a plan. */
function relativeDays(asked: string, today: IsoDay): { start: IsoDay; end: IsoDay } | undefined {
  const found = relative.find((one) => one.words.includes(asked));
  if (!found) return undefined;
  const { unit, ahead } = found;
  const day = Temporal.PlainDate.from(today);
  const first =
    unit === 'days' ? day : unit === 'weeks' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
  const start = first.add({ [unit]: ahead });
  return {
    start: start.toString(),
    end: start
      .add({ [unit]: 1 })
      .subtract({ days: 1 })
      .toString(),
  };
}

/** A filter as the text that a button carries. */
export function filterText(filter: Filter): string {
  switch (filter.by) {
    case 'period':
      return `period ${filter.start} ${filter.end}`;
    case 'unit':
      return `unit ${filter.unit}`;
    case 'gate':
      return `gate ${filter.gate}`;
    case 'search':
      return `search ${filter.text}`;
    default:
      return filter.by;
  }
}

/** The filter that a button carries; undefined for what no button says. */
export function readFilterText(text: string): Filter | undefined {
  const period = /^period (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/.exec(text);
  if (period) return { by: 'period', start: period[1] ?? '', end: period[2] ?? '' };
  const [, by, rest = ''] = /^(unit|gate|search) (.+)$/su.exec(text) ?? [];
  if (by === 'unit') return { by, unit: rest };
  if (by === 'gate') return { by, gate: rest };
  if (by === 'search') return searchFor(rest);
  return text === 'ahead' || text === 'late' || text === 'mine' || text === 'undated' ? { by: text } : undefined;
}
