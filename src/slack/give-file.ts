import type { Links } from '#chat/links.ts';
import { say } from '#words/say.ts';
import type { Acquaintances } from './acquaintances.ts';
import { type Showing, showAnswer } from './show-answer.ts';
import type { Stage } from './stage.ts';
import { upload } from './upload.ts';

/**
 * Sends the file behind a link into the own chat of whoever pressed its button, where Slack's machines cannot fetch it
 * from Klar. Elsewhere than in that chat a sentence says where the file is.
 */
export async function giveFile(
  showing: Showing,
  { links, people }: { links: Links; people: Acquaintances },
  { link, stage }: { link: string; stage: Stage },
): Promise<void> {
  const { user, language, from } = stage;
  const notice = (text: string, problem: boolean) => showAnswer(showing, { show: 'notice', text, problem }, stage);
  const file = await links.read(link);
  if (!file) return notice(say(language, 'links.gone'), true);
  const channel = await people.directChat(user);
  const came = channel ? await upload(showing.client, file, channel) : undefined;
  if (came?.state !== 'sent') {
    showing.log.warn({ ...(came ?? { reason: 'no own chat' }) }, 'a file was not uploaded to Slack');
    return notice(say(language, 'slack.file-not-sent'), true);
  }
  const before = from.kind === 'personal' && !from.elsewhere && !from.home && !stage.window;
  if (!before) await notice(say(language, 'slack.file-sent'), false);
}
