import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { newUnitId } from '#people/actions/programme.ts';
import { withUnits } from '#people/find-unit.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { activityId, type Plan, plan as planSchema } from '../activity.ts';
import { type PlanDraft, planDraft } from '../draft.ts';
import { revise } from '../revise.ts';
import { capital, rowsByMonth, whenText } from '../view.ts';
import { button, messageCard, problem, todayIn } from './common.ts';

export const planDraftKind = 'plan';
/** Holds the plan as it was before a save, for undoing. */
const beforeKind = 'plan-before';
const shownFirst = 5;
const shownOnPage = 10;

const unitsIn = (draft: PlanDraft): string[] => withNames(draft.rows.flatMap((row) => row.units));
const withNames = (names: string[]): string[] => [
  ...new Map(names.map((n) => [n.normalize('NFC').toLowerCase(), n])).values(),
];

/** How a plan was understood: rows by month, gates, units, and what could not be read. Asks before it saves. */
export function draftCard(language: Language, id: string, draft: PlanDraft, before: Plan | undefined): Card {
  const gates = [...new Set(draft.rows.flatMap((row) => row.gate ?? []))];
  const units = unitsIn(draft);
  const title = say(language, 'plan.read-title', { rows: draft.rows.length, gates: gates.length, units: units.length });
  const findings = [...draft.refused, ...draft.warnings];
  const count = draft.rows.length;
  return fillCard(
    'plan/draft',
    {
      title,
      months: rowsByMonth(draft.rows, language),
      gates: gates.length > 0 ? say(language, 'plan.read-gates', { gates: gates.join(', ') }) : '',
      units: units.length > 0 ? say(language, 'plan.read-units', { units: units.join(', ') }) : '',
      refusedTitle: draft.refused.length > 0 ? say(language, 'plan.read-refused', { count: draft.refused.length }) : '',
      refused: draft.refused.slice(0, shownFirst).map((text) => ({ text })),
      warningsTitle:
        draft.warnings.length > 0 ? say(language, 'plan.read-warnings', { count: draft.warnings.length }) : '',
      warnings: draft.warnings.slice(0, Math.max(0, shownFirst - draft.refused.length)).map((text) => ({ text })),
      more:
        findings.length > shownFirst ? say(language, 'plan.finding-more', { count: findings.length - shownFirst }) : '',
      replaces:
        count === 0
          ? say(language, 'plan.read-nothing')
          : before && before.activities.length > 0
            ? say(language, 'plan.read-replaces', { rows: before.activities.length, revision: before.revision })
            : '',
      actions: [
        ...(count > 0
          ? [button(say(language, 'plan.save', { count }), 'plan.draft-save', { draft: id }, { style: 'positive' })]
          : []),
        ...(count > 0
          ? [button(say(language, 'plan.show-all'), 'plan.draft-page', { draft: id, list: 'rows', from: '0' })]
          : []),
        ...(findings.length > shownFirst
          ? [button(say(language, 'plan.show-findings'), 'plan.draft-page', { draft: id, list: 'findings', from: '0' })]
          : []),
        button(say(language, 'plan.do-not-save'), 'plan.draft-drop', { draft: id }),
      ],
    },
    { summary: title, language },
  );
}

/** The rows or the remarks of a draft, ten at a time. */
function pageCard(
  turn: Turn,
  programme: Programme,
  id: string,
  draft: PlanDraft,
  list: 'rows' | 'findings',
  from: number,
): Card {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const lines =
    list === 'rows'
      ? draft.rows.map((row) => ({
          title: `${row.gate ? `${row.gate} · ` : ''}${row.title}`,
          text: [capital(whenText({ ...row, state: 'done' }, today, language)), row.units.join(', ')]
            .filter((t) => t !== '')
            .join(' · '),
        }))
      : [...draft.refused, ...draft.warnings].map((text) => ({ title: text, text: '' }));
  const to = Math.min(from + shownOnPage, lines.length);
  const title = say(language, 'plan.position', { from: from + 1, to, count: lines.length });
  return fillCard(
    'plan/page',
    {
      title,
      lines: lines.slice(from, to),
      actions: [
        ...(to < lines.length
          ? [button(say(language, 'plan.more'), 'plan.draft-page', { draft: id, list, from: String(to) })]
          : []),
        button(say(language, 'plan.back'), 'plan.draft-show', { draft: id }),
      ],
    },
    { summary: title, language },
  );
}

