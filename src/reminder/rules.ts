import { z } from 'zod';

/**
 * A rule by its lasting name, which says what it does: `7-days-before`, `1-working-day-before`, `on-the-day`. Counted
 * from the start of an activity. The name stands in the ledger, so it must never change its meaning.
 */
const ruleName = z.string().regex(/^(([1-9]\d{0,2})-(working-)?days?-before|on-the-day)$/, {
  message: 'a rule is "N-days-before", "N-working-days-before" or "on-the-day"',
});

/** What is sent ahead of an activity, and when on the day. As a programme keeps it, and as `--rules` reads it. */
export const reminderRules = z.strictObject({
  /** Clock time in the programme's zone. Default 09:00. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'a time of day is written as "09:00"' })
    .default('09:00'),
  /** In any order; a rule given twice counts once. */
  rules: z.array(ruleName).max(20),
});
export type ReminderRules = z.infer<typeof reminderRules>;

/** A week ahead, the working day before, and on the day, at nine (issue 2, "Reminders out"). */
export const defaultRules: ReminderRules = {
  at: '09:00',
  rules: ['7-days-before', '1-working-day-before', 'on-the-day'],
};

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
