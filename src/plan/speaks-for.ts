import { findUnit } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity } from './activity.ts';

/** The units that a row names and the programme knows, in the row's order. */
export function unitsOn(programme: Pick<Programme, 'units'>, { units }: Pick<Activity, 'units'>): readonly Unit[] {
  const known = found.get(units);
  if (known && known.among === programme.units) return known.units;
  const all = units.flatMap((name) => findUnit(programme, name) ?? []);
  const each = [...new Map(all.map((unit) => [unit.id, unit])).values()];
  if (Object.isFrozen(units) && Object.isFrozen(programme.units)) {
    found.set(units, { among: programme.units, units: each });
  }
  return each;
}

/** What is stored never changes: a row that fifty units share asks for all of them on each of fifty cards. */
const found = new WeakMap<readonly string[], { among: readonly Unit[]; units: readonly Unit[] }>();

/**
 * For which of a row's units somebody speaks who presses a reminder of it: their own; where they are in several, those that the
 * card is for; and who is in none of them (and leads the programme) speaks for the card's units, or for all where the card names none.
 * Empty for a row without units: then it is the programme's own place that is spoken for.
 * @param onCard Ids of the units that the pressed copy was for.
 */
export function spokenFor(
  programme: Pick<Programme, 'units'>,
  activity: Pick<Activity, 'units'>,
  person: PersonId,
  onCard: readonly string[],
): readonly Unit[] {
  const all = unitsOn(programme, activity);
  const own = all.filter(({ people }) => people.some((one) => one.person === person));
  const named = (units: readonly Unit[]) => units.filter(({ id }) => onCard.includes(id));
  const choices = [named(own), own, named(all), all];
  return choices.find((units) => units.length > 0) ?? [];
}
