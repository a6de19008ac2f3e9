import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { When } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import { type Activity, activityKind } from '#plan/activity.ts';
import { remindersOf } from '#reminder/reminder.ts';
import { reminderRules } from '#reminder/rules.ts';
import { type HandReminder, type HandRow, isWorkingDayByHand, remindersByHand } from './by-hand.ts';
import { activity, anyWhen } from './plans.ts';

describe.each(['NO', 'SE'] as const)('%s', (country) => {
  test('the working days are those of a calendar worked out by hand, 2018 to 2032', () => {
    const differing: string[] = [];
    for (let date = Temporal.PlainDate.from('2018-01-01'); date.year < 2033; date = date.add({ days: 1 })) {
      const day = date.toString();
      if (isWorkingDay(day, country) !== isWorkingDayByHand(day, country)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  test('whatever the rules and dates, reminders fall due when a calculation by hand says so', () => {
    const count = (most: number) => fc.integer({ min: 2, max: most });
    const anyRule = fc.oneof(
      fc.constantFrom('on-the-day', 'overdue', '1-day-before', '1-working-day-before', '1-working-day-after'),
      count(120).map((days) => `${days}-days-before`),
      count(30).map((days) => `${days}-working-days-before`),
      count(14).map((weeks) => `${weeks}-weeks-before`),
      count(14).map((months) => `${months}-months-before`),
      count(40).map((days) => `${days}-days-after`),
      count(12).map((days) => `${days}-working-days-after`),
    );
    const anyRow = fc.tuple(anyWhen, fc.constantFrom(...activityKind.options));
    const anyRules = fc.uniqueArray(anyRule, { maxLength: 6 });
    fc.assert(
      fc.property(anyRules, fc.array(anyRow, { minLength: 1, maxLength: 5 }), (rules, dates) => {
        const rows = dates.map(([when, kind], nth) => activity({ when, kind, row: nth + 2 }));
        const derived = remindersOf(rows, reminderRules.parse({ rules }), { country, zone: 'Europe/Oslo' });
        const found = derived.map(({ activity: id, rule, at, to: [unit = null] }) => ({
          activity: id,
          rule,
          unit,
          day: at.slice(0, 10),
          atMs: Temporal.Instant.from(at).epochMilliseconds,
        }));
        expect(sorted(found)).toEqual(sorted(remindersByHand(rows.map(handRow), { rules, at: '09:00', country })));
      }),
      { numRuns: 300 },
    );
  });
});

const handRow = ({ id, when, kind, units, state, halted }: Activity & { when: When }): HandRow => ({
  id,
  start: when.start,
  end: when.end,
  isExact: when.precision === 'day',
  takesPlace: kind === 'meeting' || kind === 'gathering',
  units,
  isOver: state === 'done' || halted !== undefined,
});

const sorted = (reminders: HandReminder[]) =>
  reminders.map((one) => JSON.stringify([one.day, one.activity, one.rule, one.unit, one.atMs])).sort();
