import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../activity.ts';
import { asKnown } from '../as-known.ts';
import { lookFor, nearestRows } from '../asking/find-row.ts';
import { isOver } from '../standing.ts';
import { rowLine } from '../view.ts';
import { button, problem, todayIn } from './common.ts';

/** Rows that one can choose among (CARDS rule 8). */
const shown = 5;

/** Where a chosen row leads: the verb that takes `{programme, activity}`, and what else its button carries. */
export interface LeadsTo {
  verb: string;
  data?: Record<string, string>;
}

/**
 * The row that a person means by what they typed: the only one that it names, or else the answer that asks which of
 * several, of those alike, or says that there is none.
 */
export function rowMeant(
  turn: Turn,
  { programme, plan }: { programme: Programme; plan: Plan },
  text: string,
  leadsTo: LeadsTo,
): { activity: Activity } | { answer: Answer } {
  const { language } = turn;
  const { rows, named } = lookFor(plan.activities, text);
  const [only] = rows;
  if (only && named && rows.length === 1) return { activity: only };
  const near = rows.length > 0 ? rows : nearestRows(plan.activities, text);
  if (near.length === 0) return { answer: problem(say(language, 'plan.no-such-row', { text })) };
  // What is behind us is seldom what somebody wants to change.
  const ordered = [...near.filter((a) => !isOver(a)), ...near.filter(isOver)];
  const title = named ? say(language, 'plan.which-row') : say(language, 'plan.no-such-row-but', { text });
  return { answer: { show: 'private', card: whichRowCard(turn, programme, ordered, { title, leadsTo }) } };
}

function whichRowCard(
  turn: Turn,
  programme: Programme,
  rows: readonly Activity[],
  { title, leadsTo }: { title: string; leadsTo: LeadsTo },
): Card {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const more = rows.length - shown;
  return fillCard(
    'plan/rows',
    {
      title,
      empty: '',
      rows: rows.slice(0, shown).map((activity) => ({
        ...rowLine(asKnown(programme, activity), today, language),
        actions: [
          button(say(language, 'plan.choose-row'), leadsTo.verb, {
            ...leadsTo.data,
            programme: programme.id,
            activity: activity.id,
          }),
        ],
      })),
      position: more > 0 ? say(language, 'plan.which-row-more', { count: more }) : '',
      actions: [],
    },
    { summary: title, language },
  );
}
