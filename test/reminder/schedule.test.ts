import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#calendar/add-days.ts';
import type { When } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import { defaultRules, reminderRules } from '#reminder/rules.ts';
import { scheduleOf } from '#reminder/schedule.ts';
import { anyRuleName, anyWhen, day, period, unknown } from './plans.ts';

const spoken = (when: When, rules = defaultRules, country: 'NO' | 'SE' = 'NO') =>
  scheduleOf(when, rules, country).map((scheduled) => `${scheduled.day} ${scheduled.rule}`);

describe('by the default rules', () => {
  test.each<[what: string, when: When, expected: string[]]>([
    [
      'a Wednesday: a week, a day and no days before',
      day('2018-08-15'),
      ['2018-08-08 7-days-before', '2018-08-14 1-working-day-before', '2018-08-15 on-the-day'],
    ],
    [
      'a Monday: the working day before is Friday',
      day('2018-09-17'),
      ['2018-09-10 7-days-before', '2018-09-14 1-working-day-before', '2018-09-17 on-the-day'],
    ],
    [
      'a Saturday: the day and the working day before are both Friday, one reminder, named by the nearest',
      day('2018-09-01'),
      ['2018-08-24 7-days-before', '2018-08-31 on-the-day'],
    ],
    ['a Sunday: the same', day('2018-09-30'), ['2018-09-21 7-days-before', '2018-09-28 on-the-day']],
    [
      'the Tuesday after Easter: the working day before lies before Maundy Thursday',
      day('2019-04-23'),
      ['2019-04-16 7-days-before', '2019-04-17 1-working-day-before', '2019-04-23 on-the-day'],
    ],
    [
      'Easter Monday: a week before is an ordinary Monday',
      day('2019-04-22'),
      ['2019-04-15 7-days-before', '2019-04-17 on-the-day'],
    ],
    [
      'a week: its Monday, and nothing the day before',
      period('2018-10-15', '2018-10-21', 'week'),
      ['2018-10-08 7-days-before', '2018-10-15 first-working-day'],
    ],
    [
      'a month that begins on a Saturday: its first Monday',
      period('2018-09-01', '2018-09-30', 'month'),
      ['2018-08-24 7-days-before', '2018-09-03 first-working-day'],
    ],
    [
      'January: New Year is a day off, and so is Christmas a week before',
      period('2019-01-01', '2019-01-31', 'month'),
      ['2018-12-21 7-days-before', '2019-01-02 first-working-day'],
    ],
    [
      'a quarter',
      period('2018-10-01', '2018-12-31', 'quarter'),
      ['2018-09-24 7-days-before', '2018-10-01 first-working-day'],
    ],
    [
      'two days in a row',
      period('2018-09-17', '2018-09-18', 'range'),
      ['2018-09-10 7-days-before', '2018-09-17 first-working-day'],
    ],
    [
      'a weekend: no working day in it, so the Friday before',
      period('2018-09-15', '2018-09-16', 'range'),
      ['2018-09-07 7-days-before', '2018-09-14 first-working-day'],
    ],
    [
      'an assumed day',
      period('2018-09-19', '2018-09-19', 'approximate'),
      ['2018-09-12 7-days-before', '2018-09-19 first-working-day'],
    ],
    ['an unknown date: none', unknown, []],
  ])('%s', (_, when, expected) => {
    expect(spoken(when)).toEqual(expected);
  });

  test('holidays are the country’s own: 17 May is a day off in Norway alone, midsummer eve in Sweden alone', () => {
    expect(spoken(day('2024-05-17'), defaultRules, 'NO')).toContain('2024-05-16 on-the-day');
    expect(spoken(day('2024-05-17'), defaultRules, 'SE')).toContain('2024-05-17 on-the-day');
    expect(spoken(day('2024-06-21'), defaultRules, 'NO')).toContain('2024-06-21 on-the-day');
    expect(spoken(day('2024-06-21'), defaultRules, 'SE')).toContain('2024-06-20 on-the-day');
  });
});

