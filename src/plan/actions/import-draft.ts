import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { type PlanDraft, planDraft } from '../draft.ts';
import { revisionOf, undoOf } from '../revision.ts';
import { button, messageCard, problem, todayIn } from './common.ts';
import { type DraftSight, draftCard, draftLists, draftPage } from './draft-card.ts';
import { redrawRows } from './redraw-rows.ts';
import { savePlan, takeBackPlan } from './save-plan.ts';
import { tellingPart, tellingSoon } from './telling-soon.ts';

export const planDraftKind = 'plan';

/** The units before a save, kept for undoing under the draft's id and an ending of its own. */
const beforeKind = 'plan-before';
const beforeId = (draft: string): string => `${draft}-before`;
const beforeSave = z.object({ units: z.array(unitId) });

/** A stored draft of a kind that is this person's, with its programme, which they still lead. */
async function own(turn: Turn, id: string, kind: string) {
  const found = await turn.store.drafts.get(id);
  const programme = found?.programme ? await turn.store.programmes.get(found.programme) : undefined;
  const isOwn = found?.kind === kind && found.by === turn.by.id && programme && mayLead(programme, turn.by.id);
  return isOwn ? { programme, data: found.data } : undefined;
}

async function ownDraft(turn: Turn, id: string) {
  const found = await own(turn, id, planDraftKind);
  return found && { programme: found.programme, draft: planDraft.parse(found.data) };
}

/**
 * A draft as its person looks at it now, compared with the plan as it stands.
 * @param isCard It is shown with the button that saves: where the plan has changed in the meantime, the card says so.
 */
async function sightOf(
  turn: Turn,
  id: string,
  { programme, draft }: { programme: Programme; draft: PlanDraft },
  isCard: boolean,
): Promise<DraftSight> {
  const before = await turn.store.plans.get(programme.id);
  const revision = before?.revision ?? 0;
  const sight = { id, draft, programme, before, today: todayIn(turn, programme), language: turn.language };
  if (!isCard || draft.against === undefined || draft.against === revision) return sight;
  // What is saved by the next press is what is shown now.
  const data = { ...draft, against: revision };
  await turn.store.drafts.change(id, (one) => ({ next: { ...one, data }, outcome: true }));
  const newest = before?.revisions.at(-1);
  const name = newest ? ((await knownAs(turn, newest.by))?.name ?? '') : '';
  return { ...sight, draft: data, note: say(turn.language, 'plan.differences-changed', { revision, name }) };
}

/** The plan that this draft was saved as, when its press is delivered once more (PLATFORMS T20). */
async function alreadySaved(turn: Turn, id: string): Promise<Card | undefined> {
  const kept = await own(turn, beforeId(id), beforeKind);
  const plan = kept && (await turn.store.plans.get(kept.programme.id));
  const number = plan && revisionOf(plan, id);
  return !kept || number === undefined ? undefined : savedCard(turn, kept.programme, id, plan as Plan, number);
}

function savedCard(turn: Turn, programme: Programme, id: string, plan: Plan, revision: number): Card {
  const { language } = turn;
  const count = plan.revisions.find((r) => r.number === revision)?.rows ?? 0;
  const telling = revision === plan.revision ? tellingPart(turn, programme, plan) : { text: '', actions: [] };
  return messageCard(language, say(language, 'plan.saved', { revision, count }), {
    text: revision === 1 ? say(language, 'plan.saved-next') : telling.text,
    actions: [
      button(say(language, 'chat.button.plan'), 'chat.run', { command: 'plan' }),
      ...(revision === plan.revision ? [button(say(language, 'plan.undo'), 'plan.undo-save', { draft: id })] : []),
      ...telling.actions,
    ],
  });
}

