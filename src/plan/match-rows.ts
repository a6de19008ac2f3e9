import { sameName } from '#people/find-unit.ts';
import type { Activity, PlannedRow } from './activity.ts';

/** For each row the activity that it continues, each activity once. */
export function matchRows(before: readonly Activity[], rows: readonly PlannedRow[]): (Activity | undefined)[] {
  const left = new Map<string, Activity[]>();
  for (const one of before) {
    const alike = left.get(likeness(one));
    if (alike) alike.push(one);
    else left.set(likeness(one), [one]);
  }
  const take = (row: PlannedRow, fits: (one: Activity) => boolean): Activity | undefined => {
    const alike = left.get(likeness(row)) ?? [];
    const at = alike.findIndex(fits);
    return at < 0 ? undefined : alike.splice(at, 1)[0];
  };
  const sameDate = rows.map((row) =>
    take(row, ({ when }) => when.start === row.when.start && when.end === row.when.end),
  );
  return rows.map((row, index) => sameDate[index] ?? take(row, () => true));
}

const likeness = (row: Pick<PlannedRow, 'title' | 'units'>): string =>
  [row.title, ...row.units.map(sameName).sort()].map(sameName).join('\n');
