import type { CardAction } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { isPressing, toldCount, toldUpTo, unitsTouched, whenToTell } from '../../revisions/notice.ts';
import { button, todayIn } from '../common.ts';

/** How many units are to be told of what they have not been told yet, and in how many minutes. Undefined when none is. */
export function tellingSoon(
  turn: Pick<Turn, 'now'>,
  programme: Programme,
  plan: Plan,
): { count: number; common: 'yes' | 'no'; minutes: number } | undefined {
  const due = whenToTell(plan);
  const units = due === undefined ? [] : unitsTouched(readersChanges(plan, toldUpTo(plan)) ?? [], programme);
  if (!due || units.length === 0) return undefined;
  const ms = due.epochMilliseconds - turn.now().epochMilliseconds;
  return { ...toldCount(units), minutes: Math.max(0, Math.ceil(ms / 60_000)) };
}

/** "3 enheter får beskjed om to minutter."; at night, when the programme's quiet hours are over. Empty where nobody is to be told. */
function soonText(turn: Pick<Turn, 'now' | 'language'>, programme: Programme, plan: Plan): string {
  const soon = tellingSoon(turn, programme, plan);
  const due = whenToTell(plan);
  if (!soon || !due) return '';
  const changes = readersChanges(plan, toldUpTo(plan)) ?? [];
  const isHeld = Temporal.Instant.compare(mayHearFrom(due, {}, programme, { anyDay: true }), due) > 0;
  const canWait = isHeld && !isPressing(changes, todayIn(turn, programme));
  return say(turn.language, canWait ? 'plan.tell.after-quiet' : 'plan.tell.soon', soon);
}

/** "Én enhet får beskjed om to minutter.", for a row that somebody has just changed: until then a slip can be undone quietly. */
export function soonRemark(turn: Pick<Turn, 'now' | 'language'>, programme: Programme, plan: Plan): string[] {
  const text = soonText(turn, programme, plan);
  return text === '' ? [] : [text];
}

/**
 * "3 enheter får beskjed om to minutter." with "Si fra nå" and "Hvem har sett?", for a card that tells of a change which
 * somebody who leads has just made. Empty where nobody is to be told.
 */
export function tellingPart(
  turn: Pick<Turn, 'now' | 'language'>,
  programme: Programme,
  plan: Plan,
): { text: string; actions: CardAction[] } {
  const { language } = turn;
  const text = soonText(turn, programme, plan);
  if (text === '') return { text, actions: [] };
  const ids = { programme: programme.id };
  return {
    text,
    actions: [
      button(say(language, 'plan.tell.now'), 'plan.tell-now', ids),
      button(say(language, 'plan.seen.button'), 'plan.who-seen', ids),
    ],
  };
}
