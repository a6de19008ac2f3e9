import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';

/** A time of day as a clock shows it, `07:30`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'a time of day is written as "09:00"' });

/** When Klar leaves a person or a place alone: what it would send by itself then waits. Answers to what somebody did never wait. */
export const quiet = z.object({
  /** Hours of every day, in the zone of whoever has them; over midnight where `from` is the later one. Left out: `defaultQuietHours`. */
  hours: z.object({ from: clockTime, to: clockTime }).optional(),
  /** Weekdays off beside the country's, 1 Monday to 7 Sunday: who works part of the week. */
  weekdays: z.array(z.int().min(1).max(7)).max(6).default([]),
  /** Holidays of one's own, first and last day included. */
  away: z
    .array(z.object({ from: isoDay, to: isoDay }))
    .max(50)
    .default([]),
});
export type Quiet = z.infer<typeof quiet>;

/** Nobody is written to in the evening or at night unless they want it. */
export const defaultQuietHours = { from: '20:00', to: '07:00' } as const;

/**
 * How a person wants reminders: each when it falls due; one message a day with all of the day (where nothing is chosen); one a week, on its first
 * working day; or only what is overdue.
 */
export const rhythm = z.enum(['at-once', 'daily', 'weekly', 'overdue']);
export type Rhythm = z.infer<typeof rhythm>;
