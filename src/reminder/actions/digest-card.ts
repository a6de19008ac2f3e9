import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn, type World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { PersonId } from '#people/person.ts';
import { belongsTo } from '#people/roles.ts';
import { button, helpIsCalled, namesOn, problem } from '#plan/actions/common.ts';
import { asKnown } from '#plan/as-known.ts';
import { mayReport } from '#plan/may-report.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { partOf } from '#plan/unit-answers.ts';
import { answersText } from '#plan/view-answers.ts';
import { say } from '#words/say.ts';
import { digestLine, digestTitle } from '../view-digest.ts';
import { type DigestId, digestText, type Held, heldIn, readDigest } from './digest-held.ts';
import { asMentions, contactsOf, reminderCard, unitIds, unitNames } from './reminder-card.ts';
import { lateNote, weekButtons } from './week-buttons.ts';

/** Rows on the card at first (CARDS rule 8), and on each page of all of them. */
const shownAtFirst = 5;
const shownOnPage = 10;

/**
 * Several reminders in one message: the news of the most urgent in the first line, then a line each with a button that opens it.
 * @param held Most urgent first.
 * @param about.from The first row shown, where all are looked through.
 * One reminder that only comes with the week is the ordinary card of it, so that it is answered with one press.
 * @param about.shared It stands where several read it: their contacts are mentioned.
 * @param about.reader Whose own version it is; left out: everybody's.
 */
export async function digestCard(
  world: Pick<World, 'store' | 'now'>,
  held: readonly Held[],
  about: { id: DigestId; language: Language; shared: boolean; from?: number | undefined; reader?: PersonId },
): Promise<Card> {
  const { id, language, shared, from, reader } = about;
  const digest = digestText(id);
  const [only] = held;
  if (only && isAlone(held, id)) {
    const { programme, activity, units, lead } = only;
    const buttons = reader === undefined || mayReport(programme, activity, reader);
    const { day, isNamed } = id;
    // Four buttons are seen at once (CARDS rule 3): beside those that say how it goes the week is in the menu.
    const inMenu = buttons && !activity.halted;
    const actions = weekButtons(held, id, { digest, language, inMenu });
    const weeks = { actions, note: inMenu ? lateNote(held, id, language) : '' };
    return reminderCard(world, programme, activity, { units, language, day, buttons, digest, weeks, lead, isNamed });
  }
  const severalProgrammes = new Set(held.map(({ programme }) => programme.id)).size > 1;
  const rows = await Promise.all(
    held.map(async ({ programme, plan, activity, units, lead }) => {
      const nameOf = await namesOn(world, activity, plan);
      const about = { today: id.day, language, zone: programme.timeZone, nameOf };
      return {
        activity: asKnown(programme, partOf(activity, unitIds(programme, units))),
        lead: lead?.item,
        programme: severalProgrammes ? programme.name : '',
        helpIsCalled: helpIsCalled(programme, activity),
        answers: answersText(activity, unitsOn(programme, activity), about),
        about,
      };
    }),
  );
  const first = from ?? 0;
  const to = Math.min(first + (from === undefined ? shownAtFirst : shownOnPage), rows.length);
  const title = digestTitle(rows, language);
  const contacts = shared ? await contactsOfAll(world, held) : [];
  const more = [
    ...(from === undefined && to < rows.length
      ? [button(say(language, 'reminder.digest-all', { count: rows.length }), 'reminder.digest', { digest, from: '0' })]
      : []),
    ...(from !== undefined && to < rows.length
      ? [button(say(language, 'plan.more'), 'reminder.digest', { digest, from: String(to) })]
      : []),
    ...(from === undefined ? [] : [button(say(language, 'reminder.digest-fewer'), 'reminder.digest', { digest })]),
    ...weekButtons(held, id, { digest, language }),
  ];
  return fillCard(
    'reminder/digest',
    {
      title,
      // Of several programmes each row says which.
      programme: id.isNamed && !severalProgrammes ? (only?.programme.name ?? '') : '',
      digest,
      refresh: say(language, 'reminder.open'),
      contactsLabel: contacts.length > 0 ? say(language, 'reminder.contacts') : '',
      contacts: contacts.map(({ name }) => name).join(', '),
      rows: held.slice(first, to).map((one, nth) => ({
        ...digestLine(rows[first + nth] as (typeof rows)[number]),
        actions: [button(say(language, 'reminder.open'), 'reminder.digest-row', { digest, ...rowIds(one) })],
      })),
      position:
        from !== undefined && rows.length > shownOnPage
          ? say(language, 'plan.position', { from: first + 1, to, count: rows.length })
          : '',
      actions: more,
    },
    { summary: title, language, mentions: asMentions(contacts) },
  );
}

