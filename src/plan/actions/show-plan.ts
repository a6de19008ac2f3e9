import { z } from 'zod';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import {
  chooseRows,
  type Filter,
  filterText,
  isLate,
  nextRow,
  readFilter,
  readFilterText,
  unitsOf,
} from '../choose-rows.ts';
import { periodText, rowLine, whenText } from '../view.ts';
import { button, problem, rowCard, rowOf, todayIn } from './common.ts';

const shownAtOnce = 5;

/** `plan [month|week|mine|late|UNIT]`: the rows, nearest first, five at a time. */
export function showRows(turn: Turn, programme: Programme, plan: Plan, asked: string): Answer {
  const { language } = turn;
  const near = unitsLike(programme, asked);
  const only = near.length === 1 ? near[0] : undefined;
  // "plan Solvik" is enough where one unit alone is called something with Solvik.
  const filter =
    readFilter(asked, programme, todayIn(turn, programme)) ?? (only ? { by: 'unit', unit: only.name } : undefined);
  if (!filter) {
    const nearest = near.map((u) => say(language, 'chat.quoted', { text: u.name })).join(', ');
    const unit = nearest === '' ? '' : ` ${say(language, 'people.unit-did-you-mean', { nearest })}`;
    return problem(say(language, 'plan.not-a-filter', { text: asked }) + unit);
  }
  return { show: 'private', card: planCard(turn, programme, plan, filter, 0) };
}

function titleOf(turn: Turn, programme: Programme, filter: Filter, count: number): string {
  const { language } = turn;
  if (filter.by === 'unit') return say(language, 'plan.title.unit', { unit: filter.unit, count });
  if (filter.by !== 'period') return say(language, `plan.title.${filter.by}`, { count });
  const period = periodText(filter, todayIn(turn, programme), language);
  return say(language, 'plan.title.period', { period, count });
}

/** Nothing to show is a state, with the next useful step (CARDS rule 10). */
function emptyText(turn: Turn, programme: Programme, plan: Plan, filter: Filter): string {
  const { language } = turn;
  const today = todayIn(turn, programme);
  if (filter.by === 'mine' && unitsOf(programme, turn.by.id).length === 0) {
    const leads = mayLead(programme, turn.by.id);
    return say(language, leads ? 'plan.empty-mine-lead' : 'plan.empty-mine', { programme: programme.name });
  }
  const next = nextRow(plan.activities, today);
  if (!next) return say(language, 'plan.empty-ahead');
  return say(language, 'plan.empty-next', { title: next.title, when: whenText(next, today, language) });
}

function planCard(turn: Turn, programme: Programme, plan: Plan, filter: Filter, from: number): Card {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const rows = chooseRows(plan.activities, filter, { programme, person: turn.by.id, today });
  // The plan may have become shorter since the button was drawn.
  const first = from < rows.length ? from : 0;
  const to = Math.min(first + shownAtOnce, rows.length);
  const title = titleOf(turn, programme, filter, rows.length);
  const show = (text: string, by: Filter, start = 0): CardAction =>
    button(text, 'plan.show', { programme: programme.id, filter: filterText(by), from: String(start) });
  const late = plan.activities.filter((a) => isLate(a, today)).length;
  const undated = plan.activities.filter((a) => a.when.start === null && a.state !== 'done').length;
  const actions = [
    ...(to < rows.length ? [show(say(language, 'plan.more'), filter, to)] : []),
    ...(late > 0 && filter.by !== 'late'
      ? [show(say(language, 'plan.button.late', { count: late }), { by: 'late' })]
      : []),
    ...(undated > 0 && filter.by === 'ahead'
      ? [show(say(language, 'plan.button.undated', { count: undated }), { by: 'undated' })]
      : []),
    ...(filter.by === 'ahead'
      ? unitsOf(programme, turn.by.id).length > 0
        ? [show(say(language, 'plan.button.mine'), { by: 'mine' })]
        : []
      : [show(say(language, 'plan.button.all'), { by: 'ahead' })]),
  ];
  return fillCard(
    'plan/rows',
    {
      title,
      empty: rows.length === 0 ? emptyText(turn, programme, plan, filter) : '',
      rows: rows.slice(first, to).map((activity) => ({
        ...rowLine(activity, today, language),
        actions: [button(say(language, 'plan.open'), 'plan.row', { programme: programme.id, activity: activity.id })],
      })),
      position:
        rows.length > shownAtOnce ? say(language, 'plan.position', { from: first + 1, to, count: rows.length }) : '',
      actions,
    },
    { summary: title, language },
  );
}

export const showPlanPresses = [
  press({
    verb: 'plan.show',
    values: z.object({ programme: z.string(), filter: z.string(), from: z.coerce.number().int().min(0) }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      const plan = programme && (await turn.store.plans.get(programme.id));
      const filter = readFilterText(values.filter);
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      if (!plan || !filter || !mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: planCard(turn, programme, plan, filter, values.from) };
    },
  }),
  press({
    verb: 'plan.row',
    values: z.object({ programme: z.string(), activity: z.string() }),
    async run(turn, values) {
      const found = await rowOf(turn, values);
      if (!found) return problem(say(turn.language, 'plan.row-gone'));
      const mayRead = belongsTo(found.programme, turn.by.id) || turn.programme?.id === found.programme.id;
      if (!mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'private', card: await rowCard(turn, found.programme, found.activity) };
    },
  }),
];
