import { z } from 'zod';
import { findUnit } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { Activity } from './activity.ts';

/** By what the rows of a picture are put together. */
export const groupedBy = z.enum(['unit', 'month']);
export type GroupedBy = z.infer<typeof groupedBy>;

/** The rows of one group and what they have in common; a unit by its name, a month as `2026-10`. */
export interface RowGroup {
  of: { is: 'unit'; name: string } | { is: 'month'; month: string } | { is: 'shared' | 'nobody' | 'undated' };
  rows: Activity[];
}

/** A row of more units than these stands once, in a group of its own: under each it would fill the picture. */
const mostRepeated = 3;

/**
 * Rows under the units that are responsible for them, units in the programme's order. A row of two or three units stands
 * under each, so that every unit finds all that is its own in one place; rows of more, and rows of nobody, come after the
 * units, and what has no date last.
 * @param asked Units that were asked for: their rows stand under them, whomever they share them with.
 */
export function groupByUnit(
  rows: readonly Activity[],
  programme: Pick<Programme, 'units'>,
  asked: readonly string[] = [],
): RowGroup[] {
  const known = (name: string): string => findUnit(programme, name)?.name ?? name;
  const wanted = new Set(asked.map(known));
  const order = programme.units.map(({ name }) => name);
  const units = new Map<string, Activity[]>(order.map((name) => [name, []]));
  const shared: Activity[] = [];
  const nobody: Activity[] = [];
  for (const row of rows.filter(isDated)) {
    const all = [...new Set(row.units.map(known))];
    const own = all.filter((name) => wanted.has(name));
    const under = own.length > 0 ? own : all;
    if (under.length === 0) nobody.push(row);
    else if (own.length === 0 && under.length > mostRepeated) shared.push(row);
    else for (const name of under) units.set(name, [...(units.get(name) ?? []), row]);
  }
  return [
    ...[...units].map(([name, of]): RowGroup => ({ of: { is: 'unit', name }, rows: of })),
    { of: { is: 'shared' as const }, rows: shared },
    { of: { is: 'nobody' as const }, rows: nobody },
    undated(rows),
  ].filter((group) => group.rows.length > 0);
}

/** Rows under the month in which they begin, in order of time; what has no date last. */
export function groupByMonth(rows: readonly Activity[]): RowGroup[] {
  const dated = rows.filter(isDated).toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || a.row - b.row);
  const months = new Map<string, Activity[]>();
  for (const row of dated) {
    const month = startOf(row).slice(0, 7);
    const of = months.get(month);
    if (of) of.push(row);
    else months.set(month, [row]);
  }
  return [
    ...[...months].map(([month, of]): RowGroup => ({ of: { is: 'month', month }, rows: of })),
    undated(rows),
  ].filter((group) => group.rows.length > 0);
}

const isDated = ({ when }: Activity): boolean => when.start !== null;
const startOf = ({ when }: Activity): string => when.start ?? '';
const undated = (rows: readonly Activity[]): RowGroup => ({
  of: { is: 'undated' },
  rows: rows.filter((row) => !isDated(row)),
});
