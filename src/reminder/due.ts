import type { IsoDay } from '#calendar/when.ts';
import { onOrAfter } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import { findUnit } from '#people/find-unit.ts';
import type { PlaceId } from '#people/place.ts';
import type { Programme, ProgrammeId, Unit, UnitId } from '#people/programme.ts';
import { type Activity, activityId, type Plan } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import { asItWas } from './as-it-was.ts';
import { isAwaited } from './awaited.ts';
import { momentOf } from './moment.ts';
import { type Manner, mannerOf, type Receiver, receiverId } from './receivers.ts';
import { type Reminder, remindersOf } from './reminder.ts';
import { countedFrom, reminderKey } from './reminder-key.ts';
import type { Reminding } from './reminding.ts';
import { stoppedBy } from './resting.ts';
import { defaultRules } from './rules.ts';

/** A reminder for one unit, or for the programme's own place where the row names none. Derived, never stored. */
export interface Copy {
  /** Its key in the ledger, see `reminderKey`. */
  key: string;
  programme: ProgrammeId;
  reminder: Reminder;
  /** The unit as the row names it; null for the programme's own place. */
  receiver: string | null;
  unit: UnitId | null;
  atMs: number;
  /** It comes after the last day. */
  isOverdue: boolean;
  /** See `awaited.ts`: as of now. */
  isAwaited: boolean;
  /** The same as of the day on which it falls due, where that lies ahead: what is put off has come again by then. */
  willBeAwaited: boolean;
  /** Who leads has stopped it. */
  isStopped: boolean;
  /** The unit had put the row off when this one fell due; at this instant it comes again, and this one is not made up for. */
  restsUntilMs: number | undefined;
  /** What it is about, for whom: of the reminders about one thing that have fallen due, only the latest still helps. */
  subject: string;
  /** When the row, how it stands for the unit or the rules last changed: what fell due before that was never missed. */
  changedMs: number;
}

/** A reminder on its way to one receiver. */
export interface Slot {
  copy: Copy;
  receiver: Receiver;
  manner: Manner;
  /** When it comes to them by the rules, their quiet hours and their rhythm. */
  momentMs: number;
  /** The ledger's key of what came of it with this receiver. */
  part: string;
  /** Nothing more is to be done about it for this receiver. */
  isSettled: boolean;
  /** When they got it, epoch milliseconds. */
  sentMs: number | undefined;
  /** It was meant for others, none of whom can take it. */
  isPassedOn: boolean;
  /** It was claimed for a message that nobody knows the end of: the message's name. */
  claimed: string | undefined;
}

/** Where reminders go now. */
export interface Slots {
  slots: Slot[];
  /** Nobody takes them. */
  lost: Copy[];
  /** All who get them are through, and that is not written down yet under the reminder's own key: a crash came between. */
  ended: Copy[];
}

/** What the ledger says of a key, as far as it matters here. */
export interface Entry {
  state: 'claimed' | 'sent' | 'gone' | 'refused' | 'unreachable' | 'skipped';
  message?: string | undefined;
  /** ISO instant of the last change. */
  at?: string;
}

/**
 * All reminders of a plan, each for each of its units, whether they have come due or not; without those that came due
 * before the plan was first saved, or before the row or the rules said so (`as-it-was.ts`), which were never missed. A row that a unit has put off comes
 * again on the day it said, or on the working day after, by a rule named `snooze-YYYY-MM-DD`, in place of what fell due until then.
 * @param now ISO instant.
 * @param isInLedger Whether the programme's ledger knows a key: what was settled while the row spelled its unit otherwise stays settled.
 */
