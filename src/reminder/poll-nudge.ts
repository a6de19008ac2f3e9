import { addDays } from '#calendar/add-days.ts';
import type { Country } from '#calendar/when.ts';
import { isWorkingDay, workingDayBefore } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import { nextAllowed } from '#people/leave-alone.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import type { Poll } from '#poll/poll.ts';
import { goesAt, momentOf } from './moment.ts';
import type { Manner } from './receivers.ts';
import type { ReminderRules } from './rules.ts';

const hourMs = 3_600_000;
/** A poll that is over sooner than this is answered or not, hours. */
const shortestHours = 36;
/** Who has just been asked is not asked again, hours. */
const leaveAloneHours = 12;
/** Ahead of its closing where no rules say when, hours. */
const aheadHours = 24;

/** When those who have not answered a poll are reminded of it. */
export interface Nudge {
  /** Epoch milliseconds. */
  atMs: number;
  /** The rules of the programme have chosen that time of day; otherwise nobody has. */
  isByRules: boolean;
}

/**
 * When those who have not answered a poll are reminded of it, once: so many working days before it closes as the rules of its
 * programme say, at their time of day. Where that would be in the first hours of the poll, on the day on which it closes, if that is a working day;
 * else, and without a programme, 24 hours before. Undefined for a poll that does not close by itself, for one that is open for a day
 * and a half or less, and where the rules say never.
 */
export function nudgeOf(
  { openedAt, closesAt }: Pick<Poll, 'openedAt' | 'closesAt'>,
  by: { rules: Pick<ReminderRules, 'at' | 'polls'>; zone: string; country: Country } | undefined,
): Nudge | undefined {
  if (closesAt === undefined || by?.rules.polls.daysBefore === null) return undefined;
  const [openedMs, closesMs] = [msOf(openedAt), msOf(closesAt)];
  if (closesMs - openedMs <= shortestHours * hourMs) return undefined;
  const fits = (ms: number) => ms >= openedMs + leaveAloneHours * hourMs && ms <= closesMs - hourMs;
  if (by) {
    const { rules, zone, country } = by;
    const closingDay = dayIn(zone, closesAt);
    let day = closingDay;
    for (let left = rules.polls.daysBefore ?? 0; left > 0; left -= 1) day = workingDayBefore(day, country);
    const days = isWorkingDay(closingDay, country) ? [day, closingDay] : [day];
    const atMs = days.map((one) => msOf(instantAt(one, rules.at, zone))).find(fits);
    if (atMs !== undefined) return { atMs, isByRules: true };
  }
  return { atMs: closesMs - aheadHours * hourMs, isByRules: false };
}

/**
 * When one receiver is reminded of a poll, epoch milliseconds; undefined where they are not: who wants to hear of nothing but what is overdue, whose
 * one message a week comes too late, and who is left alone until it has closed.
 */
export function nudgeFor(
  { atMs, isByRules }: Nudge,
  closesAt: string,
  manner: Manner,
  nowMs: number,
): number | undefined {
  if (manner.rhythm === 'overdue') return undefined;
  const momentMs = momentOf(atMs, false, isByRules ? manner : { ...manner, isAtHome: false });
  const closingDay = dayIn(manner.zone, closesAt);
  // On a working day where one is left, also where that is the day on which it closes.
  const found = [closingDay, addDays(closingDay, -1)].map((lastDay) => goesAt(momentMs, nowMs, { lastDay, manner }));
  // A poll that closes on a Sunday: better on the Saturday than never.
  const from = Temporal.Instant.fromEpochMilliseconds(Math.max(atMs, nowMs));
  if (!isByRules && manner.rhythm !== 'weekly') found.push(nextAllowed(from, manner.quiet, manner).epochMilliseconds);
  return found.find((ms) => Math.max(ms, nowMs) < msOf(closesAt));
}

/**
 * Who is known to be asked by a named poll: the people of the unit whose place it stands in (of all of them where units share the place), in the programme's own
 * place those of all its units. Nobody in any other place, of whose people Klar knows nothing.
 */
export function askedBy({ place }: Pick<Poll, 'place'>, programme: Pick<Programme, 'place' | 'units'>): PersonId[] {
  const units = programme.place === place ? programme.units : programme.units.filter((unit) => unit.place === place);
  return [...new Set(units.flatMap(({ people }) => people.map(({ person }) => person)))];
}

const msOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
