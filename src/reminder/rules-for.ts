import type { Activity } from '#plan/activity.ts';
import { isHeld } from '#plan/asking/choose-rows.ts';
import { type LeadTime, type ReminderRules, readRule, type Scope, tagKey } from './rules.ts';

/** What decides which rules a row goes by. */
export type Sorted = Pick<Activity, 'kind'> & { tags?: readonly string[] | undefined };

/** The rules that one row goes by. */
export interface RowRules {
  /** Names of rules, in the order in which they were given. */
  rules: readonly string[];
  /** What has to be there before it, on top of the rules. */
  leads: readonly LeadTime[];
}

/**
 * The rules that hold for a row: those of the group that fits it best, or else the programme's. A group for a tag and a
 * kind fits better than one for the tag, and that better than one for the kind; of two that fit alike the first stands.
 * Every lead time that fits is added.
 *
 * What merely takes place (`isHeld`: a meeting, a gathering) is over with its day, whether somebody says so or not: it is no more late here than it is
 * in overviews, escalations and the plan, unless a group that it is in says so.
 */
export function rulesFor(rules: Pick<ReminderRules, 'rules' | 'groups' | 'leads'>, row: Sorted): RowRules {
  const leads = rules.leads.length === 0 ? rules.leads : rules.leads.filter((lead) => fits(lead, row));
  let best: { rules: readonly string[]; weight: number } = { rules: ofAll(rules, row), weight: 0 };
  for (const group of rules.groups) {
    const weight = (group.tag === undefined ? 0 : 2) + (group.kind === undefined ? 0 : 1);
    if (weight > best.weight && fits(group, row)) best = { rules: group.rules, weight };
  }
  return { rules: best.rules, leads };
}

/** The rules of every row, as far as they hold for this one. */
const ofAll = ({ rules }: Pick<ReminderRules, 'rules'>, row: Sorted): readonly string[] =>
  isHeld(row) ? rules.filter((name) => readRule(name).kind !== 'overdue') : rules;

/** Whether a row is one of those that a group or a lead time is for. */
export function fits({ kind, tag }: Scope, row: Sorted): boolean {
  if (kind !== undefined && kind !== row.kind) return false;
  if (tag === undefined) return true;
  const wanted = tagKey(tag);
  return row.tags?.some((one) => tagKey(one) === wanted) ?? false;
}
