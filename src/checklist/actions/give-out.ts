import { z } from 'zod';
import { type Press, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { type Checklist, checklistId } from '../checklist.ts';
import { type HandOut, type HandOutProblem, handOut, prepareHandOut } from '../hand-out.ts';
import { type Template, templates } from '../template/template.ts';
import type { Drawn } from '../view.ts';
import { cancelledView, givenOutView, newView, previewView } from '../view-hand-out.ts';
import { emptyView } from '../view-list.ts';
import { draw, readerOf, refusal } from './draw.ts';
import { receiversOf, sendSheets } from './send.ts';
import { pageNumber } from './sheet.ts';

const draftKind = 'checklist';
const draftValues = z.object({ draft: z.string() });

const shown = (turn: Turn, drawn: Drawn): Answer => ({ show: 'replace', card: draw(drawn, turn.language) });

/** Giving a checklist out: a form, a look at what will be sent to whom, and a second press (DESIGN section 7). */
export const giveOutPresses: Press[] = [
  press({
    verb: 'checklist.new',
    values: z.object({}),
    async run(turn) {
      const { programme, language } = turn;
      if (!programme) return { show: 'private', card: draw(emptyView(turn, 'no-programme'), language) };
      if (!mayLead(programme, turn.by.id)) return refusal(turn, 'checklist.only-leaders');
      if (programme.units.length === 0) {
        return { show: 'private', card: draw(emptyView(turn, 'no-units', programme.name), language) };
      }
      return { show: 'form', card: draw(newView(turn, programme, templates), language) };
    },
  }),
  press({
    verb: 'checklist.preview',
    values: z.object({ template: z.string().default(''), units: z.string().default(''), due: z.string().default('') }),
    async run(turn, filled) {
      const { programme } = turn;
      if (!programme) return refusal(turn, 'checklist.no-programme');
      if (!mayLead(programme, turn.by.id)) return refusal(turn, 'checklist.only-leaders');
      const prepared = prepare(turn, programme, filled);
      if (!prepared.ok) return problemAt(turn, prepared.problem);
      const draft = turn.newId();
      await turn.store.drafts.add({
        id: draft,
        kind: draftKind,
        by: turn.by.id,
        programme: programme.id,
        at: turn.now().toString(),
        data: prepared.handOut,
      });
      return preview(turn, { draft, programme, ...prepared }, 0);
    },
  }),
  press({
    verb: 'checklist.show-preview',
    values: draftValues.extend({ page: pageNumber.default(0) }),
    async run(turn, { draft, page }) {
      const found = await loadDraft(turn, draft);
      return found.ok ? preview(turn, { draft, ...found }, page) : found.answer;
    },
  }),
  press({
    verb: 'checklist.give-out',
    values: draftValues,
    run: (turn, { draft }) => giveOut(turn, draft),
  }),
  press({
    verb: 'checklist.cancel',
    values: draftValues,
    async run(turn, { draft }) {
      const found = await turn.store.drafts.get(draft);
      if (found?.kind === draftKind && found.by === turn.by.id) await turn.store.drafts.remove(draft);
      // Too late: it was given out already, perhaps on another device.
      const given = await turn.store.checklists.get(draft);
      return given ? alreadyGiven(turn, given) : shown(turn, cancelledView(turn));
    },
  }),
];

function prepare(turn: Turn, programme: Programme, filled: { template: string; units: string; due: string }) {
  const known = { templates: templates.map(({ id }) => id), units: programme.units.map(({ id }) => id as string) };
  const prepared = prepareHandOut(filled, known, readerOf(turn, programme).today);
  const template = templates.find(({ id }) => id === filled.template);
  if (!prepared.ok) return prepared;
  if (!template) throw new Error('A template that is known was not found');
  return { ...prepared, template };
}

const problemAt = (turn: Turn, { field, code }: HandOutProblem): Answer =>
  refusal(turn, `checklist.problem.${code}`, { field });

interface Prepared {
  draft: string;
  programme: Programme;
  template: Template;
  handOut: HandOut;
}

async function preview(turn: Turn, prepared: Prepared, page: number): Promise<Answer> {
  const { programme, handOut } = prepared;
  const { receivers, persons } = await receiversOf(turn, programme, handOut.units);
  const reader = readerOf(turn, programme);
  return shown(turn, previewView({ reader, ...prepared, receivers, persons }, page));
}

/** The draft, checked again: units may have gone and the day may have passed since it was shown. */
async function loadDraft(
  turn: Turn,
  id: string,
): Promise<({ ok: true } & Omit<Prepared, 'draft'>) | { ok: false; answer: Answer }> {
  const found = await turn.store.drafts.get(id);
  const data = found?.kind === draftKind ? handOut.safeParse(found.data) : undefined;
  const programme = found?.programme === undefined ? undefined : await turn.store.programmes.get(found.programme);
  if (!data?.success || !programme) return { ok: false, answer: refusal(turn, 'checklist.draft-gone') };
  if (!mayLead(programme, turn.by.id)) return { ok: false, answer: refusal(turn, 'checklist.only-leaders') };
  const prepared = prepare(turn, programme, { ...data.data, units: data.data.units.join(',') });
  if (!prepared.ok) return { ok: false, answer: problemAt(turn, prepared.problem) };
  return { ...prepared, programme };
}

/** Saves the checklist under the draft's id, so that pressing twice gives out one; then the cards go out. */
async function giveOut(turn: Turn, draft: string): Promise<Answer> {
  const given = await turn.store.checklists.get(draft);
  if (given) return alreadyGiven(turn, given);
  const found = await loadDraft(turn, draft);
  if (!found.ok) return found.answer;
  const { programme, template, handOut } = found;
  const checklist: Checklist = {
    id: checklistId.parse(draft),
    programme: programme.id,
    name: template.name,
    template: template.id,
    items: [...template.items],
    units: handOut.units,
    due: handOut.due,
    by: turn.by.id,
    at: turn.now().toString(),
  };
  if (await turn.store.checklists.add(checklist)) {
    await turn.audit('checklist.give-out', { checklist: checklist.id, programme: programme.id });
    await turn.store.drafts.remove(draft);
    await sendSheets(turn, programme, checklist);
  }
  return shown(turn, givenOutView(readerOf(turn, programme), checklist, turn.by.name));
}

async function alreadyGiven(turn: Turn, checklist: Checklist): Promise<Answer> {
  const programme = await turn.store.programmes.get(checklist.programme);
  if (!programme) return refusal(turn, 'checklist.programme-gone');
  if (!mayLead(programme, turn.by.id)) return refusal(turn, 'checklist.only-leaders');
  const by = await knownAs(turn, checklist.by);
  return shown(turn, givenOutView(readerOf(turn, programme), checklist, by?.name ?? turn.by.name));
}
