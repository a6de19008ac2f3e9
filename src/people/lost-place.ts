import type { Person } from './person.ts';
import type { Place } from './place.ts';
import type { Programme, Unit } from './programme.ts';

/** A place that a programme writes to and no longer can. */
export interface Loss {
  place: Place;
  /** Whose messages go there; of a person's own chat the units that the person is in. */
  units: Unit[];
}

/** What the programme loses with a place that is gone; undefined when it does not need it. */
export function lossOf(programme: Programme, place: Place): Loss | undefined {
  if (place.goneSince === undefined) return undefined;
  const units =
    place.kind === 'personal'
      ? programme.units.filter((unit) => unit.people.some(({ person }) => person === place.person))
      : programme.units.filter((unit) => unit.place === place.id);
  return units.length > 0 || programme.place === place.id ? { place, units } : undefined;
}

/** A person who cannot be reached is tried again with every message, and lost again: that is told once in so many days. */
const silentForDays = 30;

/** Whether an owner knows of a loss already, from what the ledger says of the last time that this place was lost. */
export function isTold(entry: { at: string } | undefined, place: Place, now: Temporal.Instant): boolean {
  if (entry === undefined) return false;
  const toldAt = Temporal.Instant.from(entry.at);
  if (place.kind === 'personal') {
    return Temporal.Instant.compare(toldAt.add({ hours: 24 * silentForDays }), now) > 0;
  }
  return Temporal.Instant.compare(toldAt, Temporal.Instant.from(place.goneSince ?? now.toString())) >= 0;
}

/** Whether it is the person's own chat: nobody is told there that Klar cannot write there. */
export const isOwn = (place: Place, person: Person): boolean => place.person === person.id;
