import { z } from 'zod';
import { messageRef } from './posting.ts';

/** What came of something that must happen once: claimed before it is sent, settled after. */
export const ledgerEntry = z.object({
  state: z.enum(['claimed', 'sent', 'gone', 'refused', 'unreachable', 'skipped']),
  at: z.string(),
  place: z.string().optional(),
  ref: messageRef.optional(),
  /** The message that it went in, where one message held several things: its name, under which it was claimed itself. */
  message: z.string().optional(),
  /** Person id of who sent it before its time; left out of what the clock sent. */
  by: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;
