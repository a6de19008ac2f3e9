import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { findUnit, sameName, unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { button, noPlanCard, problem, todayIn } from '#plan/actions/common.ts';
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
import { remindRules } from './rules-form.ts';

const shownAtOnce = 5;
/** What is typed for the rules. */
const rulesWords = ['rules', 'regler', 'reglar', 'reglene', 'reglerna'];
/** What is typed for one's own, in English, Norwegian and Swedish. */
const mineWords = ['mine', 'mina'];

/** What `remind` was asked for, as buttons carry it: everything, `mine`, or a unit by its id after a colon. */
type Of = string;

/** A programme's reminders that are still to come, as of now. */
export function comingOn(turn: Pick<Turn, 'now'>, desk: Desk): Coming[] {
  return comingOf(slotsOfDesk(desk).slots, turn.now().epochMilliseconds);
}

/** `remind [UNIT | mine | rules]`: what will be sent next and to whom, and the rules in words. */
export const remindCommand: Command = {
  verb: 'remind',
  words: { nb: ['påminn', 'påminnelser'], sv: ['påminn', 'påminnelser'] },
  help: 'reminder.help',
  usage: 'reminder.usage',
  async run(turn, { args }) {
    const { programme, language } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    const asked = args.join(' ').trim();
    if (rulesWords.includes(sameName(asked))) return remindRules(turn);
    const unit = asked === '' ? undefined : findUnit(programme, asked);
    const isMine = !unit && mineWords.includes(sameName(asked));
    if (asked !== '' && !unit && !isMine) return unknownUnit(turn, programme, asked);
    const ahead = await aheadIn(turn, programme);
    if (!ahead) return { show: 'private', card: noPlanCard(turn, programme) };
    const of = unit ? `:${unit.id}` : isMine ? 'mine' : '';
    return { show: 'private', card: comingCard(turn, ahead, { of, from: 0 }) };
  },
};

function unknownUnit({ language }: Turn, programme: Programme, name: string): Answer {
  const near = unitsLike(programme, name).map((one) => say(language, 'chat.quoted', { text: one.name }));
  const said = say(language, 'people.unit-unknown', { name: name.slice(0, 100), programme: programme.name });
  const nearest = near.join(', ');
  return problem(nearest === '' ? said : `${said} ${say(language, 'people.unit-did-you-mean', { nearest })}`);
}

/** Whose reminders are asked for; of a unit that is no more, everybody's. */
function whoseOf({ by }: Turn, programme: Programme, of: Of): Whose {
  if (of === 'mine') {
    const units = programme.units.filter(({ people }) => people.some(({ person }) => person === by.id));
    return { by: 'mine', person: by.id, units };
  }
  const unit = programme.units.find(({ id }) => `:${id}` === of);
  return unit ? { by: 'unit', unit: unit.id } : { by: 'all' };
}

/** All that comes in a programme, by what it is about. */
interface Ahead {
  programme: Programme;
  rules: ReminderRules;
  rows: Coming[];
  others: OtherComing[];
}

/** Undefined where there is nothing that anybody could be reminded of. */
async function aheadIn(turn: Turn, programme: Programme): Promise<Ahead | undefined> {
  const desk = await deskOf(turn, programme.id);
  const others = (await othersAhead(turn, programme)).filter(
    // What is asked in one place is nobody's business in another.
    ({ about }) => about.is !== 'poll' || mayAnswer(about.poll, programme, turn.by.id, turn.place.id),
  );
  if (!desk && others.length === 0) return undefined;
  const rules = (desk?.reminding ?? (await remindingOf(turn, programme.id))).rules ?? defaultRules;
  return { programme, rules, rows: desk ? comingOn(turn, desk) : [], others };
}

/**
 * The list of what comes, soonest first and five at a time; for who leads each line of a row opens a reminder that can be sent now or stopped. A
 * checklist and a poll open as they are: what is sent of them is decided by the clock, and by hand on their own cards.
 */
function comingCard(turn: Turn, ahead: Ahead, { of, from }: { of: Of; from: number }): Card {
  const { language } = turn;
  const { programme, rules } = ahead;
  const whose = whoseOf(turn, programme, of);
  const rows = comingFor(ahead.rows, whose);
  const others = othersFor(ahead.others, whose, programme);
  const sight = { programme, today: todayIn(turn, programme), language };
  const leads = mayLead(programme, turn.by.id);
  const all = [
    ...rows.map((one) => ({
      atMs: one.atMs,
      line: () => ({ ...comingLine(one, sight), actions: [openButton(turn, programme, one, { leads, of, from })] }),
    })),
    ...others.map((one) => ({
      atMs: one.atMs,
      line: () => ({ ...otherLine(one, sight), actions: [openOther(turn, one)] }),
    })),
  ].sort((one, other) => one.atMs - other.atMs);
  const to = Math.min(from + shownAtOnce, all.length);
  // What is stopped stands in the list and is not counted: it is not sent.
  const count = rows.filter(({ isStopped }) => !isStopped).length + others.length;
  const title = titleOf(turn, programme, whose, count);
  const page = (title: string, data: { of: Of; from: number }) =>
    button(title, 'reminder.coming', { programme: programme.id, of: data.of, from: String(data.from) });
  return fillCard(
    'reminder/coming',
    {
      title,
      empty: all.length === 0 ? say(language, 'reminder.next-empty') : '',
      rows: all.slice(from, to).map(({ line }) => line()),
      position:
        all.length > shownAtOnce ? say(language, 'plan.position', { from: from + 1, to, count: all.length }) : '',
      rules: rulesText(rules, language),
      inexact: rules.rules.length > 0 ? say(language, 'reminder.rules-inexact') : '',
      actions: [
        ...(to < all.length ? [page(say(language, 'plan.more'), { of, from: to })] : []),
        button(say(language, 'reminder.rules-open'), 'reminder.rules', { programme: programme.id }),
        ...(whose.by === 'all' ? [] : [page(say(language, 'reminder.coming.all-button'), { of: '', from: 0 })]),
      ],
    },
    { summary: title, language },
  );
}

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

/** Which part of the list a button leads (back) to. */
export const listPart = {
  of: z.string().max(200).default(''),
  from: z.coerce.number().int().min(0).default(0),
};

export const remindPresses = [
  press({
    verb: 'reminder.coming',
    values: z.object({ programme: z.string(), ...listPart }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      const ahead = mayRead ? await aheadIn(turn, programme) : undefined;
      if (!ahead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: comingCard(turn, ahead, values) };
    },
  }),
];
