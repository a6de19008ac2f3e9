import type { IsoDay, Language } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { todayIn } from '#plan/actions/common.ts';
import type { Activity } from '#plan/activity.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import { say } from '#words/say.ts';
import { notOursOf, snoozeOf } from '../resting.ts';
import { dayText } from '../view-more.ts';
import { remindingOf } from './reminding.ts';

/** What a card says of resting reminders, and (where all that it is for rest alike) what can be taken back on it. */
export interface Rests {
  lines: string[];
  as: 'snoozed' | 'not-ours' | undefined;
}

/**
 * What a reminder's card says of being put off or not theirs, a line for each unit that it is for (CARDS rule 4): who said so, and until when.
 * @param onCard Ids of the units that the card is for; none for the programme's own place.
 */
export async function restsOf(
  world: Pick<World, 'store' | 'now'>,
  programme: Programme,
  activity: Activity,
  { onCard, language }: { onCard: readonly string[]; language: Language },
): Promise<Rests> {
  const none: Rests = { lines: [], as: undefined };
  if (!isLive(activity)) return none;
  const reminding = await remindingOf(world, programme.id);
  if (reminding.snoozed.length === 0 && reminding.notOurs.length === 0) return none;
  const today: IsoDay = todayIn(world, programme);
  const units = unitsOn(programme, activity).filter(({ id }) => onCard.includes(id));
  const lines: string[] = [];
  const standings = new Set<Rests['as']>();
  for (const unit of units.length > 0 ? units : [null]) {
    if (!isLive(partFor(activity, unit?.id ?? null))) continue;
    const whose = { activity: activity.id, unit: unit?.id ?? null };
    const snoozed = snoozeOf(reminding, whose, today);
    const notOurs = notOursOf(reminding, whose);
    standings.add(notOurs && unit ? 'not-ours' : snoozed && 'snoozed');
    const name = async (by: string) => (await knownAs(world, by))?.name ?? '';
    if (notOurs && unit) {
      lines.push(say(language, 'reminder.rests.not-ours', { name: await name(notOurs.by), unit: unit.name }));
    } else if (snoozed) {
      const said = { day: dayText(snoozed.until, today, language), name: await name(snoozed.by) };
      lines.push(
        unit && units.length > 1
          ? say(language, 'reminder.rests.snoozed-for', { ...said, unit: unit.name })
          : say(language, 'reminder.rests.snoozed', said),
      );
    }
  }
  const [first, ...others] = standings;
  return { lines, as: others.length === 0 ? first : undefined };
}
