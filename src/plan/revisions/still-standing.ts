import { sameName } from '#people/find-unit.ts';
import type { Activity } from '../activity.ts';

/**
 * The activities whose rows a file has and which cannot be read there (a date mistyped, say): that is no way of taking
 * them out, so they stay as they stand.
 * @param continued The activities that rows of the file go on from.
 * @param unread The titles of the rows that could not be read, each as often as it stands there.
 */
export function stillStanding(
  plan: readonly Activity[],
  continued: readonly Activity[],
  unread: readonly string[],
): Activity[] {
  if (unread.length === 0) return [];
  const left = new Map<string, number>();
  for (const title of unread.map(sameName)) left.set(title, (left.get(title) ?? 0) + 1);
  const known = new Set(continued.map(({ id }) => id));
  return plan.filter(({ id, title }) => {
    const times = left.get(sameName(title)) ?? 0;
    if (known.has(id) || times === 0) return false;
    left.set(sameName(title), times - 1);
    return true;
  });
}
