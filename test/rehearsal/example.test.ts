import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#calendar/working-day.ts';
import { readExample } from '#rehearsal/example.ts';
import { writePlan } from '#rehearsal/write-plan.ts';

const wednesday = Temporal.PlainDate.from('2026-11-25');

describe('the dates of the example plan', () => {
  test.each([
    ['{dag 8}', '3/12'],
    ['{dag 3}', '30/11'],
    ['{dato 8}', '3. desember'],
    ['{dager 12 13}', '7.–8. desember'],
    ['{dager 5 6}', '30. november–1. desember'],
    ['{uke 2}', 'uke 50'],
    ['medio {måned 2}', 'medio januar'],
    ['{kvartal 1}', 'Q1 2027'],
    ['ingen', 'ingen'],
  ])('%s becomes %s on a Wednesday in November', (template, written) => {
    expect(writePlan(template, wednesday, 'NO')).toBe(written);
  });

  test('a date that does not exist is a mistake in the file', () => {
    expect(() => writePlan('{tirsdag 2}', wednesday, 'NO')).toThrow('{tirsdag 2}');
  });
});

describe('the example programme', () => {
  test('has six units, twelve people and about twenty-five rows, and shows every kind of date', () => {
    const { programme, people, plan } = readExample(wednesday);
    expect(programme.units).toHaveLength(6);
    expect(people.length + 2).toBe(12);
    expect(plan.accepted).toHaveLength(26);
    expect(new Set(plan.accepted.map(({ when }) => when.precision))).toEqual(
      new Set(['day', 'range', 'week', 'month', 'quarter', 'approximate', 'unknown']),
    );
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(['nb', 'sv', 'en']));
  });

  test('names in its plan and its people only units that it has', () => {
    const { programme, people, plan } = readExample(wednesday);
    const units = new Set(programme.units.map(({ name }) => name));
    for (const row of plan.accepted) for (const unit of row.units) expect(units).toContain(unit);
    for (const { unit } of people) expect(units).toContain(unit);
  });

  test('never grows old: on any first day every row is understood, in the right year, exact days on working days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 12 }), (days) => {
        const today = Temporal.PlainDate.from('2026-01-01').add({ days });
        const { plan } = readExample(today);
        expect(plan.accepted).toHaveLength(26);
        const earliest = today.subtract({ days: 31 }).toString();
        const latest = today.add({ days: 460 }).toString();
        for (const { when, title } of plan.accepted) {
          if (when.start === null || when.end === null) continue;
          expect(when.start >= earliest && when.end <= latest, `${title}: ${when.text} on ${today}`).toBe(true);
          if (when.precision === 'day') expect(isWorkingDay(when.start, 'NO'), title).toBe(true);
        }
        const first = plan.accepted.find(({ title }) => title === 'Oppstart i første pulje');
        const away = today.until(first?.when.start ?? today).days;
        expect(away >= 210 && away <= 221, `${away} days on ${today}`).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