/** It holds one reminder and the week. */
const isAlone = (held: readonly Held[], { weeks = [] }: DigestId): boolean => held.length === 1 && weeks.length > 0;

/** Whether a digest, as it now stands, is one reminder and the week: then its own card is the reminder's. */
export async function standsAlone(world: Pick<World, 'store'>, text: string): Promise<boolean> {
  const id = readDigest(text);
  return id !== undefined && isAlone(await heldIn(world, id), id);
}

const rowIds = ({ programme, activity, units, lead }: Held): Record<string, string> => ({
  programme: programme.id,
  activity: activity.id,
  units: unitIds(programme, units).join(','),
  ...(lead ? { lead: lead.rule } : {}),
});

/** The contacts of all units in it, each once. */
async function contactsOfAll(world: Pick<World, 'store'>, held: readonly Held[]) {
  const found = await Promise.all(held.map(({ programme, units }) => contactsOf(world, programme, units)));
  return [...new Map(found.flat().map((person) => [person.id, person])).values()];
}

/** A message that went to somebody's own chat says so in its name: there nobody is mentioned. */
export const isShared = ({ name }: Pick<DigestId, 'name'>): boolean => !name.startsWith('own-');

/** The digest as it now stands, for everyone in a language; undefined when nothing of it is left in the plans. */
export async function digestNow(world: World, text: string, language: Language): Promise<Card | undefined> {
  const id = readDigest(text);
  const held = id ? await heldIn(world, id) : [];
  return id && held.length > 0 ? digestCard(world, held, { id, language, shared: isShared(id) }) : undefined;
}

/** The digest as one reader sees it: in their language, with the rows of the programmes that they may read. */
export async function digestFor(turn: Turn, text: string, from?: number): Promise<Answer> {
  const id = readDigest(text);
  const all = id ? await heldIn(turn, id) : [];
  const held = all.filter(({ programme }) => belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
  if (!id || held.length === 0) return problem(say(turn.language, 'plan.row-gone'));
  const about = { id, language: turn.language, shared: isShared(id), from, reader: turn.by.id };
  return { show: 'replace', card: await digestCard(turn, held, about) };
}

const digestIds = { digest: z.string() };

/** Looks through a digest, and opens one of its rows. */
export const digestPresses = [
  press({
    verb: 'reminder.digest',
    values: z.object({ ...digestIds, from: z.coerce.number().int().min(0).optional() }),
    run: (turn, { digest, from }) => digestFor(turn, digest, from),
  }),
  press({
    verb: 'reminder.digest-row',
    values: z.object({
      ...digestIds,
      programme: z.string(),
      activity: z.string(),
      units: z.string().default(''),
      lead: z.string().optional(),
    }),
    async run(turn, { digest, programme, activity, units, lead }) {
      const id = readDigest(digest);
      const held = (id ? await heldIn(turn, id) : []).find(
        (one) => one.programme.id === programme && one.activity.id === activity && one.lead?.rule === lead,
      );
      const mayRead = held && (belongsTo(held.programme, turn.by.id) || turn.programme?.id === held.programme.id);
      if (!id || !held || !mayRead) return problem(say(turn.language, 'plan.row-gone'));
      const card = await reminderCard(turn, held.programme, held.activity, {
        units: unitNames(held.programme, units),
        language: turn.language,
        day: id.day,
        buttons: mayReport(held.programme, held.activity, turn.by.id),
        digest,
        lead: held.lead,
        isNamed: id.isNamed,
      });
      return { show: 'replace', card };
    },
  }),
];
