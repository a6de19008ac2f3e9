import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remindersBetween, remindersOf } from '#reminder/reminder.ts';
import { reminderRules } from '#reminder/rules.ts';
import { activity, anyRuleName, anyWhen, day } from './plans.ts';

const setting = { country: 'NO' as const, zone: 'Europe/Oslo' };
const rules = (...names: string[]) => reminderRules.parse({ rules: names });

test('at nine is nine by the clock there, on both sides of both changes', () => {
  const days = ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'];
  const rows = days.map((text, index) => activity({ row: index + 2, when: day(text) }));
  expect(remindersOf(rows, rules('on-the-day'), setting).map(({ at }) => at)).toEqual([
    '2026-03-27T09:00:00+01:00',
    '2026-03-30T09:00:00+02:00',
    '2026-10-23T09:00:00+02:00',
    '2026-10-26T09:00:00+01:00',
  ]);
});

describe('the rows of one plan', () => {
  const own = reminderRules.parse({
    rules: ['1-day-before'],
    groups: [{ tag: 'opplæring', rules: ['2-days-before'] }],
    leads: [{ id: 'liste', kind: 'gate', item: 'Utstyrsliste', before: { count: 1, unit: 'weeks' } }],
  });

  test('go each by its own rules; what is asked for ahead is named', () => {
    const rows = [
      activity({ row: 2, when: day('2026-09-10') }),
      { ...activity({ row: 3, when: day('2026-09-10') }), tags: ['Opplæring'] },
      activity({ row: 4, when: day('2026-09-10'), kind: 'gate', units: [] }),
    ];
    const found = remindersOf(rows, own, setting).map(({ at, row, rule, lead }) => [at.slice(0, 10), row, rule, lead]);
    expect(found).toEqual([
      ['2026-09-03', 4, 'lead-liste', 'Utstyrsliste'],
      ['2026-09-08', 3, '2-days-before', undefined],
      ['2026-09-09', 2, '1-day-before', undefined],
      ['2026-09-09', 4, '1-day-before', undefined],
    ]);
  });

  test('of two plans at different hours and places each has its own hour', () => {
    const rows = [activity({ when: day('2026-09-10') })];
    const at = (time: string, zone: string) =>
      remindersOf(rows, reminderRules.parse({ at: time, rules: ['on-the-day'] }), { country: 'NO', zone })[0]?.at;
    expect(at('09:00', 'Europe/Oslo')).toBe('2026-09-10T09:00:00+02:00');
    expect(at('08:15', 'Europe/London')).toBe('2026-09-10T08:15:00+01:00');
    expect(at('09:00', 'Europe/Oslo')).toBe('2026-09-10T09:00:00+02:00');
  });
});

test('whatever the plan and the rules: in order of time, then of row, at most one a day for each row, and a period holds those of its days', () => {
  const rows = fc
    .array(anyWhen, { maxLength: 12 })
    .map((whens) => whens.map((when, index) => activity({ row: index + 2, when })));
  fc.assert(
    fc.property(rows, fc.array(anyRuleName, { maxLength: 6 }), (activities, names) => {
      const all = remindersOf(activities, rules(...names), setting);
      const order = all.map(({ at, row }) => Temporal.Instant.from(at).epochMilliseconds * 1000 + row);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBe(order.length);
      const period = { from: '2025-01-01', to: '2025-06-30', ...setting };
      const within = all.filter(({ at }) => at.slice(0, 10) >= period.from && at.slice(0, 10) <= period.to);
      expect(remindersBetween(activities, rules(...names), period)).toEqual(within);
    }),
  );
});
