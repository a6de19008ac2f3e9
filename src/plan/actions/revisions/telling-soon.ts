import type { CardAction } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { toldCount, toldUpTo, unitsTouched, whenToTell } from '../../revisions/notice.ts';
import { button } from '../common.ts';

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

/** "Én enhet får beskjed om to minutter.", for a row that somebody has just changed: until then a slip can be undone quietly. */
export function soonRemark(turn: Pick<Turn, 'now' | 'language'>, programme: Programme, plan: Plan): string[] {
  const soon = tellingSoon(turn, programme, plan);
  return soon ? [say(turn.language, 'plan.tell.soon', soon)] : [];
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
  const soon = tellingSoon(turn, programme, plan);
  if (!soon) return { text: '', actions: [] };
  const ids = { programme: programme.id };
  return {
    text: say(language, 'plan.tell.soon', soon),
    actions: [
      button(say(language, 'plan.tell.now'), 'plan.tell-now', ids),
      button(say(language, 'plan.seen.button'), 'plan.who-seen', ids),
    ],
  };
}
