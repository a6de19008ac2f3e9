import { z } from 'zod';
import { readWhen } from '#calendar/read-date.ts';
import { type IsoDay, isoDay } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { say, spoken } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { unitsOf } from '../../asking/choose-rows.ts';
import { type PlanChange, readersChanges, revisionBefore } from '../../revisions/changes-since.ts';
import { changesFor } from '../../revisions/notice.ts';
import { changeLine, countsText } from '../../view-changes.ts';
import { savedAt } from '../../view-revisions.ts';
import { button, messageCard, noPlanCard, problem, todayIn } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { changesPage, type Line } from './changes-page.ts';
import { tellingOf } from './revisions-telling.ts';

/** What is asked for: everything that was saved from a day on, or after a revision. Carried by buttons. */
interface Asked {
  from: number;
  to: number;
  /** The day that was asked for; without it, a revision was. */
  day?: IsoDay | undefined;
  /** Only the changes of the person's own units. */
  mine: boolean;
}

/** "siden", "since revision": what may stand before a date or a number. */
const since =
  /^(?:since|from|after|siden|sidan|fra og med|frå og med|fra|frå|etter|sedan|från och med|från|efter|f\.?\s?o\.?\s?m\.?)(?=\s|$)\s*/iu;
const revisionNumber = /^(?:revisjon|revision|rev\.?|r|nr\.?)?\s*(\d{1,4})$/iu;

/** `plan changes [since D | since revision N]`: what has changed; without either, what the newest revision changed. */
export const changesWord: PlanWord = {
  words: ['changes', 'endringer', 'endringar', 'ändringar'],
  // A plan whose last row was taken out has its revisions all the same.
  startsPlan: true,
  async run(turn, { programme, plan }, { rest }) {
    if (plan.revision === 0) return { show: 'private', card: noPlanCard(turn, programme) };
    const { language } = turn;
    const text = rest.trim().replace(since, '').trim();
    const to = plan.revision;
    if (text === '') return show(turn, programme, plan, { from: Math.max(1, to - 1), to, mine: false });
    const number = Number(revisionNumber.exec(text)?.[1] ?? Number.NaN);
    if (number >= 1 && number <= to) return show(turn, programme, plan, { from: number, to, mine: false });
    if (!Number.isNaN(number) && number < 1900) {
      return problem(say(language, 'plan.changes.unknown-revision', { last: to }));
    }
    const today = todayIn(turn, programme);
    const day = dayMeant(text, today);
    if (day === undefined) return problem(say(language, 'plan.changes.unclear', { text }));
    if (day > today) return problem(say(language, 'plan.changes.ahead', { day: dayText(day, turn, today) }));
    const from = revisionBefore(plan, day, programme.timeZone);
    return show(turn, programme, plan, { from, to, day, mine: false });
  },
};

/** The first of the days that are meant. A date without a year is the last one that has been: "siden 26.06". */
function dayMeant(text: string, today: IsoDay): IsoDay | undefined {
  for (const year of [0, -1].map((back) => Number(today.slice(0, 4)) + back)) {
    const read = readWhen(text, { year });
    const start = read.ok ? read.when.start : null;
    if (start === null) return undefined;
    if (start <= today || !start.startsWith(String(year))) return start;
    const lastYear = readWhen(text, { year: year - 1 });
    // A year that was written stays.
    if (lastYear.ok && lastYear.when.start === start) return start;
  }
  return undefined;
}

const dayText = (day: IsoDay, { language }: Pick<Turn, 'language'>, today: IsoDay): string =>
  writeWhen({ start: day, end: day, precision: 'day', text: day }, spoken(language), { today });

async function show(turn: Turn, programme: Programme, plan: Plan, asked: Asked): Promise<Answer> {
  const card = await changesCard(turn, programme, plan, asked, 0);
  return card ? { show: 'private', card } : problem(say(turn.language, 'plan.changes.not-kept'));
}

