import { z } from 'zod';
import { isoDay, precision } from '#calendar/when.ts';
import { activityState, type Plan, plannedRow, revisionKind } from '../activity.ts';
import { afterTexts } from './after-texts.ts';

/** The newest shape that this Klar writes and reads. A later one that means something else gets the next number. */
const VERSION = 1;

/**
 * A plan as JSON, for programs. `klar` and `version` say what it is. Times are ISO instants, days ISO days and both
 * inclusive; `unknown` precision has neither. Nobody is named: the file holds the plan, not its people.
 */
export const exportedPlan = z.object({
  klar: z.literal('plan'),
  version: z.literal(VERSION),
  /** When it was made. */
  exported: z.string().optional(),
  programme: z.object({ id: z.string(), name: z.string(), country: z.string(), timeZone: z.string() }).optional(),
  /** The revision that it shows. */
  revision: z.int().optional(),
  /** The plan's first day. */
  starts: isoDay.optional(),
  /** The heads of all revisions, oldest first. */
  revisions: z
    .array(
      z.object({
        number: z.int(),
        at: z.string(),
        kind: revisionKind,
        source: z.string(),
        reason: z.string().optional(),
        rows: z.int(),
      }),
    )
    .optional(),
  activities: z.array(
    z.object({
      /** Follows the activity through revisions and exports. */
      id: z.string().optional(),
      title: z.string(),
      description: z.string().default(''),
      kind: plannedRow.shape.kind.default('activity'),
      /** `text` is the author's own words. */
      when: z.object({ start: isoDay.nullable(), end: isoDay.nullable(), precision, text: z.string() }),
      time: z.string().optional(),
      units: z.array(z.string()).default([]),
      gate: z.string().nullable().default(null),
      tags: z.array(z.string()).optional(),
      /** The file's own id, and what the row depends on, as its author wrote it. */
      key: z.string().optional(),
      after: z.array(z.string()).default([]),
      /** Ids of activities that must be done first: what `after` was understood to mean. */
      dependsOn: z.array(z.string()).default([]),
      state: activityState.optional(),
      /** When that was said. */
      statedAt: z.string().optional(),
      /** Put on pause or called off, since when and why. */
      halted: z.object({ as: z.enum(['paused', 'cancelled']), reason: z.string(), at: z.string() }).optional(),
      /** The revision that last changed what the activity says. */
      changedIn: z.int().optional(),
    }),
  ),
});
export type ExportedPlan = z.infer<typeof exportedPlan>;

/** A plan in that shape. @param about.at When it is exported, an ISO instant. */
export function planJson(
  plan: Plan,
  about: { programme: NonNullable<ExportedPlan['programme']>; at: string },
): ExportedPlan {
  const after = afterTexts(plan.activities);
  const { id, name, country, timeZone } = about.programme;
  return {
    klar: 'plan',
    version: VERSION,
    exported: about.at,
    programme: { id, name, country, timeZone },
    revision: plan.revision,
    ...(plan.starts ? { starts: plan.starts } : {}),
    revisions: plan.revisions.map(({ number, at, kind, source, reason, rows }) => ({
      number,
      at,
      kind,
      source,
      ...(reason === undefined ? {} : { reason }),
      rows,
    })),
    activities: plan.activities.map(({ stated, halted, row: _, dated: __, answers: ___, ...activity }) => ({
      ...activity,
      after: after.get(activity.id) ?? [],
      ...(stated ? { statedAt: stated.at } : {}),
      ...(halted ? { halted: { as: halted.as, reason: halted.reason, at: halted.at } } : {}),
    })),
  };
}

/** As the text of a file: each activity on a line of its own, which people can search and programs compare. */
export function jsonText({ activities, ...head }: ExportedPlan): string {
  const lines = activities.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const begun = JSON.stringify(head, null, 2).replace(/\n\}$/u, '');
  return `${begun},\n  "activities": [\n${lines}\n  ]\n}\n`;
}
