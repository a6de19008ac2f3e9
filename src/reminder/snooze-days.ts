import type { Country, IsoDay, When } from '#calendar/when.ts';
import { isDayOff } from '#people/leave-alone.ts';
import type { Quiet } from '#people/quiet.ts';

/** How long a reminder can be put off: a day, three days, until next week. */
export const snoozeChoices = ['tomorrow', 'days', 'week'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

/** Further off than this no button puts a reminder off, days: a button with another day has been made up. */
const furthest = 60;

/**
 * The day on which a reminder that is put off comes again: never a day off, neither of the country nor of any of `quiet`.
 * @param quiet Whose days off count: the person's, and the place's where everyone there reads the card.
 */
export function snoozeUntil(
  choice: SnoozeChoice,
  { today, country, quiet }: { today: IsoDay; country: Country; quiet: readonly (Quiet | undefined)[] },
): IsoDay {
  const now = Temporal.PlainDate.from(today);
  const wanted = { tomorrow: 1, days: 3, week: 8 - now.dayOfWeek }[choice];
  const isOff = (day: Temporal.PlainDate) =>
    [undefined, ...quiet].some((one) => isDayOff(day.toString(), one, country));
  let day = now.add({ days: wanted });
  // Who is away for months is reminded as soon as a button may say so.
  while (isOff(day) && now.until(day).days < furthest) day = day.add({ days: 1 });
  return day.toString();
}

/** Whether a day is one that a button could have named today. */
export const maySnoozeUntil = (until: IsoDay, today: IsoDay): boolean => {
  const { days } = Temporal.PlainDate.from(today).until(until);
  return days > 0 && days <= furthest;
};

/** Whether a day lies after the exact last day of something: to be said before and after it is chosen. */
export const isPastEnd = (until: IsoDay, { end, precision }: When): boolean =>
  end !== null && (precision === 'day' || precision === 'range') && until > end;
