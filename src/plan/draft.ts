import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import { plannedRow } from './activity.ts';

/** What a file was understood to say, kept until the person saves it or does not. Sentences are in that person's language. */
export const planDraft = z.object({
  source: z.string(),
  starts: isoDay.optional(),
  rows: z.array(plannedRow),
  refused: z.array(z.string()),
  warnings: z.array(z.string()),
  /** The revision of the plan with which the person has seen it compared; 0 where there was no plan. */
  against: z.int().min(0).optional(),
});
export type PlanDraft = z.infer<typeof planDraft>;
