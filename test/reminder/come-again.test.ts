import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId, type Unit, unitId } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { comingAgain } from '#reminder/come-again.ts';
import { remindersOf } from '#reminder/reminder.ts';
import { noReminding } from '#reminder/reminding.ts';
import { withSnooze } from '#reminder/resting.ts';
import { defaultRules } from '#reminder/rules.ts';
import { activity, day, unknown } from './plans.ts';

const nordvik = unitId.parse('n');
const units: Unit[] = [
  { id: nordvik, name: 'Nordvik kommune', aliases: ['Nordvik'], people: [] },
  { id: unitId.parse('s'), name: 'Sørfjord', aliases: [], people: [] },
];
const setting = { country: 'NO', zone: 'Europe/Oslo' } as const;
const kurs = activity({ when: day('2026-08-20'), units: ['Nordvik', 'Sørfjord'] });

/** What comes again of a row that was put off by a unit (null: by the programme's own place) until a day. */
function again(row: Activity, until: string, unit: typeof nordvik | null = nordvik) {
  const said = { until, today: '2026-08-13', by: personId.parse('p'), at: '2026-08-13T07:00:00Z' };
  const reminding = withSnooze(noReminding(programmeId.parse('ny')), row.id, [unit], said);
  const ordinary = remindersOf([row], defaultRules, setting);
  return comingAgain({ activities: [row], ordinary }, reminding, defaultRules, { ...setting, units });
}

describe('what was put off comes again', () => {
  test('on its day at the programme’s hour, for that unit alone, under a rule of its own', () => {
    expect(again(kurs, '2026-08-17')).toEqual([
      {
        at: '2026-08-17T09:00:00+02:00',
        row: 2,
        activity: kurs.id,
        title: kurs.title,
        rule: 'snoozed-2026-08-17',
        to: ['Nordvik kommune'],
        start: '2026-08-20',
        end: '2026-08-20',
      },
    ]);
  });

  test('after the last day, too, where somebody chose so', () => {
    expect(again(kurs, '2026-08-24')).toMatchObject([{ end: '2026-08-24', start: '2026-08-20' }]);
  });

  test('for the programme’s own place where the row names no unit', () => {
    expect(again({ ...kurs, units: [] }, '2026-08-17', null)).toMatchObject([{ to: [] }]);
  });

  test.each([
    ['a rule reminds of it that day', kurs, '2026-08-19', nordvik],
    ['it is done', { ...kurs, state: 'done' as const }, '2026-08-17', nordvik],
    ['the unit is off the row', { ...kurs, units: ['Sørfjord'] }, '2026-08-17', nordvik],
    ['a unit has come on the row', kurs, '2026-08-17', null],
    ['it has no date any more', { ...kurs, when: unknown }, '2026-08-17', nordvik],
  ])('not where %s', (_why, row, until, unit) => {
    expect(again(row, until, unit)).toEqual([]);
  });
});
