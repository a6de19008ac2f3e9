import { addDays } from '#calendar/add-days.ts';
import type { Country, IsoDay } from '#calendar/when.ts';
import { onOrBefore } from '#calendar/working-day.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import type { ReminderRules } from './rules.ts';

/** One round of asking all units to confirm before a gate. */
export interface WaveDay {
  /** Always a working day: a round that would begin on a day off begins on the working day before. */
  day: IsoDay;
  /** So many days before the gate's first day, as the rule says. */
  daysBefore: number;
}

/**
 * The days on which units are to be asked to confirm before a gate, earliest first, one round a day at most (the one
 * nearest the gate). None where the row is no gate, has no date, is over or on pause, or no rounds are set.
 */
export function waveDays(
  gate: Pick<Activity, 'kind' | 'when' | 'state' | 'halted'>,
  { wave }: Pick<ReminderRules, 'wave'>,
  country: Country,
): WaveDay[] {
  const { start } = gate.when;
  if (gate.kind !== 'gate' || start === null || !wave || !isLive(gate)) return [];
  const furthestFirst = wave.daysBefore.toSorted((a, b) => b - a);
  const byDay = new Map(
    furthestFirst.map((daysBefore) => [onOrBefore(addDays(start, -daysBefore), country), daysBefore]),
  );
  return [...byDay].map(([day, daysBefore]) => ({ day, daysBefore }));
}