async function changesCard(
  turn: Turn,
  programme: Programme,
  plan: Plan,
  asked: Asked,
  line: number,
): Promise<Card | undefined> {
  const { language } = turn;
  const { from, to, day, mine } = asked;
  const telling = await tellingOf(turn, programme, plan);
  const base = plan.revisions.find(({ number }) => number === from);
  const all = readersChanges(plan, from, to);
  if (!all || !base) return undefined;
  const saved = { revision: from, name: telling.names.get(base.by) ?? '', at: savedAt(base, telling) };
  if (from === to && day === undefined && to === 1) {
    return messageCard(language, say(language, 'plan.changes.never', saved));
  }
  const units = unitsOf(programme, turn.by.id);
  const changes = mine ? ofUnits(all, programme, units) : all;
  const count = changes.length;
  const isYounger = day !== undefined && dayIn(programme.timeZone, base.at) >= day;
  const press = (title: string, to: Partial<Asked>, from_ = '0') =>
    button(title, 'plan.changes', asData(programme, { ...asked, ...to }, from_));
  // A plan that was saved on the very day that is asked for: whoever has that one wants what came after it.
  const ofTheDay =
    day === undefined ? undefined : plan.revisions.findLast((r) => dayIn(programme.timeZone, r.at) === day);
  return changesPage(language, {
    title:
      day !== undefined
        ? say(language, 'plan.changes.title-day', { day: dayText(day, turn, telling.today), count })
        : from === to - 1 && to === plan.revision
          ? say(language, 'plan.changes.title-last', { revision: to, count })
          : say(language, 'plan.changes.title-revision', { revision: from, count }),
    of: say(language, isYounger ? 'plan.changes.compared-first' : 'plan.changes.compared', saved),
    counts: countsText(changes, language),
    lines: changes.map((change) => lineOf(change, turn, telling.today)),
    from: line,
    more: (next) => press(say(language, 'plan.more'), {}, next),
    after: count === 0 && mine ? say(language, 'plan.changes.none') : '',
    actions: [
      ...(mine
        ? [press(say(language, 'plan.changes.all'), { mine: false })]
        : units.length > 0 && all.length > 0
          ? [press(say(language, 'plan.button.mine'), { mine: true })]
          : []),
      ...(ofTheDay && ofTheDay.number !== from && ofTheDay.number < to
        ? [
            press(say(language, 'plan.changes.after', { revision: ofTheDay.number }), {
              from: ofTheDay.number,
              day: undefined,
            }),
          ]
        : []),
      button(say(language, 'plan.revisions.button'), 'plan.revisions', { programme: programme.id, from: '0' }),
    ],
  });
}

/** The changes of some units, each once. */
function ofUnits(changes: readonly PlanChange[], programme: Programme, units: readonly string[]): PlanChange[] {
  const own = units.flatMap((name) => findUnit(programme, name) ?? []);
  const wanted = new Set(own.flatMap(({ id, name }) => changesFor(changes, programme, { unit: id, name })));
  return changes.filter((change) => wanted.has(change));
}

/** A change with whose row it is. */
export const lineOf = (change: PlanChange, { language }: Pick<Turn, 'language'>, today: IsoDay): Line => ({
  text: changeLine(change, { language, today }),
  units: ((change.after ?? change.before)?.units ?? []).join(', '),
});

const asData = (programme: Programme, { from, to, day, mine }: Asked, line: string): Record<string, string> => ({
  programme: programme.id,
  since: String(from),
  to: String(to),
  mine: mine ? 'yes' : 'no',
  from: line,
  ...(day === undefined ? {} : { day }),
});

export const changesPresses = [
  press({
    verb: 'plan.changes',
    values: z.object({
      programme: z.string(),
      since: z.coerce.number().int().min(0),
      to: z.coerce.number().int().min(1),
      day: isoDay.optional(),
      mine: z.enum(['yes', 'no']),
      from: z.coerce.number().int().min(0),
    }),
    async run(turn, { programme: id, since: from, to, day, mine, from: line }) {
      const programme = await turn.store.programmes.get(id);
      const plan = programme && (await turn.store.plans.get(id));
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      if (!plan || !mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      const card = await changesCard(turn, programme, plan, { from, to, day, mine: mine === 'yes' }, line);
      return card ? { show: 'replace', card } : problem(say(turn.language, 'plan.changes.not-kept'));
    },
  }),
];
