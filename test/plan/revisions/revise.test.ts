import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { When } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { activityId, type Plan, type PlannedRow, plan as planSchema } from '#plan/activity.ts';
import { revise, setState, setWhen, undoState } from '#plan/revisions/revise.ts';
import { takeBack } from '#plan/revisions/take-back.ts';

const kari = personId.parse('kari');
const later = { by: kari, at: '2026-08-03T07:00:00Z' };
const when = (day: string | null): When =>
  day === null
    ? { start: null, end: null, precision: 'unknown', text: 'avklares' }
    : { start: day, end: day, precision: 'day', text: day };

const anyRows: fc.Arbitrary<PlannedRow[]> = fc
  .array(
    fc.record({
      title: fc.constantFrom('Kurs', 'Møte', 'Prøve'),
      units: fc.subarray(['Nordvik', 'Sørfjord']),
      day: fc.constantFrom(null, '2026-09-01', '2026-09-02', '2026-09-03'),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ title, units, day }, index) => ({
      row: index + 2,
      title,
      description: '',
      kind: 'activity',
      when: when(day),
      units,
      gate: null,
    })),
  );

const save = (before: Plan | undefined, rows: readonly PlannedRow[], act: string, at = '2026-08-01T07:00:00Z'): Plan =>
  revise(before, rows, {
    programme: programmeId.parse('p'),
    by: kari,
    at,
    source: 'plan.csv',
    act,
    newId: (index) => activityId.parse(`${act}-${index}`),
  });

describe('a revision', () => {
  test('is a valid plan in which no two rows have the same id', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const plan = save(save(undefined, first, 'one'), second, 'two');
        expect(planSchema.safeParse(plan).success).toBe(true);
        expect(new Set(plan.activities.map((a) => a.id)).size).toBe(second.length);
        expect(plan.revisions.map((r) => r.number)).toEqual([1, 2]);
      }),
    );
  });

  test('of the same rows keeps every id, in whatever order they stand', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const before = save(undefined, rows, 'one');
        const after = save(before, rows.toReversed(), 'two');
        expect(after.activities.map((a) => a.id).sort()).toEqual(before.activities.map((a) => a.id).sort());
        for (const { id, title, when: date } of after.activities) {
          expect(before.activities.find((a) => a.id === id)).toMatchObject({ title, when: date });
        }
      }),
    );
  });

  test('by the same act is made once', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const plan = save(save(undefined, first, 'one'), second, 'two');
        expect(save(plan, first, 'one')).toBe(plan);
        expect(save(plan, second, 'two')).toBe(plan);
      }),
    );
  });

  test('that is taken back leaves the plan as it was', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (first, second) => {
        const before = save(undefined, first, 'one');
        const taken = takeBack(save(before, second, 'two'), 'two', later);
        expect(taken).toEqual({ came: 'taken-back', plan: { ...before, undone: ['two'] } });
      }),
    );
  });

  test('that is taken back takes nothing back that people have said since', () => {
    const row: PlannedRow = {
      row: 2,
      title: 'Kurs',
      description: '',
      kind: 'activity',
      when: when(null),
      units: [],
      gate: null,
    };
    const before = save(undefined, [row], 'one');
    const [activity] = before.activities;
    if (!activity) throw new Error('no row');
    const saved = save(before, [{ ...row, title: 'Nytt kurs' }], 'two', '2026-08-02T07:00:00Z');
    const [renamed] = saved.activities;
    if (!renamed) throw new Error('no row');
    const said = setState(saved, renamed.id, 'help', kari, '2026-08-03T07:00:00Z');
    expect(takeBack(said, 'two', later)).toMatchObject({ came: 'taken-back' });
    const dated = setWhen(said, renamed.id, when('2026-09-09'), { ...later, act: 'three' });
    expect(takeBack(dated, 'two', later)).toEqual({ came: 'late' });
    const undated = takeBack(dated, 'three', later);
    expect(undated).toEqual({ came: 'taken-back', plan: { ...said, undone: ['three'] } });
  });
});

test('what is said and taken back leaves a row as it was', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom('underway', 'done', 'help'), (rows, state) => {
      const plan = save(undefined, rows, 'one');
      for (const { id, when: date } of plan.activities) {
        expect(undoState(setState(plan, id, state, kari, '2026-08-03T07:00:00Z'), id)).toEqual(plan);
        const dated = setWhen(plan, id, when('2026-09-09'), { ...later, act: 'dated' });
        const back = { came: 'taken-back', plan: { ...plan, undone: ['dated'] } };
        if (date.start === null) expect(takeBack(dated, 'dated', later)).toEqual(back);
        else expect(dated).toBe(plan);
      }
    }),
  );
});
