import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { When } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import { defaultRules, reminderRules } from '#reminder/rules.ts';
import { scheduleOf } from '#reminder/schedule.ts';
import { anyWhen, day, period, unknown } from './plans.ts';

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

describe('whatever the date', () => {
  const country = fc.constantFrom('NO' as const, 'SE' as const);
  const name = fc.constantFrom(
    '1-day-before',
    '7-days-before',
    '30-days-before',
    '1-working-day-before',
    '5-working-days-before',
    'on-the-day',
  );
  const anyRules = fc.array(name, { maxLength: 20 }).map((rules) => reminderRules.parse({ rules }));

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

  test('none comes after the last day', () => {
    fc.assert(
      fc.property(anyWhen, anyRules, country, (when, rules, where) => {
        for (const scheduled of scheduleOf(when, rules, where)) expect(scheduled.day <= (when.end ?? '')).toBe(true);
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
