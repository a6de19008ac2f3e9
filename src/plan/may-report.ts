import { findUnit } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import type { Activity } from './activity.ts';

/**
 * Whether a person may say how an activity stands: who leads the programme, and everyone in a unit that is responsible
 * for it. An activity that names no unit can be reported on by all in the programme.
 */
export function mayReport(programme: Programme, activity: Pick<Activity, 'units'>, person: PersonId): boolean {
  if (mayLead(programme, person)) return true;
  if (activity.units.length === 0) return belongsTo(programme, person);
  return activity.units.some((name) => findUnit(programme, name)?.people.some((p) => p.person === person));
}
