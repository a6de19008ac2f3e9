import type { PersonId } from '#people/person.ts';
import type { Unit, UnitId } from '#people/programme.ts';
import type { Slot } from './due.ts';
import { receiverId } from './receivers.ts';
import type { Reminder } from './reminder.ts';
import type { Stoppable } from './resting.ts';

/** One reminder that is still to come, with all who get it. */
export interface Coming {
  reminder: Reminder;
  /** When the first of its receivers gets it, epoch milliseconds. */
  atMs: number;
  /** One for each unit and receiver, the first to get it first. */
  slots: Slot[];
  /** Who leads has stopped it: it is not sent. */
  isStopped: boolean;
  /** Other reminders that come in the same message, where it goes to one receiver alone. */
  together: number;
}

/** Whose reminders are asked for: everybody's, one unit's, or those that somebody gets. */
export type Whose =
  | { by: 'all' }
  | { by: 'unit'; unit: UnitId }
  | { by: 'mine'; person: PersonId; units: readonly Unit[] };

/**
 * What is still to be sent, soonest first, to those of whom it will still be awaited: what is settled, put off, said not to be theirs or
 * unwanted by who would get it is left out, and what is stopped stays, marked, so that it can be let go again.
 * @param slots All of the programme's, see `slotsOf`.
 */
export function comingOf(slots: readonly Slot[], nowMs: number): Coming[] {
  const ahead = slots.filter((slot) => slot.momentMs > nowMs && isToCome(slot));
  const messages = new Map<string, Set<string>>();
  for (const slot of ahead) {
    if (slot.copy.isStopped || slot.manner.rhythm === 'at-once') continue;
    const held = messages.get(messageOf(slot)) ?? new Set();
    messages.set(messageOf(slot), held.add(nameOf(slot.copy.reminder)));
  }
  return [...Map.groupBy(ahead, ({ copy }) => nameOf(copy.reminder)).values()]
    .flatMap((all): Coming[] => {
      const own = all.toSorted((one, other) => one.momentMs - other.momentMs);
      const [first] = own;
      if (!first) return [];
      const receivers = new Set(own.map(({ receiver }) => receiverId(receiver)));
      return [
        {
          reminder: first.copy.reminder,
          atMs: first.momentMs,
          slots: own,
          isStopped: first.copy.isStopped,
          together: receivers.size === 1 ? Math.max(0, (messages.get(messageOf(first))?.size ?? 1) - 1) : 0,
        },
      ];
    })
    .sort((one, other) => one.atMs - other.atMs || one.reminder.row - other.reminder.row);
}

/** Those of them that somebody asked for, with only the receivers that they asked about. */
export function comingFor(all: readonly Coming[], whose: Whose): Coming[] {
  if (whose.by === 'all') return [...all];
  const isWanted = ({ copy, receiver }: Slot): boolean =>
    whose.by === 'unit'
      ? copy.unit === whose.unit
      : whose.units.some(({ id }) => id === copy.unit) || receiverId(receiver) === whose.person;
  return all.flatMap((one) => {
    const slots = one.slots.filter(isWanted);
    return slots[0] ? { ...one, slots, atMs: slots[0].momentMs } : [];
  });
}

/** Tells reminders apart as `Reminding.stopped` does. */
export const isReminder = (one: Stoppable, other: Stoppable): boolean => nameOf(one) === nameOf(other);

const nameOf = ({ activity, rule, start }: Stoppable): string => [activity, rule, start].join('\n');

const dayOf = ({ momentMs, manner }: Slot): string =>
  Temporal.Instant.fromEpochMilliseconds(momentMs).toZonedDateTimeISO(manner.zone).toPlainDate().toString();

/** What comes to one receiver on one day comes in one message. */
const messageOf = (slot: Slot): string => `${receiverId(slot.receiver)} ${dayOf(slot)}`;

/** As things stand it will be sent when its moment comes: then what is put off now has come again. */
const isToCome = ({ copy, isSettled, claimed, manner }: Slot): boolean =>
  copy.willBeAwaited &&
  !isSettled &&
  claimed === undefined &&
  copy.restsUntilMs === undefined &&
  (manner.rhythm !== 'overdue' || copy.isOverdue);
