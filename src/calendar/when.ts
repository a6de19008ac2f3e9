import { z } from 'zod';

/** A calendar day as ISO text, `2018-10-15`: sorts as text, carries no zone. */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export type IsoDay = z.infer<typeof isoDay>;

/**
 * How sure a date is. `day` is one exact day; `range`, `week`, `month` and `quarter` are periods in which the thing
 * happens; `approximate` is a period or day that the author calls assumed ("antatt", "ca."); `unknown` has no date.
 * An inexact date is never turned into an exact day (DESIGN section 1, point 2).
 */
export const precision = z.enum(['day', 'range', 'week', 'month', 'quarter', 'approximate', 'unknown']);
export type Precision = z.infer<typeof precision>;

/**
 * When something happens, as its author wrote it and as Klar understood it. `start` and `end` are both inclusive and
 * both null exactly when the precision is `unknown`. `text` is the author's own wording, kept for display.
 */
export const when = z
  .object({
    start: isoDay.nullable(),
    end: isoDay.nullable(),
    precision,
    text: z.string(),
  })
  .refine((w) => (w.start === null) === (w.end === null) && (w.start === null) === (w.precision === 'unknown'), {
    message: 'start and end are null exactly when the precision is unknown',
  });
export type When = z.infer<typeof when>;

/** The languages in which Klar reads and speaks. Readers of nn get nb until its sentences are written. */
export const language = z.enum(['nb', 'nn', 'sv', 'en']);
export type Language = z.infer<typeof language>;

/** The countries whose holidays Klar knows (DESIGN section 4). */
export const country = z.enum(['NO', 'SE']);
export type Country = z.infer<typeof country>;
