import { expect, test } from 'vitest';
import { reminderRules } from '#reminder/rules.ts';
import { waveDays } from '#reminder/wave-days.ts';
import { activity, day, unknown } from './plans.ts';

const rules = reminderRules.parse({ rules: [], wave: { daysBefore: [30, 120, 60, 90] } });
const gate = activity({ kind: 'gate', when: day('2026-10-15') });

test('rounds begin so many days before the gate, on the working day before where that is a day off', () => {
  expect(waveDays(gate, rules, 'NO')).toEqual([
    { day: '2026-06-17', daysBefore: 120 },
    { day: '2026-07-17', daysBefore: 90 },
    // 16 August is a Sunday.
    { day: '2026-08-14', daysBefore: 60 },
    { day: '2026-09-15', daysBefore: 30 },
  ]);
});

test('of two rounds that would begin on one day the nearer one stands', () => {
  const near = reminderRules.parse({ rules: [], wave: { daysBefore: [61, 60] } });
  expect(waveDays(gate, near, 'NO')).toEqual([{ day: '2026-08-14', daysBefore: 60 }]);
});

test.each([
  ['a row that is no gate', { ...gate, kind: 'milestone' as const }],
  ['a gate without a date', { ...gate, when: unknown }],
  ['a gate that is done', { ...gate, state: 'done' as const }],
])('there are none before %s', (_, row) => expect(waveDays(row, rules, 'NO')).toEqual([]));

test('there are none where none are set', () => {
  expect(waveDays(gate, reminderRules.parse({ rules: [] }), 'NO')).toEqual([]);
});
