import { addDays } from '#calendar/add-days.ts';
import type { Country, IsoDay } from '#calendar/when.ts';
import { onOrAfter, onOrBefore, workingDayAfter } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import type { Checklist } from '#checklist/checklist.ts';
import { goesAt, momentOf } from './moment.ts';
import type { Manner } from './receivers.ts';
import type { ReminderRules } from './rules.ts';

/** So often a unit is asked about what is overdue, and so many days apart. */
const mostOverdue = 4;
const daysApart = 7;
/** A reminder that could not go out at its time helps for so long, days; the next one takes its place before. */
const helpsForDays = 7;

/** That the units of a checklist that have points left are reminded. Derived, never stored. */
export interface ChecklistReminder {
  /** `7-days-before`, `on-the-day`, `overdue`, `overdue-2` …: for the log. */
  rule: string;
  isOverdue: boolean;
  /** Epoch milliseconds. */
  atMs: number;
  /** From then on it helps no more, or the next one is there. */
  untilMs: number;
  /** The last day on which it says what it was meant to. */
  lastDay: IsoDay;
}

interface Setting {
  country: Country;
  /** IANA zone of the programme. */
  zone: string;
}

/**
 * When units are reminded of a checklist, earliest first: so many days before its due date as the rules say, on the working day before where that is
 * a day off; once it is overdue on the first working day after, and then every week, four times in all.
 *
 * Nothing is said on the day on which it was given out, nor before: whoever has just got it knows of it.
 */
export function checklistReminders(
  { due, at: givenAt }: Pick<Checklist, 'due' | 'at'>,
  { at, checklists }: Pick<ReminderRules, 'at' | 'checklists'>,
  { country, zone }: Setting,
): ChecklistReminder[] {
  const givenOn = dayIn(zone, givenAt);
  const before = [...new Set(checklists.daysBefore)]
    .toSorted((a, b) => b - a)
    .map((days) => ({
      rule: days === 0 ? 'on-the-day' : `${days}-day${days === 1 ? '' : 's'}-before`,
      isOverdue: false,
      day: onOrBefore(addDays(due, -days), country),
      lastDay: due,
    }));
  const firstOverdue = workingDayAfter(due, country);
  const overdue = Array.from({ length: checklists.overdue ? mostOverdue : 0 }, (_, nth) => {
    const day = onOrAfter(addDays(firstOverdue, daysApart * nth), country);
    return {
      rule: nth === 0 ? 'overdue' : `overdue-${nth + 1}`,
      isOverdue: true,
      day,
      lastDay: addDays(day, helpsForDays - 1),
    };
  });
  const all = [...before, ...overdue].filter(({ day }) => day > givenOn);
  return all.map(({ day, ...one }, index) => {
    const next = all.slice(index + 1).find((other) => other.day > day);
    const until = next && next.day < addDays(day, helpsForDays) ? next.day : addDays(day, helpsForDays);
    return { ...one, atMs: msOf(instantAt(day, at, zone)), untilMs: msOf(instantAt(until, at, zone)) };
  });
}

/** What comes next to one unit: now, or at a later time. */
export interface NextReminder {
  reminder: ChecklistReminder;
  /** Epoch milliseconds; `nowMs` or earlier when it is due. */
  atMs: number;
}

/**
 * The reminder that a unit is to get now, if any (the latest of them: what it has missed it has missed), and the next one ahead.
 *
 * @param unit.remindedOn Days on which the unit was reminded, by the clock or by somebody, in the programme's zone. A reminder on its day or later
 *   is in the place of the clock's.
 * @param unit.notBeforeMs What fell due before counts no more: the rules came into use, or somebody decided that it is not sent.
 */
export function nextForUnit(
  reminders: readonly ChecklistReminder[],
  unit: { manner: Manner; remindedOn: readonly IsoDay[]; notBeforeMs?: number | undefined },
  { nowMs, zone }: { nowMs: number; zone: string },
): { due?: NextReminder; ahead?: NextReminder } {
  const { manner, remindedOn, notBeforeMs = Number.NEGATIVE_INFINITY } = unit;
  const last = remindedOn.toSorted().at(-1) ?? '';
  const found: { due?: NextReminder; ahead?: NextReminder } = {};
  for (const reminder of reminders) {
    if (reminder.atMs < notBeforeMs) continue;
    // Who wants to hear of nothing but what is overdue hears of this then.
    if (manner.rhythm === 'overdue' && !reminder.isOverdue) continue;
    const momentMs = momentOf(reminder.atMs, reminder.isOverdue, manner);
    if (last >= dayOf(momentMs, zone)) continue;
    const atMs = goesAt(momentMs, nowMs, { lastDay: reminder.lastDay, manner });
    if (Math.max(atMs, nowMs) >= reminder.untilMs) continue;
    if (atMs <= nowMs) found.due = { reminder, atMs };
    else if (found.ahead === undefined || atMs < found.ahead.atMs) found.ahead = { reminder, atMs };
  }
  return found;
}

/**
 * All that is still to come to a unit as long as it answers nothing: what comes next, what comes after that, and so on. What is due now is not among it.
 * @param unit As for `nextForUnit`.
 */
export function aheadForUnit(
  reminders: readonly ChecklistReminder[],
  unit: Parameters<typeof nextForUnit>[1],
  { nowMs, zone }: { nowMs: number; zone: string },
): NextReminder[] {
  const found: NextReminder[] = [];
  const remindedOn = [...unit.remindedOn];
  const next = (atMs: number) => nextForUnit(reminders, { ...unit, remindedOn }, { nowMs: atMs, zone });
  if (next(nowMs).due) remindedOn.push(dayOf(nowMs, zone));
  for (let ahead = next(nowMs).ahead; ahead; ahead = next(ahead.atMs).ahead) {
    found.push(ahead);
    remindedOn.push(dayOf(ahead.atMs, zone));
  }
  return found;
}

/**
 * When who owns the programme is told which units are still overdue, epoch milliseconds: so many working days after the due date as the rules
 * give them for rows. Undefined where they are not to be told.
 */
export function overdueToldMs(
  { due }: Pick<Checklist, 'due'>,
  { at, escalation }: Pick<ReminderRules, 'at' | 'escalation'>,
  { country, zone }: Setting,
): number | undefined {
  if (!escalation) return undefined;
  let day = due;
  for (let left = escalation.programme; left > 0; left -= 1) day = workingDayAfter(day, country);
  return msOf(instantAt(day, at, zone));
}

const msOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;
const dayOf = (ms: number, zone: string): IsoDay => dayIn(zone, Temporal.Instant.fromEpochMilliseconds(ms).toString());