/** The draft that a button names, if it is this person's and they still lead the programme. */
async function own(turn: Turn, id: string) {
  const found = await turn.store.drafts.get(id);
  const programme = found?.programme ? await turn.store.programmes.get(found.programme) : undefined;
  if (found?.kind !== planDraftKind || found.by !== turn.by.id || !programme || !mayLead(programme, turn.by.id))
    return undefined;
  return { programme, draft: planDraft.parse(found.data), before: await turn.store.plans.get(programme.id) };
}

async function save(turn: Turn, id: string, { programme, draft }: { programme: Programme; draft: PlanDraft }) {
  const { store, language } = turn;
  const about = {
    programme: programme.id,
    by: turn.by.id,
    at: turn.now().toString(),
    source: draft.source,
    ...(draft.starts ? { starts: draft.starts } : {}),
    newId: (index: number) => activityId.parse(derivedId('activity', id, String(index))),
  };
  const before = await store.plans.get(programme.id);
  // Kept before the save, so that whatever is saved can be undone.
  await store.drafts.add({
    id: `${id}-before`,
    kind: beforeKind,
    by: turn.by.id,
    programme: programme.id,
    at: about.at,
    data: before ?? null,
  });
  const first = revise(undefined, draft.rows, about);
  const saved =
    !before && (await store.plans.add(first))
      ? first
      : await store.plans.change(programme.id, (current) => {
          const next = revise(current, draft.rows, about);
          return { next, outcome: next };
        });
  await store.programmes.change(programme.id, (p) => ({
    next: withUnits(p, unitsIn(draft), (name) => unitId.parse(newUnitId(p, name))),
    outcome: true,
  }));
  await store.drafts.remove(id);
  await turn.audit('plan.import', { programme: programme.id, revision: String(saved?.revision ?? 1) });
  const title = say(language, 'plan.saved', { revision: saved?.revision ?? 1, count: draft.rows.length });
  return messageCard(language, title, {
    text: say(language, 'plan.saved-next'),
    actions: [
      button(say(language, 'chat.button.plan'), 'chat.run', { command: 'plan' }),
      button(say(language, 'plan.undo'), 'plan.undo-save', {
        draft: `${id}-before`,
        revision: String(saved?.revision ?? 1),
      }),
    ],
  });
}

const named = z.object({ draft: z.string() });
const expired = (turn: Turn) => problem(say(turn.language, 'plan.draft-expired'));

export const importPresses = [
  press({
    verb: 'plan.draft-save',
    values: named,
    async run(turn, values) {
      const found = await own(turn, values.draft);
      if (!found || found.draft.rows.length === 0) return expired(turn);
      return { show: 'replace', card: await save(turn, values.draft, found) };
    },
  }),
  press({
    verb: 'plan.draft-show',
    values: named,
    async run(turn, values) {
      const found = await own(turn, values.draft);
      return found
        ? { show: 'replace', card: draftCard(turn.language, values.draft, found.draft, found.before) }
        : expired(turn);
    },
  }),
  press({
    verb: 'plan.draft-page',
    values: named.extend({ list: z.enum(['rows', 'findings']), from: z.coerce.number().int().min(0) }),
    async run(turn, values) {
      const found = await own(turn, values.draft);
      if (!found) return expired(turn);
      return {
        show: 'replace',
        card: pageCard(turn, found.programme, values.draft, found.draft, values.list, values.from),
      };
    },
  }),
  press({
    verb: 'plan.draft-drop',
    values: named,
    async run(turn, values) {
      if (await own(turn, values.draft)) await turn.store.drafts.remove(values.draft);
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'plan.not-saved')) };
    },
  }),
  press({
    verb: 'plan.undo-save',
    values: named.extend({ revision: z.coerce.number().int() }),
    async run(turn, values) {
      const { store, language } = turn;
      const kept = await store.drafts.get(values.draft);
      const programme = kept?.programme ? await store.programmes.get(kept.programme) : undefined;
      if (kept?.kind !== beforeKind || kept.by !== turn.by.id || !programme || !mayLead(programme, turn.by.id)) {
        return problem(say(language, 'plan.undo-late'));
      }
      const before = planSchema.nullable().parse(kept.data);
      const current = await store.plans.get(programme.id);
      if (current?.revision !== values.revision) return problem(say(language, 'plan.undo-late'));
      if (before) await store.plans.change(programme.id, () => ({ next: before, outcome: true }));
      else await store.plans.remove(programme.id);
      await store.drafts.remove(values.draft);
      await turn.audit('plan.import-undo', { programme: programme.id });
      return { show: 'replace', card: messageCard(language, say(language, 'plan.undone')) };
    },
  }),
];
