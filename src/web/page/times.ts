import { locale } from './texts.ts';

const format = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone, ...options }).format(new Date(at));

/** "09.30", in English "09:30" (CARDS, Voice). */
export const clockTime = (at: string, timeZone: string): string => {
  const [hour, minute] = format(at, timeZone, { hour: '2-digit', minute: '2-digit', hour12: false }).split(/\D/);
  return `${hour}${locale() === 'en-GB' ? ':' : '.'}${minute}`;
};

/** "tirsdag 24. november" */
export const dayName = (at: string, timeZone: string): string =>
  format(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long' });

/** "tirs. 24. nov. 2026 kl. 09.30" */
export const clockFace = (at: string, timeZone: string): string => {
  const day = format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${day.replace(/,/g, '')} ${locale() === 'en-GB' ? 'at' : 'kl.'} ${clockTime(at, timeZone)}`;
};

/** Tells days apart in the zone. */
export const dayKey = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(at));
