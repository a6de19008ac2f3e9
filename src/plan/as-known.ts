import { findUnit } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { Activity } from './activity.ts';

/**
 * The row with the names by which the programme knows its units, each once, to be shown: "TK" is Trondheim kommune once somebody has said so. What is
 * stored stays as it was written; a row that is written so already is the very same.
 */
export function asKnown<A extends Pick<Activity, 'units'>>(programme: Pick<Programme, 'units'>, activity: A): A {
  const units = [...new Set(activity.units.map((name) => findUnit(programme, name)?.name ?? name))];
  const isSame = units.length === activity.units.length && units.every((name, nth) => name === activity.units[nth]);
  return isSame ? activity : { ...activity, units };
}

/** Their names in a line: "RHF, Trondheim kommune". */
export const unitsShown = (programme: Pick<Programme, 'units'>, activity: Pick<Activity, 'units'>): string =>
  asKnown(programme, activity).units.join(', ');
