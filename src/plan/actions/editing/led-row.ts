import { z } from 'zod';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { oneOfNames } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../../activity.ts';
import { leadersOf, problem, rowOf } from '../common.ts';

/** What a button carries that is about one row. */
export const rowIds = { programme: z.string(), activity: z.string() };

/** A row and where it stands. */
export interface RowFound {
  programme: Programme;
  plan: Plan;
  activity: Activity;
}
type Asked = { found: RowFound } | { answer: Answer };

/** The row that a button names, for somebody who leads the programme; others are told that they may not. */
export async function ledRow(turn: Turn, values: { programme: string; activity: string }): Promise<Asked> {
  const found = await rowOf(turn, values);
  if (!found) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  return mayLead(found.programme, turn.by.id) ? { found } : { answer: await mayNotMove(turn, found.programme) };
}

/** The row that a button names, for somebody who may read the plan. */
export async function readableRow(turn: Turn, values: { programme: string; activity: string }): Promise<Asked> {
  const found = await rowOf(turn, values);
  if (!found) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  return mayRead(turn, found.programme) ? { found } : { answer: problem(say(turn.language, 'chat.unknown-press')) };
}

/** Whoever belongs to a programme, or asks in a place that is about it, reads its plan. */
export const mayRead = (turn: Turn, programme: Programme): boolean =>
  belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id;

/** Tells somebody who may not move rows who may. */
export const mayNotMove = async (turn: Turn, programme: Programme): Promise<Answer> =>
  problem(say(turn.language, 'plan.may-not-move', { names: await leadersNamed(turn, programme) }));

/** "Kari eller Ola": those who lead a programme, any of whom can be asked. */
export async function leadersNamed(turn: Turn, programme: Programme): Promise<string> {
  const leaders = await leadersOf(turn, programme);
  return oneOfNames(
    leaders.map(({ name }) => name),
    turn.language,
  );
}
