import { remembered } from '#calendar/remembered.ts';
import type { IsoDay } from '#calendar/when.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { Reminder } from './reminder.ts';

/**
 * The key under which a reminder is settled in the ledger, so that it is sent once. Besides programme, activity, rule
 * and receiver it holds the activity's first day (`start`), or the last one for what comes after that: when the plan moves, its reminders are new ones.
 */
export function reminderKey(parts: {
  programme: ProgrammeId;
  activity: Reminder['activity'];
  rule: string;
  receiver: string | null;
  start: string;
}): string {
  const { programme, activity, rule, start, receiver } = parts;
  const name =
    receiver === null ? '' : names(receiver, () => encodeURIComponent(receiver.normalize('NFC').toLowerCase()));
  return `${encodeURIComponent(programme)}/${encodeURIComponent(activity)}/${encodeURIComponent(rule)}/${encodeURIComponent(start)}/${name}`;
}

const names = remembered<string>(20_000);

/** The day by which a reminder is known: what comes after the last day is new when that day moves, all else when the first one does. */
export const countedFrom = ({ rule, start, end }: Reminder): IsoDay =>
  rule.startsWith('overdue') || rule.endsWith('-after') ? end : start;
