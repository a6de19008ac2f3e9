import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { type Activity, activityId, type Plan, type PlannedRow } from '#plan/activity.ts';
import { ringsIn } from '#plan/dependencies/waiting-order.ts';
import { inTimeOrder } from '#plan/editing/row-form.ts';
import { extentOf, withPart } from '#plan/revisions/part.ts';
import { revise } from '#plan/revisions/revise.ts';
import { aRow, numbered, somePlan } from '../some-rows.ts';

const save = (rows: readonly PlannedRow[]): Plan =>
  revise(undefined, rows, {
    programme: programmeId.parse('p'),
    by: personId.parse('kari'),
    at: '2026-08-01T07:00:00Z',
    source: 'plan.csv',
    act: 'one',
    newId: (index) => activityId.parse(`old-${index}`),
  });
const withSome = (plan: Plan, rows: readonly PlannedRow[]): Activity[] =>
  withPart(plan.activities, rows, (index) => activityId.parse(`new-${index}`));
const waits = (activities: readonly Activity[], title: string): string[] => {
  const found = activities.find((one) => one.title === title)?.dependsOn ?? [];
  return found.map((id) => activities.find((one) => one.id === id)?.title ?? '');
};

describe('some rows of a plan', () => {
  test('leave every other row as it stood, in its order, and no row comes twice', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (first, some) => {
        const plan = save(numbered(first));
        const after = withSome(plan, numbered(some));
        const there = new Set(plan.activities.map(({ id }) => id));
        const kept = after.filter(({ id }) => there.has(id)).map(({ id }) => id);
        expect(kept).toEqual(plan.activities.map(({ id }) => id));
        expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
        const { known } = extentOf(plan.activities, numbered(some));
        expect(after).toHaveLength(plan.activities.length + some.length - known);
      }),
    );
  });

  test('that are new stand where one at a time would be put', () => {
    const days = fc.constantFrom('', '2026-10', '2026-10-01', '2026-10-22', '2026-11-05');
    fc.assert(
      fc.property(fc.array(days), fc.array(days), (first, more) => {
        const plan = save(numbered(first.map((day, at) => aRow(`Rad ${at}`, day))));
        const come = more.map((day, at) => aRow(`${'æøåqwxz'.repeat(3)} ${at}`, day));
        const after = withSome(plan, come);
        const added = after.filter(({ id }) => id.startsWith('new-'));
        const sorted = added.toSorted((a, b) => (a.when.start ?? '~').localeCompare(b.when.start ?? '~'));
        const one = sorted.reduce<Activity[]>((all, row) => inTimeOrder(all, row), plan.activities);
        expect(after.map(({ id }) => id)).toEqual(one.map(({ id }) => id));
      }),
    );
  });

  test('wait for what they say; what the others wait for stays, and no ring is stored', () => {
    const plan = save(
      numbered([aRow('A', '2026-10-01'), aRow('B', '2026-10-22', '', { after: ['A'] }), aRow('C', '2026-11-05')]),
    );
    const after = withSome(plan, [aRow('C', '2026-11-05', '', { after: ['B'] })]);
    expect([waits(after, 'A'), waits(after, 'B'), waits(after, 'C')]).toEqual([[], ['A'], ['B']]);
    const ring = withSome(plan, [aRow('A', '2026-10-01', '', { after: ['B', 'C'] })]);
    expect([waits(ring, 'A'), waits(ring, 'B')]).toEqual([['C'], ['A']]);
  });

  test('never make rows wait in a ring', () => {
    const row = fc.record({ at: fc.nat(5), after: fc.array(fc.nat(5), { maxLength: 3 }) });
    const told = ({ at, after }: { at: number; after: number[] }) =>
      aRow(`Rad ${at}`, '2026-10-01', '', { after: after.map((to) => `Rad ${to}`) });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ at }) => at }),
        fc.uniqueArray(row, { selector: ({ at }) => at }),
        (first, some) => {
          const after = withSome(save(numbered(first.map(told))), some.map(told));
          const placeOf = new Map(after.map(({ id }, place) => [id, place]));
          expect(ringsIn(after.map(({ dependsOn }) => dependsOn.flatMap((id) => placeOf.get(id) ?? [])))).toEqual([]);
        },
      ),
    );
  });

  test.each([
    ['two of a plan of eight are a part', 8, ['Rad 0', 'Rad 1'], true],
    ['two of a plan of four are not: people take two rows out', 4, ['Rad 0', 'Rad 1'], false],
    ['two of eight among six others are another plan', 8, ['Rad 0', 'Rad 1', 'Q', 'W', 'X', 'Z', 'Æ', 'Å'], false],
    ['six of eight are the plan revised', 8, ['Rad 0', 'Rad 1', 'Rad 2', 'Rad 3', 'Rad 4', 'Rad 5'], false],
  ])('%s', (_what, size, titles, isPart) => {
    const plan = save(numbered(Array.from({ length: size }, (_, at) => aRow(`Rad ${at}`, '2026-10-01'))));
    const rows = titles.map((title) => aRow(title, title.startsWith('Rad') ? '2026-10-01' : '2027-02-01'));
    expect(extentOf(plan.activities, rows).isPart).toBe(isPart);
  });
});
