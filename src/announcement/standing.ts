import { type PersonId, personId } from '#people/person.ts';
import type { UnitId } from '#people/programme.ts';
import { type Acknowledgement, type Announcement, keyOf, type Receiver } from './announcement.ts';

/** How it went with one receiver: it has arrived, it is still to come, it comes once Klar has met them, or it will not. */
export type Arrival = 'arrived' | 'waiting' | 'unmet' | 'failed';

/** A receiver as it stands. Two records that turned out to be one person are one. */
export interface Standing {
  receiver: Receiver;
  /** Under which ids they were asked; several where records were joined since. */
  keys: string[];
  arrival: Arrival;
  /** When they acknowledged, ISO; undefined while they have not. */
  acknowledged: Acknowledgement | undefined;
}

export interface Counts {
  asked: number;
  arrived: number;
  waiting: number;
  unmet: number;
  failed: number;
  acknowledged: number;
}

/**
 * How it stands with every receiver, each person once.
 * @param arrivals What is known of the sendings, by the receiver's key; what is missing is still to be sent.
 * @param nowKnownAs Who is meant by an id, which may be of a record that was joined with another.
 */
export function standings(
  { receivers = [] }: Pick<Announcement, 'receivers'>,
  known: {
    arrivals: ReadonlyMap<string, Arrival>;
    acknowledgements: ReadonlyMap<string, Acknowledgement>;
    nowKnownAs: (id: PersonId) => PersonId;
  },
): Standing[] {
  const found = new Map<string, Standing>();
  for (const receiver of receivers) {
    const key = keyOf(receiver);
    const given = known.acknowledgements.get(key);
    const acknowledged = given && !given.takenBack ? given : undefined;
    const arrival = known.arrivals.get(key) ?? 'waiting';
    const who = 'person' in receiver ? known.nowKnownAs(receiver.person) : key;
    const same = found.get(who);
    const units = [...new Set([...(same?.receiver.units ?? []), ...receiver.units])];
    found.set(who, {
      receiver: 'person' in receiver ? { person: known.nowKnownAs(receiver.person), units } : { ...receiver, units },
      keys: [...(same?.keys ?? []), key],
      arrival: better(same?.arrival, arrival),
      acknowledged: same?.acknowledged ?? acknowledged,
    });
  }
  return [...found.values()];
}

/** The receiver as it was first asked: under that id the ledger and the cards know it, also where two records have been joined since. */
export const askedAs = ({ receiver, keys: [first] }: Standing): Receiver =>
  'person' in receiver && first !== undefined ? { ...receiver, person: personId.parse(first) } : receiver;

const order: readonly Arrival[] = ['arrived', 'waiting', 'unmet', 'failed'];
const better = (one: Arrival | undefined, other: Arrival): Arrival =>
  one && order.indexOf(one) < order.indexOf(other) ? one : other;

export function countsOf(all: readonly Standing[]): Counts {
  const having = (arrival: Arrival) => all.filter((one) => one.arrival === arrival).length;
  return {
    asked: all.length,
    arrived: having('arrived'),
    waiting: having('waiting'),
    unmet: having('unmet'),
    failed: having('failed'),
    acknowledged: all.filter((one) => one.acknowledged).length,
  };
}

/** Counts for each unit, and under null for those who are in none. Who is in two units counts in both. */
export function countsByUnit(all: readonly Standing[]): Map<UnitId | null, Counts> {
  const groups = new Map<UnitId | null, Standing[]>();
  for (const one of all) {
    for (const unit of one.receiver.units.length > 0 ? one.receiver.units : [null]) {
      const those = groups.get(unit) ?? [];
      those.push(one);
      groups.set(unit, those);
    }
  }
  return new Map([...groups].map(([unit, those]) => [unit, countsOf(those)]));
}
