import type { Activity } from '../activity.ts';

/**
 * The activities with others among them, each in its place in time as `inTimeOrder` puts one: after the last that begins
 * no later; without a date at the end. All at once, so that thousands take no longer than they must.
 */
export function putIn(activities: readonly Activity[], come: readonly Activity[]): Activity[] {
  const dated = activities.flatMap(({ when }, place) => (when.start === null ? [] : [{ start: when.start, place }]));
  dated.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const begins = ({ when }: Activity): string => when.start ?? '~';
  const sorted = come.toSorted((a, b) => (begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : 0));
  const before = new Map<number, Activity[]>();
  let last = -1;
  let seen = 0;
  for (const one of sorted) {
    const { start } = one.when;
    for (let next = dated[seen]; start !== null && next && next.start <= start; next = dated[++seen]) {
      last = Math.max(last, next.place);
    }
    const place = start === null ? activities.length : last + 1;
    const there = before.get(place);
    if (there) there.push(one);
    else before.set(place, [one]);
  }
  return [...activities, undefined].flatMap((one, place) => [...(before.get(place) ?? []), ...(one ? [one] : [])]);
}
