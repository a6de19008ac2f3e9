import { z } from 'zod';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';

/**
 * An unguessable address under which Klar gives a file: a picture, an export, a calendar feed. The file itself is not
 * kept; the feature that `kind` names makes it anew from `data` whenever it is asked for.
 */
export const link = z.object({
  /** 32 bytes of chance as base64url: the key to the file, and a secret as such. */
  id: z.string().regex(/^[\w-]{43}$/u),
  kind: z.string().min(1),
  programme: programmeId,
  /** Who asked for it. */
  by: personId,
  /** ISO instants: when it was made, and from when on it is no more. Without `until` it stays until it is withdrawn. */
  at: z.iso.datetime(),
  until: z.iso.datetime().optional(),
  /** The feature's own, such as a view and its units; ids and choices, not people's texts. */
  data: z.record(z.string(), z.string()),
});
export type Link = z.infer<typeof link>;
