import type { types, webApi } from '@slack/bolt';
import type { Card } from '#card/card.ts';
import type { Log } from '#chat/log.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { againButton, NotForSlack } from './button.ts';
import { tried } from './came-of.ts';
import type { Carrier } from './carry.ts';
import { limits } from './limits.ts';
import { outline } from './outline.ts';
import { plainText } from './plain-text.ts';
import type { Stage } from './stage.ts';
import type { KlarBlock } from './to-blocks.ts';
import { asMessage, newSeries, type SlackMessage, sentenceMessage, toMessage } from './to-message.ts';
import { sentenceModal, toFileModal, toModal } from './to-view.ts';
import { patiently } from './unready.ts';

/** Everything that showing an answer needs. */
export interface Showing {
  client: webApi.WebClient;
  carrier: Carrier;
  log: Log;
  /** See `Patience`. */
  pictureMs: number;
  /** The workspace for mentions (see `outline`). */
  workspace: string;
  /** Draws a person's Home anew. */
  refreshHome(stage: Stage): Promise<void>;
}

/** Shows Klar's answer to a command, a mention or a press. Never throws for what Slack does. */
export async function showAnswer(showing: Showing, answer: Answer, stage: Stage): Promise<void> {
  try {
    if (stage.window) await inWindow(showing, answer, stage);
    else await outside(showing, answer, stage);
  } catch (error) {
    if (!(error instanceof NotForSlack)) throw error;
    showing.log.error({ reason: error.message }, 'an answer does not fit Slack');
    const sentence = say(stage.language, 'slack.too-large');
    await showing.carrier.privately(stage.user, stage.from, sentenceMessage(sentence));
  }
}

async function outside(showing: Showing, answer: Answer, stage: Stage): Promise<void> {
  const { carrier, workspace } = showing;
  const { user, from } = stage;
  switch (answer.show) {
    case 'nothing':
      return;
    case 'notice':
      if (!from.home) return carrier.privately(user, from, sentenceMessage(answer.text));
      return open(showing, stage, sentenceModal(answer.text, stage.language, from), sentenceMessage(answer.text));
    case 'form':
      return open(showing, stage, toModal(answer.card, from, workspace), invitation(showing, answer.card, stage));
    case 'ask-file': {
      const view = toFileModal(answer.card, from, workspace, stage.line ?? 'import');
      return open(showing, stage, view, invitation(showing, answer.card, stage));
    }
    case 'replace':
    case 'private':
    case 'reply': {
      // The card that was pressed is changing before everyone's eyes, and a copy beside it would say the same again.
      if (answer.show === 'replace' && answer.shared && !from.own && !from.home) return;
      const message = toMessage(answer.card, workspace);
      if (from.home) {
        await open(showing, stage, toModal(answer.card, from, workspace), message);
        return showing.refreshHome(stage);
      }
      if (answer.show === 'reply') return carrier.toEveryone(user, from, message);
      if (answer.show === 'replace' && from.own) return carrier.inPlace(user, from, message);
      return carrier.privately(user, from, message);
    }
  }
}

/** Opens a window, or sends the message where Slack gives no leave to open one. */
async function open(
  { client, carrier, log, pictureMs }: Showing,
  { user, from, trigger }: Stage,
  view: types.ModalView,
  instead: SlackMessage,
): Promise<void> {
  if (trigger !== undefined) {
    const came = await patiently<{ state: string; reason?: string }>(view.blocks, pictureMs, (blocks) =>
      tried(() => client.views.open({ trigger_id: trigger, view: { ...view, blocks } })),
    );
    if (came.state === 'sent') return;
    log.warn({ ...came }, 'a window could not be opened');
  }
  return carrier.privately(user, from, instead);
}

/**
 * A form where no window can be opened: a mention or a message gives no leave to. One field works in a message, more do
 * not (S17): then a button asks for the same once more, and its press gives leave.
 */
