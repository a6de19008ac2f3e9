import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { ledProgramme } from '#people/actions/common.ts';
import type { Programme } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { countsOf } from '../standing.ts';
import { button } from '../view.ts';
import { blankForm } from '../view-form.ts';
import { confirmedLine, stateLine } from '../view-report.ts';
import { previewCard } from './before.ts';
import { form } from './command.ts';
import { gone, isOneOf, leadersSeat, reachAsLeader } from './load.ts';
import { reportCard, reportOf } from './report.ts';

const shown = 5;

/** Announcements of a programme for somebody who leads it, newest first: their own drafts, and whatever anybody has sent. */
export async function listCard(turn: Turn, programme: Programme): Promise<Card> {
  const { language } = turn;
  const all = (await turn.store.announcements.all())
    .filter((one) => one.programme === programme.id && (one.state !== 'draft' || isOneOf(turn.by, one.by)))
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt));
  const seat = leadersSeat(turn, programme, language);
  const items = [];
  for (const announcement of all.slice(0, shown)) {
    const told = await reportOf(turn, { announcement, programme }, language);
    const confirmed = announcement.withdrawn ? '' : confirmedLine(told, countsOf(told.standings), seat);
    const state = [stateLine(told, seat), confirmed].filter((line) => line !== '').join(' · ');
    items.push({ id: announcement.id, title: announcement.title, state });
  }
  const title = say(language, 'announcement.list.title', { count: all.length });
  const data = {
    title,
    empty: all.length === 0 ? say(language, 'announcement.list.empty') : '',
    items,
    open: say(language, 'announcement.list.open'),
    more: all.length > shown ? say(language, 'announcement.list.more', { count: all.length - shown }) : '',
    buttons: [
      button(
        say(language, 'announcement.list.new'),
        'announcement.new',
        { programme: programme.id },
        { style: 'positive' },
      ),
    ],
  };
  return fillCard('announcement/list', data, { summary: title, language });
}

/** One of the list: a draft as it will look, anything else with how it goes. */
export async function open(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  if (found.announcement.state !== 'draft')
    return { show: 'replace', card: await reportCard(turn, found, { language }) };
  // A draft is its author's alone.
  if (!isOneOf(turn.by, found.announcement.by)) return gone(turn);
  return { show: 'replace', card: await previewCard(turn, found, language) };
}

/** The form, from the list's button. */
export async function startNew(turn: Turn): Promise<Answer> {
  const led = await ledProgramme(turn);
  return 'answer' in led ? led.answer : form(turn, led.programme, turn.newId(), blankForm('', ''));
}
