import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { problem } from '#people/actions/common.ts';
import { say } from '#words/say.ts';
import { button } from '../view.ts';
import { approvalCard } from './before.ts';
import { begin, tellLeaders } from './begin.ts';
import { messageCard } from './cards.ts';
import { applyCorrection } from './correct.ts';
import { about } from './ledger.ts';
import { type Found, find, isOneOf, nameOf, reachAsLeader } from './load.ts';

type Asked = { announcement: string; asked: string };

/** What a second person is asked about, if it still waits for one and is not their own. */
async function reachAsked(turn: Turn, { announcement: id, asked }: Asked) {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found;
  const { announcement } = found;
  const isCorrection = announcement.correction?.at === asked;
  const author = isCorrection ? announcement.correction?.by : announcement.by;
  if (author !== undefined && isOneOf(turn.by, author)) {
    return { refused: problem(say(turn.language, 'announcement.no.own')) };
  }
  const waits = isCorrection || (announcement.state === 'awaiting' && announcement.askedAt === asked);
  // Decided by somebody else meanwhile, or changed: the card says which.
  if (!waits)
    return {
      refused: {
        show: 'replace',
        card: await approvalCard(turn, found, { askedAt: asked, language: turn.language }),
      } as Answer,
    };
  return { ...found, isCorrection, author: author ?? announcement.by };
}

async function decided(turn: Turn, found: Found, asked: string): Promise<Answer> {
  turn.outbox.refresh(about.approval(found.announcement.id, asked));
  const fresh = (await find(turn, found.announcement.id)) ?? found;
  return {
    show: 'replace',
    shared: true,
    card: await approvalCard(turn, fresh, { askedAt: asked, language: turn.language }),
  };
}

/** "Approve and send": exactly what was shown, nothing that has been changed since. */
export async function approve(turn: Turn, values: Asked): Promise<Answer> {
  const found = await reachAsked(turn, values);
  if ('refused' in found) return found.refused;
  const { announcement, programme, isCorrection } = found;
  const on = { announcement: announcement.id, programme: programme.id };
  const done = isCorrection
    ? await applyCorrection(turn, announcement.id, values.asked)
    : await begin(turn, found, 'awaiting', { by: turn.by.id, at: turn.now().toString() });
  if (done) {
    await turn.audit(isCorrection ? 'announcement.approve-correction' : 'announcement.approve', on);
    const { title } = announcement;
    await tellAuthor(turn, found, `approved-${values.asked}`, (language) =>
      messageCard(language, say(language, 'announcement.told.approved', { name: turn.by.name, title })),
    );
  }
  return decided(turn, found, values.asked);
}

/** "Do not send": asks why first. */
export async function askDecline(turn: Turn, values: Asked): Promise<Answer> {
  const found = await reachAsked(turn, values);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const title = say(language, 'announcement.decline.title');
  const name = await nameOf(turn, found.author, language);
  const data = {
    title,
    label: say(language, 'announcement.decline.why', { name }),
    required: say(language, 'announcement.decline.missing'),
    buttons: [
      button(say(language, 'announcement.decline.do'), 'announcement.decline', values, { style: 'destructive' }),
      button(say(language, 'announcement.button.back'), 'announcement.approval', values, { associatedInputs: 'none' }),
    ],
  };
  return { show: 'form', card: fillCard('announcement/decline', data, { summary: title, title, language }) };
}

/** The card on which one is asked, as it now stands. */
export async function showApproval(turn: Turn, values: Asked): Promise<Answer> {
  const found = await reachAsLeader(turn, values.announcement);
  if ('refused' in found) return found.refused;
  return { show: 'replace', card: await approvalCard(turn, found, { askedAt: values.asked, language: turn.language }) };
}

/** Says no, with the reason; the author is told and has a draft again. */
export async function decline(turn: Turn, { why, ...values }: Asked & { why: string }): Promise<Answer> {
  const { language } = turn;
  const said = why.trim().slice(0, 500);
  if (said === '') {
    return { show: 'notice', problem: true, text: say(language, 'announcement.decline.missing'), field: 'why' };
  }
  const found = await reachAsked(turn, values);
  if ('refused' in found) return found.refused;
  const { announcement, programme, isCorrection } = found;
  const done = await turn.store.announcements.change(announcement.id, (current) => {
    if (isCorrection) {
      const { correction, ...rest } = current;
      return correction?.at === values.asked ? { next: rest, outcome: true } : { outcome: false };
    }
    if (current.state !== 'awaiting' || current.askedAt !== values.asked) return { outcome: false };
    const declined = { by: turn.by.id, at: turn.now().toString(), why: said };
    return { next: { ...current, state: 'draft' as const, declined }, outcome: true };
  });
  if (done) {
    await turn.audit('announcement.decline', { announcement: announcement.id, programme: programme.id });
    turn.outbox.refresh(about.report(announcement.id));
    const { title, id } = announcement;
    await tellAuthor(turn, found, `declined-${values.asked}`, (language) =>
      messageCard(language, say(language, 'announcement.told.declined', { name: turn.by.name, title }), {
        lines: [say(language, 'announcement.told.why', { why: said })],
        buttons: isCorrection
          ? []
          : [button(say(language, 'announcement.button.edit'), 'announcement.edit', { announcement: id })],
      }),
    );
  }
  return decided(turn, found, values.asked);
}

async function tellAuthor(
  turn: Turn,
  found: Found & { author: string },
  key: string,
  card: (language: Turn['language']) => ReturnType<typeof messageCard>,
): Promise<void> {
  const author = await turn.store.persons.get(found.author);
  if (author) tellLeaders(turn, found, [author], { key, card: ({ language }) => card(language) });
}
