import { dayIn } from '#calendar/zone.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Plan } from '#plan/activity.ts';
import { type Reminder, remindersOf, type Setting } from './reminder.ts';
import type { ReminderRules } from './rules.ts';

/** A reminder on its way to one receiver: the unit's name, or null for the programme's own place. */
export interface DueReminder {
  /** Its key in the ledger, see `reminderKey`. */
  key: string;
  reminder: Reminder;
  receiver: string | null;
}

/** What the clock's tick has to do. */
export interface Due {
  /** Has fallen due and is not in the ledger: claim, then send. Earliest first. */
  send: DueReminder[];
  /** Fell due while Klar was away and no longer helps: settle as skipped and say so in the log. */
  stale: DueReminder[];
}

/**
 * What has fallen due by `now` and is not in the ledger. One rule serves the ordinary tick and the catch-up after
 * downtime: of an activity's reminders that have come due only the latest still helps, and only while the activity is
 * not over; the rest are stale. What came due before the plan was first saved was never missed, and is neither.
 *
 * @param isSettled Whether the ledger holds the key, whatever came of it.
 * @param now ISO instant.
 */
export function due(
  plan: Pick<Plan, 'id' | 'activities' | 'revisions'>,
  rules: ReminderRules,
  { isSettled, now, ...setting }: Setting & { isSettled: (key: string) => boolean; now: string },
): Due {
  const nowMs = Temporal.Instant.from(now).epochMilliseconds;
  const today = dayIn(setting.zone, now);
  const firstSaved = plan.revisions[0]?.at;
  const sinceMs = firstSaved ? Temporal.Instant.from(firstSaved).epochMilliseconds : Number.NEGATIVE_INFINITY;

  const fallen = remindersOf(plan.activities, rules, setting).filter(({ at }) => {
    const atMs = Temporal.Instant.from(at).epochMilliseconds;
    return atMs <= nowMs && atMs >= sinceMs;
  });
  // In order of time, so that what stands here in the end is each activity's latest.
  const latest = new Map(fallen.map((reminder) => [reminder.activity, reminder]));

  const result: Due = { send: [], stale: [] };
  for (const reminder of fallen) {
    const helps = latest.get(reminder.activity) === reminder && reminder.end >= today;
    for (const receiver of reminder.to.length > 0 ? reminder.to : [null]) {
      const key = reminderKey({ programme: plan.id, ...reminder, receiver });
      if (!isSettled(key)) result[helps ? 'send' : 'stale'].push({ key, reminder, receiver });
    }
  }
  return result;
}

/**
 * The key under which a reminder is claimed in the ledger, so that it is sent once. Besides programme, activity, rule
 * and receiver it holds the activity's first day: when the plan moves, its reminders are new ones.
 */
export function reminderKey(parts: {
  programme: ProgrammeId;
  activity: Reminder['activity'];
  rule: string;
  receiver: string | null;
  start: string;
}): string {
  const receiver = parts.receiver === null ? '' : parts.receiver.normalize('NFC').toLowerCase();
  return [parts.programme, parts.activity, parts.rule, parts.start, receiver].map(encodeURIComponent).join('/');
}
