import { instantAt } from '#calendar/zone.ts';
import type { Programme } from '#people/programme.ts';
import { isLive } from '#plan/standing.ts';
import type { Reminder, Setting, Subject } from './reminder.ts';
import type { Reminding } from './reminding.ts';
import type { ReminderRules } from './rules.ts';
import { snoozedRuleName } from './rules.ts';
import { unitsOf } from './speaks-for.ts';

/**
 * The reminders that were put off, on the day on which they come again, for the unit that put them off. Derived like all others; the day stands
 * in the rule's name, so that what is put off twice comes twice. Where a rule reminds of the row on that very day, that one is enough.
 *
 * `end` is the later of the row's last day and the day it comes again: what somebody chose to have after the last day still helps then.
 * @param ordinary What the rules give, see `remindersOf`.
 */
export function comingAgain(
  { activities, ordinary }: { activities: readonly Subject[]; ordinary: readonly Reminder[] },
  { snoozed }: Pick<Reminding, 'snoozed'>,
  { at }: Pick<ReminderRules, 'at'>,
  { zone, units }: Pick<Setting, 'zone'> & Pick<Programme, 'units'>,
): Reminder[] {
  if (snoozed.length === 0) return [];
  const onDay = new Set(ordinary.map((one) => `${one.activity} ${one.at.slice(0, 10)}`));
  return snoozed.flatMap(({ activity: id, unit, until }) => {
    const row = activities.find((one) => one.id === id);
    if (!row || !isLive(row) || onDay.has(`${id} ${until}`)) return [];
    const { start, end } = row.when;
    const name = unitsOf({ units }, row).find((one) => one.id === unit)?.name;
    // The unit has been taken off the row since, or one has been put on it.
    if (start === null || end === null || (unit === null ? unitsOf({ units }, row).length > 0 : name === undefined))
      return [];
    return {
      at: instantAt(until, at, zone),
      row: row.row,
      activity: id,
      title: row.title,
      rule: snoozedRuleName(until),
      to: name === undefined ? [] : [name],
      start,
      end: until > end ? until : end,
    };
  });
}
