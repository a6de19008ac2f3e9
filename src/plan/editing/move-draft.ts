import { z } from 'zod';
import { isoDay, when } from '#calendar/when.ts';
import { activityId } from '../activity.ts';

/** A move that somebody has been shown and has not yet said yes to. */
export const moveDraft = z.object({
  activity: activityId,
  when,
  /** The hour, where the date that was typed has one. */
  time: z.string().optional(),
  /** As they wrote it; empty when they gave none. */
  reason: z.string(),
  /** The revision that had last changed the row when it was shown; 0 for none. */
  base: z.int().min(0),
  /** Where it was shown that other rows land. */
  shown: z.array(z.object({ id: activityId, start: isoDay, end: isoDay })),
});
export type MoveDraft = z.infer<typeof moveDraft>;
