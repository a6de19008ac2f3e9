import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { baseOf, isStill } from '../../base.ts';
import { type PlanDraft, planDraft } from '../../draft.ts';
import { problem, todayIn } from '../common.ts';
import { authorName } from '../revisions/author.ts';
import type { DraftSight } from './draft-card.ts';

export const planDraftKind = 'plan';

/** A stored draft of a kind that is this person's, with its programme, which they still lead. */
export async function own(turn: Turn, id: string, kind: string) {
  const found = await turn.store.drafts.get(id);
  const programme = found?.programme ? await turn.store.programmes.get(found.programme) : undefined;
  const isOwn = found?.kind === kind && found.by === turn.by.id && programme && mayLead(programme, turn.by.id);
  return isOwn ? { programme, data: found.data } : undefined;
}

/** A draft with its programme. */
export interface OwnDraft {
  programme: Programme;
  draft: PlanDraft;
}

/** This person's draft of a plan; undefined when it is gone, or was kept by an older Klar in another form. */
export async function ownDraft(turn: Turn, id: string): Promise<OwnDraft | undefined> {
  const found = await own(turn, id, planDraftKind);
  if (!found) return undefined;
  const draft = planDraft.safeParse(found.data);
  return draft.success ? { programme: found.programme, draft: draft.data } : undefined;
}

/** Keeps a new draft, and lets go of what this person brought in before and did not save: the newest is what counts. */
export async function keepDraft(turn: Turn, id: string, { programme, draft }: OwnDraft): Promise<void> {
  const { store, by } = turn;
  const at = turn.now().toString();
  await store.drafts.add({ id, kind: planDraftKind, by: by.id, programme: programme.id, at, data: draft });
  for (const one of await store.drafts.all()) {
    const isOlder = one.id !== id && one.kind === planDraftKind && one.by === by.id && one.programme === programme.id;
    if (isOlder) await store.drafts.remove(one.id);
  }
}

/** Puts what was read anew in place of what the draft said. */
export async function changeDraft(turn: Turn, id: string, draft: PlanDraft): Promise<void> {
  await turn.store.drafts.change(id, (one) => ({ next: { ...one, data: draft }, outcome: true }));
}

/** What a press on the card of a draft that is gone is answered with. */
export async function expired(turn: Turn): Promise<Answer> {
  const others = await turn.store.drafts.all();
  const isReplaced = others.some((one) => one.kind === planDraftKind && one.by === turn.by.id);
  return problem(say(turn.language, isReplaced ? 'plan.draft-replaced' : 'plan.draft-expired'));
}

/**
 * A draft as its person looks at it now, compared with the plan as it stands.
 * @param isCard It is shown with the button that saves: where the plan has changed in the meantime, the card says so.
 */
export async function sightOf(
  turn: Turn,
  id: string,
  { programme, draft }: OwnDraft,
  isCard: boolean,
): Promise<DraftSight> {
  const before = await turn.store.plans.get(programme.id);
  const sight = { id, draft, programme, before, today: todayIn(turn, programme), language: turn.language };
  if (!isCard || draft.against === undefined || isStill(before, draft.against)) return sight;
  // What is saved by the next press is what is shown now.
  const data = { ...draft, against: baseOf(before) };
  await changeDraft(turn, id, data);
  const newest = before?.revisions.at(-1);
  const name = newest ? await authorName(turn, newest.by, turn.language) : '';
  return {
    ...sight,
    draft: data,
    note: say(turn.language, 'plan.differences-changed', { revision: before?.revision ?? 0, name }),
  };
}
