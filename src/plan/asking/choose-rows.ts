import type { IsoDay } from '#calendar/when.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity } from '../activity.ts';
import { unitsOn } from '../speaks-for.ts';
import { isLive, isOver } from '../standing.ts';
import { partOf } from '../unit-answers.ts';
import type { Days, Filter } from './filter.ts';
import { searchRows } from './search.ts';

/** What comes first of what goes on and has not begun: for saying what is next where there is nothing to show. */
export function nextRow(activities: readonly Activity[], today: IsoDay): Activity | undefined {
  return activities.filter((a) => isLive(a) && a.when.start !== null && a.when.start >= today).sort(byStart)[0];
}

const byStart = (a: Activity, b: Activity): number =>
  (a.when.start ?? '9').localeCompare(b.when.start ?? '9') || a.row - b.row;

/** A meeting or a gathering is over when its day is over, whether somebody says so or not. */
export const isHeld = ({ kind }: Pick<Activity, 'kind'>): boolean => kind === 'meeting' || kind === 'gathering';

/** Whether an activity should have been done by now and is not. What is on pause is not late. */
export const isLate = (activity: Pick<Activity, 'when' | 'state' | 'kind' | 'halted'>, today: IsoDay): boolean =>
  isLive(activity) && !isHeld(activity) && activity.when.end !== null && activity.when.end < today;

/** Whether somebody has to be asked for a date. Of what is over or on pause nobody is. */
export const lacksDate = (activity: Pick<Activity, 'when' | 'state' | 'halted'>): boolean =>
  isLive(activity) && activity.when.start === null;

/** The units, as the activity names them, in which a person has any role. */
export function unitsOf(programme: Programme, person: PersonId): string[] {
  return programme.units.filter((u) => u.people.some((p) => p.person === person)).map((u) => u.name);
}

/** A row as it stands for those of its units in which a person has any role. */
export function ownPart(activity: Activity, programme: Pick<Programme, 'units'>, person: PersonId): Activity {
  if (!activity.answers) return activity;
  const own = unitsOn(programme, activity).filter(({ people }) => people.some((one) => one.person === person));
  return partOf(
    activity,
    own.map(({ id }) => id),
    person,
  );
}

/** Whether a row names a unit, by its name or another spelling of it. */
export function isFor(activity: Pick<Activity, 'units'>, programme: Pick<Programme, 'units'>, unit: string): boolean {
  const wanted = findUnit(programme, unit)?.id;
  return activity.units.some((name) =>
    wanted ? findUnit(programme, name)?.id === wanted : sameName(name) === sameName(unit),
  );
}

/** Whether a row touches these days; every row does where no days are given. */
const touches = ({ when }: Pick<Activity, 'when'>, days: Days | undefined): boolean =>
  !days || (when.start !== null && when.end !== null && when.start <= days.end && when.end >= days.start);

/** A unit and all that lies in it: a region with its municipalities and their wards. */
function withThoseIn(programme: Pick<Programme, 'units'>, name: string): Unit[] {
  const unit = findUnit(programme, name);
  const found = new Set(unit ? [unit] : []);
  // A set that grows while it is walked through is walked through to its end.
  for (const { id } of found) for (const each of programme.units) if (each.parent === id) found.add(each);
  return [...found];
}

/** Whether a row is a gate of this name, belongs to it, or is what such a gate waits for. */
function belongsToGate(activities: readonly Activity[], gate: string): (activity: Activity) => boolean {
  const named = activities.filter((a) => a.gate !== null && sameName(a.gate) === sameName(gate));
  const awaited = named.filter(({ kind }) => kind === 'gate').flatMap(({ dependsOn }) => dependsOn);
  const ids = new Set([...named.map(({ id }) => id), ...awaited]);
  return ({ id }) => ids.has(id);
}

/**
 * The rows that a filter asks for, nearest first: what lies ahead by its start, what is late with the longest overdue
 * first, what has no date last, in the plan's own order. What is searched for comes best first.
 */
export function chooseRows(
  activities: readonly Activity[],
  filter: Filter,
  { programme, person, today }: { programme: Programme; person: PersonId; today: IsoDay },
): Activity[] {
  if (filter.by === 'search') return searchRows([...activities].sort(byStart), filter.text).rows;
  const mine = unitsOf(programme, person);
  const asked = filter.by === 'unit' ? [filter.unit, ...withThoseIn(programme, filter.unit).map((u) => u.name)] : [];
  const isOfGate = filter.by === 'gate' ? belongsToGate(activities, filter.gate) : () => false;
  const isWanted = (a: Activity): boolean => {
    switch (filter.by) {
      case 'ahead':
        return a.halted?.as !== 'cancelled' && (a.when.end === null || a.when.end >= today);
      case 'late':
        return isLate(a, today);
      case 'undated':
        return lacksDate(a);
      case 'halted':
        return a.halted !== undefined;
      case 'mine':
        return (
          !isOver(a) &&
          touches(a, filter.within) &&
          mine.some((unit) => isFor(a, programme, unit)) &&
          !isOver(ownPart(a, programme, person))
        );
      case 'period':
        return touches(a, filter);
      case 'unit':
        return touches(a, filter.within) && asked.some((unit) => isFor(a, programme, unit));
      case 'gate':
        return isOfGate(a);
      case 'tag':
        return a.tags?.some((tag) => sameName(tag) === sameName(filter.tag)) ?? false;
    }
  };
  return activities.filter(isWanted).sort(byStart);
}