describe('by rules of one’s own', () => {
  const rules = (...names: string[]) => reminderRules.parse({ rules: names });

  test('their order and repetition do not matter', () => {
    const when = day('2018-09-20');
    expect(spoken(when, rules('on-the-day', '14-days-before', '14-days-before'))).toEqual([
      '2018-09-06 14-days-before',
      '2018-09-20 on-the-day',
    ]);
  });

  test('working days are counted over weekends and holidays', () => {
    expect(spoken(day('2019-05-20'), rules('3-working-days-before'))).toEqual(['2019-05-14 3-working-days-before']);
  });

  test('one day before is named in the singular', () => {
    expect(spoken(day('2018-09-20'), rules('1-days-before'))).toEqual(['2018-09-19 1-day-before']);
  });

  test('none gives none', () => {
    expect(spoken(day('2018-09-20'), rules())).toEqual([]);
  });

  test.each(['0-days-before', 'tomorrow', '7-weeks-after', '7', ''])('%j is no rule', (name) => {
    expect(reminderRules.safeParse({ rules: [name] }).success).toBe(false);
  });

  test.each(['9', '24:00', '09.00', '09:60'])('%j is no time of day', (at) => {
    expect(reminderRules.safeParse({ at, rules: [] }).success).toBe(false);
  });
});

describe('after the date', () => {
  const rules = (...names: string[]) => reminderRules.parse({ rules: names });

  test.each<[what: string, when: When, names: string[], expected: string[]]>([
    [
      'days are counted from the last one',
      period('2026-09-07', '2026-09-09', 'range'),
      ['2-days-after'],
      ['2026-09-11 2-days-after'],
    ],
    [
      'what lands on a Saturday goes to the Monday after',
      day('2026-09-10'),
      ['2-days-after'],
      ['2026-09-14 2-days-after'],
    ],
    [
      'working days pass over the weekend',
      day('2026-09-10'),
      ['2-working-days-after'],
      ['2026-09-14 2-working-days-after'],
    ],
    [
      'what is overdue comes on the first working day and then every week, four times in all',
      day('2026-09-11'),
      ['overdue'],
      ['2026-09-14 overdue', '2026-09-21 overdue-2', '2026-09-28 overdue-3', '2026-10-05 overdue-4'],
    ],
    [
      'over Christmas and New Year in Norway it comes when people are back',
      day('2026-12-16'),
      ['overdue'],
      // 24 and 31 December are days off, and so are the weekends after them.
      ['2026-12-17 overdue', '2026-12-28 overdue-2', '2027-01-04 overdue-3', '2027-01-07 overdue-4'],
    ],
    [
      'that it is overdue is said rather than that a day has gone',
      day('2026-09-11'),
      ['1-day-after', 'overdue'],
      ['2026-09-14 overdue', '2026-09-21 overdue-2', '2026-09-28 overdue-3', '2026-10-05 overdue-4'],
    ],
    [
      'of a month it is overdue after its last day',
      period('2026-08-01', '2026-08-31', 'month'),
      ['1-working-day-after'],
      ['2026-09-01 1-working-day-after'],
    ],
  ])('%s', (_, when, names, expected) => expect(spoken(when, rules(...names))).toEqual(expected));
});

describe('weeks and months before', () => {
  const one = (when: string, name: string) => spoken(day(when), reminderRules.parse({ rules: [name] }));

  test.each<[when: string, name: string, expected: string]>([
    ['2026-09-16', '2-weeks-before', '2026-09-02 2-weeks-before'],
    // 28 February 2026 is a Saturday.
    ['2026-08-31', '6-months-before', '2026-02-27 6-months-before'],
    ['2028-08-31', '6-months-before', '2028-02-29 6-months-before'],
    ['2025-02-28', '12-months-before', '2024-02-28 12-months-before'],
    ['2024-02-29', '12-months-before', '2023-02-28 12-months-before'],
    ['2026-03-01', '2-months-before', '2025-12-30 2-months-before'],
    ['2027-01-04', '1-week-before', '2026-12-28 1-week-before'],
  ])('%s by %s: %s', (when, name, expected) => expect(one(when, name)).toEqual([expected]));
});