async function save(turn: Turn, id: string, programme: Programme, draft: PlanDraft): Promise<Card> {
  const { store } = turn;
  const at = turn.now().toString();
  // 1. The units that there are now, kept before the save, so that whatever is saved can be undone.
  const data: z.input<typeof beforeSave> = { units: programme.units.map((u) => u.id) };
  await store.drafts.add({ id: beforeId(id), kind: beforeKind, by: turn.by.id, programme: programme.id, at, data });

  // 2. The revision, once however often the press arrives.
  const { rows, source, starts, against } = draft;
  const saved = await savePlan(store, { programme, rows, source, starts, by: turn.by.id, at, act: id, against });
  if (saved.isOther) return draftCard(await sightOf(turn, id, { programme, draft }, true));
  if (saved.isNew) {
    await turn.audit('plan.import', { programme: programme.id, revision: String(saved.revision) });
    await redrawRows(turn, programme, saved.plan.revisions.at(-1)?.changes ?? []);
  }

  // 3. The draft goes last: after a crash in between, the press works again.
  await store.drafts.remove(id);
  return savedCard(turn, programme, id, saved.plan, saved.revision);
}

const named = z.object({ draft: z.string() });
const expired = (turn: Turn) => problem(say(turn.language, 'plan.draft-expired'));

export const importPresses = [
  press({
    verb: 'plan.draft-save',
    values: named,
    async run(turn, values) {
      const found = await ownDraft(turn, values.draft);
      if (found && found.draft.rows.length > 0) {
        return { show: 'replace', card: await save(turn, values.draft, found.programme, found.draft) };
      }
      const card = await alreadySaved(turn, values.draft);
      return card ? { show: 'replace', card } : expired(turn);
    },
  }),
  press({
    verb: 'plan.draft-show',
    values: named,
    async run(turn, values) {
      const found = await ownDraft(turn, values.draft);
      if (!found) return expired(turn);
      return { show: 'replace', card: draftCard(await sightOf(turn, values.draft, found, true)) };
    },
  }),
  press({
    verb: 'plan.draft-page',
    values: named.extend({ list: z.enum(draftLists), from: z.coerce.number().int().min(0) }),
    async run(turn, { draft, list, from }) {
      const found = await ownDraft(turn, draft);
      if (!found) return expired(turn);
      return { show: 'replace', card: draftPage(await sightOf(turn, draft, found, false), { list, from }) };
    },
  }),
  press({
    verb: 'plan.draft-drop',
    values: named,
    async run(turn, values) {
      const { store, language } = turn;
      if (await ownDraft(turn, values.draft)) await store.drafts.remove(values.draft);
      // Somebody else's draft, or one that has been saved: this press drops nothing and must not say that it did.
      else if ((await store.drafts.get(values.draft)) || (await store.drafts.get(beforeId(values.draft)))) {
        const card = await alreadySaved(turn, values.draft);
        return card ? { show: 'replace', card } : expired(turn);
      }
      return { show: 'replace', card: messageCard(language, say(language, 'plan.not-saved')) };
    },
  }),
  press({
    verb: 'plan.undo-save',
    values: named,
    async run(turn, values) {
      const { store, language } = turn;
      const found = await own(turn, beforeId(values.draft), beforeKind);
      if (!found) return problem(say(language, 'plan.undo-late'));
      const { programme } = found;
      const before = beforeSave.parse(found.data);
      const saved = (await store.plans.get(programme.id))?.revisions.find((r) => r.act === values.draft);
      const about = { by: turn.by.id, at: turn.now().toString(), act: values.draft };
      const came = await takeBackPlan(store, { programme, ...about, ...before });
      if (came === 'late') return problem(say(language, 'plan.undo-late'));
      if (came === 'taken-back') {
        await turn.audit('plan.import-undo', { programme: programme.id });
        await redrawRows(turn, programme, saved?.changes ?? []);
      }
      const plan = await store.plans.get(programme.id);
      // Where the units had been told, taking back is a revision of its own, and they are told of that, too.
      const soon = plan && tellingSoon(turn, programme, plan);
      const isToldOf = plan?.revisions.at(-1)?.act === undoOf(values.draft);
      const text = soon && isToldOf ? say(language, 'plan.tell.undone', soon) : '';
      return { show: 'replace', card: messageCard(language, say(language, 'plan.undone'), { text }) };
    },
  }),
];
