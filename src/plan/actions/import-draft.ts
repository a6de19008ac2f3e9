import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { type PlanDraft, planDraft } from '../draft.ts';
import { revisionOf } from '../revision.ts';
import { button, messageCard, problem, todayIn } from './common.ts';
import { draftCard, draftPage } from './draft-card.ts';
import { savePlan, takeBackPlan } from './save-plan.ts';

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

/** The plan that this draft was saved as, when its press is delivered once more (PLATFORMS T20). */
async function alreadySaved(turn: Turn, id: string): Promise<Card | undefined> {
  const kept = await own(turn, beforeId(id), beforeKind);
  const plan = kept && (await turn.store.plans.get(kept.programme.id));
  const number = plan && revisionOf(plan, id);
  return number === undefined ? undefined : savedCard(turn, id, plan as Plan, number);
}

function savedCard(turn: Turn, id: string, plan: Plan, revision: number): Card {
  const { language } = turn;
  const count = plan.revisions.find((r) => r.number === revision)?.rows ?? 0;
  return messageCard(language, say(language, 'plan.saved', { revision, count }), {
    text: say(language, 'plan.saved-next'),
    actions: [
      button(say(language, 'chat.button.plan'), 'chat.run', { command: 'plan' }),
      ...(revision === plan.revision ? [button(say(language, 'plan.undo'), 'plan.undo-save', { draft: id })] : []),
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
  const { rows, source, starts } = draft;
  const saved = await savePlan(store, { programme, rows, source, starts, by: turn.by.id, at, act: id });
  if (saved.isNew) {
    await turn.audit('plan.import', { programme: programme.id, revision: String(saved.revision) });
  }

  // 3. The draft goes last: after a crash in between, the press works again.
  await store.drafts.remove(id);
  return savedCard(turn, id, saved.plan, saved.revision);
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
      const before = await turn.store.plans.get(found.programme.id);
      return { show: 'replace', card: draftCard(turn.language, values.draft, found.draft, before) };
    },
  }),
  press({
    verb: 'plan.draft-page',
    values: named.extend({ list: z.enum(['rows', 'findings']), from: z.coerce.number().int().min(0) }),
    async run(turn, { draft, list, from }) {
      const found = await ownDraft(turn, draft);
      if (!found) return expired(turn);
      const today = todayIn(turn, found.programme);
      return { show: 'replace', card: draftPage(turn.language, draft, found.draft, { list, from, today }) };
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
      const about = { by: turn.by.id, at: turn.now().toString(), act: values.draft };
      const came = await takeBackPlan(store, { programme, ...about, ...before });
      if (came === 'late') return problem(say(language, 'plan.undo-late'));
      if (came === 'taken-back') await turn.audit('plan.import-undo', { programme: programme.id });
      return { show: 'replace', card: messageCard(language, say(language, 'plan.undone')) };
    },
  }),
];