export function copiesOf(
  programme: Pick<Programme, 'id' | 'units' | 'country' | 'timeZone'>,
  plan: Pick<Plan, 'activities' | 'revisions'>,
  reminding: Reminding,
  now: string,
  isInLedger: (key: string) => boolean = () => false,
): Copy[] {
  const { country, timeZone: zone } = programme;
  const rules = reminding.rules ?? defaultRules;
  const today = dayIn(zone, now);
  const sinceMs = plan.revisions[0] ? Date.parse(plan.revisions[0].at) : Number.NEGATIVE_INFINITY;
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]));
  const changedAt = new Map(plan.revisions.map(({ number, at }) => [number, Date.parse(at)]));
  const rulesSetMs = reminding.rulesSet ? Date.parse(reminding.rulesSet.at) : 0;
  const changedMs = ({ changedIn, stated }: Activity) =>
    Math.max((changedIn && changedAt.get(changedIn)) || 0, stated ? Date.parse(stated.at) : 0, rulesSetMs);

  const then = asItWas(programme, plan, reminding);

  const snoozes = new Map<string, { until: string; atMs: number }>();
  for (const { activity, unit, until } of reminding.snoozed) {
    const known = snoozes.get(`${activity}\n${unit ?? ''}`);
    if (known && known.until >= until) continue;
    const atMs = Date.parse(instantAt(onOrAfter(until, country), rules.at, zone));
    snoozes.set(`${activity}\n${unit ?? ''}`, { until, atMs });
  }

  const keyFor = (reminder: Reminder, receiver: string | null) =>
    reminderKey({ programme: programme.id, ...reminder, receiver, start: countedFrom(reminder) });
  const keyOf = (reminder: Reminder, receiver: string | null, named: Pick<Unit, 'name' | 'aliases'> | undefined) => {
    const own = keyFor(reminder, receiver);
    if (!named || named.aliases.length === 0 || isInLedger(own)) return own;
    return [named.name, ...named.aliases].map((name) => keyFor(reminder, name)).find(isInLedger) ?? own;
  };

  const copies: Copy[] = [];
  const copy = (reminder: Reminder, activity: Activity, receiver: string | null, atMs: number): Copy => {
    const found = receiver === null ? undefined : findUnit(programme, receiver);
    const unit = found?.id ?? null;
    const day = reminder.at.slice(0, 10);
    return {
      key: keyOf(reminder, receiver, found),
      programme: programme.id,
      reminder,
      receiver,
      unit,
      atMs,
      isOverdue: day > reminder.end,
      isAwaited: isAwaited(activity, unit, reminding, today),
      willBeAwaited: isAwaited(activity, unit, reminding, day > today ? day : today),
      isStopped: stoppedBy(reminding, reminder) !== undefined,
      restsUntilMs: undefined,
      subject: [programme.id, activity.id, receiver ?? '', reminder.lead === undefined ? '' : reminder.rule].join('\n'),
      changedMs: changedMs(partFor(activity, unit)),
    };
  };
  for (const reminder of remindersOf(plan.activities, rules, { country, zone })) {
    const activity = activities.get(reminder.activity);
    const atMs = Date.parse(reminder.at);
    if (!activity || atMs < sinceMs) continue;
    for (const receiver of reminder.to.length > 0 ? reminder.to : [null]) {
      const wasAskedFrom = (start: IsoDay) => isInLedger(keyFor({ ...reminder, start }, receiver));
      if (!then.wasToCome(reminder, receiver, atMs, wasAskedFrom)) continue;
      const made = copy(reminder, activity, receiver, atMs);
      copies.push(made);
      const snooze = snoozes.get(`${activity.id}\n${made.unit ?? ''}`);
      if (!snooze) continue;
      // What is asked for ahead is a thing of its own, which waits too.
      if (reminder.lead !== undefined) made.atMs = Math.max(atMs, snooze.atMs);
      else if (atMs <= snooze.atMs) made.restsUntilMs = snooze.atMs;
    }
  }
  for (const [whose, { until, atMs }] of snoozes) {
    const [id, unit = ''] = whose.split('\n');
    const activity = activities.get(activityId.parse(id));
    const { start, end } = activity?.when ?? { start: null, end: null };
    if (!activity || !isLive(activity) || start === null || end === null) continue;
    const { row, title, units: to } = activity;
    const at = Temporal.Instant.fromEpochMilliseconds(atMs)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never' });
    const again = { at, row, activity: activity.id, title, rule: `snooze-${until}`, to, start, end };
    for (const receiver of to.length > 0 ? to : [null]) {
      if (!then.wasToCome(again, receiver, atMs, () => false)) continue;
      const made = copy(again, activity, receiver, atMs);
      if ((made.unit ?? '') === unit) copies.push(made);
    }
  }
  return copies;
}