describe('lead times', () => {
  const rules = reminderRules.parse({
    rules: ['7-days-before', 'on-the-day'],
    leads: [
      { id: 'liste', item: 'Utstyrsliste', before: { count: 12, unit: 'months' } },
      { id: 'kurs', item: 'Opplæringsplan', before: { count: 5, unit: 'working-days' } },
    ],
  });

  test('ask for something of their own, also on a day that has an ordinary reminder', () => {
    expect(scheduleOf(day('2026-09-16'), rules, 'NO')).toEqual([
      { day: '2025-09-16', rule: 'lead-liste', lead: 'Utstyrsliste' },
      { day: '2026-09-09', rule: '7-days-before' },
      { day: '2026-09-09', rule: 'lead-kurs', lead: 'Opplæringsplan' },
      { day: '2026-09-16', rule: 'on-the-day' },
    ]);
  });

  test('that count working days hold for a week, too', () => {
    const days = scheduleOf(period('2026-09-14', '2026-09-20', 'week'), rules, 'NO').map(
      ({ day, rule }) => `${day} ${rule}`,
    );
    expect(days).toContain('2026-09-07 lead-kurs');
  });
});

test('what was moved tells from which day off', () => {
  expect(scheduleOf(day('2018-09-01'), defaultRules, 'NO')).toEqual([
    { day: '2018-08-24', rule: '7-days-before', movedFrom: '2018-08-25' },
    { day: '2018-08-31', rule: 'on-the-day', movedFrom: '2018-09-01' },
  ]);
});

describe('whatever the date', () => {
  const country = fc.constantFrom('NO' as const, 'SE' as const);
  const anyRules = fc.array(anyRuleName, { maxLength: 20 }).map((rules) => reminderRules.parse({ rules }));

  test('no reminder falls on a day off', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        for (const scheduled of scheduleOf(when, rules, where)) expect(isWorkingDay(scheduled.day, where)).toBe(true);
      }),
    );
  });

  test('each day has one reminder at most, and they come in order', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        const days = scheduleOf(when, rules, where).map((scheduled) => scheduled.day);
        expect(days).toEqual([...new Set(days)].sort());
      }),
    );
  });

  test('what counts back comes by the last day, and what counts on after it', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        for (const scheduled of scheduleOf(when, rules, where)) {
          const isAfter = /after$|^overdue/u.test(scheduled.rule);
          expect(scheduled.day > (when.end ?? '')).toBe(isAfter);
        }
      }),
    );
  });

  test('a reminder is moved from days off only, back before the date and on after it, and no further than needed', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        for (const { day: lands, movedFrom, rule } of scheduleOf(when, rules, where)) {
          if (movedFrom === undefined) continue;
          const isAfter = /after$|^overdue/u.test(rule);
          expect(lands > movedFrom).toBe(isAfter);
          for (let off = movedFrom; off !== lands; off = addDays(off, isAfter ? 1 : -1)) {
            expect(isWorkingDay(off, where)).toBe(false);
          }
        }
      }),
    );
  });

  test('an exact date has as many days as it has rules, less those that share one; overdue counts as four', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        const names = new Set(rules.rules);
        const most = names.size + (names.has('overdue') ? 3 : 0);
        expect(scheduleOf(when, rules, where).length).toBeLessThanOrEqual(most);
        for (const name of names) {
          const alone = scheduleOf(when, { rules: [name] }, where).length;
          const expected =
            name === 'overdue' ? 4 : /working-days?-before/u.test(name) && when.precision !== 'day' ? 0 : 1;
          expect(alone).toBe(expected);
        }
      }),
    );
  });

  test('something is always said by its first working day', () => {
    fc.assert(
      fc.property(anyWhen, country, (when, where) => {
        const last = scheduleOf(when, defaultRules, where).at(-1);
        expect(last?.rule).toBe(when.precision === 'day' ? 'on-the-day' : 'first-working-day');
      }),
    );
  });
});
