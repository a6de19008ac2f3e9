import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { listed } from '#checklist/view.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { mayAnswer } from '#poll/who-may.ts';
import { say } from '#words/say.ts';
import { type Coming, comingFor, comingOf, type Whose } from '../coming.ts';
import { type OtherComing, othersFor } from '../coming-others.ts';
import { defaultRules, type ReminderRules } from '../rules.ts';
import { comingLine, otherLine } from '../view-coming.ts';
import { rulesText } from '../view-rules.ts';
import { othersAhead } from './coming-others.ts';
import { type Desk, deskOf, slotsOfDesk } from './desk.ts';
import { remindingOf } from './reminding.ts';

const shownAtOnce = 5;
/** Programmes named in one line. */
const mostNamed = 3;

/** What `remind` was asked for, as buttons carry it: everything, `mine`, or a unit by its id after a colon. */
type Of = string;

/** One's own, as buttons carry it. */
export const mine = 'mine';

/** The reminders of some programmes that are still to come, as of now. */
export function comingOn(turn: Pick<Turn, 'now'>, ...desks: readonly Desk[]): Coming[] {
  const slots = desks.flatMap((desk) => slotsOfDesk(desk).slots);
  return comingOf(slots, turn.now().epochMilliseconds);
}

/** All that somebody asks about with `mine` in their own chat, where they may be in several programmes; elsewhere none. */
export async function ownProgrammes({ store, place, by }: Turn): Promise<Programme[]> {
  return place.kind === 'personal' ? (await store.programmes.all()).filter((one) => belongsTo(one, by.id)) : [];
}

/** Whose reminders are asked for; of a unit that is no more, everybody's. */
function whoseOf({ by }: Turn, programmes: readonly Programme[], of: Of): Whose {
  const units = programmes.flatMap((one) => one.units);
  if (of === mine) {
    return {
      by: 'mine',
      person: by.id,
      units: units.filter(({ people }) => people.some((one) => one.person === by.id)),
    };
  }
  const unit = units.find(({ id }) => `:${id}` === of);
  return unit ? { by: 'unit', unit: unit.id } : { by: 'all' };
}

/** All that comes in a programme, by what it is about. */
interface Ahead {
  programme: Programme;
  rules: ReminderRules;
  /** Left out where there is no plan. */
  desk: Desk | undefined;
  others: OtherComing[];
}

/** Undefined where there is nothing that anybody could be reminded of. */
export async function aheadIn(turn: Turn, programme: Programme): Promise<Ahead | undefined> {
  const desk = await deskOf(turn, programme.id);
  const others = (await othersAhead(turn, programme)).filter(
    // What is asked in one place is nobody's business in another.
    ({ about }) => about.is !== 'poll' || mayAnswer(about.poll, programme, turn.by.id, turn.place.id),
  );
  if (!desk && others.length === 0) return undefined;
  const rules = (desk?.reminding ?? (await remindingOf(turn, programme.id))).rules ?? defaultRules;
  return { programme, rules, desk, others };
}

/** What comes in one programme, with its rules. */
export function comingCard(turn: Turn, ahead: Ahead, { of, from }: { of: Of; from: number }): Card {
  const { language } = turn;
  const { programme, rules } = ahead;
  const whose = whoseOf(turn, [programme], of);
  return listOf(turn, [ahead], {
    whose,
    of,
    from,
    empty: say(language, 'reminder.next-empty'),
    rules: rulesText(rules, language),
    inexact: rules.rules.length > 0 ? say(language, 'reminder.rules-inexact') : '',
    title: (count) => titleOf(turn, programme, whose, count),
    actions: [
      button(say(language, 'reminder.rules-open'), 'reminder.rules', { programme: programme.id }),
      ...(whose.by === 'all'
        ? []
        : [pageButton(say(language, 'reminder.coming.all-button'), programme, { of: '', from: 0 })]),
    ],
  });
}

/** What comes to somebody from all of their programmes: each line says from which, and each programme has rules of its own. */
export async function ownCard(turn: Turn, own: readonly Programme[], from: number): Promise<Card> {
  const { language } = turn;
  const aheads = (await Promise.all(own.map((one) => aheadIn(turn, one)))).filter((one) => one !== undefined);
  const programmes = listed(
    own.map(({ name }) => name),
    language,
    mostNamed,
  );
  return listOf(turn, aheads, {
    whose: whoseOf(turn, own, mine),
    of: mine,
    from,
    empty: say(language, 'reminder.coming.mine-empty', { programmes }),
    rules: '',
    inexact: '',
    title: (count) => say(language, 'reminder.coming.mine', { count }),
    actions: [],
  });
}

