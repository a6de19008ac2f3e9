import { isTimeZone } from '#calendar/zone.ts';
import { sameName } from './find-unit.ts';

/**
 * The time zone that somebody means: an IANA name in any case (`Europe/Oslo`), or its city alone (`Stockholm`, `new york`). The short names of
 * old (`CET`) are none: some of them know of no summer time.
 */
export function readZone(text: string): string | undefined {
  const wanted = sameName(text).replaceAll(' ', '_');
  if (wanted === 'utc') return 'UTC';
  if (wanted.includes('/')) return isTimeZone(wanted) ? asWritten(wanted) : undefined;
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [zone.slice(zone.lastIndexOf('/') + 1).toLowerCase(), zone]),
  );
  return cities.get(wanted);
}

let cities: Map<string, string> | undefined;

/** `europe/oslo` as the calendar writes it. */
const asWritten = (zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
