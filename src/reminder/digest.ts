import { addDays } from '#calendar/add-days.ts';
import type { IsoDay } from '#calendar/when.ts';
import type { Slot } from './due.ts';
import { goesAt, lateAfterMs, nextWorkingDayAt } from './moment.ts';
import { byUrgency } from './urgency.ts';

/** How long something that comes after the last day still helps, days: then the next one comes, or nobody asks any more. */
const helpsAfterDays = 7;

/**
 * Why a reminder is not sent, and nobody has to be told: who leads stopped it, the person wants no such, a later one says the same, or it was
 * missed (`stale`) and a later one goes out for it, or has gone.
 */
export type Skipped = { slot: Slot; why: 'stopped' | 'rhythm' | 'merged' | 'stale' };

/** What one receiver's reminders come to at one moment. */
export interface Bundles {
  /** One message each, most urgent first within it. */
  messages: Slot[][];
  /** To be settled as skipped, and nobody is told. */
  skipped: Skipped[];
  /** Fell due while Klar was away, or could not be sent, and no longer helps. */
  stale: Slot[];
  /** When something is to be sent next, epoch milliseconds: now or earlier where there is now. */
  nextMs: number | undefined;
  /** The next moment that lies ahead, epoch milliseconds, whatever there is to do now. */
  aheadMs: number | undefined;
}

/**
 * Makes messages of one receiver's reminders. Everything that comes on one of their days comes as one message, at the first of the day's moments;
 * who wants each at its own time gets what is late together and the rest one by one. Of the reminders about one thing that have come due
 * only the latest is sent, and only while it helps. What others cannot take joins the next day's message of who has had one (`joinsAt`). A reminder that nobody waits for an answer to any more is left as it is.
 * @param slots All of the receiver's, of all programmes; settled ones say which is the latest.
 */
export function bundlesOf(slots: readonly Slot[], nowMs: number): Bundles {
  const open = slots.filter(({ isSettled, claimed }) => !isSettled && claimed === undefined);
  const wanted = open.filter(isWanted);
  const ahead = Math.min(...wanted.filter(({ momentMs }) => momentMs > nowMs).map(({ momentMs }) => momentMs));
  const [first] = open;
  if (!first) return { messages: [], skipped: [], stale: [], nextMs: undefined, aheadMs: undefined };

  const now = judged(slots, nowMs, nowMs);
  const isAtOnce = first.manner.rhythm === 'at-once';
  const waits = now.fit.map((slot) => Math.max(goes(slot, nowMs), joinsAt(slot, slots) ?? 0));
  const isReady = waits.some((ms) => ms <= nowMs);
  const nextMs = Math.min(ahead, ...waits);
  const aheadMs = Math.min(ahead, ...waits.filter((ms) => ms > nowMs));
  const rest = { skipped: now.skipped, stale: now.stale, nextMs: known(nextMs), aheadMs: known(aheadMs) };
  if (!isReady) return { messages: [], ...rest };

  if (isAtOnce) {
    const ready = now.fit.filter((_, nth) => (waits[nth] ?? 0) <= nowMs);
    const late = ready.filter(({ momentMs }) => nowMs - momentMs >= lateAfterMs);
    const onTime = ready.filter((slot) => !late.includes(slot));
    const one = Map.groupBy(onTime, ({ copy: { programme, reminder } }) =>
      [programme, reminder.activity, reminder.lead ?? ''].join('\n'),
    );
    return { messages: [late, ...one.values()].filter((group) => group.length > 0).map(inOrder), ...rest };
  }
  const today = judged(slots, endOfDayMs(nowMs, first.manner.zone), nowMs);
  return { messages: [inOrder(today.fit)], ...rest, skipped: today.skipped, stale: today.stale };
}

const known = (ms: number): number | undefined => (Number.isFinite(ms) ? ms : undefined);

