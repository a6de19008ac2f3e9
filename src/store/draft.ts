import { z } from 'zod';
import { personId } from '#people/person.ts';

/**
 * Something that a person has been shown and not yet saved. `kind` names the feature's own schema for `data`, with
 * which it reads it back. Drafts older than a day are cleared away.
 */
export const draft = z.object({
  id: z.string(),
  kind: z.string(),
  by: personId,
  programme: z.string().optional(),
  at: z.string(),
  data: z.unknown(),
});
export type Draft = z.infer<typeof draft>;