/**
 * The list of what comes, soonest first and five at a time; for who leads each line of a row opens a reminder that can be sent now or stopped. A
 * checklist and a poll open as they are: what is sent of them is decided by the clock, and by hand on their own cards.
 */
function listOf(
  turn: Turn,
  aheads: readonly Ahead[],
  about: {
    whose: Whose;
    of: Of;
    from: number;
    title(count: number): string;
    empty: string;
    rules: string;
    inexact: string;
    actions: CardAction[];
  },
): Card {
  const { language } = turn;
  const { of, from, empty, rules, inexact, actions } = about;
  const rows = comingFor(comingOn(turn, ...aheads.flatMap(({ desk }) => desk ?? [])), about.whose);
  const isNamed = aheads.length > 1;
  const lines = aheads
    .flatMap((ahead) => linesOf(turn, ahead, rows, { ...about, isNamed }))
    .sort((one, other) => one.atMs - other.atMs);
  const to = Math.min(from + shownAtOnce, lines.length);
  const stopped = lines.filter(({ isStopped }) => isStopped).length;
  const counted = about.title(lines.length);
  // What is stopped stands in the list, so that it can be let go again: it is counted as its lines are, and told apart.
  const title =
    stopped === 0
      ? counted
      : say(language, 'reminder.coming.with-stopped', { title: counted, stopped: lines.length === 1 ? 0 : stopped });
  const [first] = aheads;
  return fillCard(
    'reminder/coming',
    {
      title,
      empty: lines.length === 0 ? empty : '',
      rows: lines.slice(from, to).map(({ draw }) => draw()),
      position:
        lines.length > shownAtOnce ? say(language, 'plan.position', { from: from + 1, to, count: lines.length }) : '',
      rules,
      inexact,
      actions: [
        ...(first && to < lines.length
          ? [pageButton(say(language, 'plan.more'), first.programme, { of, from: to })]
          : []),
        ...actions,
      ],
    },
    { summary: title, language },
  );
}

/** The lines of one programme, each drawn when it is shown. @param all The reminders of all programmes in the list. */
function linesOf(
  turn: Turn,
  { programme, desk, others }: Ahead,
  all: readonly Coming[],
  { whose, of, from, isNamed }: { whose: Whose; of: Of; from: number; isNamed: boolean },
) {
  const sight = { programme, today: todayIn(turn, programme), language: turn.language };
  const leads = mayLead(programme, turn.by.id);
  const named = isNamed ? programme.name : '';
  const rows = all.filter(({ slots }) => slots[0]?.copy.programme === programme.id);
  return [
    ...rows.flatMap((one) => {
      const activity = desk?.activityOf(one.reminder.activity);
      const actions = [openButton(turn, programme, one, { leads, of, from })];
      if (!activity) return [];
      const draw = () => ({ ...comingLine(one, sight, { activity, named }), actions });
      return [{ atMs: one.atMs, isStopped: one.isStopped, draw }];
    }),
    ...othersFor(others, whose, programme).map((one) => ({
      atMs: one.atMs,
      isStopped: false,
      draw: () => ({ ...otherLine(one, sight, named), actions: [openOther(turn, one)] }),
    })),
  ];
}

const pageButton = (title: string, programme: Programme, { of, from }: { of: Of; from: number }) =>
  button(title, 'reminder.coming', { programme: programme.id, of, from: String(from) });

function titleOf({ language }: Turn, programme: Programme, whose: Whose, count: number): string {
  if (whose.by === 'all') return say(language, 'reminder.next-title', { count });
  if (whose.by === 'mine') return say(language, 'reminder.coming.mine', { count });
  const unit = programme.units.find(({ id }) => id === whose.unit)?.name ?? '';
  return say(language, 'reminder.coming.unit', { count, unit });
}

function openButton(
  { language }: Turn,
  programme: Programme,
  { reminder }: Coming,
  { leads, of, from }: { leads: boolean; of: Of; from: number },
) {
  const { activity, rule, start } = reminder;
  const row = { programme: programme.id, activity };
  return leads
    ? button(say(language, 'plan.open'), 'reminder.next', { ...row, rule, start, of, from: String(from) })
    : button(say(language, 'plan.open'), 'plan.row', row);
}

const openOther = ({ language }: Turn, { about }: OtherComing) =>
  about.is === 'poll'
    ? button(say(language, 'plan.open'), 'poll.show', { poll: about.poll.id })
    : button(say(language, 'plan.open'), 'checklist.show-board', { checklist: about.checklist.id });
