import type { IsoDay } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Checklist } from '#checklist/checklist.ts';
import type { Programme, UnitId } from '#people/programme.ts';
import type { Poll } from '#poll/poll.ts';
import type { Whose } from './coming.ts';
import type { Receiver } from './receivers.ts';

/** Somebody who gets a reminder of a checklist (for a unit of theirs) or of a poll. */
export interface OtherReceiver {
  receiver: Receiver;
  /** Left out of a poll: it asks people. */
  unit?: UnitId;
  /** Epoch milliseconds. */
  atMs: number;
}

/** A reminder of something beside the plan that is still to come, or waits, with all who get it. */
export interface OtherComing {
  about:
    | { is: 'checklist'; checklist: Pick<Checklist, 'id' | 'name' | 'due'> }
    | { is: 'poll'; poll: Pick<Poll, 'id' | 'question' | 'place' | 'by'> & { closesAt: string } };
  /** When the first of them gets it, epoch milliseconds. */
  atMs: number;
  to: OtherReceiver[];
}

/** Everybody who gets the same at its time, the first to get it first. Undefined where nobody does. */
export function otherComing(about: OtherComing['about'], to: readonly OtherReceiver[]): OtherComing | undefined {
  const inOrder = to.toSorted((one, other) => one.atMs - other.atMs);
  return inOrder[0] && { about, atMs: inOrder[0].atMs, to: inOrder };
}

/** The day on which a checklist is due or a poll closes. */
export const lastDayOf = ({ about }: OtherComing, zone: string): IsoDay =>
  about.is === 'poll' ? dayIn(zone, about.poll.closesAt) : about.checklist.due;

/**
 * Those of them that somebody asked for, with only the receivers that they asked about. What everyone in the programme's own place reads is everybody's, and
 * what they read in a unit's place that unit's.
 */
export function othersFor(
  all: readonly OtherComing[],
  whose: Whose,
  programme: Pick<Programme, 'place' | 'units'>,
): OtherComing[] {
  if (whose.by === 'all') return [...all];
  const units = whose.by === 'unit' ? programme.units.filter(({ id }) => id === whose.unit) : whose.units;
  const places = new Set([programme.place, ...units.map(({ place }) => place)].filter((one) => one !== undefined));
  const people = new Set(
    whose.by === 'mine' ? [whose.person] : units.flatMap((unit) => unit.people.map(({ person }) => person)),
  );
  const isWanted = ({ receiver, unit }: OtherReceiver): boolean => {
    if (unit !== undefined && units.some(({ id }) => id === unit)) return true;
    if (receiver.is === 'place') return unit === undefined && units.length > 0 && places.has(receiver.place.id);
    return (unit === undefined || whose.by === 'mine') && people.has(receiver.person.id);
  };
  return all.flatMap(({ about, to }) => otherComing(about, to.filter(isWanted)) ?? []);
}
