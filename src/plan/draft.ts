import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import { plannedRow } from './activity.ts';
import { base } from './base.ts';

/** Roles of columns that a person may be asked about. */
export const askedRoles = ['title', 'when', 'units'] as const;

/** What a person has said about a file, beyond what stands in it. */
export const draftAnswers = z.object({
  /** The sheet to read, where the file is a workbook. */
  sheet: z.string().optional(),
  /** The place of each role's column, from 0; -1 where the file has none. */
  columns: z.partialRecord(z.enum(askedRoles), z.int().min(-1)),
  /** See `SpellingAnswers`. */
  same: z.array(z.object({ name: z.string(), as: z.string() })),
  apart: z.array(z.tuple([z.string(), z.string()])),
  lists: z.record(z.string(), z.enum(['split', 'whole'])),
  /** Whether the rows are some of the plan's or all of it; without a word it is guessed, see `extentOf`. */
  isPart: z.boolean().optional(),
});
export type DraftAnswers = z.infer<typeof draftAnswers>;

export const noAnswers: DraftAnswers = { columns: {}, same: [], apart: [], lists: {} };

/** What somebody brought in: the bytes of a file as base64, or a text as it was pasted. */
export const broughtIn = z.union([z.object({ base64: z.string() }), z.object({ text: z.string() })]);
export type BroughtIn = z.infer<typeof broughtIn>;

/**
 * What a file was understood to say, kept until the person saves it or does not, together with the file itself: an
 * answer reads it anew. Sentences are in that person's language.
 */
export const planDraft = z.object({
  /** Names the file in the plan's history. */
  source: z.string(),
  content: broughtIn,
  answers: draftAnswers,
  starts: isoDay.optional(),
  rows: z.array(plannedRow),
  refused: z.array(z.string()),
  /** Titles of refused rows: what stands in the plan under them stays. */
  unread: z.array(z.string()).default([]),
  warnings: z.array(z.string()),
  /** The visible sheets of a workbook, and the one that was read. */
  sheets: z.array(z.string()).optional(),
  sheet: z.string().optional(),
  /** Read from lines of text: there are no columns to ask about. */
  isLines: z.literal(true).optional(),
  /** The plan with which the person has seen it compared. */
  against: base.optional(),
});
export type PlanDraft = z.infer<typeof planDraft>;
