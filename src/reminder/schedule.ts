import { addDays, daysBetween } from '#calendar/add-days.ts';
import { remembered } from '#calendar/remembered.ts';
import type { Country, IsoDay, When } from '#calendar/when.ts';
import { firstWorkingDayIn, onOrAfter, onOrBefore, workingDayAfter, workingDayBefore } from '#calendar/working-day.ts';
import { type LeadTime, leadRuleName, overdueRule, type Rule, readRule } from './rules.ts';

/** A day on which one activity is reminded of, and the rule that says so. */
export interface ScheduledDay {
  /** Always a working day. */
  day: IsoDay;
  /** The rule's lasting name; `first-working-day` is "on the day" of something whose day is not exact. */
  rule: string;
  /** The day off that the rule names, where the reminder went to another day because of it. */
  movedFrom?: IsoDay;
  /** What is asked for, where a lead time says so. */
  lead?: string;
}

/** How many times something late is asked about: once, and then every week. After a month a reminder helps no more. */
const overdueTimes = 4;

/**
 * The days on which an activity is reminded of, earliest first. A rule that lands on a day off goes to the working day
 * before; what comes after the last day (`3-days-after`, `overdue`) goes to the working day after, since before would be
 * too early. Of rules that land on the same day the one nearest the date stands, and `overdue` before others that come
 * after it, so each day has one reminder; lead times ask for something of their own and come beside them.
 *
 * For a date that is not an exact day, rules that count working days before it are left out and "on the day" becomes the
 * first working day of the period. An unknown date gets none (issue 2, "Reminders out"). Months are counted by the
 * calendar: six months before 31 August is the last of February.
 */
export function scheduleOf(
  when: When,
  { rules, leads }: { rules: readonly string[]; leads?: readonly LeadTime[] },
  country: Country,
): readonly ScheduledDay[] {
  const { start, end } = when;
  if (start === null || end === null) return [];
  const period = { start, end, exact: when.precision === 'day', country };
  const own = ownDays(`${start} ${end} ${period.exact} ${country} ${rules.join(' ')}`, () => daysOf(rules, period));
  if (!leads?.length) return own;
  const asked = leads.map((lead) => scheduled({ ...leadLanding(lead, start, country), lead: lead.item }));
  return [...own, ...asked].sort(byDay);
}

/** Rows of all plans that lie alike and go by the same rules are reminded of on the same days: these are worked out once. */
const ownDays = remembered<readonly ScheduledDay[]>(20_000);

function daysOf(rules: readonly string[], period: Period): readonly ScheduledDay[] {
  // Later landings overwrite earlier ones: they lie nearer the date.
  const onDay = new Map(
    rules
      .flatMap((name) => landings(readRule(name), period))
      .sort((a, b) => b.distance - a.distance || b.count - a.count)
      .map((landing) => [landing.lands, landing]),
  );
  return Object.freeze([...onDay.values()].map(scheduled).sort(byDay));
}

const byDay = (one: ScheduledDay, other: ScheduledDay): number =>
  one.day < other.day ? -1 : one.day > other.day ? 1 : 0;

interface Landing {
  rule: string;
  /** The working day on which it lands. */
  lands: IsoDay;
  /** The day off that the rule names, if it does. */
  movedFrom?: IsoDay;
  /** How many days the day that the rule names lies from the date: of two rules the nearer stands. */
  distance: number;
  /** What the rule counts: of two rules that mean the same day, the smaller count stands. */
  count: number;
}

interface Period {
  start: IsoDay;
  end: IsoDay;
  exact: boolean;
  country: Country;
}

function scheduled({ lands, rule, movedFrom, lead }: Landing & { lead?: string }): ScheduledDay {
  return {
    day: lands,
    rule,
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(lead === undefined ? {} : { lead }),
  };
}

/** Where a rule lands that means `day`: on the working day `lands`. */
const landing = (rule: string, day: IsoDay, lands: IsoDay, from: IsoDay, count: number): Landing => ({
  rule,
  lands,
  ...(lands === day ? {} : { movedFrom: day }),
  distance: Math.abs(daysBetween(from, day)),
  count,
});

function landings(rule: Rule, { start, end, exact, country }: Period): Landing[] {
  const before = (day: IsoDay, count: number) => [landing(rule.name, day, onOrBefore(day, country), start, count)];
  const after = (day: IsoDay, count: number) => [landing(rule.name, day, onOrAfter(day, country), end, count)];
  switch (rule.kind) {
    case 'days-before':
      return before(addDays(start, -rule.count), rule.count);
    case 'weeks-before':
      return before(addDays(start, -7 * rule.count), rule.count);
    case 'months-before':
      return before(monthsBefore(start, rule.count), rule.count);
    case 'working-days-before':
      return exact ? before(workingDaysBefore(start, rule.count, country), rule.count) : [];
    case 'days-after':
      return after(addDays(end, rule.count), rule.count);
    case 'working-days-after':
      return after(workingDaysAfter(end, rule.count, country), rule.count);
    case 'overdue': {
      const first = workingDayAfter(end, country);
      return Array.from({ length: overdueTimes }, (_, index) => {
        const day = addDays(first, 7 * index);
        const { name } = overdueRule(index + 1);
        return { ...landing(name, day, onOrAfter(day, country), end, 0), distance: 0 };
      });
    }
    case 'on-the-day':
    case 'first-working-day': {
      if (exact) return before(start, 0);
      const first = firstWorkingDayIn(start, end, country);
      const named = { rule: 'first-working-day', distance: 0, count: 0 };
      // A period without a working day (a weekend) is reminded of on the working day before it.
      return [first ? { ...named, lands: first } : { ...named, lands: onOrBefore(start, country), movedFrom: start }];
    }
    case 'lead':
    case 'snoozed':
      // Its time stands in the lead time itself, or is the day that somebody chose.
      return [];
  }
}

/** When a point has to be asked for. Working days are counted here from the first day of a period too: left out, nobody would be asked. */
function leadLanding(lead: LeadTime, start: IsoDay, country: Country): Landing {
  const { count, unit } = lead.before;
  const day = {
    days: () => addDays(start, -count),
    'working-days': () => workingDaysBefore(start, count, country),
    weeks: () => addDays(start, -7 * count),
    months: () => monthsBefore(start, count),
  }[unit]();
  return landing(leadRuleName(lead), day, onOrBefore(day, country), start, count);
}

/** A month that has no such day gives its last one: 31 August minus six months is 28 or 29 February. */
const monthsBefore = (day: IsoDay, months: number): IsoDay =>
  Temporal.PlainDate.from(day).subtract({ months }, { overflow: 'constrain' }).toString();

function workingDaysBefore(day: IsoDay, count: number, country: Country): IsoDay {
  let found = day;
  for (let counted = 0; counted < count; counted += 1) found = workingDayBefore(found, country);
  return found;
}

function workingDaysAfter(day: IsoDay, count: number, country: Country): IsoDay {
  let found = day;
  for (let counted = 0; counted < count; counted += 1) found = workingDayAfter(found, country);
  return found;
}
