import { z } from 'zod';
import { clockTime } from '#people/quiet.ts';
import { activityKind } from '#plan/activity.ts';

/**
 * A rule by its lasting name, which says what it does. `7-days-before`, `1-working-day-before` and `12-months-before` count from
 * an activity's first day, `3-days-after` and `2-working-days-after` from its last; `on-the-day`; `overdue` comes on the first
 * working day after the last one and then every week for as long as it helps. The name stands in the ledger, so it must
 * never change its meaning.
 */
const ruleName = z
  .string()
  .regex(/^(([1-9]\d{0,2})-((working-)?days?-(before|after)|(weeks?|months?)-before)|on-the-day|overdue)$/, {
    message:
      'a rule is "N-days-before", "N-working-days-before", "N-weeks-before", "N-months-before", "on-the-day", "N-days-after", "N-working-days-after" or "overdue"',
  });

/** In any order; a rule given twice counts once. */
const ruleNames = z.array(ruleName).max(20);

/** Whom a group of rules is for: rows of a kind, rows with a tag, or (both given) rows with both. */
const scope = { kind: activityKind.optional(), tag: z.string().trim().min(1).max(60).optional() };

/** What a programme goes by when it reminds, and when on the day. As a programme keeps it, and as `--rules` reads it. */
export const reminderRules = z.strictObject({
  /** Clock time in the programme's zone. Default 09:00. */
  at: clockTime.default('09:00'),
  rules: ruleNames,
  /** In place of `rules` for some rows. Of several that fit, the one that names more stands, and of those a tag before a kind. */
  groups: z
    .array(z.strictObject({ ...scope, rules: ruleNames }))
    .max(20)
    .default([]),
  /**
   * Something that has to be there so long before an activity ("equipment list 12 months before"): a rule with a point
   * that is asked for. `id` stands in the ledger.
   */
  leads: z
    .array(
      z.strictObject({
        ...scope,
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        before: z.strictObject({
          count: z.int().min(1).max(999),
          unit: z.enum(['days', 'working-days', 'weeks', 'months']),
        }),
        item: z.string().trim().min(1).max(200),
      }),
    )
    .max(20)
    .default([]),
  /** Days before a gate on which all units are to be asked to confirm: 120, 90, 60, 30. Only its times are known yet. */
  wave: z.strictObject({ daysBefore: z.array(z.int().min(1).max(999)).max(12) }).optional(),
  /** The overview of the week on its first working day, for units and owners. */
  overview: z.boolean().default(true),
  /** Working days without an answer, or after the last day, until a deputy, the unit's owner and the programme's owners are told; null: never. */
  escalation: z
    .strictObject({ deputy: z.int().min(1).max(60), owner: z.int().min(1).max(60), programme: z.int().min(1).max(60) })
    .nullable()
    .default({ deputy: 3, owner: 5, programme: 8 }),
  /** So many days before an activity of a unit that has no contact, the programme's owners are asked for one; null: never. */
  noContact: z
    .strictObject({ daysBefore: z.int().min(1).max(365) })
    .nullable()
    .default({ daysBefore: 30 }),
  /** More messages than this at once are not sent before an owner has looked. */
  mostAtOnce: z.int().min(1).max(100_000).default(200),
});
export type ReminderRules = z.infer<typeof reminderRules>;

/** A week ahead, the working day before, and on the day, at nine (issue 2, "Reminders out"). */
export const defaultRules: ReminderRules = reminderRules.parse({
  rules: ['7-days-before', '1-working-day-before', 'on-the-day'],
});

/** A rule taken apart. */
export type Rule =
  | { kind: 'days-before'; name: string; days: number }
  | { kind: 'working-days-before'; name: string; days: number }
  | { kind: 'on-the-day'; name: string };

/** Takes the name of a rule apart. "1-days-before" and "1-day-before" are one rule, named by the second. */
export function readRule(name: string): Rule {
  const match = /^(\d+)-(working-)?days?-before$/.exec(name);
  if (!match) return { kind: 'on-the-day', name: 'on-the-day' };
  const days = Number(match[1]);
  const plural = days === 1 ? 'day' : 'days';
  return match[2]
    ? { kind: 'working-days-before', name: `${days}-working-${plural}-before`, days }
    : { kind: 'days-before', name: `${days}-${plural}-before`, days };
}
