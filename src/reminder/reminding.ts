import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { programmeId, unitId } from '#people/programme.ts';
import { activityId } from '#plan/activity.ts';
import { reminderRules } from './rules.ts';

const said = { by: personId, at: z.string() };

/** The reminders of one programme: its rules, and what people have said about some of them. Its id is the programme's. */
export const reminding = z.object({
  id: programmeId,
  /** Left out: `defaultRules`. */
  rules: reminderRules.optional(),
  /** Who set the rules, when, and what they were before, for undoing (null: the default ones). */
  rulesSet: z.object({ ...said, before: reminderRules.nullable() }).optional(),
  /**
   * The rules that held until an instant (ISO), the oldest first, as far back as is kept: what lies behind a change of the rules comes only where it
   * was to come by those that held when it fell due.
   */
  formerRules: z.array(reminderRules.pick({ rules: true, groups: true }).extend({ until: z.string() })).optional(),
  /** "Not until …": a unit's reminders of an activity rest and come back on that day. Unit null: the programme's own place. */
  snoozed: z.array(z.object({ activity: activityId, unit: unitId.nullable(), until: isoDay, ...said })).default([]),
  /** "Not ours": the unit gets no reminders of the activity until who leads has looked at it. */
  notOurs: z.array(z.object({ activity: activityId, unit: unitId, ...said })).default([]),
  /**
   * What who leads has answered to a unit that said "not ours" (`asked`, who said it): the row stays with the unit, which is told
   * so. Left out: nobody has answered so yet.
   */
  kept: z.array(z.object({ activity: activityId, unit: unitId, asked: personId, ...said })).optional(),
  /** One reminder that who leads has stopped, by its rule and the activity's first day (a plan that moves makes new ones). */
  stopped: z.array(z.object({ activity: activityId, rule: z.string(), start: isoDay, ...said })).default([]),
  /** Nothing is sent by the clock since `at`, because too much fell due at once or the clock jumped: who owns the programme is asked. */
  held: z.object({ why: z.enum(['many', 'clock']), at: z.string(), count: z.int().min(0) }).optional(),
  /**
   * What came of the last holding back (`at`: since when): who leads let it out (`sent`) or not (`dropped`, so many `reminders`), or the clock came
   * back by itself (`lifted`). For the cards that asked, and for undoing.
   */
  decided: z
    .object({
      at: z.string(),
      why: z.enum(['many', 'clock']),
      count: z.int().min(0),
      reminders: z.int().min(0).optional(),
      as: z.enum(['sent', 'dropped', 'lifted']),
      by: personId.optional(),
      decidedAt: z.string(),
    })
    .optional(),
  /** An owner has looked: what falls due up to this instant is sent however much it is. */
  releasedUntil: z.string().optional(),
});
export type Reminding = z.infer<typeof reminding>;

/** Of a programme about which nobody has said anything yet. */
export const noReminding = (id: Reminding['id']): Reminding => ({ id, snoozed: [], notOurs: [], stopped: [] });
