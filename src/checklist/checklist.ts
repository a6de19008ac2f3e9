import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { unitId } from '#people/programme.ts';

export const checklistId = z.string().min(1).brand('ChecklistId');

/** One text in each language in which templates are written. */
export const texts = z.object({ nb: z.string(), sv: z.string(), en: z.string() });

/** A point to confirm. `optional` points ("om möjligt", "vid behov") may be answered as not relevant. */
export const item = z.object({
  id: z.string().min(1),
  area: texts,
  text: texts,
  optional: z.boolean(),
});
export type Item = z.infer<typeof item>;

/** A list of items given to units, to be confirmed by a date. */
export const checklist = z.object({
  id: checklistId,
  programme: z.string(),
  name: texts,
  template: z.string(),
  items: z.array(item).min(1),
  units: z.array(unitId).min(1),
  due: isoDay,
  by: personId,
  at: z.string(),
});
export type Checklist = z.infer<typeof checklist>;

export const colour = z.enum(['green', 'yellow', 'red', 'not-relevant']);
export type Colour = z.infer<typeof colour>;

/** What stands at an item of a sheet: a colour, or `withdrawn` where an undo took a first answer back. */
export const mark = z.enum([...colour.options, 'withdrawn']);

/** A unit's answer to an item: the last one stands, the earlier ones are its history. */
export const confirmation = z.object({
  item: z.string(),
  colour: mark,
  comment: z.string().default(''),
  by: personId,
  /** In what role the person answered for the unit: "answered by X for Y". */
  role: z.enum(['contact', 'deputy']),
  at: z.string(),
  /** The act that gave it. What one act gave is undone together, and an act that arrives twice gives nothing more. */
  act: z.string(),
  /** Set when this answer came back through an undo: the act that was undone. */
  undoes: z.string().optional(),
});
export type Confirmation = z.infer<typeof confirmation>;

/** What one unit has answered in one checklist, oldest first. Its id is `sheetId(checklist, unit)`. */
export const sheet = z.object({
  id: z.string(),
  checklist: checklistId,
  unit: unitId,
  confirmations: z.array(confirmation),
});
export type Sheet = z.infer<typeof sheet>;

export const sheetId = (checklist: string, unit: string): string => `${checklist}.${unit}`;
