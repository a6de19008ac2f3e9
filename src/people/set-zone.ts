import { type Country, country } from '#calendar/when.ts';
import { countryOfZone } from '#calendar/zone.ts';
import { sameName } from './find-unit.ts';
import type { Programme } from './programme.ts';

/**
 * Gives a programme another zone and country. A country that is left out follows the zone (`countryOfZone`); one that is given is chosen, and
 * the zone no longer changes it.
 */
export function setZone(programme: Programme, timeZone: string, chosen: Country | undefined): Programme {
  const { countryChosen: _, ...rest } = programme;
  return chosen === undefined
    ? { ...rest, timeZone, country: countryOfZone(timeZone, programme.language) }
    : { ...rest, timeZone, country: chosen, countryChosen: true };
}

const names: Record<Country, readonly string[]> = {
  NO: ['no', 'norge', 'noreg', 'norway'],
  SE: ['se', 'sverige', 'sweden'],
};

/** The country that a word means in nb, nn, sv or en. */
export const readCountry = (text: string): Country | undefined =>
  country.options.find((one) => names[one].includes(sameName(text)));
