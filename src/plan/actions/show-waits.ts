import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { findRows } from '../asking/find-row.ts';
import { criticalLines } from '../dependencies/critical-line.ts';
import { isOver } from '../standing.ts';
import { nameOf } from '../view-move.ts';
import { criticalData, dependsData, gateLines, shownAtOnce } from '../view-waits.ts';
import { button, messageCard, problem, todayIn } from './common.ts';
import { mayRead, type RowFound, readableRow, rowIds } from './editing/led-row.ts';
import type { PlanWord } from './plan-command.ts';
import { rowMeant } from './which-row.ts';

/** `plan depends ROW`: what it waits for and what waits for it. */
export const dependsWord: PlanWord = {
  words: ['depends', 'avhenger', 'beroende', 'beror'],
  async run(turn, { programme, plan }, { args }) {
    const text = args.join(' ');
    const example = say(turn.language, 'plan.example.depends');
    if (text === '') return problem(say(turn.language, 'plan.halt-what', { example }));
    const meant = rowMeant(turn, { programme, plan }, text, { verb: 'plan.depends' });
    if ('answer' in meant) return meant.answer;
    return { show: 'private', card: dependsCard(turn, { programme, plan, activity: meant.activity }) };
  },
};

/** `plan critical [GATE]`: the longest chain of rows that leads to a gate. */
export const criticalWord: PlanWord = {
  words: ['critical', 'kritisk'],
  async run(turn, { programme, plan }, { args }) {
    // "kritisk linje K3", "critical line".
    const text = args.join(' ').replace(/^(?:linjen?|line|path|vei|väg)\s*/iu, '');
    return { show: 'private', card: criticalCard(turn, programme, plan, text, 0) };
  },
};

export const waitsPresses = [
  press({
    verb: 'plan.depends',
    values: z.object(rowIds),
    async run(turn, values) {
      const asked = await readableRow(turn, values);
      return 'answer' in asked ? asked.answer : { show: 'private', card: dependsCard(turn, asked.found) };
    },
  }),
  press({
    verb: 'plan.critical',
    values: z.object({
      programme: z.string(),
      gate: z.string().default(''),
      from: z.coerce.number().int().min(0).default(0),
    }),
    async run(turn, { programme: id, gate, from }): Promise<Answer> {
      const programme = await turn.store.programmes.get(id);
      const plan = programme && (await turn.store.plans.get(id));
      if (!plan || !mayRead(turn, programme)) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: criticalCard(turn, programme, plan, gate, from) };
    },
  }),
];

function dependsCard(turn: Turn, { programme, plan, activity }: RowFound): Card {
  const { language } = turn;
  const data = dependsData(activity, plan.activities, { today: todayIn(turn, programme), language });
  const parts = data.parts.map((part) => ({
    ...part,
    rows: part.rows.map((row) => ({ ...row, actions: [openButton(turn, programme, row.id)] })),
  }));
  return fillCard('plan/depends', { ...data, parts }, { summary: data.title, language });
}

const openButton = ({ language }: Turn, programme: Programme, activity: string) =>
  button(say(language, 'plan.open'), 'plan.row', { programme: programme.id, activity });

/** @param asked A gate's id, or its name or title as typed; empty for the only one, or a choice of all. */
function criticalCard(turn: Turn, programme: Programme, plan: Plan, asked: string, from: number): Card {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const lines = criticalLines(plan.activities);
  if (lines.length === 0) {
    const text = say(language, 'plan.critical-none-next');
    return messageCard(language, say(language, 'plan.critical-none'), { text });
  }
  const gates = lines.map(({ gate }) => gate);
  const known = asked === '' ? gates : gates.filter(({ id }) => id === asked);
  const meant = new Set(known.length > 0 ? known : findRows(gates, asked));
  const some = lines.filter(({ gate }) => meant.has(gate));
  if (some.length === 0) {
    return messageCard(language, say(language, 'plan.critical-no-gate', { text: asked }));
  }
  const [only, ...others] = some;
  const show = (title: string, gate: string, at = 0) =>
    button(title, 'plan.critical', { programme: programme.id, gate, from: String(at) });

  const one = only && others.length === 0 ? only : undefined;
  const choice = gateLines(
    [...some.filter((l) => !isOver(l.gate)), ...some.filter((l) => isOver(l.gate))],
    today,
    language,
  );
  const data = one
    ? criticalData(one, today, language)
    : { title: say(language, 'plan.critical-which', { count: some.length }), text: '', rows: choice };
  const first = from < data.rows.length ? from : 0;
  const to = Math.min(first + shownAtOnce, data.rows.length);
  const rows = data.rows.slice(first, to).map(({ id, ...line }) => ({
    ...line,
    actions: [one ? openButton(turn, programme, id) : show(say(language, 'plan.critical-show'), id)],
  }));
  const again = one ? one.gate.id : asked;
  const actions = [
    ...(to < data.rows.length ? [show(say(language, 'plan.more'), again, to)] : []),
    ...(one && lines.length > 1 ? [show(say(language, 'plan.critical-all'), '')] : []),
  ];
  return fillCard(
    'plan/rows',
    {
      title: data.title,
      empty: data.text,
      rows,
      position:
        data.rows.length > shownAtOnce
          ? say(language, 'plan.position', { from: first + 1, to, count: data.rows.length })
          : '',
      actions,
    },
    { summary: one ? nameOf(one.gate) : data.title, language },
  );
}
