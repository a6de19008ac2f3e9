import type { Activity } from '../activity.ts';
import { isDated, lengthOf } from './follow.ts';
import { edgesOf } from './push.ts';
import { inOrder } from './waiting-order.ts';

/** A row in the longest chain to a gate. */
export interface Link {
  activity: Activity;
  /**
   * Days between it and the next row of the chain: how much later it can be over before that one has to move. Negative
   * where they overlap; undefined for the last, and where one of the two has no date.
   */
  slack: number | undefined;
}

/** The longest chain of rows that lead to a gate, which is its last link. */
export interface CriticalLine {
  gate: Activity;
  /** Days of all its rows together. */
  length: number;
  /** How many rows it has, the gate among them. */
  rows: number;
  /** Its rows, first to last: asked for only where they are shown, since the gates of a long plan share their chains. */
  links(): Link[];
}

/**
 * The longest chain to each gate that waits for anything, in the order of the plan: of all ways to it the one whose rows
 * take the most days together, and of equally long ones the one with most rows. A row counts its days from first to
 * last, an inexact one its whole period; one without a date counts none and stands in the chain. What is called off
 * leads nowhere. Takes time in proportion to rows and their references.
 */
export function criticalLines(activities: readonly Activity[]): CriticalLine[] {
  const isOut = (at: number) => activities[at]?.halted?.as === 'cancelled';
  const edges = edgesOf(activities).map((before, at) => (isOut(at) ? [] : before.filter((one) => !isOut(one))));
  const days = activities.map(({ when }) => (isDated(when) ? lengthOf(when) : 0));
  /** For each place the days and rows of the longest chain that ends there, and where it comes from. */
  const best: { days: number; rows: number; from?: number }[] = [];
  for (const at of inOrder(edges)) {
    const own = days[at] ?? 0;
    let found: { days: number; rows: number; from?: number } = { days: own, rows: 1 };
    for (const from of edges[at] ?? []) {
      // What stands in a ring has no chain yet.
      const way = best[from];
      if (!way) continue;
      const longer = { days: way.days + own, rows: way.rows + 1, from };
      if (longer.days > found.days || (longer.days === found.days && longer.rows > found.rows)) found = longer;
    }
    best[at] = found;
  }
  return activities.flatMap((gate, at) => {
    if (gate.kind !== 'gate' || isOut(at) || (edges[at] ?? []).length === 0) return [];
    const chain = (): Activity[] => {
      const found: Activity[] = [];
      for (let place: number | undefined = at; place !== undefined; place = best[place]?.from) {
        const one = activities[place];
        if (one) found.push(one);
      }
      return found.reverse();
    };
    const links = () =>
      chain().map((activity, index, all) => ({ activity, slack: slackBetween(activity, all[index + 1]) }));
    return [{ gate, length: best[at]?.days ?? 0, rows: best[at]?.rows ?? 1, links }];
  });
}

function slackBetween(one: Activity, next: Activity | undefined): number | undefined {
  if (!next || !isDated(one.when) || !isDated(next.when)) return undefined;
  return Temporal.PlainDate.from(one.when.end).until(next.when.start).days - 1;
}
