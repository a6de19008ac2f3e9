import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';
import type { IsoDay } from '#calendar/when.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity } from '../activity.ts';

/** Rows that touch these days, both inclusive. */
export interface Days {
  start: IsoDay;
  end: IsoDay;
}

/** Which rows of the plan are asked for. Written into buttons as text, see `filterText`. */
export type Filter =
  | { by: 'ahead' }
  | { by: 'late' }
  | { by: 'mine'; within?: Days }
  | { by: 'undated' }
  /** What is on pause or called off. */
  | { by: 'halted' }
  | ({ by: 'period' } & Days)
  /** A unit with those in it. */
  | { by: 'unit'; unit: string; within?: Days }
  /** A gate, and what belongs to it. */
  | { by: 'gate'; gate: string }
  /** What has this tag. */
  | { by: 'tag'; tag: string }
  /** Words that stand somewhere in the row. */
  | { by: 'search'; text: string };

const words: Record<'mine' | 'late' | 'undated' | 'halted', readonly string[]> = {
  mine: ['mine', 'mina', 'mitt', 'min'],
  late: ['late', 'forsinket', 'forsinka', 'försenat', 'försenade', 'overtid'],
  undated: ['undated', 'udatert', 'odaterat', 'uten dato', 'utan datum', 'without a date'],
  halted: [
    ...['avlyst', 'avlyste', 'på pause', 'pauset', 'inställt', 'inställda', 'pausat', 'pausade', 'pausad'],
    ...['halted', 'paused', 'on pause', 'cancelled', 'canceled', 'called off'],
  ],
};

/** Letters of a search that a button carries; nobody looks for more. */
const longestSearch = 100;

/** A search for words, as a filter. */
export const searchFor = (text: string): Filter => ({
  by: 'search',
  text: text.trim().replace(/\s+/gu, ' ').slice(0, longestSearch).trim(),
});

/**
 * What the words after `plan` ask for: nothing (what lies ahead), `mine`, `late`, a unit, a gate, a tag (also as `#opplæring`), a day, week, month or
 * other period, a year, or a unit in a period ("Trondheim i mars", "mine uke 42"). Undefined when they mean none of these.
 */
export function readFilter(
  text: string,
  programme: Pick<Programme, 'units'>,
  { today, activities }: { today: IsoDay; activities: readonly Pick<Activity, 'gate' | 'tags'>[] },
): Filter | undefined {
  const asked = sameName(text);
  if (asked === '') return { by: 'ahead' };
  for (const by of ['mine', 'late', 'undated', 'halted'] as const) if (words[by].includes(asked)) return { by };
  const unit = findUnit(programme, text);
  if (unit) return { by: 'unit', unit: unit.name };
  const gate = activities.find((a) => a.gate !== null && sameName(a.gate) === asked)?.gate;
  if (gate) return { by: 'gate', gate };
  const days = readDays(text, today);
  const tag = days ? undefined : tagNamed(activities, asked);
  if (tag) return { by: 'tag', tag };
  return days ? { by: 'period', ...days } : readInPeriod(text, programme, today);
}

/** A tag of the plan, with or without a `#` before it, as it is written there. */
function tagNamed(activities: readonly Pick<Activity, 'tags'>[], asked: string): string | undefined {
  const wanted = asked.replace(/^#\s*/u, '');
  return activities.flatMap(({ tags }) => tags ?? []).find((tag) => sameName(tag) === wanted);
}

/** A day, week, month or other period, or a year. */
function readDays(text: string, today: IsoDay): Days | undefined {
  const asked = sameName(text);
  const days = relativeDays(asked, today) ?? (/^(?:19|20|21)\d\d$/u.test(asked) ? yearOf(asked) : undefined);
  if (days) return days;
  // "mars" in November is the next one; the month or week that we are in counts as this one.
  const month = readMonthHeading(text);
  const thisMonth = `${today.slice(0, 8)}01`;
  const read = readWhen(text, month ? { after: thisMonth, starts: thisMonth } : { after: today, starts: today });
  if (read.ok && read.when.start !== null && read.when.end !== null) {
    return { start: read.when.start, end: read.when.end };
  }
  return undefined;
}

/** "Trondheim i mars", "uke 42 Trondheim", "mine desember": whose, and when. */
function readInPeriod(text: string, programme: Pick<Programme, 'units'>, today: IsoDay): Filter | undefined {
  const typed = text.trim().split(/\s+/u).slice(0, mostWords);
  for (let cut = 1; cut < typed.length; cut += 1) {
    const [first, last] = [typed.slice(0, cut).join(' '), typed.slice(cut).join(' ')];
    for (const [whose, when] of [
      [first, last],
      [last, first],
    ] as const) {
      const within = readDays(when, today) ?? readDays(when.replace(joining, ''), today);
      if (!within) continue;
      const named = whose.replace(joining, '').replace(/,$/u, '');
      if (words.mine.includes(sameName(named))) return { by: 'mine', within };
      const unit = unitNamed(programme, named);
      if (unit) return { by: 'unit', unit: unit.name, within };
    }
  }
  return undefined;
}

const mostWords = 12;
const joining = /^(?:for|för|i|in|på|om|under|to|til|till|of)\s+/iu;

/** The unit of this name, or the only one whose words begin like this: "Solvik" of "Solvik kommune". */
function unitNamed(programme: Pick<Programme, 'units'>, text: string): Unit | undefined {
  const known = findUnit(programme, text);
  if (known) return known;
  const typed = sameName(text).split(' ');
  const begins = (name: string) => {
    const parts = sameName(name).split(' ');
    return typed.every((word) => word.length > 2 && parts.some((part) => part.startsWith(word)));
  };
  const [only, ...others] = programme.units.filter(({ name, aliases }) => [name, ...aliases].some(begins));
  return others.length === 0 ? only : undefined;
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
  if ((filter.by === 'mine' || filter.by === 'unit') && filter.within) {
    const { within, ...whose } = filter;
    return `within ${within.start} ${within.end} ${filterText(whose)}`;
  }
  switch (filter.by) {
    case 'period':
      return `period ${filter.start} ${filter.end}`;
    case 'unit':
      return `unit ${filter.unit}`;
    case 'gate':
      return `gate ${filter.gate}`;
    case 'tag':
      return `tag ${filter.tag}`;
    case 'search':
      return `search ${filter.text}`;
    default:
      return filter.by;
  }
}

const plainFilters: readonly Filter[] = (['ahead', 'late', 'mine', 'undated', 'halted'] as const).map((by) => ({ by }));

/** The filter that a button carries; undefined for what no button says. */
export function readFilterText(text: string): Filter | undefined {
  const period = /^period (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/.exec(text);
  if (period) return { by: 'period', start: period[1] ?? '', end: period[2] ?? '' };
  const inPeriod = /^within (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2}) ((?:mine|unit) ?.*)$/su.exec(text);
  if (inPeriod) {
    const whose = readFilterText(inPeriod[3] ?? '');
    const within = { start: inPeriod[1] ?? '', end: inPeriod[2] ?? '' };
    return whose?.by === 'mine' || whose?.by === 'unit' ? { ...whose, within } : undefined;
  }
  const [, by, rest = ''] = /^(unit|gate|tag|search) (.+)$/su.exec(text) ?? [];
  if (by === 'unit') return { by, unit: rest };
  if (by === 'gate') return { by, gate: rest };
  if (by === 'tag') return { by, tag: rest };
  if (by === 'search') return searchFor(rest);
  return plainFilters.find((one) => one.by === text);
}
