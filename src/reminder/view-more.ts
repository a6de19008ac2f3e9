import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant, writeWhen } from '#calendar/write-date.ts';
import type { Activity } from '#plan/activity.ts';
import { capital, whenText } from '#plan/view.ts';
import { spoken } from '#words/say.ts';

/** A day as people say it in the middle of a sentence: "onsdag 3. desember". */
export const dayText = (day: IsoDay, today: IsoDay, language: Language): string =>
  writeWhen({ start: day, end: day, precision: 'day', text: '' }, spoken(language), { today });

/** When something is and how far off, as a line of its own: "Uke 42 (15.–21. oktober) · om 7 dager". */
export const whenLine = (activity: Activity, today: IsoDay, language: Language): string =>
  capital(whenText(activity, today, language));

/** When something was done, in the middle of a sentence: "onsdag 25. november kl. 09.00". */
export const momentText = (at: string, zone: string, today: IsoDay, language: Language): string =>
  writeInstant(at, zone, spoken(language), { today });
