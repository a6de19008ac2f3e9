import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { newIn } from '#people/spellings.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { draftAnswers, type PlanDraft } from '../../draft.ts';
import { revisionOf } from '../../revisions/revision.ts';
import { undoOf } from '../../revisions/take-back.ts';
import { button, messageCard, problem } from '../common.ts';
import { redrawRows } from '../revisions/redraw-rows.ts';
import { tellingPart, tellingSoon } from '../revisions/telling-soon.ts';
import { draftCard, draftLists, draftPage } from './draft-card.ts';
import { isPartOf } from './draft-differences.ts';
import { changeDraft, expired, own, ownDraft, sightOf } from './own-draft.ts';
import { savePlan, takeBackPlan } from './save-plan.ts';

/** The units before a save and what it told of their names, kept for undoing under the draft's id and an ending of its own. */
const beforeKind = 'plan-before';
const beforeId = (draft: string): string => `${draft}-before`;
const beforeSave = z.object({
  units: z.array(unitId),
  told: draftAnswers.pick({ same: true, apart: true, lists: true }).optional(),
});

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
  const { rows, unread, source, starts, against, answers } = draft;
  const told = newIn(programme, answers);
  const data: z.input<typeof beforeSave> = { units: programme.units.map((u) => u.id), told };
  await store.drafts.add({ id: beforeId(id), kind: beforeKind, by: turn.by.id, programme: programme.id, at, data });

  // 2. The revision, once however often the press arrives.
  const isPart = isPartOf(draft, await store.plans.get(programme.id));
  const about = { programme, rows, source, starts, by: turn.by.id, at, act: id, against, told, isPart, unread };
  const saved = await savePlan(store, about);
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
    verb: 'plan.draft-part',
    values: named.extend({ part: z.enum(['yes', 'no']) }),
    async run(turn, { draft: id, part }) {
      const found = await ownDraft(turn, id);
      if (!found) return expired(turn);
      const draft = { ...found.draft, answers: { ...found.draft.answers, isPart: part === 'yes' } };
      await changeDraft(turn, id, draft);
      return { show: 'replace', card: draftCard(await sightOf(turn, id, { ...found, draft }, true)) };
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