/** Sorts what has come due until an instant: what is fit to be sent, what is not sent, what is stale. */
function judged(slots: readonly Slot[], untilMs: number, nowMs: number) {
  const fit: Slot[] = [];
  const skipped: Skipped[] = [];
  const stale: Slot[] = [];
  const days = dayTeller();
  const isToCome = (slot: Slot) =>
    !slot.isSettled && isWanted(slot) && days(nowMs, slot.manner.zone) <= lastDay(slot, days);
  for (const about of Map.groupBy(slots, ({ copy }) => copy.subject).values()) {
    const fallen = about.filter(({ momentMs }) => momentMs <= untilMs);
    if (fallen.every(({ isSettled }) => isSettled)) continue;
    const latest = fallen.reduce((one, other) => (comesAfter(other, one) ? other : one));
    for (const slot of fallen) {
      const { copy, isSettled, claimed, manner, momentMs } = slot;
      if (isSettled || claimed !== undefined) continue;
      const why = copy.isStopped ? 'stopped' : isUnwanted(slot) ? 'rhythm' : undefined;
      // What comes later today may be let out until then.
      if (why !== undefined) skipped.push(...(momentMs <= nowMs ? [{ slot, why } as const] : []));
      else if (copy.restsUntilMs !== undefined) {
        if (copy.restsUntilMs <= nowMs) skipped.push({ slot, why: 'merged' });
      } else if (!copy.isAwaited) continue;
      else if (slot !== latest) {
        // A week's message may come after what overtook it.
        const isOvertaken =
          latest.momentMs <= momentMs || days(momentMs, manner.zone) === days(latest.momentMs, manner.zone);
        if (isOvertaken || isChanged(slot)) skipped.push({ slot, why: 'merged' });
        else if (isToCome(latest) || latest.sentMs !== undefined) skipped.push({ slot, why: 'stale' });
        else stale.push(slot);
      } else if (days(nowMs, manner.zone) <= lastDay(slot, days)) fit.push(slot);
      else if (isChanged(slot)) skipped.push({ slot, why: 'merged' });
      else stale.push(slot);
    }
  }
  return { fit, skipped, stale };
}

/** What rests is not made up for, so it is never the latest: what comes again at that moment is. */
const comesAfter = (one: Slot, other: Slot): boolean =>
  rank(one) - rank(other) > 0 ||
  (rank(one) === rank(other) &&
    (one.copy.atMs > other.copy.atMs || (one.copy.atMs === other.copy.atMs && one.momentMs > other.momentMs)));

const rank = ({ copy }: Slot): number => (copy.restsUntilMs === undefined ? 1 : 0);

const isUnwanted = ({ manner, copy }: Slot): boolean => manner.rhythm === 'overdue' && !copy.isOverdue;

/** The row, its state or the rules have changed since it would have come: it was never missed. */
const isChanged = ({ copy, momentMs }: Slot): boolean => copy.changedMs > momentMs;

/** Will be sent when its moment comes, as things stand. */
const isWanted = (slot: Slot): boolean =>
  !slot.copy.isStopped && slot.copy.willBeAwaited && slot.copy.restsUntilMs === undefined && !isUnwanted(slot);

const goes = (slot: Slot, nowMs: number): number =>
  nowMs - slot.momentMs < lateAfterMs
    ? slot.momentMs
    : goesAt(slot.momentMs, nowMs, { lastDay: lastDay(slot, dayTeller()), manner: slot.manner });

/**
 * When a reminder that was meant for others comes to somebody who has had the day's message already: with that of their next working day, so that they get
 * one a day, where that day still lies before the last one of what it is about. What cannot wait so long comes at once, in a message of its own that holds
 * nothing else: nobody but them can do it. Whatever else is sent to them meanwhile takes it along.
 * @param slots All of the receiver's.
 */
function joinsAt(slot: Slot, slots: readonly Slot[]): number | undefined {
  const { copy, manner, momentMs, isPassedOn } = slot;
  if (!isPassedOn || manner.rhythm === 'at-once' || copy.isOverdue || copy.reminder.rule.startsWith('snooze-'))
    return undefined;
  const got = Math.max(...slots.flatMap(({ sentMs }) => (sentMs !== undefined && sentMs >= momentMs ? [sentMs] : [])));
  if (!Number.isFinite(got)) return undefined;
  const next = nextWorkingDayAt(momentMs, got, manner);
  return dayTeller()(next, manner.zone) < copy.reminder.end ? next : undefined;
}

/** The last day on which a reminder helps: of what it is about, or the day on which it comes where that is later. */
function lastDay({ copy, momentMs, manner }: Slot, days: (ms: number, zone: string) => IsoDay): IsoDay {
  const comes = days(momentMs, manner.zone);
  const { end, rule } = copy.reminder;
  if (copy.isOverdue || rule.startsWith('snooze-')) return addDays(comes, helpsAfterDays);
  return end > comes ? end : comes;
}

const inOrder = (slots: readonly Slot[]): Slot[] =>
  slots.toSorted((one, other) => byUrgency(one.copy.reminder, other.copy.reminder));

/** Which day it is at an instant; most reminders of a moment come at the same one. */
function dayTeller(): (ms: number, zone: string) => IsoDay {
  const told = new Map<string, IsoDay>();
  return (ms, zone) => {
    const key = `${ms} ${zone}`;
    let day = told.get(key);
    if (day === undefined) {
      day = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
      told.set(key, day);
    }
    return day;
  };
}

function endOfDayMs(nowMs: number, zone: string): number {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone);
  return now.startOfDay().add({ days: 1 }).epochMilliseconds - 1;
}
