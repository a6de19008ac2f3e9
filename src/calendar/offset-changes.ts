import type { IsoDay } from './when.ts';

/** From an instant on, a zone's clocks show another offset. Offsets as `+02:00`. */
export interface OffsetChange {
  /** Where clocks stood when it happened, as they showed just before: `2026-03-29T02:00:00`. */
  local: string;
  from: string;
  to: string;
  /** Whether summer time begins by it. */
  isSummer: boolean;
}

/**
 * How a zone's clocks are set from the start of one day to the end of another: first what holds at the beginning, as a
 * change to itself, then each change in between. For files that must say what they mean by a zone (RFC 5545, 3.6.5).
 */
export function offsetChanges(zone: string, first: IsoDay, last: IsoDay): OffsetChange[] {
  let at = Temporal.PlainDate.from(first).toZonedDateTime({ timeZone: zone });
  const until = Temporal.PlainDate.from(last).add({ days: 1 }).toZonedDateTime({ timeZone: zone });
  const winter = Math.min(...[1, 7].map((month) => at.with({ month, day: 1 }).offsetNanoseconds));
  const isSummer = (one: Temporal.ZonedDateTime) => one.offsetNanoseconds > winter;

  const changes: OffsetChange[] = [
    { local: secondsOf(at.toPlainDateTime()), from: at.offset, to: at.offset, isSummer: isSummer(at) },
  ];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, until) >= 0) return changes;
    const before = next.subtract({ nanoseconds: 1 });
    const shown = next.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime();
    changes.push({ local: secondsOf(shown), from: before.offset, to: next.offset, isSummer: isSummer(next) });
    at = next;
  }
}

const secondsOf = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: 'second' });
