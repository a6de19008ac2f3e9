import type { When } from '#calendar/when.ts';
import { type Activity, activityId } from '#plan/activity.ts';

/** An exact day, or a period of some precision; without days: unknown. */
export function dates(start: string | null, end = start, precision: When['precision'] = 'day'): When {
  if (start === null || end === null) return { start: null, end: null, precision: 'unknown', text: '' };
  const range = precision === 'day' && start !== end ? 'range' : precision;
  return { start, end, precision: range, text: start === end ? start : `${start} – ${end}` };
}

/** A saved row of a plan: its number is its id and its title, until told otherwise. */
export function aRow(
  row: number,
  more: Partial<Omit<Activity, 'dependsOn'>> & { dependsOn?: number[] } = {},
): Activity {
  const { dependsOn = [], ...rest } = more;
  return {
    id: idOf(row),
    row,
    title: `Rad nummer ${row}`,
    description: '',
    kind: 'activity',
    when: dates(null),
    units: [],
    gate: null,
    state: 'planned',
    dependsOn: dependsOn.map(idOf),
    ...rest,
  };
}

export const idOf = (row: number) => activityId.parse(`row-${row}`);
