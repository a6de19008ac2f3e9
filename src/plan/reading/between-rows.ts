import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';
import { type Columns, plain, type Role } from './columns.ts';
import type { Headings } from './find-headings.ts';
import type { HeadingMonth } from './row-when.ts';

/** What a row below the headings is, before it is read as an activity. */
export type RowSort =
  | { is: 'activity' }
  /** Nothing in it, the headings once more, or the heading of a section: stands nowhere in the plan. */
  | { is: 'nothing' }
  /** Heads the rows below it with a month or a year. */
  | { is: 'month'; heading: HeadingMonth };

/** Where a month heading may stand when its year has a cell of its own. */
const headingRoles: readonly Role[] = ['when', 'title', 'month', 'year'];
/** Where a lone cell is part of an activity whose title is missing, rather than a heading. */
const activityRoles: readonly Role[] = ['title', 'units', 'description', 'remark', 'place', 'type', 'gate', 'after'];

/**
 * Tells activities from the rows between them, which plans written as documents are full of, in a table with these
 * headings. What it makes takes the row's own cells: without those of a merged range that began above it.
 */
export function rowSorter({
  cells: headingCells,
  columns,
}: Pick<Headings, 'cells' | 'columns'>): (cells: readonly string[]) => RowSort {
  const roles = rolesByIndex(columns);
  const headings = headingCells.map(plain);

  return (cells) => {
    const filled: Filled[] = [];
    for (let index = 0; index < cells.length; index += 1) {
      const text = cells[index]?.trim() ?? '';
      if (text !== '') filled.push({ index, text });
    }
    if (filled.length === 0) return { is: 'nothing' };
    if (filled.length > 1 && filled.every(({ index, text }) => plain(text) === (headings[index] ?? ''))) {
      return { is: 'nothing' };
    }
    return sortOf(filled, roles);
  };
}

interface Filled {
  index: number;
  text: string;
}

function sortOf(filled: readonly Filled[], roles: ReadonlyMap<number, Role>): RowSort {
  // Numbers are often filled in ahead, in rows that say nothing more.
  const withoutNumber = filled.filter(({ index }) => roles.get(index) !== 'number');
  // A heading over all columns may stand in each of them.
  const isRepeated = withoutNumber.length > 2 && withoutNumber.every(({ text }) => text === withoutNumber[0]?.text);
  const telling = isRepeated ? withoutNumber.slice(0, 1) : withoutNumber;
  const [only] = telling;
  if (only === undefined) return { is: 'nothing' };
  if (telling.length === 1 || telling.every(({ index }) => headingRoles.includes(roles.get(index) ?? 'units'))) {
    const heading = headingIn(telling.map(({ text }) => text));
    if (heading) return { is: 'month', heading };
  }
  if (telling.length > 1) return { is: 'activity' };
  return isSection(only.text, roles.get(only.index)) ? { is: 'nothing' } : { is: 'activity' };
}

/** "September 2018", or "September" and "2018" in a cell each, or a year alone. */
function headingIn(texts: readonly string[]): HeadingMonth | undefined {
  const text = texts.join(' ');
  return /^(19|20|21)\d\d$/.test(text) ? { year: Number(text) } : readMonthHeading(text);
}

/**
 * A lone text such as "Fase 2" is the heading of a section, unless it stands where an activity's own words stand, or
 * may be meant as a date: then it is a row whose title is missing, and its author should hear of it.
 */
function isSection(text: string, role: Role | undefined): boolean {
  if (role !== undefined && activityRoles.includes(role)) return false;
  const reading = readWhen(text, { year: 2000, month: 1 });
  return reading.ok ? reading.when.precision === 'unknown' : reading.problem.code === 'not-understood';
}

function rolesByIndex(columns: Columns): Map<number, Role> {
  return new Map((Object.entries(columns) as [Role, { index: number }][]).map(([role, { index }]) => [index, role]));
}
