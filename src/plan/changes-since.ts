import type { IsoDay } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Plan, RowChange } from './activity.ts';
import { type ChangeKind, kindsOf } from './diff.ts';
import { changesBetween } from './revision.ts';

/** A change of a row that its readers notice, with the reason that was given last for changing that row. */
export type PlanChange = RowChange & { reason?: string };

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
  const changes = changesBetween(plan, from, to);
  if (!changes) return undefined;
  const reasons = new Map<string, string>();
  for (const { number, reason, changes: own } of plan.revisions) {
    if (number <= from || number > to || reason === undefined) continue;
    for (const { id } of own ?? []) reasons.set(id, reason);
  }
  const day = ({ before, after }: RowChange) => (after ?? before)?.when.start ?? '9';
  return changes
    .map((change) => ({ change, rank: rankOf(change) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || day(a.change).localeCompare(day(b.change)))
    .map(({ change }) => {
      const reason = reasons.get(change.id);
      // Of a row that is halted its own reason is told.
      return reason === undefined || change.after?.halted?.reason === reason ? change : { ...change, reason };
    });
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
