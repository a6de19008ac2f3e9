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
import { asKnown } from '../as-known.ts';
import { chooseRows, isLate, nextRow, unitsOf } from '../asking/choose-rows.ts';
import { type Filter, filterText, readFilter, readFilterText, searchFor } from '../asking/filter.ts';
import { nearestRows } from '../asking/find-row.ts';
import { searchRows } from '../asking/search.ts';
import { periodText, rowLine, whenText, whoseText } from '../view.ts';
import { button, problem, rowCard, rowOf, todayIn } from './common.ts';
import { notFoundCard, rowNamed } from './not-found.ts';
import type { PlanWord } from './plan-command.ts';

const shownAtOnce = 5;

/**
 * `plan [month|week|mine|late|UNIT|GATE]`: the rows, nearest first, five at a time. A row's number or its whole title
 * opens that row, and words that stand in rows show these. What means nothing is answered with what is nearest, and with the way to search for it.
 * @param nearWords Words after `plan` that what was typed may be a misspelling of.
 */
export async function showRows(
  turn: Turn,
  { programme, plan }: { programme: Programme; plan: Plan },
  asked: string,
  nearWords: readonly string[] = [],
): Promise<Answer> {
  const about = { today: todayIn(turn, programme), activities: plan.activities };
  const near = unitsLike(programme, asked);
  const [only, ...others] = near;
  // "plan Solvik" is enough where one unit alone is called something with Solvik.
  const filter =
    readFilter(asked, programme, about) ??
    (only && others.length === 0 ? ({ by: 'unit', unit: only.name } as const) : undefined);
  if (filter) return { show: 'private', card: planCard(turn, programme, plan, filter, 0) };
  const row = rowNamed(plan, asked);
  if (row) return { show: 'private', card: await rowCard(turn, programme, row) };
  // "plan rapport": what stands in the rows needs no second question.
  const found = searchRows(plan.activities, asked);
  if (near.length === 0 && nearWords.length === 0 && found.all && found.rows.length > 0) {
    return { show: 'private', card: planCard(turn, programme, plan, searchFor(asked), 0) };
  }
  return { show: 'private', card: notFoundCard(turn, { programme, plan }, asked, { units: near, words: nearWords }) };
}

/** `plan search WORDS`: the rows in which the words stand. */
export const searchWord: PlanWord = {
  words: ['search', 'søk', 'sök', 'finn', 'find', 'hitta', 'leit'],
  async run(turn, { programme, plan }, { args }) {
    const filter = searchFor(args.join(' '));
    if (filter.by === 'search' && filter.text !== '')
      return { show: 'private', card: planCard(turn, programme, plan, filter, 0) };
    return problem(say(turn.language, 'plan.search-what'));
  },
};

function titleOf(turn: Turn, programme: Programme, filter: Filter, count: number): string {
  const { language } = turn;
  switch (filter.by) {
    case 'unit':
    case 'mine':
      if (filter.by === 'mine' && !filter.within) return say(language, 'plan.title.mine', { count });
      return say(language, 'plan.title.unit', { unit: whoseText(filter, todayIn(turn, programme), language), count });
    case 'gate':
      return say(language, 'plan.title.gate', { gate: filter.gate, count });
    case 'tag':
      return say(language, 'plan.title.tag', { tag: filter.tag, count });
    case 'search':
      return say(language, 'plan.title.search', { text: filter.text, count });
    case 'period':
      return say(language, 'plan.title.period', {
        period: periodText(filter, todayIn(turn, programme), language),
        count,
      });
    default:
      return say(language, `plan.title.${filter.by}`, { count });
  }
}

/** Nothing to show is a state, with the next useful step (CARDS rule 10). */
function emptyText(turn: Turn, programme: Programme, plan: Plan, filter: Filter): string {
  const { language } = turn;
  const today = todayIn(turn, programme);
  if (filter.by === 'search') {
    const isNear = nearestRows(plan.activities, filter.text).length > 0;
    return say(language, isNear ? 'plan.empty-search-near' : 'plan.empty-search');
  }
  if (filter.by === 'mine' && unitsOf(programme, turn.by.id).length === 0) {
    const leads = mayLead(programme, turn.by.id);
    return say(language, leads ? 'plan.empty-mine-lead' : 'plan.empty-mine', { programme: programme.name });
  }
  const next = nextRow(plan.activities, today);
  if (!next) return say(language, 'plan.empty-ahead');
  return say(language, 'plan.empty-next', { title: next.title, when: whenText(next, today, language) });
}

/** What stands between the title and the rows. */
function introOf(turn: Turn, programme: Programme, plan: Plan, filter: Filter, count: number): string {
  if (count === 0) return emptyText(turn, programme, plan, filter);
  const isPartly = filter.by === 'search' && !searchRows(plan.activities, filter.text).all;
  return isPartly ? say(turn.language, 'plan.search-any') : '';
}

function planCard(turn: Turn, programme: Programme, plan: Plan, filter: Filter, from: number): Card {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const rows = chooseRows(plan.activities, filter, { programme, person: turn.by.id, today });
  // The plan may have become shorter since the button was drawn.
  const first = from < rows.length ? from : 0;
  const to = Math.min(first + shownAtOnce, rows.length);
  const title = titleOf(turn, programme, filter, rows.length);
  const shown =
    rows.length === 0 && filter.by === 'search' ? nearestRows(plan.activities, filter.text) : rows.slice(first, to);
  return fillCard(
    'plan/rows',
    {
      title,
      empty: introOf(turn, programme, plan, filter, rows.length),
      rows: shown.slice(0, shownAtOnce).map((activity) => ({
        ...rowLine(asKnown(programme, activity), today, language),
        actions: [button(say(language, 'plan.open'), 'plan.row', { programme: programme.id, activity: activity.id })],
      })),
      position:
        rows.length > shownAtOnce ? say(language, 'plan.position', { from: first + 1, to, count: rows.length }) : '',
      actions: waysOn(turn, programme, plan, filter, to < rows.length ? to : undefined),
    },
    { summary: title, language },
  );
}

/** @param more Where the next rows begin, where there are any. */
function waysOn(turn: Turn, programme: Programme, plan: Plan, filter: Filter, more: number | undefined): CardAction[] {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const show = (text: string, by: Filter, start = 0): CardAction =>
    button(text, 'plan.show', { programme: programme.id, filter: filterText(by), from: String(start) });
  const late = plan.activities.filter((a) => isLate(a, today)).length;
  const about = { programme, person: turn.by.id, today };
  const undated = chooseRows(plan.activities, { by: 'undated' }, about).length;
  return [
    ...(more === undefined ? [] : [show(say(language, 'plan.more'), filter, more)]),
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
