import { z } from 'zod';
import { clockTime } from '#people/quiet.ts';
import { type ActivityKind, activityKind } from '#plan/activity.ts';

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

/** Tells whether two of them are for the same rows. Tags are one however they are cased. */
export const scopeKey = ({ kind, tag }: Scope): string => `${kind ?? ''}/${tag === undefined ? '' : tagKey(tag)}`;

/** A tag as it is compared. */
export const tagKey = (tag: string): string => tag.trim().normalize('NFC').toLowerCase();

/** Whom a group or a lead time is for. Neither given: every row. */
export interface Scope {
  kind?: ActivityKind | undefined;
  tag?: string | undefined;
}

/** What a programme goes by when it reminds, and when on the day. As a programme keeps it, and as `--rules` reads it. */
export const reminderRules = z.strictObject({
  /** Clock time in the programme's zone. Default 09:00. */
  at: clockTime.default('09:00'),
  rules: ruleNames,
  /** In place of `rules` for some rows. Of several that fit, the one that names more stands, and of those a tag before a kind. */
  groups: z
    .array(
      z
        .strictObject({ ...scope, rules: ruleNames })
        .refine(({ kind, tag }) => kind !== undefined || tag !== undefined, {
          message: 'a group names a "kind" or a "tag" (or both); for every row, use "rules"',
        }),
    )
    .max(20)
    .refine((groups) => new Set(groups.map(scopeKey)).size === groups.length, {
      message: 'two groups are for the same rows',
    })
    .default([]),
  /**
   * Something that has to be there so long before an activity ("equipment list 12 months before"): a rule with a point
   * that is asked for. `id` stands in the ledger.
   */
  leads: z
    .array(
      z.strictObject({
        ...scope,
        id: z
          .string()
          .regex(/^[a-z0-9-]{1,40}$/, { message: 'an "id" is made of small letters, digits and hyphens, 40 at most' }),
        before: z.strictObject({
          count: z.int().min(1).max(999),
          unit: z.enum(['days', 'working-days', 'weeks', 'months']),
        }),
        item: z.string().trim().min(1).max(200),
      }),
    )
    .max(20)
    .refine((leads) => new Set(leads.map(({ id }) => id)).size === leads.length, {
      message: 'two of them have the same "id"',
    })
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
  /**
   * Units that have points of a checklist left: so many days before its due date (0: on the day), and once it is overdue. `overdue` comes on the
   * first working day after and then every week, four times at most.
   */
  checklists: z
    .strictObject({ daysBefore: z.array(z.int().min(0).max(365)).max(10), overdue: z.boolean() })
    .default({ daysBefore: [7, 1], overdue: true }),
  /** Whoever has not answered a poll that closes is reminded once, so many working days before; null: never. */
  polls: z.strictObject({ daysBefore: z.int().min(1).max(30).nullable() }).default({ daysBefore: 1 }),
  /** More messages than this at once are not sent before an owner has looked. */
  mostAtOnce: z.int().min(1).max(100_000).default(200),
});
export type ReminderRules = z.infer<typeof reminderRules>;

/** A week ahead, the working day before, and on the day, at nine (issue 2, "Reminders out"). */
export const defaultRules: ReminderRules = reminderRules.parse({
  rules: ['7-days-before', '1-working-day-before', 'on-the-day'],
});

/** A point that has to be there so long before an activity. */
export type LeadTime = ReminderRules['leads'][number];

/** A rule taken apart: what it counts and how many of them. `name` is its lasting name. */
export type Rule =
  | { kind: CountingKind; name: string; count: number }
  | { kind: 'on-the-day' | 'first-working-day'; name: string }
  /** The first, second … time that something late is asked about. */
  | { kind: 'overdue'; name: string; time: number }
  /** Somebody put it off until that day. */
  | { kind: 'snoozed'; name: string; until: string }
  /** The point with that id which is asked for ahead of the activity. */
  | { kind: 'lead'; name: string; id: string };

/** What a rule with a number in its name counts. */
export type CountingKind =
  | 'days-before'
  | 'working-days-before'
  | 'weeks-before'
  | 'months-before'
  | 'days-after'
  | 'working-days-after';

/**
 * Takes the name of a rule apart: every name that the schema takes, and those that only a reminder carries
 * (`first-working-day`, `overdue-2`, `lead-ID`, `snooze-2026-12-03`). "1-days-before" and "1-day-before" are one rule, named by the second.
 * A name that is none of these is a bug and throws.
 */
export function readRule(name: string): Rule {
  if (name === 'on-the-day' || name === 'first-working-day') return { kind: name, name };
  const late = /^overdue(?:-([1-9]\d*))?$/.exec(name);
  if (late) return overdueRule(Number(late[1] ?? 1));
  if (name.startsWith('snooze-')) return { kind: 'snoozed', name, until: name.slice('snooze-'.length) };
  if (name.startsWith('lead-')) return { kind: 'lead', name, id: name.slice('lead-'.length) };
  const counted = /^(\d+)-(working-)?(day|(?:week|month)(?=s?-before))s?-(before|after)$/.exec(name);
  if (!counted) throw new Error(`No rule is called "${name}"`);
  const [, digits, working = '', unit, side] = counted;
  const count = Number(digits);
  return {
    kind: `${working}${unit}s-${side}` as CountingKind,
    name: `${count}-${working}${unit}${count === 1 ? '' : 's'}-${side}`,
    count,
  };
}

/** The rule by which something late is asked about for the first, second … time. */
export const overdueRule = (time: number): Rule & { kind: 'overdue' } => ({
  kind: 'overdue',
  name: time === 1 ? 'overdue' : `overdue-${time}`,
  time,
});

/** The lasting name of a lead time's rule. */
export const leadRuleName = ({ id }: Pick<LeadTime, 'id'>): string => `lead-${id}`;
