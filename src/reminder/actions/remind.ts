import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { findUnit, sameName, unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { button, noPlanCard, problem, todayIn } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { type Coming, comingFor, comingOf, type Whose } from '../coming.ts';
import { defaultRules } from '../rules.ts';
import { comingLine } from '../view-coming.ts';
import { rulesText } from '../view-rules.ts';
import { type Desk, deskOf, slotsOfDesk } from './desk.ts';
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
    const desk = await deskOf(turn, programme.id);
    if (!desk) return { show: 'private', card: noPlanCard(turn, programme) };
    return {
      show: 'private',
      card: comingCard(turn, desk, { of: unit ? `:${unit.id}` : isMine ? 'mine' : '', from: 0 }),
    };
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

/** The list of what comes, five at a time; for who leads each line opens a reminder that can be sent now or stopped. */
export function comingCard(turn: Turn, desk: Desk, { of, from }: { of: Of; from: number }): Card {
  const { language } = turn;
  const { programme, reminding } = desk;
  const whose = whoseOf(turn, programme, of);
  const all = comingFor(comingOn(turn, desk), whose);
  const to = Math.min(from + shownAtOnce, all.length);
  const sight = { programme, today: todayIn(turn, programme), language };
  // What is stopped stands in the list and is not counted: it is not sent.
  const count = all.filter(({ isStopped }) => !isStopped).length;
  const title = titleOf(turn, programme, whose, count);
  const leads = mayLead(programme, turn.by.id);
  const page = (title: string, data: { of: Of; from: number }) =>
    button(title, 'reminder.coming', { programme: programme.id, of: data.of, from: String(data.from) });
  const rules = reminding.rules ?? defaultRules;
  return fillCard(
    'reminder/coming',
    {
      title,
      empty: all.length === 0 ? say(language, 'reminder.next-empty') : '',
      rows: all.slice(from, to).map((one) => ({
        ...comingLine(one, sight),
        actions: [openButton(turn, programme, one, { leads, of, from })],
      })),
      position:
        all.length > shownAtOnce ? say(language, 'plan.position', { from: from + 1, to, count: all.length }) : '',
      rules: rulesText(rules, language),
      inexact: rules.rules.length > 0 ? say(language, 'reminder.rules-inexact') : '',
      actions: [
        ...(to < all.length ? [page(say(language, 'plan.more'), { of, from: to })] : []),
        ...(whose.by === 'all' ? [] : [page(say(language, 'reminder.coming.all-button'), { of: '', from: 0 })]),
        button(say(language, 'reminder.rules-open'), 'reminder.rules', { programme: programme.id }),
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
      const desk = await deskOf(turn, values.programme);
      const mayRead = desk && (belongsTo(desk.programme, turn.by.id) || turn.programme?.id === desk.programme.id);
      if (!mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: comingCard(turn, desk, values) };
    },
  }),
];
