import { z } from 'zod';
import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { linkTo } from '#chat/links.ts';
import type { Answer } from '#chat/port.ts';
import { unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { partsOf } from '#picture/gantt-parts.ts';
import { say, spoken } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import { isLate } from '../asking/choose-rows.ts';
import { type Filter, filterText, readFilter, readFilterText } from '../asking/filter.ts';
import { type GroupedBy, groupedBy } from '../picture-groups.ts';
import { type PictureAbout, pictureOf, pictureTitle } from '../view-picture.ts';
import { nextGate } from '../view-picture-alt.ts';
import { button, messageCard, problem, todayIn } from './common.ts';
import { notFoundCard } from './not-found.ts';
import { aboutOf, type PictureData, pictureKind } from './picture-file.ts';
import type { PlanWord } from './plan-command.ts';

/** How long a picture that stands in a chat can be opened, days. */
const keptDays = 90;
/** Rows that fit one PNG without filling the memory of a phone, and one SVG. Longer plans are shown in parts alone. */
const mostInPng = 400;
const mostInSvg = 1000;

interface Wish {
  by: GroupedBy;
  filter: Filter | undefined;
  part: number;
}

/** `plan picture [by unit|month] [UNIT|month…]`: the plan, or what is asked for of it, as a picture. */
export const pictureWord: PlanWord = {
  words: ['picture', 'bilde', 'bildet', 'bild', 'bilden', 'gantt'],
  async run(turn, { programme, plan }, input) {
    const { by, rest } = readBy(input.args.join(' '));
    const near = unitsLike(programme, rest);
    const [only, ...others] = near;
    const today = todayIn(turn, programme);
    const filter =
      rest === ''
        ? undefined
        : (readFilter(rest, programme, { today, activities: plan.activities }) ??
          (only && others.length === 0 ? ({ by: 'unit', unit: only.name } as const) : undefined));
    if (rest !== '' && filter === undefined) {
      const card = notFoundCard(turn, { programme, plan }, rest, { units: near, words: [] });
      return { show: 'private', card };
    }
    return pictureAnswer(turn, programme, plan, { by: by ?? usualBy(filter), filter, part: 1 }, 'private');
  },
};

/** One unit's rows are read in order of time, everybody's by whose they are. */
const usualBy = (filter: Filter | undefined): GroupedBy =>
  filter?.by === 'unit' || filter?.by === 'period' ? 'month' : 'unit';

/** Takes "by month", "etter enhet" off what was typed. */
function readBy(text: string): { by?: GroupedBy; rest: string } {
  const found =
    /(?:^|\s)(?:by|etter|efter|per|pr\.?)\s+(?:(units?|enheter|enhet|eining)|(months?|måneder|måned|månad|månader))(?=\s|$)/iu.exec(
      text,
    );
  if (!found) return { rest: text.trim() };
  return { by: found[1] ? 'unit' : 'month', rest: text.replace(found[0], '').trim() };
}

export const picturePresses = [
  press({
    verb: 'plan.picture',
    values: z.object({
      programme: z.string(),
      by: groupedBy.optional(),
      /** A unit's name, or a filter as text. Without either the whole plan is drawn. */
      unit: z.string().optional(),
      filter: z.string().optional(),
      part: z.coerce.number().int().min(1).default(1),
    }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      const plan = programme && (await turn.store.plans.get(programme.id));
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      if (!plan || !mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      const filter = values.unit ? ({ by: 'unit', unit: values.unit } as const) : readFilterText(values.filter ?? '');
      const wish = { by: values.by ?? usualBy(filter), filter, part: values.part };
      // What leads here from another card opens beside it; the picture's own buttons change the picture.
      return pictureAnswer(turn, programme, plan, wish, values.filter === undefined ? 'private' : 'replace');
    },
  }),
];

async function pictureAnswer(
  turn: Turn,
  programme: Programme,
  plan: Plan,
  wish: Wish,
  show: 'private' | 'replace',
): Promise<Answer> {
  const { language } = turn;
  const day = todayIn(turn, programme);
  const about = aboutOf({ programme, plan, person: turn.by.id, ...wish, language, day });
  const dated = about.rows.filter(({ when }) => when.start !== null);
  if (dated.length === 0) return { show, card: emptyCard(turn, about) };

  const gantt = pictureOf(about);
  const parts = partsOf(gantt);
  // The plan may have become shorter since the button was drawn.
  const part = parts[wish.part - 1] ?? parts[0];
  if (!part) return { show, card: emptyCard(turn, about) };
  const filter = wish.filter ? filterText(wish.filter) : '';
  const link = (as: 'png' | 'svg', of: number | 'whole') =>
    linkTo(turn, {
      kind: pictureKind,
      programme: programme.id,
      by: turn.by.id,
      data: {
        by: wish.by,
        filter,
        part: String(of),
        as,
        language,
        day,
        revision: String(plan.revision),
      } satisfies PictureData,
      name: `plan.${as}`,
      keptDays,
    });
  const to = (title: string, more: Partial<Wish>): CardAction => {
    const { by, part: next } = { ...wish, part: 1, ...more };
    return button(title, 'plan.picture', { programme: programme.id, by, filter, part: String(next) });
  };
  const rows = gantt.groups.reduce((sum, group) => sum + group.rows.length, 0);
  const actions: CardAction[] = [
    ...(part.part < parts.length
      ? [to(say(language, 'plan.picture.next'), { part: part.part + 1 })]
      : parts.length > 1
        ? [to(say(language, 'plan.picture.first'), { part: 1 })]
        : []),
    wish.by === 'unit'
      ? to(say(language, 'plan.picture.by-month'), { by: 'month' })
      : to(say(language, 'plan.picture.by-unit'), { by: 'unit' }),
    ...(rows <= mostInSvg ? [openUrl(say(language, 'plan.picture.open'), await link('svg', 'whole'))] : []),
    ...(rows <= mostInPng && parts.length > 1
      ? [openUrl(say(language, 'plan.picture.open-png'), await link('png', 'whole'))]
      : []),
  ];
  const late = about.rows.filter((row) => isLate(row, day)).length;
  const count = say(language, 'plan.picture.count', { count: about.rows.length, late });
  // "Oktober 2026 – februar 2027": the name of a month has a capital in English alone, but for the first word.
  const last = wish.by === 'month' && spoken(language) !== 'en' ? uncapital(part.last) : part.last;
  const groups = part.first === part.last ? part.first : `${part.first} – ${last}`;
  const position = say(language, 'plan.picture.position', { part: part.part, of: part.of, groups });
  const card = fillCard(
    'plan/picture',
    {
      title: gantt.title,
      finding: [`${count}.`, ...nextGate(dated, day, language)].join(' '),
      picture: await link('png', part.part),
      alt: parts.length > 1 ? `${position}. ${gantt.description}`.slice(0, 2000) : gantt.description,
      position: parts.length > 1 ? position : '',
      note:
        rows > mostInSvg
          ? say(language, 'plan.picture.too-long')
          : rows > about.rows.length
            ? say(language, 'plan.picture.repeated')
            : '',
      actions,
    },
    { summary: `${gantt.title}: ${count}`, language },
  );
  return { show, card };
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const openUrl = (title: string, url: string): CardAction => ({ type: 'Action.OpenUrl', title, url });

/** Nothing to draw is a state, with the next useful step (CARDS rule 10). */
function emptyCard(turn: Turn, about: PictureAbout) {
  const { language } = turn;
  const { programme, rows, filter } = about;
  const show = (text: string, by: Filter): CardAction =>
    button(text, 'plan.show', { programme: programme.id, filter: filterText(by), from: '0' });
  const all = button(say(language, 'plan.picture.all'), 'plan.picture', { programme: programme.id, filter: '' });
  if (rows.length === 0) {
    const title = say(language, 'plan.picture.no-rows', { title: pictureTitle(about) });
    return messageCard(language, title, { actions: filter ? [all] : [] });
  }
  return messageCard(language, say(language, 'plan.picture.no-dates'), {
    text: say(language, 'plan.picture.no-dates-next', { count: rows.length }),
    actions: [
      show(say(language, 'plan.button.undated', { count: rows.length }), { by: 'undated' }),
      ...(filter ? [all] : []),
    ],
  });
}
