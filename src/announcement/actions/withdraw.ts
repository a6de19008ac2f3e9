import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { countsOf } from '../standing.ts';
import { button } from '../view.ts';
import { messageCard } from './cards.ts';
import { about } from './ledger.ts';
import { find, reachAsLeader } from './load.ts';
import { reportCard, standingsOf } from './report.ts';

/** The first press: asks once, and says what will be lost. */
export async function askWithdraw(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const { announcement } = found;
  if (announcement.state === 'withdrawn' || announcement.state === 'draft') {
    return { show: 'replace', card: await reportCard(turn, found, { language }) };
  }
  const { arrived } = countsOf(await standingsOf(turn, announcement));
  const ids = { announcement: id };
  return {
    show: 'replace',
    card: messageCard(language, say(language, 'announcement.withdraw.title', { title: announcement.title }), {
      lines: [say(language, 'announcement.withdraw.text', { arrived })],
      buttons: [
        button(say(language, 'announcement.button.withdraw'), 'announcement.withdraw', ids, { style: 'destructive' }),
        button(say(language, 'announcement.button.back'), 'announcement.report', ids),
      ],
    }),
  };
}

/** The second: every copy says that it is withdrawn, and nobody else gets it. */
export async function withdraw(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found.refused;
  const done = await turn.store.announcements.change(id, (current) => {
    if (current.state === 'withdrawn' || current.state === 'draft') return { outcome: false };
    const { correction: _, ...rest } = current;
    const withdrawn = { by: turn.by.id, at: turn.now().toString() };
    return { next: { ...rest, state: 'withdrawn' as const, withdrawn }, outcome: true };
  });
  if (done) {
    await turn.audit('announcement.withdraw', { announcement: id, programme: found.programme.id });
    for (const subject of [about.all(id), about.report(id), about.approvals(id)]) turn.outbox.refresh(subject);
  }
  const fresh = (await find(turn, id)) ?? found;
  return { show: 'replace', card: await reportCard(turn, fresh, { language: turn.language }) };
}
