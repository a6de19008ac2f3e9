import type { Turn } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import type { Plan } from '../../activity.ts';
import type { RevisionTelling } from '../../view-revisions.ts';
import { todayIn } from '../common.ts';
import { authorName } from './author.ts';

/** How a plan's revisions are told to the person who acts: with the names of those who made them. */
export async function tellingOf(
  turn: Pick<Turn, 'store' | 'now' | 'by' | 'language'>,
  programme: Programme,
  plan: Pick<Plan, 'revisions'>,
): Promise<RevisionTelling> {
  const names = new Map<string, string>();
  for (const by of new Set(plan.revisions.map((r) => r.by))) names.set(by, await authorName(turn, by, turn.language));
  return { language: turn.language, zone: turn.by.timeZone, today: todayIn(turn, programme), names };
}
