import type { PlannedRow } from '../activity.ts';
import { resolveAfter } from '../dependencies/depends-on.ts';
import { conflictsIn } from '../dependencies/follow.ts';
import type { RowWarning } from './warnings.ts';

/** Rows of a ring that are named. */
const mostNamed = 6;

/**
 * What is worth a second look in what rows of a file say they depend on: what names nothing, what goes in a ring, and
 * rows that begin before what they wait for is over.
 */
export function afterWarnings(rows: readonly PlannedRow[]): RowWarning[] {
  const { waitsFor, unknown, circles } = resolveAfter(rows);
  const rings = circles.flatMap((ring): RowWarning[] => {
    const named = ring.slice(0, mostNamed).map(({ row }) => row);
    const problem = {
      code: 'after-circle',
      rows: named.join(', ') + (ring.length > mostNamed ? ' …' : ''),
      count: ring.length,
    } as const;
    return ring.map((row) => ({ row, problem }));
  });
  return [
    ...unknown.map(({ row, text }): RowWarning => ({ row, problem: { code: 'after-unknown', text } })),
    ...rings,
    ...conflictsIn(waitsFor).map(
      ({ row, awaited }): RowWarning => ({
        row,
        problem: { code: 'before-what-it-waits-for', of: awaited.row, end: awaited.when.end ?? '' },
      }),
    ),
  ];
}
