import { z } from 'zod';
import { isoDay } from '#calendar/when.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme, Unit, UnitId } from '#people/programme.ts';
import { problem, rowOf } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { unitsShown } from '#plan/as-known.ts';
import { mayReport } from '#plan/may-report.ts';
import { spokenFor } from '#plan/speaks-for.ts';
import { partOf } from '#plan/unit-answers.ts';
import { say } from '#words/say.ts';

/**
 * What the buttons of a reminder carry: the row, the units that the copy was for (ids with commas between) and the day on which it was sent; a
 * card of before that was kept has none.
 */
export const reminderIds = {
  programme: z.string(),
  activity: z.string(),
  units: z.string().default(''),
  day: isoDay.optional().catch(undefined),
  /** The digest that it was opened from. */
  digest: z.string().optional(),
  /** The rule of what is asked for ahead of the row, where the reminder is about that. */
  lead: z.string().optional(),
  /** Anything where the card says of which programme it is. */
  named: z.string().optional(),
};
const carried = z.object(reminderIds);
export type ReminderIds = z.output<typeof carried>;

/** A reminder that somebody pressed who may answer it, and for whom they speak. */
export interface PressedReminder {
  programme: Programme;
  plan: Plan;
  activity: Activity;
  /** The units that the person speaks for; none where the row names none. */
  units: readonly Unit[];
  /** The same as the record of reminders names them: null is the programme's own place. */
  whose: (UnitId | null)[];
  /** The row as it stands for those units. */
  part: Activity;
}

/** The ids once more, for the buttons of what is answered. */
export const carriedOn = ({
  programme,
  activity,
  units,
  day,
  digest,
  lead,
  named,
}: ReminderIds): Record<string, string> => ({
  programme,
  activity,
  units,
  ...(day ? { day } : {}),
  ...(digest ? { digest } : {}),
  ...(lead ? { lead } : {}),
  ...(named ? { named } : {}),
});

/** The reminder that a button names, for somebody who may say how the row goes; checked anew at each press. */
export async function pressedReminder(
  turn: Turn,
  values: ReminderIds,
): Promise<{ pressed: PressedReminder } | { answer: Answer }> {
  const { language, by } = turn;
  const found = await rowOf(turn, values);
  if (!found) return { answer: problem(say(language, 'plan.row-gone')) };
  const { programme, activity } = found;
  if (!mayReport(programme, activity, by.id)) {
    const units = unitsShown(programme, activity) || say(language, 'plan.the-programme');
    return { answer: problem(say(language, 'reminder.may-not', { units })) };
  }
  const units = spokenFor(programme, activity, by.id, values.units.split(','));
  const ids = units.map(({ id }) => id);
  return { pressed: { ...found, units, whose: ids.length > 0 ? ids : [null], part: partOf(activity, ids, by.id) } };
}
