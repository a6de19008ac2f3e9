import { sameName } from '#people/find-unit.ts';
import type { PlannedRow, RowChange, RowContent } from '../activity.ts';
import { matchRows } from './match-rows.ts';

/** A row that says something else than before. */
export interface Changed<R> {
  before: R;
  after: R;
}

/** How two plans differ. A changed row stands in one list: the first that fits, in this order. */
export interface Differences {
  /** Another date, another precision or another hour. */
  moved: Changed<PlannedRow>[];
  /** Other units. */
  reassigned: Changed<PlannedRow>[];
  /** Another title, description or kind, another gate, other tags, or it depends on something else. */
  reworded: Changed<PlannedRow>[];
  added: PlannedRow[];
  removed: PlannedRow[];
}

/**
 * How a plan differs from an earlier one (DESIGN section 6, "Plan diff"). Rows that only stand elsewhere in their file, or
 * are written with other blanks, are no difference; nor are tags where the new plan has none at all, since then it has no column for them. Lists are in the order of the new plan's rows, `removed` of the old's.
 */
export function diffRows(before: readonly PlannedRow[], after: readonly PlannedRow[]): Differences {
  const found: Differences = { moved: [], reassigned: [], reworded: [], added: [], removed: [] };
  const known = matchRows(before, after);
  const told = sameReferences(before, after, known);
  const hasTags = after.some(({ tags }) => tags !== undefined);
  for (const [at, row] of after.entries()) {
    const was = known[at];
    if (!was) found.added.push(row);
    else {
      const now = { ...withUnitsSplitAlike(row, was), ...(hasTags ? {} : { tags: was.tags }) };
      const [first] = differencesOf(told.before(was), told.after(now));
      if (first) found[first].push({ before: was, after: row });
    }
  }
  const kept = new Set(known);
  found.removed.push(...before.filter((row) => !kept.has(row)));
  return found;
}

/**
 * "Depends on 4" is another row once one has come above: what rows are numbered by is replaced by which row is meant,
 * so that the same dependency is told in the same words in both plans.
 */
function sameReferences(
  before: readonly PlannedRow[],
  after: readonly PlannedRow[],
  known: readonly (PlannedRow | undefined)[],
) {
  const names = (rows: readonly PlannedRow[], nameOf: (row: PlannedRow, at: number) => string | undefined) => {
    const byNumber = new Map<string, string>();
    for (const [at, row] of rows.entries()) {
      const name = nameOf(row, at);
      if (name !== undefined) byNumber.set(sameName(row.key ?? String(row.row)), name);
    }
    return (row: PlannedRow): PlannedRow =>
      row.after ? { ...row, after: row.after.map((text) => byNumber.get(sameName(text)) ?? text) } : row;
  };
  const places = new Map(before.map((row, at) => [row, `row ${at}`]));
  return {
    before: names(before, (row) => places.get(row)),
    after: names(after, (_, at) => known[at] && places.get(known[at])),
  };
}

/**
 * Each file is split by the names that it knows: "Nordvik og Fjordby" is one name in a file in which neither stands alone,
 * and two in the next. Where the names are the same apart from that, so are the units.
 */
function withUnitsSplitAlike(row: PlannedRow, was: PlannedRow): PlannedRow {
  const parts = (units: readonly string[]) => units.flatMap((name) => name.split(/[,/;]|\s(?:og|och|and|samt|&)\s/u));
  return sameSet(parts(row.units), parts(was.units)) ? { ...row, units: was.units } : row;
}

/** In which ways a row differs from what it was, in the order in which lists are chosen by. Empty: it says the same. */
export function differencesOf(was: Compared, row: Compared): ('moved' | 'reassigned' | 'reworded')[] {
  return [
    ...(isMoved(was, row) ? (['moved'] as const) : []),
    ...(isReassigned(was, row) ? (['reassigned'] as const) : []),
    ...(isReworded(was, row) ? (['reworded'] as const) : []),
  ];
}

type Compared = PlannedRow & Partial<Pick<RowContent, 'dependsOn'>>;

function isMoved({ when, time }: Compared, { when: now, time: newTime }: Compared): boolean {
  return when.start !== now.start || when.end !== now.end || when.precision !== now.precision || time !== newTime;
}

const isReassigned = ({ units }: Compared, { units: now }: Compared): boolean => !sameSet(units, now);

function isReworded(was: Compared, row: Compared): boolean {
  return (
    plainly(was.title) !== plainly(row.title) ||
    plainly(was.description) !== plainly(row.description) ||
    was.kind !== row.kind ||
    plainly(was.gate ?? '') !== plainly(row.gate ?? '') ||
    !sameSet(was.tags ?? [], row.tags ?? []) ||
    dependsOnOther(was, row)
  );
}

/** What is understood counts before what is written: "nr. 4" may be another row than it was. */
function dependsOnOther(was: Compared, row: Compared): boolean {
  if (!sameSet(was.dependsOn ?? [], row.dependsOn ?? [])) return true;
  const understood = (was.dependsOn ?? []).length > 0;
  return !understood && !sameSet(was.after ?? [], row.after ?? []);
}

/** Without what makes no difference to a reader: other blanks, and letters put together otherwise. */
export const plainly = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** Whether two lists hold the same names, in whatever order and spelling of case. */
export function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const names = new Set(one.map(sameName));
  const others = new Set(other.map(sameName));
  return names.size === others.size && [...names].every((name) => others.has(name));
}

/** What a change of the plan is for those who read it. */
export type ChangeKind = 'added' | 'removed' | 'paused' | 'cancelled' | 'resumed' | 'moved' | 'reassigned' | 'reworded';

/** A change of one row as people are told it. Nothing for a row that says the same to its readers. */
export function kindsOf({ before, after }: Pick<RowChange, 'before' | 'after'>): ChangeKind[] {
  if (before === null) return after === null ? [] : ['added'];
  if (after === null) return ['removed'];
  const halted = before.halted?.as === after.halted?.as ? [] : ([after.halted ? after.halted.as : 'resumed'] as const);
  return [...halted, ...differencesOf(before, after)];
}
