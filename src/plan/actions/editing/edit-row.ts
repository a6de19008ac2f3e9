import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { sayProblem } from '#words/say-problem.ts';
import { type Activity, activityId, type Plan } from '../../activity.ts';
import { nearestRows } from '../../asking/find-row.ts';
import { baseOf } from '../../base.ts';
import { emptyRow, type FormProblem, type FormValues, formValues } from '../../editing/row-form.ts';
import { type SavedRow, type Sent, saveOrAsk } from '../../editing/save-row.ts';
import { kindInferred } from '../../reading/kind.ts';
import { contentOf } from '../../revisions/changes-from.ts';
import { emptyPlan } from '../../revisions/revision.ts';
import { problem, rowCard, rowOf, todayIn } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { rowMeant } from '../which-row.ts';
import { leadersNamed, mayRead } from './led-row.ts';
import { moveCard } from './move-card.ts';
import { rowFormCard } from './row-form-card.ts';
import { noteSaved, savedAnswer } from './saved-row.ts';

const ids = { programme: z.string(), activity: z.string() };

/** Tells somebody who may not change the plan who may. */
export async function mayNotChange(turn: Turn, programme: Programme): Promise<Answer> {
  const names = await leadersNamed(turn, programme);
  return problem(say(turn.language, 'plan.may-not-change', { names, programme: programme.name }));
}

/** The form of a row that is in the plan. */
function formOf(turn: Turn, { programme, plan, activity }: { programme: Programme; plan: Plan; activity: Activity }) {
  const values = formValues(contentOf(activity), plan.activities, turn.language);
  const about = { programme: programme.id, activity: activity.id, base: baseOf(plan), isNew: false, values };
  return { show: 'form', card: rowFormCard(turn, about) } as const;
}

/** `plan edit ROW`: the form for a row. */
export const editWord: PlanWord = {
  words: ['edit', 'endre', 'rediger', 'ändra', 'redigera'],
  async run(turn, { programme, plan }, { args }) {
    if (!mayLead(programme, turn.by.id)) return mayNotChange(turn, programme);
    const text = args.join(' ');
    if (text === '') return problem(say(turn.language, 'plan.edit-what'));
    const meant = rowMeant(turn, { programme, plan }, text, { verb: 'plan.edit' });
    return 'answer' in meant ? meant.answer : formOf(turn, { programme, plan, activity: meant.activity });
  },
};

/** `plan add ["TITLE" ["WHEN" ["UNIT"]]]`: the form for a new row, filled with what was typed. */
export const addWord: PlanWord = {
  words: ['add', 'legg til', 'ny rad', 'lägg till', 'new'],
  startsPlan: true,
  async run(turn, { programme, plan }, { args, rest }) {
    if (!mayLead(programme, turn.by.id)) return mayNotChange(turn, programme);
    // "plan add Møte med tillitsvalgte" is one title; in quotes each part is a field of its own.
    const [title = '', when = '', units = ''] = /["“”„«»]/u.test(rest) ? args : [rest.trim()];
    const empty = formValues(emptyRow(plan.activities), plan.activities, turn.language);
    const kind = title === '' ? '' : kindInferred(title, null);
    const values: FormValues = { ...empty, title, when, units, kind: kind === 'activity' ? '' : kind };
    const activity = turn.newId();
    const about = { programme: programme.id, activity, base: baseOf(plan), isNew: true, values };
    return { show: 'form', card: rowFormCard(turn, about) };
  },
};

const field = (longest: number) => z.string().max(longest).default('');
const formSchema = z.object({
  ...ids,
  base: z.coerce.number().int().min(0),
  drawn: z.string().default(''),
  isNew: z.enum(['yes', 'no']),
  sure: field(2000),
  title: field(2000),
  when: field(400),
  units: field(4000),
  description: field(50_000),
  kind: field(40),
  gate: field(200),
  tags: field(2000),
  after: field(4000),
  reason: field(1000),
});

export const editRowPresses = [
  press({
    verb: 'plan.edit',
    values: z.object(ids),
    async run(turn, values) {
      const found = await rowOf(turn, values);
      if (!found) return problem(say(turn.language, 'plan.row-gone'));
      if (!mayLead(found.programme, turn.by.id)) return mayNotChange(turn, found.programme);
      return formOf(turn, found);
    },
  }),
  press({
    verb: 'plan.save-row',
    values: formSchema,
    async run(turn, sent) {
      const programme = await turn.store.programmes.get(sent.programme);
      if (!programme) return problem(say(turn.language, 'plan.row-gone'));
      if (!mayLead(programme, turn.by.id)) return mayNotChange(turn, programme);
      const form = formOff(turn, programme, sent);
      // A programme that has no plan yet gets one with its first row.
      if (form.isNew) await turn.store.plans.add(emptyPlan(programme.id));
      const came = await turn.store.plans.change<SavedRow>(programme.id, (plan) => {
        const outcome = saveOrAsk(plan, programme, form);
        const isSaved = outcome.came === 'saved' || (outcome.came === 'pushes' && outcome.rest);
        return isSaved ? { next: outcome.plan, outcome } : { outcome };
      });
      if (!came) return problem(say(turn.language, 'plan.row-gone'));
      return answerTo(turn, programme, form, came);
    },
  }),
  press({
    verb: 'plan.leave-row',
    values: z.object(ids),
    async run(turn, values) {
      const found = await rowOf(turn, values);
      if (!found) return { show: 'notice', problem: false, text: say(turn.language, 'plan.row-not-saved') };
      if (!mayRead(turn, found.programme)) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await rowCard(turn, found.programme, found.activity) };
    },
  }),
];

