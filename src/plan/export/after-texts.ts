import type { Activity, ActivityId } from '../activity.ts';
import { resolveAfter } from '../dependencies/depends-on.ts';

/** The heading stands in row 1 of an exported table, and the activities follow without a gap. */
const FIRST_ROW = 2;

/**
 * What each activity depends on, as a cell of the export says it: the author's words, except that the number of a row is
 * the row's number in the export. What was set in Klar since is said by id, title or row.
 */
export function afterTexts(activities: readonly Activity[]): Map<ActivityId, string[]> {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const rowOf = new Map(activities.map(({ id }, index) => [id, index + FIRST_ROW]));
  const titles = new Map<string, number>();
  for (const { title } of activities) titles.set(title, (titles.get(title) ?? 0) + 1);
  const { waitsFor } = resolveAfter(activities);

  const named = ({ id, key, title }: Activity): string => {
    if (key !== undefined) return key;
    const isOwn = titles.get(title) === 1 && !/[;\n]|^\d+$/u.test(title);
    return isOwn ? title : `rad ${rowOf.get(id)}`;
  };

  return new Map(
    activities.map((activity) => {
      const targets = activity.dependsOn.flatMap((id) => byId.get(id) ?? []);
      const understood = waitsFor.get(activity) ?? [];
      const isAsWritten = targets.length === understood.length && understood.every((one) => targets.includes(one));
      if (!isAsWritten) return [activity.id, targets.map(named)];
      return [activity.id, (activity.after ?? []).map((text) => renumbered(text, targets, rowOf))];
    }),
  );
}

/** "14", "rad 14" or "etter rad 14" with the number that row 14 has in the export. */
function renumbered(text: string, targets: readonly Activity[], rowOf: ReadonlyMap<ActivityId, number>): string {
  const [, before = '', number, dot = ''] = /^(\D*?)(\d+)(\.?)$/u.exec(text) ?? [];
  const target = targets.find(({ row, key }) => key !== number && String(row) === number);
  return target ? `${before}${rowOf.get(target.id)}${dot}` : text;
}
