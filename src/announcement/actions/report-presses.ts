import { dayIn } from '#calendar/zone.ts';
import { fillCard } from '#card/fill.ts';
import type { Feature, Turn } from '#chat/feature.ts';
import { linkTo } from '#chat/links.ts';
import type { Answer } from '#chat/port.ts';
import { problem } from '#people/actions/common.ts';
import { namesShown } from '#people/view.ts';
import { writeCsv } from '#table/write-csv.ts';
import { say } from '#words/say.ts';
import { type ReportWords, reportRows } from '../report-rows.ts';
import { handKey, isRemindable } from '../rounds.ts';
import { button } from '../view.ts';
import { missingView } from '../view-report.ts';
import { messageCard } from './cards.ts';
import { about } from './ledger.ts';
import { find, leadersSeat, nameOf, reachAsLeader } from './load.ts';
import { namesOfReceivers, remindable, reportCard, reportOf, standingsOf } from './report.ts';
import { keepSending } from './sending.ts';

/** How it goes, for those who lead; with every unit where that is asked for. */
export async function report(turn: Turn, values: { announcement: string; all: string }): Promise<Answer> {
  const found = await reachAsLeader(turn, values.announcement);
  if ('refused' in found) return found.refused;
  return { show: 'replace', card: await reportCard(turn, found, { language: turn.language, all: values.all !== '' }) };
}

/** Who has not acknowledged, by name: for those who lead alone. */
export async function missing(turn: Turn, values: { announcement: string; page: number }): Promise<Answer> {
  const found = await reachAsLeader(turn, values.announcement);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const told = await reportOf(turn, found, language);
  const nameOfOne = await namesOfReceivers(turn, told.standings, language);
  const { programme } = found;
  const view = missingView(
    told,
    { programme: programme.name, page: values.page, nameOf: nameOfOne },
    leadersSeat(turn, programme, language),
  );
  const card = fillCard('announcement/missing', view, { summary: found.announcement.title, language });
  // In a channel everybody would see the names.
  return { show: turn.place.kind === 'personal' ? 'replace' : 'private', card };
}

async function toRemind(turn: Turn, id: string) {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found;
  const { announcement, programme } = found;
  const key = handKey(dayIn(programme.timeZone, turn.now().toString()));
  const rest = await remindable(turn, await standingsOf(turn, announcement));
  const no = (text: 'announcement.remind.nobody' | 'announcement.remind.again') => ({
    refused: problem(say(turn.language, text)),
  });
  if (!isRemindable(announcement) || rest.length === 0) return no('announcement.remind.nobody');
  return announcement.rounds.some((one) => one.key === key) ? no('announcement.remind.again') : { ...found, key, rest };
}

/** Asks before those who are missing are reminded, with how many and who they are. */
export async function askRemind(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await toRemind(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const { announcement, rest } = found;
  const nameOfOne = await namesOfReceivers(turn, rest, language);
  const count = rest.length;
  const ids = { announcement: id };
  const card = messageCard(language, say(language, 'announcement.remind.title', { count, title: announcement.title }), {
    lines: [namesShown(rest.map(nameOfOne), language), say(language, 'announcement.remind.once')],
    buttons: [
      button(say(language, 'announcement.button.remind', { count }), 'announcement.remind', ids, { style: 'positive' }),
      button(say(language, 'announcement.button.back'), 'announcement.report', ids),
    ],
  });
  return { show: turn.place.kind === 'personal' ? 'replace' : 'private', card };
}

/** Reminds them: once a day, whoever of those who lead presses. */
export async function remind(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await toRemind(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const { key, rest, programme } = found;
  const round = { key, at: turn.now().toString(), by: turn.by.id };
  const begun = await turn.store.announcements.change(id, (current) =>
    isRemindable(current) && !current.rounds.some((one) => one.key === key)
      ? { next: { ...current, rounds: [...current.rounds, round] }, outcome: true }
      : { outcome: false },
  );
  if (!begun) return problem(say(language, 'announcement.remind.again'));
  await turn.audit('announcement.remind', { announcement: id, programme: programme.id });
  turn.outbox.refresh(about.report(id));
  void keepSending(turn, id);
  return {
    show: 'replace',
    card: messageCard(language, say(language, 'announcement.remind.done', { count: rest.length }), {
      buttons: [button(say(language, 'announcement.button.back'), 'announcement.report', { announcement: id })],
    }),
  };
}

const fileKind = 'announcement-report';
/** As with the plan's files: long enough to fetch it, short enough that an address that got about soon leads nowhere. */
const keptDays = 1;

/** The report as a file: every receiver, by an address that works for a day. */
export async function file(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const { announcement, programme } = found;
  const name = `${say(language, 'announcement.file.name')}.csv`;
  const data = { announcement: id, language };
  const url = await linkTo(turn, { kind: fileKind, programme: programme.id, by: turn.by.id, data, name, keptDays });
  await turn.audit('announcement.file', { announcement: id, programme: programme.id });
  const title = say(language, 'announcement.file.title', { title: announcement.title });
  return {
    show: 'private',
    card: fillCard(
      'announcement/file',
      {
        title,
        lines: [say(language, 'announcement.file.text'), say(language, 'announcement.file.until')],
        actions: [{ type: 'Action.OpenUrl', title: say(language, 'announcement.file.open'), url }],
      },
      { summary: title, language },
    ),
  };
}

/** Makes the file as it stands when it is fetched. */
export const reportLinks: NonNullable<Feature['links']> = {
  async [fileKind](world, { data }) {
    const found = data.announcement === undefined ? undefined : await find(world, data.announcement);
    if (!found) return undefined;
    const language = data.language === 'nn' || data.language === 'sv' || data.language === 'en' ? data.language : 'nb';
    const { announcement, programme } = found;
    const all = await standingsOf(world, announcement);
    const pressers = new Map<string, string>();
    for (const { acknowledged } of all) {
      if (acknowledged) pressers.set(acknowledged.by, await nameOf(world, acknowledged.by, language));
    }
    const word = (
      of: 'unit' | 'receiver' | 'arrival' | 'confirmed' | 'by' | 'arrived' | 'waiting' | 'unmet' | 'failed',
    ) => say(language, `announcement.file.${of}`);
    const words: ReportWords = {
      headings: [word('unit'), word('receiver'), word('arrival'), word('confirmed'), word('by')],
      noUnit: say(language, 'announcement.report.no-unit'),
      arrival: { arrived: word('arrived'), waiting: word('waiting'), unmet: word('unmet'), failed: word('failed') },
    };
    const rows = reportRows(all, {
      unitNames: new Map(programme.units.map((unit) => [unit.id, unit.name])),
      nameOf: await namesOfReceivers(world, all, language),
      pressedBy: (id) => pressers.get(id) ?? '',
      zone: programme.timeZone,
      words,
    });
    return {
      name: `${say(language, 'announcement.file.name')}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: writeCsv(rows),
    };
  },
};
