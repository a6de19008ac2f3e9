import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { type Command, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { ownerNames } from '#people/actions/common.ts';
import { findUnit, sameName, unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { answersFor, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { unitsOf } from '../asking/choose-rows.ts';
import { type CalendarOf, calendarAddress, hasWholePlan, withdrawCalendar } from './calendar-feed.ts';
import { button, messageCard, problem } from './common.ts';

/** What one calls one's own calendar. */
const own = ['', 'me', 'mine', 'my', 'meg', 'min', 'mina', 'jag', 'mig'];

/** `calendar [me|UNIT]`: an address by which a calendar program follows the plan. */
export const calendarCommand: Command = {
  verb: 'calendar',
  words: { nb: ['kalender', 'kalenderen'], sv: ['kalender', 'kalendern'] },
  help: 'plan.help.calendar',
  usage: 'plan.usage.calendar',
  async run(turn, { args }) {
    const { programme, language, by } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    const asked = args.join(' ');
    if (own.includes(sameName(asked))) return show(turn, programme, { person: by }, 'private');
    const near = unitsLike(programme, asked);
    const unit = findUnit(programme, asked) ?? (near.length === 1 ? near[0] : undefined);
    if (unit) return show(turn, programme, { unit }, 'private');
    const nearest = near.map((u) => say(language, 'chat.quoted', { text: u.name })).join(', ');
    const unknown = say(language, 'people.unit-unknown', { name: asked, programme: programme.name });
    return problem(nearest === '' ? unknown : `${unknown} ${say(language, 'people.unit-did-you-mean', { nearest })}`);
  },
};

/** The card of a calendar, which gets its address when it is first looked at. */
async function show(turn: Turn, programme: Programme, of: CalendarOf, how: 'private' | 'replace'): Promise<Answer> {
  const no = await mayNot(turn, programme, of);
  if (no) return no;
  return { show: how, card: calendarCard(turn, programme, of, await addressOf(turn, programme, of, false)) };
}

async function addressOf(turn: Turn, programme: Programme, of: CalendarOf, anew: boolean): Promise<string> {
  const made = await calendarAddress(turn, { programme, of, by: turn.by, act: turn.newId(), anew });
  if (made.isNew) await turn.audit('plan.calendar', { programme: programme.id, of: nameIn(of) });
  return made.link;
}

/** Why a person may not have this calendar: nobody could reach it, it is another unit's, or it would be empty. */
async function mayNot(turn: Turn, programme: Programme, of: CalendarOf): Promise<Answer | undefined> {
  const { language, by } = turn;
  if (turn.unreachable?.has(turn.place.surface)) return problem(say(language, 'plan.calendar.no-address'));
  if ('unit' in of) {
    const may = mayLead(programme, by.id) || answersFor(of.unit, by.id) !== undefined;
    return may ? undefined : problem(say(language, 'plan.calendar.may-not', { unit: of.unit.name }));
  }
  if (unitsOf(programme, by.id).length > 0 || hasWholePlan(programme, by)) return undefined;
  const owners = await ownerNames(turn, programme);
  return problem(say(language, 'plan.calendar.no-units', { programme: programme.name, owners }));
}

/** As buttons name it: `me`, or a unit's id. */
const nameIn = (of: CalendarOf): string => ('unit' in of ? of.unit.id : 'me');

function calendarCard(turn: Turn, programme: Programme, of: CalendarOf, link: string): Card {
  const { language } = turn;
  const title =
    'unit' in of
      ? say(language, 'plan.calendar.title-unit', { unit: of.unit.name })
      : say(language, `plan.calendar.title-${hasWholePlan(programme, of.person) ? 'all' : 'me'}`);
  const ids = { programme: programme.id, of: nameIn(of) };
  return fillCard(
    'plan/calendar',
    {
      title,
      how: say(language, 'plan.calendar.how'),
      address: link,
      programs: (['outlook', 'google', 'iphone'] as const).map((one) => ({
        text: say(language, `plan.calendar.${one}`),
      })),
      secret: say(language, 'plan.calendar.secret'),
      actions: [
        { type: 'Action.OpenUrl', title: say(language, 'plan.calendar.open'), url: link },
        button(say(language, 'plan.calendar.new'), 'plan.calendar-ask', { ...ids, what: 'new' }),
        button(say(language, 'plan.calendar.off'), 'plan.calendar-ask', { ...ids, what: 'off' }),
      ],
    },
    { summary: title, language },
  );
}

/** "deg", or the unit's name: for sentences about a calendar. */
const whose = ({ language }: Turn, of: CalendarOf): string =>
  'unit' in of ? of.unit.name : say(language, 'plan.calendar.you');

/** The programme and the calendar that a button names. */
async function named(turn: Turn, ids: { programme: string; of: string }) {
  const programme = await turn.store.programmes.get(ids.programme);
  const unit = programme?.units.find(({ id }) => id === ids.of);
  const of: CalendarOf | undefined = ids.of === 'me' ? { person: turn.by } : unit && { unit };
  if (!programme || !of) return { no: problem(say(turn.language, 'chat.unknown-press')) };
  const no = await mayNot(turn, programme, of);
  return no ? { no } : { programme, of };
}

const ids = { programme: z.string(), of: z.string() };

export const calendarPresses = [
  press({
    verb: 'plan.calendar-show',
    values: z.object(ids),
    async run(turn, values) {
      const { no, programme, of } = await named(turn, values);
      return no ?? show(turn, programme, of, 'replace');
    },
  }),
  press({
    verb: 'plan.calendar-ask',
    values: z.object({ ...ids, what: z.enum(['new', 'off']) }),
    async run(turn, { what, ...values }) {
      const { language } = turn;
      const { no, of } = await named(turn, values);
      if (no) return no;
      const title = say(language, `plan.calendar.ask-${what}`, { of: whose(turn, of) });
      const actions = [
        button(say(language, `plan.calendar.do-${what}`), 'plan.calendar-do', { ...values, what }),
        button(say(language, 'plan.calendar.keep'), 'plan.calendar-show', values),
      ];
      const text = say(language, 'plan.calendar.lost');
      return { show: 'replace', card: messageCard(language, title, { text, actions }) };
    },
  }),
  press({
    verb: 'plan.calendar-do',
    values: z.object({ ...ids, what: z.enum(['new', 'off']) }),
    async run(turn, { what, ...values }) {
      const { language } = turn;
      const { no, programme, of } = await named(turn, values);
      if (no) return no;
      if (what === 'new') {
        return { show: 'replace', card: calendarCard(turn, programme, of, await addressOf(turn, programme, of, true)) };
      }
      if (await withdrawCalendar(turn, programme, of)) {
        await turn.audit('plan.calendar-off', { programme: programme.id, of: nameIn(of) });
      }
      const title = say(language, 'plan.calendar.is-off', { of: whose(turn, of) });
      const again = button(say(language, 'plan.calendar.do-new'), 'plan.calendar-show', values);
      return { show: 'replace', card: messageCard(language, title, { actions: [again] }) };
    },
  }),
];
