import { remembered } from './remembered.ts';
import type { Country, IsoDay, Language } from './when.ts';

/**
 * The instant at which clocks in a zone show a time on a day, as ISO text with the offset of that moment:
 * `instantAt('2018-08-31', '09:00', 'Europe/Oslo')` is `2018-08-31T09:00:00+02:00`.
 *
 * In spring a time that the clock jumps over (02:30) becomes the same stretch later (03:30); in autumn, when 02:30 comes
 * twice, it is the first of the two. `time` is `HH:MM`; a time or zone that does not exist throws, since both have been
 * checked where they came in (`isTimeZone`).
 */
export function instantAt(day: IsoDay, time: string, zone: string): string {
  return instants(`${day} ${time} ${zone}`, () =>
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  );
}

const instants = remembered<string>(20_000);

/** Which day it is in a zone at an instant. `instant` is ISO text with an offset or `Z`. */
export function dayIn(zone: string, instant: string): IsoDay {
  return days(`${instant} ${zone}`, () =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
}

const days = remembered<IsoDay>(20_000);

/**
 * Whether a text names a time zone by its IANA name, `Europe/Oslo`. A bare offset (`+02:00`) is not one: it knows of no
 * summer time, so a reminder "at 09:00" would be an hour off for half the year.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const countries: Readonly<Record<string, Country>> = { 'Europe/Oslo': 'NO', 'Europe/Stockholm': 'SE' };

/** Whose holidays count in a zone. Where the zone is neither country's, the language decides. */
export const countryOfZone = (zone: string, language: Language): Country =>
  countries[zone] ?? (language === 'sv' ? 'SE' : 'NO');
