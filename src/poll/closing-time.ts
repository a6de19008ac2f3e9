import { isoDay } from '#calendar/when.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';

/** When a poll can be set to close: never by itself, in an hour, today, in so many days, or on a chosen day. */
export const closings = ['none', '1h', 'today', '1d', '3d', '7d', 'day'] as const;
export type Closing = (typeof closings)[number];

/** Polls that close on a day close when offices do, in the programme's zone. */
const closingHour = '16:00';

export type ClosingTime =
  | { ok: true; at: string | undefined }
  | { ok: false; problem: 'unknown' | 'no-day' | 'past'; field: 'closes' | 'day' };

/**
 * The instant (ISO, UTC, whole minutes) at which a poll closes, or undefined for "not by itself".
 * @param wanted `closes` as chosen; `day` as typed, read only when `closes` is `day`.
 * @param zone IANA zone in which "today" and the closing hour are meant.
 */
export function closingTime(wanted: { closes: string; day: string }, now: Temporal.Instant, zone: string): ClosingTime {
  const today = dayIn(zone, now.toString());
  const on = (day: string, field: 'closes' | 'day'): ClosingTime => {
    const at = Temporal.Instant.from(instantAt(day, closingHour, zone));
    if (Temporal.Instant.compare(at, now) <= 0) return { ok: false, problem: 'past', field };
    return { ok: true, at: at.toString() };
  };
  switch (wanted.closes as Closing) {
    case 'none':
      return { ok: true, at: undefined };
    case '1h':
      return { ok: true, at: now.add({ hours: 1 }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }).toString() };
    case 'today':
      return on(today, 'closes');
    case '1d':
    case '3d':
    case '7d':
      return on(
        Temporal.PlainDate.from(today)
          .add({ days: Number(wanted.closes[0]) })
          .toString(),
        'closes',
      );
    case 'day':
      return isDay(wanted.day) ? on(wanted.day, 'day') : { ok: false, problem: 'no-day', field: 'day' };
    default:
      return { ok: false, problem: 'unknown', field: 'closes' };
  }
}

/** The choices that make sense now, each with the instant that it means: "today" is left out once the hour has passed. */
export function closingChoices(now: Temporal.Instant, zone: string): { closes: Closing; at: string | undefined }[] {
  return closings.flatMap((closes): { closes: Closing; at: string | undefined }[] => {
    if (closes === 'day') return [{ closes, at: undefined }];
    const time = closingTime({ closes, day: '' }, now, zone);
    return time.ok ? [{ closes, at: time.at }] : [];
  });
}

function isDay(text: string): boolean {
  if (!isoDay.safeParse(text).success) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
