import type { IsoDay } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Activity } from '#plan/activity.ts';
import { remindersOf, type Setting } from './reminder.ts';
import type { ReminderRules } from './rules.ts';

/** What the ledger holds, as far as it is needed here. */
export interface Settled {
  state: string;
  /** ISO instant. */
  at: string;
  place?: string | undefined;
  by?: string | undefined;
}

/** How a reminder went out: by its rule, or because somebody sent it before its time; and to which place, where that is written down. */
export interface SentBy {
  rule: string;
  place?: string;
  /** Who sent it, and when (ISO instant). */
  hand?: { by: string; at: string };
}

/**
 * The reminder of a row that went out on a day: what the ledger has as sent, one to any of `receivers` before others; where it has none, the
 * rule that falls on the day. Undefined where nothing tells.
 * @param about.receivers Names of units, as reminders name them; null for the programme's own place.
 */
export function sentBy(
  entries: readonly (readonly [key: string, entry: Settled])[],
  activity: Activity,
  about: Setting & { programme: string; day: IsoDay; rules: ReminderRules; receivers: readonly (string | null)[] },
): SentBy | undefined {
  const wanted = new Set(about.receivers.map((name) => (name === null ? '' : name.normalize('NFC').toLowerCase())));
  const sent = entries.flatMap(([key, { state, at, place, by }]) => {
    const [programme, id, rule, start, receiver, ...more] = key.split('/').map(decodeURIComponent);
    const isIt = programme === about.programme && id === activity.id && more.length === 0 && start !== undefined;
    if (!isIt || rule === undefined || receiver === undefined || state !== 'sent') return [];
    if (dayIn(about.zone, at) !== about.day) return [];
    const found: SentBy = { rule, ...(place === undefined ? {} : { place }), ...(by ? { hand: { by, at } } : {}) };
    return [{ found, isTheirs: wanted.has(receiver) }];
  });
  const found = sent.find(({ isTheirs }) => isTheirs) ?? sent[0];
  if (found) return found.found;
  const due = remindersOf([activity], about.rules, about).find(({ at }) => at.slice(0, 10) === about.day);
  return due && { rule: due.rule };
}
