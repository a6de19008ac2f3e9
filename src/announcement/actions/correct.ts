import { fillCard } from '#card/fill.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { problem } from '#people/actions/common.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import { secondPersons } from '../approval.ts';
import { button } from '../view.ts';
import { problemText } from '../view-form.ts';
import { checkWords, longestText, longestTitle } from '../wanted.ts';
import { askingAt, askSecond } from './begin.ts';
import { messageCard } from './cards.ts';
import { about } from './ledger.ts';
import { type Found, find, knownIn, reachAsLeader } from './load.ts';
import { reportCard } from './report.ts';

async function reachSent(turn: Turn, id: string): Promise<Found | { refused: Answer }> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found;
  const { state } = found.announcement;
  // Withdrawn meanwhile, say: the report tells.
  if (state === 'sending' || state === 'sent') return found;
  return { refused: { show: 'replace', card: await reportCard(turn, found, { language: turn.language }) } };
}

/** The form for a correction: heading and text. */
export async function askCorrect(turn: Turn, { announcement: id }: { announcement: string }): Promise<Answer> {
  const found = await reachSent(turn, id);
  if ('refused' in found) return found.refused;
  const { language } = turn;
  const { announcement } = found;
  const title = say(language, 'announcement.correct.title');
  const data = {
    title,
    explained: say(language, 'announcement.correct.text'),
    second: announcement.approved ? say(language, 'announcement.correct.second') : '',
    labels: { title: say(language, 'announcement.form.heading'), text: say(language, 'announcement.form.text') },
    filled: { title: announcement.title, text: announcement.text },
    required: say(language, 'announcement.form.required'),
    longestTitle,
    longestText,
    buttons: [
      button(
        say(language, 'announcement.correct.do'),
        'announcement.correct',
        { announcement: id },
        { style: 'positive' },
      ),
      button(
        say(language, 'announcement.button.back'),
        'announcement.report',
        { announcement: id },
        { associatedInputs: 'none' },
      ),
    ],
  };
  return { show: 'form', card: fillCard('announcement/correct', data, { summary: title, title, language }) };
}

/** Changes the text of all copies. What a second person had approved is changed only when one approves the change. */
export async function correct(
  turn: Turn,
  values: { announcement: string; title: string; text: string },
): Promise<Answer> {
  const { language, store } = turn;
  const found = await reachSent(turn, values.announcement);
  if ('refused' in found) return found.refused;
  const checked = checkWords(values);
  if (!checked.ok) {
    return { show: 'notice', problem: true, text: problemText(checked.problem, turn), field: checked.problem.field };
  }
  const { announcement, programme } = found;
  const { id } = announcement;
  const { title, text } = checked;
  const correction = { title, text, by: turn.by.id, at: await askingAt(turn, id) };
  if (title !== announcement.title || text !== announcement.text) {
    const { askable } = secondPersons(programme, turn.by.id, (await knownIn(turn, programme)).persons);
    if (announcement.approved && askable.length === 0) return problem(say(language, 'announcement.no.nobody-second'));
    await store.announcements.change(id, (current) => ({ next: { ...current, correction }, outcome: true }));
    if (announcement.approved) {
      await turn.audit('announcement.ask-correction', { announcement: id, programme: programme.id });
      turn.outbox.refresh(about.report(id));
      await askSecond(turn, (await find(turn, id)) ?? found);
      const names = namesShown(
        askable.map((one) => one.name),
        language,
      );
      return { show: 'replace', card: messageCard(language, say(language, 'announcement.sent.asked', { names })) };
    }
    if (await applyCorrection(turn, id, correction.at)) {
      await turn.audit('announcement.correct', { announcement: id, programme: programme.id });
    }
  }
  return { show: 'replace', card: await reportCard(turn, (await find(turn, id)) ?? found, { language }) };
}

/** Puts a correction in place of the text, if it is still the one that was shown. */
export async function applyCorrection(world: World, id: string, at: string): Promise<boolean> {
  const done = await world.store.announcements.change(id, (current) => {
    const { correction, ...rest } = current;
    if (correction?.at !== at || current.state === 'withdrawn') return { outcome: false };
    const { title, text, by } = correction;
    return { next: { ...rest, title, text, corrected: { by, at } }, outcome: true };
  });
  if (done !== true) return false;
  world.outbox.refresh(about.all(id));
  world.outbox.refresh(about.report(id));
  return true;
}
