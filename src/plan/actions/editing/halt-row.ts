import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../../activity.ts';
import { lookFor } from '../../asking/find-row.ts';
import { halt, resume } from '../../editing/move.ts';
import { readHalt } from '../../editing/read-move.ts';
import { isOver } from '../../standing.ts';
import { namesOf } from '../../view-move.ts';
import { activitySubject } from '../activity-subject.ts';
import { problem, rowCard } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { takeBackButton } from '../revisions/take-back.ts';
import { soonRemark } from '../revisions/telling-soon.ts';
import { type LeadsTo, rowMeant } from '../which-row.ts';
import { ledRow, mayNotMove, type RowFound, rowIds } from './led-row.ts';

const longestReason = 500;
const reason = z.string().max(longestReason).default('');
const halts = z.enum(['paused', 'cancelled']);
type Halt = z.infer<typeof halts>;
type Word = 'pause' | 'resume' | 'cancel';

/** A word after `plan` that is about one row: finds it, and goes on with it and the reason that was typed. */
const wordAbout = (
  words: readonly string[],
  word: Word,
  goOn: (turn: Turn, found: RowFound, why: string) => Promise<Answer>,
): PlanWord => ({
  words,
  async run(turn, { programme, plan }, { rest }) {
    const { language } = turn;
    if (!mayLead(programme, turn.by.id)) return mayNotMove(turn, programme);
    const asked = readHalt(rest, { names: (text) => lookFor(plan.activities, text).named });
    const example = say(language, `plan.example.${word}`);
    if (asked.row === '') return problem(say(language, 'plan.halt-what', { example }));
    const why = asked.reason.slice(0, longestReason);
    const leadsTo: LeadsTo =
      word === 'resume' ? { verb: 'plan.resume' } : { verb: `plan.ask-${word}`, data: { reason: why } };
    const meant = rowMeant(turn, { programme, plan }, asked.row, leadsTo);
    if ('answer' in meant) return meant.answer;
    return goOn(turn, { programme, plan, activity: meant.activity }, why);
  },
});

/** `plan pause ROW [reason]`, `plan resume ROW`, `plan cancel ROW [reason]`. A reason that is missing is asked for. */
export const haltWords: readonly PlanWord[] = [
  wordAbout(['pause', 'pausa'], 'pause', (turn, found, why) => haltOrAsk(turn, found, 'paused', why, 'private')),
  wordAbout(['cancel', 'avlys', 'ställ in'], 'cancel', (turn, found, why) =>
    haltOrAsk(turn, found, 'cancelled', why, 'private'),
  ),
  wordAbout(['resume', 'gjenoppta', 'återuppta'], 'resume', (turn, found) => goOn(turn, found, 'private')),
];

const asking = (verb: string, as: Halt) =>
  press({
    verb,
    values: z.object({ ...rowIds, reason }),
    async run(turn, values) {
      const asked = await ledRow(turn, values);
      return 'answer' in asked ? asked.answer : haltOrAsk(turn, asked.found, as, values.reason, 'private');
    },
  });

export const haltPresses = [
  asking('plan.ask-pause', 'paused'),
  asking('plan.ask-cancel', 'cancelled'),
  press({
    verb: 'plan.halt',
    values: z.object({ ...rowIds, as: halts, reason }),
    async run(turn, values) {
      const asked = await ledRow(turn, values);
      if ('answer' in asked) return asked.answer;
      if (values.reason.trim() === '') return problem(say(turn.language, 'plan.reason-needed'), 'reason');
      return haltOrAsk(turn, asked.found, values.as, values.reason, 'replace');
    },
  }),
  press({
    verb: 'plan.resume',
    values: z.object(rowIds),
    async run(turn, values) {
      const asked = await ledRow(turn, values);
      return 'answer' in asked ? asked.answer : goOn(turn, asked.found, 'replace');
    },
  }),
];

/** Puts a row on pause or calls it off, where the reason is known; otherwise asks for it. */
async function haltOrAsk(
  turn: Turn,
  found: RowFound,
  as: Halt,
  why: string,
  show: 'private' | 'replace',
): Promise<Answer> {
  const { language } = turn;
  const { programme, activity } = found;
  if (activity.state === 'done') return problem(say(language, 'plan.halt-over', { title: activity.title }));
  if (activity.halted?.as === as) return alreadyHalted(turn, found, show);
  if (why.trim() === '') return { show: 'form', card: haltForm(turn, found, as) };

  const act = turn.newId();
  const doing = { by: turn.by.id, at: turn.now().toString(), act, reason: why.trim() };
  const came = await turn.store.plans.change(programme.id, (plan) => {
    const next = halt(plan, activity.id, as, doing);
    return next === plan ? { outcome: { plan, isNew: false } } : { next, outcome: { plan: next, isNew: true } };
  });
  const after = came?.plan.activities.find((a) => a.id === activity.id);
  if (!came || !after) return problem(say(language, 'plan.row-gone'));
  // Somebody else was faster in these very moments.
  if (!came.isNew) return alreadyHalted(turn, { programme, plan: came.plan, activity: after }, show);
  await turn.audit(as === 'paused' ? 'plan.pause' : 'plan.cancel', { programme: programme.id, activity: after.id });
  refreshAround(turn, { programme, plan: came.plan, activity: after });
  return haltedRow(turn, { programme, plan: came.plan, activity: after }, act, show);
}

