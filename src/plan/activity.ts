import { z } from 'zod';
import { isoDay, when } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { programmeId, unitId } from '#people/programme.ts';

export const activityId = z.string().min(1).brand('ActivityId');
/** An activity's lasting id: it follows the activity through revisions, whatever row it then stands in. */
export type ActivityId = z.infer<typeof activityId>;

/** What kind of row of the plan it is (DESIGN section 2). A gate has criteria and a decision. */
export const activityKind = z.enum(['activity', 'milestone', 'meeting', 'gathering', 'gate']);
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
  /** The hour as written where the date says one: `09:00` or `09:00–15:00`. */
  time: z.string().optional(),
  /** The row's own name in its file's column of numbers or ids: by it a later file's row is known again. */
  key: z.string().optional(),
  /** What the row says it depends on, each as written: numbers, gates or titles. `dependsOn` is what was understood. */
  after: z.array(z.string().min(1)).optional(),
  /** Words by which rows are grouped across units and gates ("opplæring"), without `#`; left out where there are none. */
  tags: z.array(z.string().min(1)).optional(),
});
export type PlannedRow = z.infer<typeof plannedRow>;

/** What a saved row says: everything about it that only a revision changes. */
export const rowContent = plannedRow.extend({
  /** Who gave it a date in Klar, when (ISO instant), and what the file said in place of one ("avklares", or nothing). */
  dated: z.object({ by: personId, at: z.string(), text: z.string() }).optional(),
  /** Activities that must be done first. */
  dependsOn: z.array(activityId).default([]),
  /** It is put on pause or called off, by whom, when (ISO instant) and why. Such a row is neither late nor reminded of. */
  halted: z
    .object({ as: z.enum(['paused', 'cancelled']), reason: z.string(), by: personId, at: z.string() })
    .optional(),
});
export type RowContent = z.infer<typeof rowContent>;

const stated = z.object({ by: personId, at: z.string(), before: activityState });

/** How a unit's part of a row stands, who said so and when (ISO instant), and what stood before; `stated` is left out where that was taken back. */
const unitAnswer = z.object({ unit: unitId, state: activityState, stated: stated.optional() });
export type UnitAnswer = z.infer<typeof unitAnswer>;

/** A saved row of the plan: the row, who it is and how it stands. */
export const activity = rowContent.extend({
  id: activityId,
  state: activityState,
  /** Who said so and when (ISO instant), and what stood before, for undoing. */
  stated: stated.optional(),
  /**
   * Of a row that several units share, each unit's own word: `state` and `stated` follow from them (`unit-answers.ts`). Left out, the row's
   * state is the word of all of its units. No content: no revision changes it, and no export holds it.
   */
  answers: z.array(unitAnswer).optional(),
  /** The revision that last changed what it says: tells a form that is left over that somebody else was faster. */
  changedIn: z.int().min(1).optional(),
});
export type Activity = z.infer<typeof activity>;

/** What a revision did to one row: came (`before` null), went (`after` null) or changed. */
export const rowChange = z.object({
  id: activityId,
  before: rowContent.nullable(),
  after: rowContent.nullable(),
  /** How a row that went had been said to stand, so that it comes back as it was. */
  stood: z
    .object({ state: activityState, stated: stated.optional(), answers: z.array(unitAnswer).optional() })
    .optional(),
  /** Where a row that went had stood in the plan, from 0. */
  at: z.int().min(0).optional(),
});
export type RowChange = z.infer<typeof rowChange>;

/** What was done to make a revision: a file was brought in, rows were changed in Klar, or an earlier state came back. */
export const revisionKind = z.enum([
  'import',
  'add',
  'edit',
  'remove',
  'date',
  'move',
  'pause',
  'resume',
  'cancel',
  'restore',
  'undo',
]);
export type RevisionKind = z.infer<typeof revisionKind>;

/** A numbered state of the plan: who saved it, when (ISO instant), from what and with how many rows. */
const revision = z.object({
  number: z.int().min(1),
  at: z.string(),
  by: personId,
  kind: revisionKind.default('import'),
  /** The file's name; empty for what was done in Klar. */
  source: z.string(),
  /** Why, as its author wrote it: of a move, a pause, a calling off. */
  reason: z.string().optional(),
  rows: z.int().min(0),
  /** What it did to each row, by which any earlier state is found again. Missing only where it was never kept. */
  changes: z.array(rowChange).optional(),
  /** Rows that only got another number, since rows above them came or went. */
  renumbered: z.array(z.object({ id: activityId, from: z.int(), to: z.int() })).optional(),
  /** The order in which all rows stood before it, where those that stayed stand in another one now. */
  order: z.array(activityId).optional(),
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
  /** The newest revision whose changes the units have been told of. The first plan of all is no change. */
  told: z.int().min(0).optional(),
  /** The last acts whose revisions went as if they had never been: delivered once more they do nothing. */
  undone: z.array(z.string()).optional(),
});
export type Revision = z.infer<typeof revision>;
export type Plan = z.infer<typeof plan>;
