import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { problem } from '#people/actions/common.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import { sayMoment } from '../view.ts';
import { beforeSending, previewCard } from './before.ts';
import { askingAt, askSecond, begin, postReport } from './begin.ts';
import { messageCard } from './cards.ts';
import { find, leadersSeat, reachOwnDraft } from './load.ts';

/**
 * The press under the preview: sends, plans, or asks a second person. When the receivers have become more or fewer than stood on the
 * button, it is shown anew and asked once more.
 */
export async function sendPressed(turn: Turn, values: { announcement: string; count: number }): Promise<Answer> {
  const { language } = turn;
  const found = await reachOwnDraft(turn, values.announcement);
  if ('refused' in found) return found.refused;
  const { announcement, programme } = found;
  const { id, sendAt } = announcement;
  const now = turn.now();
  if (sendAt !== undefined && Temporal.Instant.compare(sendAt, now) <= 0) {
    return problem(say(language, 'announcement.wrong.past'));
  }
  const reach = await beforeSending(turn, found);
  if (reach.reached === 0) return problem(say(language, 'announcement.preview.nobody'));
  if (reach.reached !== values.count) return { show: 'replace', card: await previewCard(turn, found, language) };
  if (reach.needsSecond) {
    const { askable } = reach.second;
    if (askable.length === 0) return problem(say(language, 'announcement.no.nobody-second'));
    const askedAt = await askingAt(turn, id);
    const asked = await turn.store.announcements.change(id, (current) => {
      if (current.state !== 'draft') return { outcome: false };
      const { declined: _, approved: __, ...rest } = current;
      return { next: { ...rest, state: 'awaiting', askedAt }, outcome: true };
    });
    if (!asked) return problem(say(language, 'announcement.no.not-draft'));
    await turn.audit('announcement.ask', { announcement: id, programme: programme.id });
    const fresh = (await find(turn, id)) ?? found;
    await askSecond(turn, fresh);
    await postReport(turn, fresh);
    const names = namesShown(
      askable.map(({ name }) => name),
      language,
    );
    return { show: 'replace', card: messageCard(language, say(language, 'announcement.sent.asked', { names })) };
  }
  if (!(await begin(turn, found, 'draft'))) return problem(say(language, 'announcement.no.not-draft'));
  await turn.audit('announcement.send', { announcement: id, programme: programme.id });
  await postReport(turn, found);
  const said = sendAt
    ? say(language, 'announcement.sent.planned', {
        count: reach.reached,
        time: sayMoment(sendAt, leadersSeat(turn, programme, language)),
      })
    : say(language, 'announcement.sent.begun', { count: reach.reached });
  return { show: 'replace', card: messageCard(language, said, { lines: [say(language, 'announcement.sent.follow')] }) };
}
