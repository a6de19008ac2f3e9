import { z } from 'zod';

/** One line for everything that changes something: who, what, when, from where. Never a message's text or an answer's. */
export const auditLine = z.object({
  at: z.string(),
  /** Person id; `klar` for what the clock did, `operator` for a command on the machine. */
  by: z.string(),
  /** The verb: `poll.open`, `plan.import`. */
  what: z.string(),
  /** Ids only: the poll, the unit, the item. */
  on: z.record(z.string(), z.string()),
  /** Place id, or `clock`, `operator`. */
  from: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;
