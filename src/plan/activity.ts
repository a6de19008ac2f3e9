import { z } from 'zod';
import { isoDay, when } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';

export const activityId = z.string().min(1).brand('ActivityId');
/** An activity's lasting id: it follows the activity through revisions, whatever row it then stands in. */
export type ActivityId = z.infer<typeof activityId>;

/** What kind of row of the plan it is (DESIGN section 2). A gate has criteria and a decision. */
const activityKind = z.enum(['activity', 'milestone', 'meeting', 'gathering', 'gate']);
export type ActivityKind = z.infer<typeof activityKind>;

/** How it stands, as its unit last said with the buttons of a reminder: not begun, "På vei", "Ferdig", "Trenger hjelp". */
export const activityState = z.enum(['planned', 'underway', 'done', 'help']);
export type ActivityState = z.infer<typeof activityState>;

/** A row of the plan as its author wrote it and as Klar understood it, before it is saved. */
export const plannedRow = z.object({
  /** As a spreadsheet numbers it: the heading row is 1. */
  row: z.int().min(1),
  /** As written, trimmed. */
  title: z.string().min(1),
  /** The row's descriptions and remarks, joined by line breaks; empty when there are none. */
  description: z.string(),
  kind: activityKind,
  when,
  /** The responsible organisations, each as written, trimmed; empty when the row names nobody. */
  units: z.array(z.string().min(1)),
  /** The name of the gate ("K1") that the row is or belongs to. */
  gate: z.string().nullable(),
});
export type PlannedRow = z.infer<typeof plannedRow>;

/** A saved row of the plan: the row, who it is and how it stands. */
export const activity = plannedRow.extend({
  id: activityId,
  state: activityState,
  /** Who said so and when (ISO instant), and what stood before, for undoing. */
  stated: z.object({ by: personId, at: z.string(), before: activityState }).optional(),
  /** Who gave it a date in Klar, when (ISO instant), and what the file said in place of one ("avklares", or nothing). */
  dated: z.object({ by: personId, at: z.string(), text: z.string() }).optional(),
  /** Activities that must be done first. */
  dependsOn: z.array(activityId).default([]),
});
export type Activity = z.infer<typeof activity>;

/** A numbered state of the plan: who saved it, when (ISO instant), from what (a file's name) and with how many rows. */
const revision = z.object({
  number: z.int().min(1),
  at: z.string(),
  by: personId,
  source: z.string(),
  rows: z.int().min(0),
  /** The act that saved it (a draft's id): the same act delivered twice makes one revision (PLATFORMS T20). */
  act: z.string().optional(),
});

/** A programme's plan: one stored record, whose id is the programme's. */
export const plan = z.object({
  id: programmeId,
  /** The number of the newest revision; 0 before the first. */
  revision: z.int().min(0),
  /** The first day of the plan, which gives a year to dates that name none. */
  starts: isoDay.optional(),
  activities: z.array(activity),
  /** Oldest first. */
  revisions: z.array(revision),
});
export type Plan = z.infer<typeof plan>;
