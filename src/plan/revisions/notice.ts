import { z } from 'zod';
import type { IsoDay } from '#calendar/when.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import { type PersonId, personId } from '#people/person.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import type { Plan } from '../activity.ts';
import type { PlanChange } from './changes-since.ts';

/** A unit that is told of changes, and what came of it. */
const toldUnit = z.object({
  /** Null for the rows that name nobody (then `name` is empty), and for a name that is no unit of the programme. */
  unit: unitId.nullable(),
  name: z.string(),
  /** `nobody`: there was no way to it within the days that Klar tries. Missing while it is still to be told. */
  came: z.enum(['sent', 'nobody']).optional(),
  /** The last day (ISO) on which it was reminded, and what came of that. */
  reminded: z.object({ day: z.string(), came: z.enum(['sent', 'nobody']).optional() }).optional(),
  /** Who of the unit has said that it was seen, and when (ISO instant); the first speaks for the unit. */
  seen: z.array(z.object({ by: personId, at: z.string() })).default([]),
});
export type ToldUnit = z.infer<typeof toldUnit>;

/** One telling of what changed: from one revision of a programme's plan to a later one, to every unit whose rows changed. */
export const notice = z.object({
  id: z.string().min(1),
  programme: programmeId,
  /** The revision up to which the units had been told before, and the one up to which they are told now. */
  from: z.int().min(0),
  to: z.int().min(1),
  at: z.string(),
  units: z.array(toldUnit),
});
export type Notice = z.infer<typeof notice>;

/** How long Klar waits after the newest change before it tells, and after the first at the latest, minutes. */
const quietMinutes = 2;
const longestMinutes = 10;

/**
 * When the units are to be told of what has changed: two minutes after the newest revision, so that a slip can be undone
 * quietly and several edits become one message, but ten minutes after the first at the latest. Undefined when they have
 * been told of everything.
 */
export function whenToTell(plan: Plan): Temporal.Instant | undefined {
  const untold = plan.revisions.filter(({ number }) => number > toldUpTo(plan));
  const [first, newest] = [untold[0], untold.at(-1)];
  if (!first || !newest) return undefined;
  const quiet = Temporal.Instant.from(newest.at).add({ minutes: quietMinutes });
  const longest = Temporal.Instant.from(first.at).add({ minutes: longestMinutes });
  return Temporal.Instant.compare(quiet, longest) < 0 ? quiet : longest;
}

/** The newest revision of which the units have been told. A plan from before they were told of changes owes them none. */
export const toldUpTo = ({ told, revision }: Pick<Plan, 'told' | 'revision'>): number => told ?? revision;

/** Whose rows changed, in the order of the programme's units: a row that went from one unit to another is told to both. */
export function unitsTouched(changes: readonly PlanChange[], programme: Pick<Programme, 'units'>): ToldUnit[] {
  const found = new Map<string, ToldUnit>();
  for (const name of changes.flatMap(namesIn)) {
    const known = name === '' ? undefined : findUnit(programme, name);
    const key = known?.id ?? sameName(name);
    if (!found.has(key)) found.set(key, { unit: known?.id ?? null, name: known?.name ?? name, seen: [] });
  }
  const place = ({ unit, name }: ToldUnit) => {
    const at = programme.units.findIndex(({ id }) => id === unit);
    // What is nobody's comes last.
    return at >= 0 ? at : name === '' ? programme.units.length + 1 : programme.units.length;
  };
  return [...found.values()].sort((a, b) => place(a) - place(b));
}

/** How many units are told, and whether everyone in the programme is, for a sentence. */
export const toldCount = (units: readonly ToldUnit[]): { count: number; common: 'yes' | 'no' } => ({
  count: units.filter(({ name }) => name !== '').length,
  common: units.some(({ name }) => name === '') ? 'yes' : 'no',
});

/** The changes that concern a unit: of rows that were or are its own. */
export function changesFor(
  changes: readonly PlanChange[],
  programme: Pick<Programme, 'units'>,
  { unit, name }: Pick<ToldUnit, 'unit' | 'name'>,
): PlanChange[] {
  const isOwn = (named: string): boolean => {
    if (unit === null || named === '') return unit === null && sameName(named) === sameName(name);
    return findUnit(programme, named)?.id === unit;
  };
  return changes.filter((change) => namesIn(change).some(isOwn));
}

/**
 * Whether one of the changed rows begins or ends today or tomorrow, as it was or as it is: whoever hears of that when their quiet hours are over
 * may hear of it too late.
 */
export function isPressing(changes: readonly PlanChange[], today: IsoDay): boolean {
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  return changes
    .flatMap(({ before, after }) => [before?.when, after?.when])
    .some((when) => when && [when.start, when.end].some((day) => day === today || day === tomorrow));
}

/** The units that a changed row named or names; an empty name where it names none at either time. */
function namesIn({ before, after }: PlanChange): string[] {
  const names = [...(before?.units ?? []), ...(after?.units ?? [])];
  return names.length > 0 ? names : [''];
}

/**
 * Whether a person may say that a unit has seen its changes: everyone in it. What is nobody's, everyone in the programme
 * may; for a name that is no unit, those who lead.
 */
export function maySee(
  programme: Programme,
  { unit, name }: Pick<ToldUnit, 'unit' | 'name'>,
  person: PersonId,
): boolean {
  if (unit === null) return name === '' ? belongsTo(programme, person) : mayLead(programme, person);
  return programme.units.some(({ id, people }) => id === unit && people.some((p) => p.person === person));
}

/** Says for some of its units, by their places in the notice, that a person has seen it. Once for each person. */
export function markSeen(notice: Notice, units: readonly number[], by: PersonId, at: string): Notice {
  return changed(notice, units, (one) =>
    one.seen.some((seen) => seen.by === by) ? one : { ...one, seen: [...one.seen, { by, at }] },
  );
}

/** Takes back that a person has seen it. */
export function unmarkSeen(notice: Notice, units: readonly number[], by: PersonId): Notice {
  return changed(notice, units, (one) =>
    one.seen.some((seen) => seen.by === by) ? { ...one, seen: one.seen.filter((seen) => seen.by !== by) } : one,
  );
}

/** A notice with some of its units changed; the very same one when none is. */
export function changed(notice: Notice, units: readonly number[], change: (unit: ToldUnit) => ToldUnit): Notice {
  const next = notice.units.map((one, at) => (units.includes(at) ? change(one) : one));
  return next.every((one, at) => one === notice.units[at]) ? notice : { ...notice, units: next };
}