function formOff(turn: Turn, programme: Programme, sent: z.output<typeof formSchema>): Sent {
  const { title, when, units, description, kind, gate, tags, after } = sent;
  return {
    activity: activityId.parse(sent.activity),
    isNew: sent.isNew === 'yes',
    base: { number: sent.base, at: sent.drawn },
    values: { title, when, units, description, kind, gate, tags, after },
    reason: sent.reason.trim(),
    sure: sent.sure.split('\n').filter((name) => name !== ''),
    by: turn.by.id,
    at: turn.now().toString(),
    act: turn.newId(),
    language: turn.language,
    today: todayIn(turn, programme),
  };
}

async function answerTo(turn: Turn, programme: Programme, form: Sent, came: SavedRow): Promise<Answer> {
  const { language } = turn;
  const again = (more: Partial<Parameters<typeof rowFormCard>[1]>): Answer => ({
    show: 'form',
    card: rowFormCard(turn, {
      programme: programme.id,
      activity: form.activity,
      base: form.base,
      isNew: form.isNew,
      values: form.values,
      reason: form.reason,
      sure: form.sure,
      ...more,
    }),
  });
  switch (came.came) {
    case 'gone': {
      const name = came.by && (await knownAs(turn, came.by))?.name;
      return problem(name ? say(language, 'plan.row-taken-out', { name }) : say(language, 'plan.row-gone'));
    }
    case 'overtaken': {
      const name = (await knownAs(turn, came.by))?.name ?? '';
      const { fields, now, values } = came;
      return again({ base: baseOf(came.plan), values, overtaken: { name, fields, now } });
    }
    case 'refused': {
      const { problem: wrong } = came;
      if (wrong.code === 'alike') {
        return again({ alike: { name: wrong.name, known: wrong.known }, sure: [...form.sure, wrong.name] });
      }
      return problem(sayWrong(turn, came.plan, wrong, form.values), wrong.field);
    }
    case 'pushes': {
      if (came.rest) await noteSaved(turn, programme, form, came);
      const { plan, activity, to, rest } = came;
      const note = say(language, rest ? 'plan.form.rest-saved' : 'plan.form.pushes');
      const card = await moveCard(turn, { programme, plan, activity }, { ...to, reason: form.reason }, note);
      return { show: 'replace', card };
    }
    default:
      return savedAnswer(turn, programme, form, came);
  }
}

/** What is wrong with a field, and what to do about it. */
function sayWrong(
  { language }: Turn,
  plan: Plan,
  wrong: Exclude<FormProblem, { code: 'alike' }>,
  values: FormValues,
): string {
  switch (wrong.code) {
    case 'no-title':
      return sayProblem(language, { code: 'no-title' }, '');
    case 'date':
      return sayProblem(language, { code: 'date', problem: wrong.problem }, values.when);
    case 'circle':
      return say(language, 'plan.form.circle');
    case 'unknown': {
      const near = nearestRows(plan.activities, wrong.text).slice(0, 3);
      const nearest = near.map(({ title }) => say(language, 'chat.quoted', { text: title })).join(', ');
      const said = say(language, 'plan.form.unknown-row', { text: wrong.text });
      return nearest === '' ? said : `${said} ${say(language, 'plan.did-you-mean', { nearest })}`;
    }
  }
}
