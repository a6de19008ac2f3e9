import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '#plan/activity.ts';
import { criticalLines } from '#plan/dependencies/critical-line.ts';
import { isDated, lengthOf } from '#plan/dependencies/follow.ts';
import { aRow, dates, idOf } from '../a-row.ts';

const plan: Activity[] = [
  aRow(2, { when: dates('2018-08-01', '2018-08-10', 'range') }),
  aRow(3, { when: dates('2018-09-03', '2018-09-09', 'week'), dependsOn: [2] }),
  aRow(4, { when: dates(null), dependsOn: [3] }),
  aRow(5, { when: dates('2018-08-15'), kind: 'gate', gate: 'K1', dependsOn: [2] }),
  aRow(6, { when: dates('2018-10-15'), kind: 'gate', gate: 'K2', dependsOn: [5, 4] }),
  aRow(7, { when: dates('2018-12-01'), kind: 'gate', gate: 'K3' }),
];
const said = (activities: readonly Activity[]) =>
  criticalLines(activities).map(({ gate, length, rows, links }) => ({
    gate: gate.row,
    length,
    rows,
    links: links().map(({ activity, slack }) => [activity.row, slack]),
  }));

describe('the critical line', () => {
  test('is the longest chain to each gate that waits for something, in days, with the days between its rows', () => {
    expect(said(plan)).toEqual([
      {
        gate: 5,
        length: 11,
        rows: 2,
        links: [
          [2, 4],
          [5, undefined],
        ],
      },
      // The row without a date counts no days and stands in the chain.
      {
        gate: 6,
        length: 18,
        rows: 4,
        links: [
          [2, 23],
          [3, undefined],
          [4, undefined],
          [6, undefined],
        ],
      },
    ]);
  });

  test('goes through nothing that is called off, and leads to no gate that is', () => {
    const halted = { as: 'cancelled' as const, reason: '', by: 'kari' as never, at: '' };
    const without = plan.map((one) => (one.row === 3 ? { ...one, halted } : one));
    expect(said(without).map(({ gate, links }) => [gate, links.map(([row]) => row)])).toEqual([
      [5, [2, 5]],
      [6, [2, 5, 6]],
    ]);
    expect(said(plan.map((one) => (one.row === 5 ? { ...one, halted } : one))).map(({ gate }) => gate)).toEqual([6]);
  });
});

const anyPlan = fc
  .array(
    fc.record({
      first: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 0, max: 9 }),
      isGate: fc.boolean(),
      waits: fc.array(fc.nat({ max: 7 }), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ first, length, isGate, waits }, index) => {
      const day = (at: number) => Temporal.PlainDate.from('2018-01-01').add({ days: at }).toString();
      return aRow(index, {
        when: length === 0 ? dates(null) : dates(day(first), day(first + length - 1)),
        kind: isGate ? 'gate' : 'activity',
        dependsOn: [...new Set(waits.filter((one) => one < index))],
      });
    }),
  );

test('is as long as the longest of all chains there are', () => {
  fc.assert(
    fc.property(anyPlan, (activities) => {
      const daysOf = ({ when }: Activity) => (isDated(when) ? lengthOf(when) : 0);
      const chains = (row: Activity): Activity[][] => [
        [row],
        ...row.dependsOn.flatMap((id) =>
          chains(activities.find((one) => one.id === id) as Activity).map((way) => [...way, row]),
        ),
      ];
      const longest = (row: Activity) =>
        Math.max(...chains(row).map((way) => way.reduce((sum, one) => sum + daysOf(one), 0)));
      const lines = criticalLines(activities);
      expect(lines.map(({ gate }) => gate.id)).toEqual(
        activities.filter((a) => a.kind === 'gate' && a.dependsOn.length > 0).map(({ id }) => id),
      );
      for (const line of lines) {
        const chain = line.links().map(({ activity }) => activity);
        expect(line.length).toBe(longest(line.gate));
        expect(line.length).toBe(chain.reduce((sum, one) => sum + daysOf(one), 0));
        expect(line.rows).toBe(chain.length);
        expect(chain.at(-1)).toBe(line.gate);
        for (const [index, one] of chain.entries())
          if (index > 0) expect(one.dependsOn).toContain(chain[index - 1]?.id);
      }
    }),
  );
});

test('is found through 10,000 rows in a chain of which half are gates', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) =>
    aRow(index, {
      when: dates('2018-01-01'),
      kind: index % 2 === 0 ? 'activity' : 'gate',
      ...(index > 0 ? { dependsOn: [index - 1] } : {}),
    }),
  );
  const lines = criticalLines(chain);
  expect(lines).toHaveLength(5000);
  expect(lines.at(-1)).toMatchObject({ length: 10_000, rows: 10_000 });
  expect(lines.at(-1)?.links()[0]?.activity.id).toBe(idOf(0));
});
