import type { Country, IsoDay, When } from '#calendar/when.ts';
import { firstWorkingDayIn, onOrBefore, workingDayBefore } from '#calendar/working-day.ts';
import { type ReminderRules, type Rule, readRule } from './rules.ts';

/** A day on which one activity is reminded of, and the rule that says so. */
export interface ScheduledDay {
  /** Always a working day. */
  day: IsoDay;
  /** The rule's lasting name; `first-working-day` is "on the day" of something whose day is not exact. */
  rule: string;
}

/**
 * The days on which an activity is reminded of, earliest first, each once. A rule that lands on a day off goes to the
 * working day before; of rules that land on the same day the one nearest the date stands. For a date that is not an
 * exact day, rules that count working days are left out and "on the day" becomes the first working day of the period.
 * An unknown date gets none (issue 2, "Reminders out").
 */
export function scheduleOf(when: When, rules: ReminderRules, country: Country): ScheduledDay[] {
  const { start, end } = when;
  if (start === null || end === null) return [];
  const period = { start, end, exact: when.precision === 'day', country };
  const landings = rules.rules
    .map(readRule)
    .flatMap((rule) => landing(rule, period) ?? [])
    .sort((a, b) => (a.meant < b.meant ? -1 : a.meant > b.meant ? 1 : b.days - a.days));

  // Later landings overwrite earlier ones: they lie nearer the date.
  const ruleByDay = new Map(landings.map(({ lands, rule }) => [lands, rule]));
  return [...ruleByDay].map(([day, rule]) => ({ day, rule })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

interface Landing {
  rule: string;
  /** The day that the rule names, which may be a day off: says which of two rules is nearer the date. */
  meant: IsoDay;
  /** The working day on which it lands. */
  lands: IsoDay;
  /** How many days the rule counts: of two rules that mean the same day, the smaller count stands. */
  days: number;
}

interface Period {
  start: IsoDay;
  end: IsoDay;
  exact: boolean;
  country: Country;
}

function landing(rule: Rule, { start, end, exact, country }: Period): Landing | undefined {
  switch (rule.kind) {
    case 'days-before': {
      const meant = Temporal.PlainDate.from(start).subtract({ days: rule.days }).toString();
      return { rule: rule.name, meant, lands: onOrBefore(meant, country), days: rule.days };
    }
    case 'working-days-before': {
      if (!exact) return undefined;
      let day = start;
      for (let counted = 0; counted < rule.days; counted += 1) day = workingDayBefore(day, country);
      return { rule: rule.name, meant: day, lands: day, days: rule.days };
    }
    case 'on-the-day': {
      if (exact) return { rule: rule.name, meant: start, lands: onOrBefore(start, country), days: 0 };
      // A period without a working day (a weekend) is reminded of on the working day before it.
      const lands = firstWorkingDayIn(start, end, country) ?? onOrBefore(start, country);
      return { rule: 'first-working-day', meant: start, lands, days: 0 };
    }
  }
}
