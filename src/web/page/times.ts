import { locale } from './texts.ts';

const format = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone, ...options }).format(new Date(at));

/** "09:30" */
export const clockTime = (at: string, timeZone: string): string =>
  format(at, timeZone, { hour: '2-digit', minute: '2-digit' });

/** "tirsdag 24. november" */
export const dayName = (at: string, timeZone: string): string =>
  format(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long' });

/** "tirs. 24. nov. 2026, 09:30" */
export const clockFace = (at: string, timeZone: string): string =>
  format(at, timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Tells days apart in the zone. */
export const dayKey = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at));
