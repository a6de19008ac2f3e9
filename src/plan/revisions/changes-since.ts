import type { IsoDay } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import { sameName } from '#people/find-unit.ts';
import type { Plan, RowChange, RowContent } from '../activity.ts';
import { activitiesAt, changesBetween } from './as-it-stood.ts';
import { type ChangeKind, kindsOf } from './diff.ts';
import { matchRows, titlesOfSeveral } from './match-rows.ts';

/**
 * A change of a row that its readers notice, with the reason that was given last for such a change of that row, and whether other
 * rows of the plan are called the same: then its date says which one is meant.
 */
export type PlanChange = RowChange & { reason?: string; recurs?: boolean };

/** The order in which changes are told: what moved first, what came and went last; within that by date. */
const order: readonly ChangeKind[] = [
  'moved',
  'paused',
  'cancelled',
  'resumed',
  'reassigned',
  'reworded',
  'added',
  'removed',
];

/**
 * What lies between two states of a plan for those who read it, each row once. Undefined where a state is not kept. The
 * later state may be the earlier revision: then it is what going back there would do.
 */
export function readersChanges(plan: Plan, from: number, to: number = plan.revision): PlanChange[] | undefined {
  const between = changesBetween(plan, from, to);
  if (!between) return undefined;
  const changes = Math.abs(to - from) > 1 ? withReturned(between) : between;
  const reasonFor = reasonsBetween(plan, from, to);
  const several = titlesOfSeveral([activitiesAt(plan, from) ?? [], activitiesAt(plan, to) ?? []]);
  const day = ({ before, after }: RowChange) => (after ?? before)?.when.start ?? '9';
  return changes
    .map((change) => ({ change, rank: rankOf(change) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || day(a.change).localeCompare(day(b.change)))
    .map(({ change }) => {
      const reason = reasonFor(change);
      // Of a row that is halted its own reason is told.
      const isOwn = reason === undefined || change.after?.halted?.reason === reason;
      const recurs = several.has(sameName((change.after ?? change.before)?.title ?? ''));
      return { ...change, ...(isOwn ? {} : { reason }), ...(recurs ? { recurs } : {}) };
    });
}

/**
 * Why a row changed: the last reason given for a change of the same kind, for why somebody paused a row which goes on
 * again is not why it was moved.
 */
function reasonsBetween(plan: Plan, from: number, to: number): (change: RowChange) => string | undefined {
  const given = new Map<string, { reason: string; kinds: ChangeKind[] }[]>();
  for (const { number, reason, changes } of plan.revisions) {
    if (number <= from || number > to || reason === undefined) continue;
    for (const own of changes ?? []) given.set(own.id, [...(given.get(own.id) ?? []), { reason, kinds: kindsOf(own) }]);
  }
  return (change) => {
    const kinds = kindsOf(change);
    return given.get(change.id)?.findLast((one) => one.kinds.some((kind) => kinds.includes(kind)))?.reason;
  };
}

/**
 * A row that went in one revision and came back in a later one has got another id, and to its readers is the same: such
 * two are one change, and what depends on it still does.
 */
function withReturned(changes: readonly RowChange[]): RowChange[] {
  const gone = changes.flatMap(({ id, before, after }) => (before && after === null ? [{ ...before, id }] : []));
  const come = changes.flatMap(({ id, before, after }) => (before === null && after ? [{ ...after, id }] : []));
  const pairs = matchRows(gone, come).flatMap((was, at) => {
    const now = come[at];
    return was && now && sameName(was.title) === sameName(now.title) ? [[was.id, now.id] as const] : [];
  });
  if (pairs.length === 0) return [...changes];
  const newId = new Map(pairs);
  const befores = new Map(
    changes.flatMap(({ id, before }) => (newId.has(id) ? [[newId.get(id), before] as const] : [])),
  );
  const kept = (before: RowContent | null): RowContent | null =>
    before && { ...before, dependsOn: before.dependsOn.map((id) => newId.get(id) ?? id) };
  return changes
    .filter(({ id }) => !newId.has(id))
    .map((change) => ({ ...change, before: kept(befores.get(change.id) ?? change.before) }));
}

function rankOf(change: RowChange): number {
  const [first] = kindsOf(change);
  return first === undefined ? -1 : order.indexOf(first);
}

/**
 * The revision that stood when a day began, so that all that was saved on that day or later is what has changed since.
 * Where the plan is younger, its first revision: nothing was there to be changed before.
 * @param zone IANA zone in which the day is meant.
 */
export function revisionBefore(plan: Pick<Plan, 'revisions'>, day: IsoDay, zone: string): number {
  return plan.revisions.findLast(({ at }) => dayIn(zone, at) < day)?.number ?? 1;
}
