import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';
import type { IsoDay } from '#calendar/when.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
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
  | { by: 'unit'; unit: string };

const words: Record<'mine' | 'late' | 'undated', readonly string[]> = {
  mine: ['mine', 'mina', 'mitt', 'min'],
  late: ['late', 'forsinket', 'forsinka', 'försenat', 'försenade', 'overtid'],
  undated: ['undated', 'udatert', 'odaterat'],
};

/**
 * What the words after `plan` ask for: nothing (what lies ahead), `mine`, `late`, a month, a week, or a unit. Undefined
 * when they mean none of these.
 */
export function readFilter(text: string, programme: Pick<Programme, 'units'>, today: IsoDay): Filter | undefined {
  const asked = sameName(text);
  if (asked === '') return { by: 'ahead' };
  for (const by of ['mine', 'late', 'undated'] as const) if (words[by].includes(asked)) return { by };
  const unit = findUnit(programme, text);
  if (unit) return { by: 'unit', unit: unit.name };
  // "mars" in November is the next one; the month or week that we are in counts as this one.
  const month = readMonthHeading(text);
  const thisMonth = `${today.slice(0, 8)}01`;
  const read = readWhen(text, month ? { after: thisMonth, starts: thisMonth } : { after: today, starts: today });
  if (read.ok && read.when.start !== null && read.when.end !== null) {
    return { by: 'period', start: read.when.start, end: read.when.end };
  }
  return undefined;
}

/** A filter as the text that a button carries, and back. */
export function filterText(filter: Filter): string {
  if (filter.by === 'period') return `period ${filter.start} ${filter.end}`;
  return filter.by === 'unit' ? `unit ${filter.unit}` : filter.by;
}
export function readFilterText(text: string): Filter | undefined {
  const period = /^period (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/.exec(text);
  if (period) return { by: 'period', start: period[1] ?? '', end: period[2] ?? '' };
  if (text.startsWith('unit ')) return { by: 'unit', unit: text.slice(5) };
  return text === 'ahead' || text === 'late' || text === 'mine' || text === 'undated' ? { by: text } : undefined;
}

/** What comes first of what is not done and has not begun: for saying what is next where there is nothing to show. */
export function nextRow(activities: readonly Activity[], today: IsoDay): Activity | undefined {
  return activities
    .filter(({ when, state }) => state !== 'done' && when.start !== null && when.start >= today)
    .sort(byStart)[0];
}

const byStart = (a: Activity, b: Activity): number =>
  (a.when.start ?? '9').localeCompare(b.when.start ?? '9') || a.row - b.row;

/** A meeting or a gathering is over when its day is over, whether somebody says so or not. */
export const isHeld = ({ kind }: Pick<Activity, 'kind'>): boolean => kind === 'meeting' || kind === 'gathering';

/** Whether an activity should have been done by now and is not. */
export const isLate = (activity: Pick<Activity, 'when' | 'state' | 'kind'>, today: IsoDay): boolean =>
  activity.state !== 'done' && !isHeld(activity) && activity.when.end !== null && activity.when.end < today;

/** The units, as the activity names them, in which a person has any role. */
export function unitsOf(programme: Programme, person: PersonId): string[] {
  return programme.units.filter((u) => u.people.some((p) => p.person === person)).map((u) => u.name);
}

/** Whether a row names a unit, by its name or another spelling of it. */
export function isFor(activity: Pick<Activity, 'units'>, programme: Pick<Programme, 'units'>, unit: string): boolean {
  const wanted = findUnit(programme, unit)?.id;
  return activity.units.some((name) =>
    wanted ? findUnit(programme, name)?.id === wanted : sameName(name) === sameName(unit),
  );
}

/**
 * The rows that a filter asks for, nearest first: what lies ahead by its start, what is late with the longest overdue
 * first, what has no date last, in the plan's own order.
 */
export function chooseRows(
  activities: readonly Activity[],
  filter: Filter,
  { programme, person, today }: { programme: Programme; person: PersonId; today: IsoDay },
): Activity[] {
  const mine = unitsOf(programme, person);
  const isWanted = (a: Activity): boolean => {
    switch (filter.by) {
      case 'ahead':
        return a.when.end === null || a.when.end >= today;
      case 'late':
        return isLate(a, today);
      case 'undated':
        return a.when.start === null && a.state !== 'done';
      case 'mine':
        return a.state !== 'done' && mine.some((unit) => isFor(a, programme, unit));
      case 'period':
        return a.when.start !== null && a.when.end !== null && a.when.start <= filter.end && a.when.end >= filter.start;
      case 'unit':
        return isFor(a, programme, filter.unit);
    }
  };
  return activities.filter(isWanted).sort(byStart);
}
