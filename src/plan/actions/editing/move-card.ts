import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sayProblem } from '#words/say-problem.ts';
import type { Dated } from '../../dependencies/follow.ts';
import { type Push, push } from '../../dependencies/push.ts';
import type { MoveDraft } from '../../editing/move-draft.ts';
import { readNewWhen } from '../../editing/new-when.ts';
import { capital, whenText } from '../../view.ts';
import { moveData } from '../../view-move.ts';
import { button, problem, todayIn } from '../common.ts';
import type { RowFound } from './led-row.ts';

export const moveDraftKind = 'plan-move';

/** A move as somebody wants it. */
export interface WantedMove {
  when: Dated;
  time?: string | undefined;
  reason: string;
}

/** What a move would push now. */
export const pushOf = ({ plan, programme, activity }: RowFound, when: Dated): Push =>
  push(plan.activities, activity.id, when, { country: programme.country, language: programme.language });

/** The form in which one says when, and why. What has been typed already stands in it. */
export function moveForm(turn: Turn, { programme, activity }: RowFound, typed: { when: string; reason: string }): Card {
  const { language } = turn;
  const title = say(language, 'plan.move-title', { title: activity.title });
  const now = say(language, 'plan.move-now', { when: whenText(activity, todayIn(turn, programme), language) });
  return fillCard(
    'plan/move-form',
    {
      title,
      now,
      label: say(language, 'plan.move-when'),
      example: say(language, 'plan.set-date-example'),
      unclear: say(language, 'plan.set-date-unclear'),
      reasonLabel: say(language, 'plan.reason'),
      reasonExample: say(language, 'plan.reason-example'),
      look: say(language, 'plan.move-look'),
      back: say(language, 'plan.back'),
      programme: programme.id,
      activity: activity.id,
      ...typed,
    },
    { summary: title, language, title: say(language, 'plan.move') },
  );
}

/** Why a row is not moved at all, if it is not. */
export function notMovable({ language }: Turn, { activity }: RowFound): Answer | undefined {
  const { title, state, halted } = activity;
  if (halted?.as === 'cancelled') return problem(say(language, 'plan.move-cancelled', { title }));
  return state === 'done' ? problem(say(language, 'plan.move-over', { title })) : undefined;
}

/** The move that was typed, or what is wrong with the date. */
export function wantedMove(
  turn: Turn,
  { programme, activity }: RowFound,
  typed: { when: string; reason: string },
): { wanted: WantedMove } | { answer: Answer } {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const read = readNewWhen(typed.when, activity.when, today);
  if (!read.ok) {
    const text = read.problem
      ? sayProblem(language, { code: 'date', problem: read.problem }, typed.when)
      : say(language, 'plan.set-date-unclear');
    return { answer: problem(text, 'when') };
  }
  const { when, time } = read;
  const { start, end, precision } = activity.when;
  const isSame = when.start === start && when.end === end && when.precision === precision;
  if (isSame && (time === undefined || time === activity.time)) {
    const stands = whenText({ ...activity, state: 'done' }, today, language);
    return { answer: problem(say(language, 'plan.move-same', { title: activity.title, when: stands }), 'when') };
  }
  return { wanted: { when, time, reason: typed.reason.trim() } };
}

/**
 * What a move means, and the question whether to make it. It is kept as a draft until somebody says yes.
 * @param note Why it is asked once more, in the first line.
 */
export async function moveCard(turn: Turn, found: RowFound, wanted: WantedMove, note = ''): Promise<Card> {
  const { language } = turn;
  const { programme, activity } = found;
  const effect = pushOf(found, wanted.when);
  const id = turn.newId();
  const { when, time, reason } = wanted;
  const data: MoveDraft = {
    activity: activity.id,
    when,
    ...(time === undefined ? {} : { time }),
    reason,
    base: activity.changedIn ?? 0,
    shown: effect.pushed.map(({ activity: { id: row }, to }) => ({ id: row, start: to.start, end: to.end })),
  };
  const at = turn.now().toString();
  await turn.store.drafts.add({ id, kind: moveDraftKind, by: turn.by.id, programme: programme.id, at, data });

  const ids = { programme: programme.id, draft: id };
  const asked = (title: string, which: 'all' | 'one', more: { style?: 'positive' } = {}): CardAction =>
    button(title, 'plan.move', { ...ids, which }, more);
  const count = effect.pushed.length + 1;
  const actions = [
    ...(count > 1
      ? [
          asked(say(language, 'plan.move-all', { count }), 'all', { style: 'positive' }),
          asked(say(language, 'plan.move-one'), 'one'),
        ]
      : [asked(say(language, 'plan.move'), 'one', { style: 'positive' })]),
    button(say(language, 'plan.move-not'), 'plan.move-drop', ids),
  ];
  const about = { today: todayIn(turn, programme), language, country: programme.country };
  const shown = moveData(activity, wanted, effect, about);
  const summary = `${activity.title}: ${capital(shown.change)}`;
  return fillCard('plan/move', { note, ...shown, actions }, { summary, language });
}
