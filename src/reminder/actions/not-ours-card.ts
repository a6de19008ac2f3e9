import type { Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { activitySubject } from '#plan/actions/activity-subject.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { takeBackButton } from '#plan/actions/revisions/take-back.ts';
import type { Activity, Plan, Revision } from '#plan/activity.ts';
import { asKnown } from '#plan/as-known.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { responsibleText, whenText } from '#plan/view.ts';
import { say } from '#words/say.ts';
import { keptOf, notOursOf } from '../resting.ts';
import { momentText } from '../view-more.ts';
import { remindingOf } from './reminding.ts';

/** Stands where a reminder's subject has its units: no unit is called so, since units' ids are made by Klar. */
export const notOursPart = '!not-ours';

/** The question to who leads, a part of the row's subject: drawn anew when it is answered and when the row changes. */
export const notOursSubject = (programme: Programme, activity: Pick<Activity, 'id'>, unit: Pick<Unit, 'id'>): string =>
  `${activitySubject(programme, activity)}/${notOursPart}/${unit.id}`;

/** A button holds so many letters (`card.ts`). */
const longestButton = 75;

/**
 * "Inderøy sier at «Workshops» ikke er deres", for those who lead: with what to answer, or with what was answered and by whom.
 */
export async function notOursCard(
  world: Pick<World, 'store' | 'now'>,
  { programme, plan, activity, unit }: { programme: Programme; plan: Plan; activity: Activity; unit: Unit },
  language: Language,
): Promise<Card> {
  const reminding = await remindingOf(world, programme.id);
  const whose = { activity: activity.id, unit: unit.id };
  const asked = notOursOf(reminding, whose);
  const kept = keptOf(reminding, whose);
  const isOnRow = unitsOn(programme, activity).some(({ id }) => id === unit.id);
  const takenOff = isOnRow ? undefined : takingOff(plan, activity, programme, unit);
  const today = todayIn(world, programme);
  const said = async (by: string, at: string) => ({
    name: (await knownAs(world, by))?.name ?? '',
    at: momentText(at, programme.timeZone, today, language),
  });

  const ids = { programme: programme.id, activity: activity.id, unit: unit.id };
  const named = { unit: unit.name, title: activity.title };
  const takeOut = say(language, 'reminder.not-ours.take-out', named);
  const out = button(
    takeOut.length > longestButton ? say(language, 'reminder.not-ours.take-out-unit') : takeOut,
    'reminder.take-out',
    ids,
    asked ? { style: 'positive' } : {},
  );
  const row = button(say(language, 'reminder.show-row'), 'plan.row', {
    programme: programme.id,
    activity: activity.id,
  });
  const show = (title: string, text: string, more: { alone?: string; actions?: CardAction[] } = {}): Card =>
    fillCard(
      'reminder/not-ours',
      {
        title,
        row: `${say(language, 'plan.row-number', { row: activity.row })} · ${whenText(activity, today, language)}`,
        units: responsibleText(asKnown(programme, activity).units, language),
        said: text,
        alone: more.alone ?? '',
        actions: [...(more.actions ?? []), row],
      },
      { summary: title, language },
    );

  if (!isOnRow) {
    const about = takenOff && { ...(await said(takenOff.by, takenOff.at)), revision: takenOff.number };
    return show(
      say(language, 'reminder.not-ours.out', named),
      about ? say(language, 'reminder.not-ours.out-by', about) : '',
      { actions: takenOff?.act === undefined ? [] : [takeBackButton({ language }, programme.id, takenOff.act)] },
    );
  }
  if (asked) {
    const text = say(language, 'reminder.not-ours.said', { ...named, ...(await said(asked.by, asked.at)) });
    return show(say(language, 'reminder.not-ours.title', named), text, {
      alone: unitsOn(programme, activity).length === 1 ? say(language, 'reminder.not-ours.alone', named) : '',
      actions: [out, button(say(language, 'reminder.not-ours.keep'), 'reminder.keep', ids)],
    });
  }
  const text = kept
    ? say(language, 'reminder.not-ours.kept-by', await said(kept.by, kept.at))
    : say(language, 'reminder.not-ours.reminded');
  return show(say(language, 'reminder.not-ours.kept', named), text, { actions: kept ? [out] : [] });
}

/** The revision that took the unit off the row. */
function takingOff(plan: Plan, activity: Activity, programme: Programme, unit: Unit): Revision | undefined {
  const names = (units: readonly string[] | undefined) =>
    (units ?? []).some((name) => findUnit(programme, name)?.id === unit.id);
  return plan.revisions.findLast(({ changes }) =>
    changes?.some(({ id, before, after }) => id === activity.id && names(before?.units) && !names(after?.units)),
  );
}
