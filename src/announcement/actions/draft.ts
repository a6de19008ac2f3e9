import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { ledProgramme, problem } from '#people/actions/common.ts';
import { say } from '#words/say.ts';
import { type Announcement, announcementId } from '../announcement.ts';
import { filledOf, problemText } from '../view-form.ts';
import { checkWanted, type Filled } from '../wanted.ts';
import { previewCard } from './before.ts';
import { messageCard, trialCard } from './cards.ts';
import { form } from './command.ts';
import { about } from './ledger.ts';
import { find, isOneOf, leadersSeat, reachAsLeader, reachOwnDraft } from './load.ts';

/** The form as it was filled in: kept as a draft and shown as it will look, or sent back to the field that is wrong. */
export async function preview(
  turn: Turn,
  { announcement: id, ...filled }: Filled & { announcement: string },
): Promise<Answer> {
  const { store, language } = turn;
  const known = await find(turn, id);
  const led = known ? await reachOwnDraft(turn, id) : await ledProgramme(turn);
  if ('answer' in led) return led.answer;
  if ('refused' in led) return led.refused;
  const { programme } = led;
  const checked = checkWanted(filled, { programme, now: turn.now() });
  if (!checked.ok) {
    return { show: 'notice', problem: true, text: problemText(checked.problem, turn), field: checked.problem.field };
  }
  const draft: Announcement = {
    id: announcementId.parse(id),
    programme: programme.id,
    by: turn.by.id,
    madeAt: turn.now().toString(),
    ...checked.wanted,
    state: 'draft',
    rounds: [],
  };
  if (!(await store.announcements.add(draft))) {
    const saved = await store.announcements.change(id, (current) => {
      if (current.state !== 'draft' || !isOneOf(turn.by, current.by)) return { outcome: false };
      const { sendAt: _, ...rest } = current;
      return { next: { ...rest, ...checked.wanted }, outcome: true };
    });
    if (!saved) return problem(say(language, 'announcement.no.not-draft'));
  }
  await turn.audit('announcement.draft', { announcement: id, programme: programme.id });
  const found = await find(turn, id);
  return found
    ? { show: 'form', card: await previewCard(turn, found, language) }
    : problem(say(language, 'announcement.no.gone'));
}

/**
 * Back to the form, with all that was filled in. What waits for approval or for its day becomes a draft again by that, so that
 * nobody approves, and nothing sends, what is being changed.
 */
export async function edit(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const reached = await reachAsLeader(turn, id);
  if ('refused' in reached) return reached.refused;
  const back = await turn.store.announcements.change(id, (current) => {
    if (!isOneOf(turn.by, current.by)) return { outcome: 'not-own' as const };
    if (current.state === 'draft') return { outcome: 'draft' as const };
    if (current.state !== 'awaiting' && current.state !== 'scheduled') return { outcome: 'too-late' as const };
    const { askedAt: _, approved: __, ...rest } = current;
    return { next: { ...rest, state: 'draft' }, outcome: 'changed' as const };
  });
  if (back !== 'draft' && back !== 'changed') return problem(say(turn.language, 'announcement.no.not-draft'));
  if (back === 'changed') {
    await turn.audit('announcement.draft', { announcement: id, programme: reached.programme.id });
    turn.outbox.refresh(about.report(id));
    turn.outbox.refresh(about.approvals(id));
  }
  const { announcement, programme } = reached;
  return form(turn, programme, id, filledOf(announcement, programme.timeZone));
}

/** Deletes a draft. What was never kept is only left. */
export async function discard(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachOwnDraft(turn, id);
  if ('refused' in found) return found.refused;
  await turn.store.announcements.remove(id);
  await turn.audit('announcement.discard', { announcement: id, programme: found.programme.id });
  return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'announcement.discarded')) };
}

/** Leaves the form: a draft that was kept before is shown as it was. */
export async function cancel(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await find(turn, id);
  if (!found || !isOneOf(turn.by, found.announcement.by) || found.announcement.state !== 'draft') {
    return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'announcement.cancelled')) };
  }
  return { show: 'replace', card: await previewCard(turn, found, turn.language) };
}

/** Sends it to its author alone, as everyone will have it. */
export async function toMe(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachOwnDraft(turn, id);
  if ('refused' in found) return found.refused;
  const { by, language } = turn;
  const card = await trialCard(turn, found, leadersSeat(turn, found.programme, language));
  const came = await turn.outbox.tell(by, card, {
    once: { group: found.programme.id, key: `announcement.${turn.newId()}` },
  });
  const arrived = came.state === 'sent' || came.state === 'already';
  if (!arrived) return problem(say(language, 'announcement.to-me-failed'));
  // The draft stays before its author, who looks at the preview and then sends it or changes it.
  return { show: 'form', card: await previewCard(turn, found, language, say(language, 'announcement.to-me-sent')) };
}
