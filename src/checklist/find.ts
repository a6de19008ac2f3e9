import { sameName } from '#people/find-unit.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Checklist } from './checklist.ts';

/** Units that somebody means by a name or another spelling of it. More than one when units under different parents share a name. */
export const unitsNamed = (programme: Programme, name: string): Unit[] =>
  programme.units.filter((u) => [u.name, ...u.aliases].some((known) => sameName(known) === sameName(name)));

/** Checklists that somebody means by a name in any language, whole or its beginning. */
export const checklistsNamed = (checklists: readonly Checklist[], name: string): Checklist[] => {
  const wanted = sameName(name);
  if (wanted === '') return [];
  return checklists.filter((c) => Object.values(c.name).some((known) => sameName(known).startsWith(wanted)));
};

/** Those still to come first, the nearest due date first; then those that are past, the latest first. */
export function nearestFirst(checklists: readonly Checklist[], today: string): Checklist[] {
  const [coming, past] = [checklists.filter((c) => c.due >= today), checklists.filter((c) => c.due < today)];
  const byDue = (a: Checklist, b: Checklist) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id);
  return [...coming.sort(byDue), ...past.sort(byDue).reverse()];
}

/** A unit's name; with its parent's where several units of the programme have the same name. */
export function unitLabel(programme: Programme, unit: Unit): string {
  const parent = programme.units.find((u) => u.id === unit.parent);
  return parent && unitsNamed(programme, unit.name).length > 1 ? `${unit.name} (${parent.name})` : unit.name;
}
