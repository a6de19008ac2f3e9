import { addDays } from '#calendar/add-days.ts';
import type { IsoDay } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import { sameName } from '#people/find-unit.ts';
import type { Unit } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { type EscalationStep, escalationSteps, ruleOf } from './escalation.ts';
import { lateForWeeks } from './overview.ts';

/** What the ledger says was done to get an answer about a row from a unit. */
export interface History {
  /** Days on which the unit was reminded of it, or shown it as late in a week's overview, oldest first. */
  reminded: IsoDay[];
  /** Who was told next, oldest first. */
  told: { step: EscalationStep; person: string; day: IsoDay }[];
}

/**
 * What went out about a row, as it stands now (what went out before it was moved counts no more), to a unit or to its deputies and owners.
 * @param entries The programme's part of the ledger.
 * @param about.unit Null for a row that names none.
 * @param about.overviews Who gets the unit's overviews (ids of places and persons), and since which day the row stands as it does: those that
 *   came when its last day was over have shown it as late, for as many weeks as they do (`overviewOf`).
 */
export function historyOf(
  entries: Iterable<readonly [key: string, entry: { state: string; at: string }]>,
  about: {
    activity: Pick<Activity, 'id' | 'when'>;
    unit: Pick<Unit, 'id' | 'name' | 'aliases'> | null;
    overviews: { to: readonly string[]; since: IsoDay };
    zone: string;
  },
): History {
  const { activity, unit, overviews, zone } = about;
  const { end } = activity.when;
  const names = unit === null ? [''] : [unit.name, ...unit.aliases].map(sameName);
  const standsSince = end !== null && end > overviews.since ? end : overviews.since;
  const isShown = (day: IsoDay) =>
    end !== null && day > end && day >= overviews.since && day <= addDays(standsSince, 7 * lateForWeeks);
  const reminded = new Set<IsoDay>();
  const told: (History['told'][number] & { at: string })[] = [];
  for (const [key, { state, at }] of entries) {
    if (state !== 'sent') continue;
    const [kind, id, rule = '', day, receiver = '', person, ...more] = key.split('/').map(decodeURIComponent);
    if (kind === 'overview') {
      // "overview/MONDAY/RECEIVER"; see `overviewKey`.
      if (overviews.to.includes(rule) && isShown(dayIn(zone, at))) reminded.add(dayIn(zone, at));
      continue;
    }
    if (id !== activity.id || more.length > 0) continue;
    const step = escalationSteps.find((one) => rule === ruleOf(one));
    // What comes after the last day is known by that day (`reminderKey`, `escalationKey`).
    const isOfNow = day === end || (!step && day === activity.when.start);
    if (!isOfNow) continue;
    if (step && person !== undefined && receiver === (unit?.id ?? '')) {
      told.push({ step, person, day: dayIn(zone, at), at });
    } else if (!step && person === undefined && names.includes(sameName(receiver))) {
      reminded.add(dayIn(zone, at));
    }
  }
  return {
    reminded: [...reminded].sort(),
    told: told
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(({ step, person, day }) => ({ step, person, day })),
  };
}
