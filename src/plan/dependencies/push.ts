import type { Country, Language, When } from '#calendar/when.ts';
import type { Activity, ActivityId } from '../activity.ts';
import { isOver } from '../standing.ts';
import { type Dated, dayAfter, hasRoom, isDated, isTooEarly } from './follow.ts';
import { laterWhen } from './later.ts';
import { type Edges, inOrder } from './waiting-order.ts';

/** What moving a row does to others. */
export interface Push {
  /** The rows that would now begin before what they wait for is over, and where each lands; first what comes first. */
  pushed: { activity: Activity; to: Dated }[];
  /** Rows that wait for what moves and have no date that could be moved. */
  undated: Activity[];
  /** What the moved row itself waits for and would begin too early for. */
  before: Activity[];
}

/** The places of what each activity waits for. What is no longer in the plan is waited for no more. */
export function edgesOf(activities: readonly Pick<Activity, 'id' | 'dependsOn'>[]): Edges {
  const places = new Map(activities.map((a, at) => [a.id, at]));
  return activities.map((a) => a.dependsOn.flatMap((id) => places.get(id) ?? []));
}

/**
 * What it means for others that a row moves: through everything that waits for it, and for what it pushes. A row is
 * pushed only when the move takes its room away: what was too early before and has not got worse stays where it is.
 * What is done or called off is not pushed. Takes time in proportion to rows and their references.
 */
export function push(
  activities: readonly Activity[],
  id: ActivityId,
  when: When,
  about: { country: Country; language: Language },
): Push {
  const edges = edgesOf(activities);
  const moved = new Map<number, Activity>();
  const result: Push = { pushed: [], undated: [], before: [] };
  for (const at of inOrder(edges)) {
    const activity = activities[at];
    if (!activity) continue;
    const awaited = edges[at] ?? [];
    const now = awaited.flatMap((place) => moved.get(place) ?? activities[place] ?? []);
    if (activity.id === id) {
      const there = { ...activity, when };
      moved.set(at, there);
      result.before = now.filter((one) => isTooEarly(there, one));
      continue;
    }
    const causes = awaited.filter((place) => moved.has(place));
    if (causes.length === 0 || isOver(activity)) continue;
    if (!isDated(activity.when)) {
      result.undated.push(activity);
      continue;
    }
    const isPushed = causes.some((place) => losesRoom(activity, activities[place], moved.get(place), about.country));
    if (!isPushed) continue;
    const to = landing({ ...activity, when: activity.when }, now, about);
    moved.set(at, { ...activity, when: to });
    result.pushed.push({ activity, to });
  }
  return result;
}

function losesRoom(
  row: Activity,
  before: Activity | undefined,
  after: Activity | undefined,
  country: Country,
): boolean {
  if (!before || !after || hasRoom(row, after, country)) return false;
  return hasRoom(row, before, country) || (after.when.end ?? '') > (before.when.end ?? '');
}

/** Where a row lands: after everything that it waits for. */
function landing(
  row: Activity & { when: Dated },
  awaited: readonly Activity[],
  { country, language }: { country: Country; language: Language },
): Dated {
  const ends = awaited.flatMap((one) => (isOver(one) || one.when.end === null ? [] : [one.when.end]));
  const last = ends.toSorted().at(-1);
  const fits = (when: Dated) => awaited.every((one) => hasRoom({ ...row, when }, one, country));
  return laterWhen(row.when, { earliest: last ? dayAfter(last) : row.when.start, fits, country, language });
}
