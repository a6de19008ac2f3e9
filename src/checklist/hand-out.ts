import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import { unitId } from '#people/programme.ts';

/** The value of the choice that means every unit of the programme. No unit has this id. */
export const everyUnit = '*';

/** A checklist about to be given out, as it waits for the second press (kept as a draft). */
export const handOut = z.object({
  template: z.string(),
  units: z.array(unitId).min(1),
  due: isoDay,
});
export type HandOut = z.infer<typeof handOut>;

export type HandOutProblem =
  | { field: 'template'; code: 'unknown-template' }
  | { field: 'units'; code: 'no-units' | 'unknown-unit' }
  | { field: 'due'; code: 'no-date' | 'past-date' };

/**
 * Checks a filled-in form for giving out a checklist.
 * @param filled `units` with commas between, as a choice of several arrives; `due` as an ISO day.
 * @param known The ids of the templates and of the programme's units.
 * @param today In the programme's zone. A due date may be today.
 */
export function prepareHandOut(
  filled: { template: string; units: string; due: string },
  known: { templates: readonly string[]; units: readonly string[] },
  today: string,
): { ok: true; handOut: HandOut } | { ok: false; problem: HandOutProblem } {
  if (!known.templates.includes(filled.template)) {
    return { ok: false, problem: { field: 'template', code: 'unknown-template' } };
  }
  const chosen = filled.units.split(',').filter((id) => id !== '');
  const wanted = chosen.includes(everyUnit) ? known.units : [...new Set(chosen)];
  if (wanted.length === 0) return { ok: false, problem: { field: 'units', code: 'no-units' } };
  if (wanted.some((id) => !known.units.includes(id))) {
    return { ok: false, problem: { field: 'units', code: 'unknown-unit' } };
  }
  if (!isDay(filled.due)) return { ok: false, problem: { field: 'due', code: 'no-date' } };
  if (filled.due < today) return { ok: false, problem: { field: 'due', code: 'past-date' } };
  // In the programme's order, whatever order they were ticked in.
  const units = known.units.filter((id) => wanted.includes(id)).map((id) => unitId.parse(id));
  return { ok: true, handOut: { template: filled.template, units, due: filled.due } };
}

function isDay(text: string): boolean {
  if (!isoDay.safeParse(text).success) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}
