import { findUnit, sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { ActivityId, Plan, RowContent } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import type { Reminder } from './reminder.ts';
import type { Reminding } from './reminding.ts';
import { defaultRules } from './rules.ts';
import { rulesFor } from './rules-for.ts';
import { scheduleOf } from './schedule.ts';

/** What the plan and the rules said at earlier instants, as far as reminders ask. */
export interface AsItWas {
  /**
   * Whether a reminder that lies behind the last change of its row or of the rules is one of those that were to come when it fell due: by the row and the
   * rules as they were then, for that unit, on that day. What came into being later was never missed, whatever made it: a row that is new, has been moved, let go on, or
   * got a tag or a unit, and rules that were changed. A time of day or a zone may have changed since: the day decides.
   *
   * What has to be got ahead of a row (a lead time) is asked for all the same, unless it was asked for by an earlier date of the row.
   * @param wasAskedFrom Whether it was settled while the row began on another day.
   */
  wasToCome(
    reminder: Reminder,
    receiver: string | null,
    atMs: number,
    wasAskedFrom: (start: string) => boolean,
  ): boolean;
}

/** A row as it stood until a revision; null: it was not there. */
interface Earlier {
  untilMs: number;
  row: RowContent | null;
}

/** Looks back in a plan. What is not asked about is not worked out: most reminders lie ahead of everything that was changed. */
export function asItWas(
  programme: Pick<Programme, 'units' | 'country'>,
  plan: Pick<Plan, 'activities' | 'revisions'>,
  { rules = defaultRules, formerRules = [] }: Pick<Reminding, 'rules' | 'formerRules'>,
): AsItWas {
  const changedAt = new Map(plan.revisions.map(({ number, at }) => [number, Date.parse(at)]));
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]));
  const rulesUntil = formerRules.map((former) => ({ ...former, untilMs: Date.parse(former.until) }));
  const rulesChangedMs = rulesUntil.at(-1)?.untilMs ?? Number.NEGATIVE_INFINITY;
  let histories: ReadonlyMap<ActivityId, Earlier[]> | undefined;
  const earlier = (id: ActivityId): readonly Earlier[] => {
    histories ??= historiesOf(plan.revisions);
    return histories.get(id) ?? [];
  };

  return {
    wasToCome({ activity, rule, start, at, lead }, receiver, atMs, wasAskedFrom) {
      const now = activities.get(activity);
      const rowChangedMs = changedAt.get(now?.changedIn ?? 0) ?? Number.NEGATIVE_INFINITY;
      if (atMs >= rowChangedMs && atMs >= rulesChangedMs) return true;
      const changes = atMs < rowChangedMs ? earlier(activity) : [];
      const row = changes.find(({ untilMs }) => atMs < untilMs)?.row;
      if (lead !== undefined) {
        const starts = changes.flatMap(({ row: was }) => was?.when.start ?? []);
        return row === undefined || !starts.some((one) => one !== start && wasAskedFrom(one));
      }
      const then = row === undefined ? now : row;
      if (!then || !isLive({ state: 'planned', ...(then.halted ? { halted: then.halted } : {}) })) return false;
      if (!isFor(programme, then.units, receiver)) return false;
      // What was put off comes by nobody's rules.
      if (rule.startsWith('snooze-')) return then.when.start === start;
      const sorted = rulesUntil.find(({ untilMs }) => atMs < untilMs) ?? rules;
      const names = rulesFor({ ...sorted, leads: [] }, then).rules;
      const day = at.slice(0, 10);
      return scheduleOf(then.when, { rules: names }, programme.country).some(
        (one) => one.rule === rule && one.day === day,
      );
    },
  };
}

/** What every row said before each revision that changed it, the earliest revision first. */
function historiesOf(revisions: Plan['revisions']): Map<ActivityId, Earlier[]> {
  const found = new Map<ActivityId, Earlier[]>();
  for (const { at, changes = [] } of revisions) {
    const untilMs = Date.parse(at);
    for (const { id, before } of changes) {
      const known = found.get(id);
      if (known) known.push({ untilMs, row: before });
      else found.set(id, [{ untilMs, row: before }]);
    }
  }
  return found;
}

/** Whether a row was one of a unit's, however it was spelled; for null, whether it was nobody's. */
function isFor(programme: Pick<Programme, 'units'>, units: readonly string[], receiver: string | null): boolean {
  if (receiver === null) return units.length === 0;
  const wanted = findUnit(programme, receiver)?.id;
  return units.some((name) =>
    wanted === undefined ? sameName(name) === sameName(receiver) : findUnit(programme, name)?.id === wanted,
  );
}