/** The row that was halted, with who waits for it and a way back. */
async function haltedRow(
  turn: Turn,
  { programme, plan, activity }: RowFound,
  act: string,
  show: 'private' | 'replace',
): Promise<Answer> {
  const note = say(turn.language, `plan.halted-done.${activity.halted?.as ?? 'paused'}`);
  const remarks = [...waitingRemark(turn, plan, activity), ...soonRemark(turn, programme, plan)];
  const actions = [takeBackButton(turn, programme.id, act)];
  return { show, card: await rowCard(turn, programme, activity, { note, remarks, actions }) };
}

/** The row as it stands: for whoever did it, as when they did, since a press may be delivered twice. */
async function alreadyHalted(turn: Turn, found: RowFound, show: 'private' | 'replace'): Promise<Answer> {
  const { programme, plan, activity } = found;
  const { halted } = activity;
  const made = plan.revisions.find(({ number }) => number === activity.changedIn);
  if (!halted) return problem(say(turn.language, 'plan.row-gone'));
  if (made?.by === turn.by.id && made.act !== undefined) return haltedRow(turn, found, made.act, show);
  const name = (await knownAs(turn, halted.by))?.name ?? '';
  const note = say(turn.language, `plan.halted-already.${halted.as}`, { name });
  return { show, card: await rowCard(turn, programme, activity, { note }) };
}

/** A row goes on. */
async function goOn(turn: Turn, found: RowFound, show: 'private' | 'replace'): Promise<Answer> {
  const { language } = turn;
  const { programme, activity } = found;
  const act = turn.newId();
  const doing = { by: turn.by.id, at: turn.now().toString(), act };
  const came = await turn.store.plans.change(programme.id, (plan) => {
    const next = resume(plan, activity.id, doing);
    return next === plan ? { outcome: { plan, isNew: false } } : { next, outcome: { plan: next, isNew: true } };
  });
  const after = came?.plan.activities.find((a) => a.id === activity.id);
  if (!came || !after) return problem(say(language, 'plan.row-gone'));
  const made = came.plan.revisions.find(({ number }) => number === after.changedIn);
  // The same press delivered twice, and a row that somebody has resumed meanwhile, are answered with the row.
  if (!came.isNew && made?.kind !== 'resume') return problem(say(language, 'plan.resume-not'));
  if (came.isNew) {
    await turn.audit('plan.resume', { programme: programme.id, activity: after.id });
    refreshAround(turn, { programme, plan: came.plan, activity: after });
  }
  const actions =
    made?.act !== undefined && made.by === turn.by.id ? [takeBackButton(turn, programme.id, made.act)] : [];
  const remarks = soonRemark(turn, programme, came.plan);
  return {
    show,
    card: await rowCard(turn, programme, after, { note: say(language, 'plan.resumed'), remarks, actions }),
  };
}

/** Cards about a row, and about those that wait for it, say how it stands. */
function refreshAround(turn: Turn, { programme, plan, activity }: RowFound): void {
  turn.outbox.refresh(activitySubject(programme, activity));
  for (const row of waitingFor(plan, activity)) turn.outbox.refresh(activitySubject(programme, row));
}

const waitingFor = (plan: Plan, { id }: Activity): Activity[] =>
  plan.activities.filter((row) => row.dependsOn.includes(id) && !isOver(row));

function waitingRemark({ language }: Turn, plan: Plan, activity: Activity): string[] {
  const rows = waitingFor(plan, activity);
  return rows.length > 0 ? [say(language, 'plan.waiting-for-this-list', { rows: namesOf(rows, language) })] : [];
}

function haltForm(turn: Turn, { programme, plan, activity }: RowFound, as: Halt) {
  const { language } = turn;
  const title = say(language, `plan.halt-title.${as}`, { title: activity.title });
  const save = say(language, `plan.halt-save.${as}`);
  return fillCard(
    'plan/halt',
    {
      title,
      text: say(language, `plan.halt-text.${as}`),
      waiting: waitingRemark(turn, plan, activity)[0] ?? '',
      label: say(language, 'plan.reason'),
      example: say(language, 'plan.reason-example'),
      needed: say(language, 'plan.reason-needed'),
      save,
      back: say(language, 'plan.back'),
      programme: programme.id,
      activity: activity.id,
      as,
    },
    { summary: title, language, title: save },
  );
}