/**
 * Where reminders go now: to the first group of receivers of which somebody may still take them. What is settled is told
 * as settled, since it says which of a row's reminders is the latest.
 * @param about.groupsOf See `receiversOf`.
 * @param about.ledger What the programme's ledger says of a key.
 */
export function slotsOf(
  copies: readonly Copy[],
  about: {
    programme: Pick<Programme, 'timeZone' | 'country'>;
    groupsOf(unit: UnitId | null): readonly (readonly Receiver[])[];
    ledger(key: string): Entry | undefined;
    /** Places that are gone and would come before all others. */
    gonePlaces?(unit: UnitId | null): readonly PlaceId[];
  },
): Slots {
  const slots: Slot[] = [];
  const lost: Copy[] = [];
  const ended: Copy[] = [];
  const manners = new Map<string, Manner>();
  for (const copy of copies) {
    const own = about.ledger(copy.key);
    const isOver = own !== undefined && own.state !== 'claimed';
    const groups = about.groupsOf(copy.unit);
    const group = isOver
      ? groups[0]
      : groups.find((one) => one.some((receiver) => !hasFailed(receiver, about.ledger(partKey(copy, receiver)))));
    if (!group) {
      if (!isOver) lost.push(copy);
      continue;
    }
    const isLate = copy.isOverdue || copy.reminder.rule.startsWith('snooze-');
    const isPassedOn =
      group !== groups[0] ||
      (about.gonePlaces?.(copy.unit) ?? []).some((id) => about.ledger(`${copy.key}/${id}`)?.state === 'gone');
    const from = slots.length;
    for (const receiver of group) {
      const id = receiverId(receiver);
      const manner = manners.get(id) ?? mannerOf(receiver, about.programme);
      manners.set(id, manner);
      const part = partKey(copy, receiver);
      const entry = isOver ? undefined : about.ledger(part);
      slots.push({
        copy,
        receiver,
        manner,
        momentMs: momentOf(copy.atMs, isLate, manner, copy.reminder.end),
        part,
        isSettled: isOver || entry?.state === 'sent' || entry?.state === 'skipped' || hasFailed(receiver, entry),
        sentMs: sentMsOf(about.ledger(part)) ?? sentMsOf(own),
        isPassedOn,
        // A message of one reminder is named by the reminder's own key.
        claimed: entry?.state === 'claimed' ? (entry.message ?? copy.key) : undefined,
      });
    }
    if (!isOver && slots.slice(from).every(({ isSettled }) => isSettled)) ended.push(copy);
  }
  return { slots, lost, ended };
}

const sentMsOf = (entry: Entry | undefined): number | undefined =>
  entry?.state === 'sent' ? Date.parse(entry.at ?? '1970-01-01T00:00:00Z') : undefined;

/** A receiver who will never take it. A place that is gone is left out by its own record, and tried again when Klar is back in it. */
const hasFailed = ({ is }: Receiver, entry: Entry | undefined): boolean =>
  entry?.state === 'refused' || (entry?.state === 'gone' && is === 'person');

/** The ledger's key of what came of a reminder with one of its receivers; under the reminder's own key stands what came of it in the end. */
export const partKey = ({ key }: Pick<Copy, 'key'>, receiver: Receiver): string => `${key}/${receiverId(receiver)}`;
