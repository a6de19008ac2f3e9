import { z } from 'zod';
import type { Plan } from './activity.ts';

/** Which state of the plan somebody looked at: a revision's number alone may be used again after an undo. */
export const base = z.object({
  /** The revision's number; 0 before the first. */
  number: z.int().min(0),
  /** ISO instant at which that revision was made; empty before the first. */
  at: z.string(),
});
export type Base = z.infer<typeof base>;

/** The state in which a plan is; of no plan yet, the one before the first revision. */
export const baseOf = (plan: Pick<Plan, 'revision' | 'revisions'> | undefined): Base => ({
  number: plan?.revision ?? 0,
  at: plan?.revisions.find(({ number }) => number === plan.revision)?.at ?? '',
});

/** Whether a plan is still, or again, in the state that somebody looked at. */
export function isStill(plan: Pick<Plan, 'revision' | 'revisions'> | undefined, seen: Base): boolean {
  const { number, at } = baseOf(plan);
  return number === seen.number && at === seen.at;
}
