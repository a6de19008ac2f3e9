import type { IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { writeTime } from '#calendar/write-time.ts';
import { say } from '#words/say.ts';
import { defaultQuietHours, type Quiet, type Rhythm, rhythm } from './quiet.ts';

type Choice = { title: string; value: string };

const listOf = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts);

/** "kl. 20–07", or that there are none. */
function hoursSaid(quiet: Quiet | undefined, language: Language): string {
  const { from, to } = quiet?.hours ?? defaultQuietHours;
  if (from === to) return say(language, 'people.quiet.no-hours');
  return say(language, 'people.quiet.hours', { hours: writeTime(`${from}–${to}`, language) });
}

/** Absences that are not over, each as people say it. */
export function absencesSaid(quiet: Quiet | undefined, language: Language, today: IsoDay, withYear = false): string[] {
  return (quiet?.away ?? [])
    .filter(({ to }) => to >= today)
    .map(({ from: start, to: end }) => {
      const when = { start, end, precision: start === end ? ('day' as const) : ('range' as const), text: '' };
      return writeWhen(when, language, withYear ? {} : { today });
    });
}

/** When somebody is left alone, in words: hours, days off, absences that are not over. One line each; none for what there is none of. */
export function quietLines(quiet: Quiet | undefined, language: Language, today: IsoDay): string[] {
  const weekdays = (quiet?.weekdays ?? []).toSorted().map((day) => weekdayName(day, language));
  const away = absencesSaid(quiet, language, today);
  return [
    hoursSaid(quiet, language),
    ...(weekdays.length > 0 ? [say(language, 'people.quiet.weekdays', { days: listOf(weekdays, language) })] : []),
    ...(away.length > 0 ? [say(language, 'people.quiet.away', { away: listOf(away, language) })] : []),
  ];
}

/** How often reminders come, in words. */
export const rhythmSaid = (chosen: Rhythm | undefined, language: Language): string =>
  say(language, `people.rhythm.${chosen ?? 'daily'}`);

export const rhythmChoices = (language: Language): Choice[] =>
  rhythm.options.map((value) => ({ title: say(language, `people.rhythm-choice.${value}`), value }));

/** Every half hour of the day, and the times that stand there now. `value` is `HH:MM`. */
export function timeChoices(language: Language, now: readonly string[]): Choice[] {
  const halves = Array.from(
    { length: 48 },
    (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
  );
  return [...new Set([...halves, ...now])]
    .toSorted()
    .map((value) => ({ title: language === 'en' ? value : value.replace(':', '.'), value }));
}

// 2 November 2026 is a Monday.
const weekdayName = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 1 + day),
  );

export const weekdayChoices = (language: Language): Choice[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const name = weekdayName(day, language);
    return { title: name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1), value: String(day) };
  });

/** Zones that people here are likely to be in; any other can be written. */
const likelyZones = ['Europe/Oslo', 'Europe/Stockholm', 'Europe/Copenhagen', 'Europe/Helsinki', 'Europe/London'];

export const zoneChoices = (now: string): Choice[] =>
  [...new Set([now, ...likelyZones])].map((zone) => ({ title: zone, value: zone }));
