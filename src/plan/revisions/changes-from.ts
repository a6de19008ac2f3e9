import type { Activity, ActivityId, RowChange, RowContent } from '../activity.ts';

/** What an activity says, without who it is and how it stands. */
export function contentOf({
  id: _,
  state: __,
  stated: ___,
  answers: ____,
  changedIn: _____,
  ...content
}: Activity): RowContent {
  return content;
}

/**
 * What leads from some activities to others, by id. A row whose number alone is another has not changed. `order` is the
 * order of before, where the rows that are in both stand in another one.
 */
export function changesFrom(before: readonly Activity[], after: readonly Activity[]) {
  const old = new Map(before.map((a) => [a.id, a]));
  const now = new Set(after.map((a) => a.id));
  const changes: RowChange[] = [];
  const renumbered: { id: ActivityId; from: number; to: number }[] = [];
  for (const one of after) {
    const was = old.get(one.id);
    // Nearly all rows of a plan are the very same when one of them is changed.
    if (was === one) continue;
    if (was === undefined) changes.push({ id: one.id, before: null, after: contentOf(one) });
    else if (!saysTheSame(was, one)) changes.push({ id: one.id, before: contentOf(was), after: contentOf(one) });
    else if (was.row !== one.row) renumbered.push({ id: one.id, from: was.row, to: one.row });
  }
  for (const [at, one] of before.entries()) {
    if (now.has(one.id)) continue;
    const { state, stated, answers } = one;
    const isSaid = state !== 'planned' || answers !== undefined;
    const stood = isSaid ? { stood: { state, ...(stated ? { stated } : {}), ...(answers ? { answers } : {}) } } : {};
    changes.push({ id: one.id, before: contentOf(one), after: null, at, ...stood });
  }
  const stayed = before.filter(({ id }) => now.has(id));
  const stays = after.filter(({ id }) => old.has(id));
  const isOrdered = stayed.every(({ id }, at) => stays[at]?.id === id);
  return { changes, renumbered, ...(isOrdered ? {} : { order: before.map(({ id }) => id) }) };
}

/** Whether two rows say the same, wherever in the file they stand. */
function saysTheSame(one: Activity, other: Activity): boolean {
  const text = ({ row: _, ...content }: RowContent) => JSON.stringify(sorted(content));
  return text(contentOf(one)) === text(contentOf(other));
}

/** The same value with the fields of its objects in one order, so that equal values have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, sorted(field)]));
}