function invitation({ workspace }: Showing, card: Card, stage: Stage): SlackMessage {
  const fields = outline(card, workspace).filter((item) => item.kind === 'input').length;
  const again = againButton(stage.line ?? '', say(card.language, 'slack.open-form'));
  if (fields <= 1 || stage.hasFiles || !stage.line || !again) return toMessage(card, workspace);
  const series = newSeries();
  const title = card.title ?? card.summary;
  const blocks: KlarBlock[] = [
    { type: 'section', block_id: `${series}:0`, text: plainText(title, limits.text) },
    {
      type: 'context',
      block_id: `${series}:1`,
      elements: [plainText(say(card.language, 'slack.form-awaits'), limits.text)],
    },
    { type: 'actions', block_id: `${series}:2`, elements: [again] },
  ];
  return asMessage(card.summary, blocks);
}

/** The answer in the window that is open. A window cannot be closed from here, so it says at least that it is done. */
async function inWindow(showing: Showing, answer: Answer, stage: Stage): Promise<void> {
  const { carrier, workspace } = showing;
  const { user, from, language } = stage;
  const cards = 'card' in answer ? answer.card : undefined;
  switch (answer.show) {
    case 'nothing':
      return update(showing, stage, sentenceModal(say(language, 'slack.done'), language, from));
    case 'notice': {
      const shown = stage.window?.made ? undefined : withNotice(stage.shown, answer.text);
      const view = shown ?? sentenceModal(answer.text, language, from);
      return update(showing, stage, view, sentenceMessage(answer.text));
    }
    case 'reply':
      if (from.kind !== 'personal') {
        await carrier.toEveryone(user, from, toMessage(answer.card, workspace));
        return update(showing, stage, ending(sentenceModal(say(language, 'slack.done'), language, from)));
      }
      break;
    case 'form':
      return update(showing, stage, toModal(answer.card, from, workspace));
    case 'ask-file':
      return update(showing, stage, toFileModal(answer.card, from, workspace, stage.line ?? 'import'));
  }
  if (!cards) return;
  await update(showing, stage, ending(toModal(cards, from, workspace)), toMessage(cards, workspace));
  if (from.home) await showing.refreshHome(stage);
}

/** Closing this window closes what lies under it, too. */
const ending = (view: types.ModalView): types.ModalView => ({ ...view, clear_on_close: true });

/** Puts a view into the window. When the person has closed it meanwhile, what must not be lost comes as a message. */
async function update(
  { client, carrier, log, pictureMs }: Showing,
  { user, from, window }: Stage,
  view: types.ModalView,
  instead?: SlackMessage,
): Promise<void> {
  if (!window) return;
  const which = 'id' in window ? { view_id: window.id } : { external_id: window.external };
  const external = 'external' in window ? { external_id: window.external } : {};
  const came = await patiently<{ state: string; reason?: string }>(view.blocks, pictureMs, (blocks) =>
    tried(() => client.views.update({ ...which, view: { ...view, ...external, blocks } })),
  );
  if (came.state === 'sent') return;
  log.warn({ ...came }, 'a window could not be changed');
  if (instead) await carrier.privately(user, from, instead);
}

const noticePrefix = 'klar:notice:';

/**
 * The same window with a sentence on top. The blocks keep their ids, so that what was typed stays. Undefined when there
 * is no room.
 */
export function withNotice(shown: object | undefined, text: string): types.ModalView | undefined {
  if (!shown) return undefined;
  const view = shown as Partial<types.ModalView>;
  const kept = (view.blocks ?? []).filter((block) => !String(block.block_id).startsWith(noticePrefix));
  if (kept.length >= limits.blocksInView) return undefined;
  return {
    type: 'modal',
    callback_id: 'klar',
    title: view.title ?? plainText('Klar', limits.modalTitle),
    ...(view.submit ? { submit: view.submit } : {}),
    ...(view.close ? { close: view.close } : {}),
    private_metadata: view.private_metadata ?? '',
    blocks: [
      { type: 'section', block_id: `${noticePrefix}${newSeries()}`, text: plainText(text, limits.text) },
      ...kept,
    ],
  };
}
