import type { types } from '@slack/bolt';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { NotForSlack } from './button.ts';
import { fieldOf } from './field.ts';
import { limits } from './limits.ts';
import { cut } from './plain-text.ts';
import { type Showing, showAnswer, withNotice } from './show-answer.ts';
import type { Stage } from './stage.ts';
import { newSeries, toMessage } from './to-message.ts';
import { sentenceModal, toFileModal, toModal } from './to-view.ts';
import { uploadsIn } from './unready.ts';
import { within } from './within.ts';

/** What Slack does with a window that was sent off (S18); an empty one closes it. */
export type SubmitAck =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update' | 'push'; view: types.ModalView }
  | undefined;

/**
 * Answers a form that was sent off. Errors must be in the acknowledgement, which Slack wants within three seconds (S1),
 * so the answer is waited for; when it takes longer, a window on top says so and shows the answer when it comes, and
 * the form lies under it with all that was typed.
 * @param patienceMs How long the answer may take before that.
 */
export async function submitForm(
  showing: Showing,
  { answer, stage, ack, patienceMs }: { answer: Promise<Answer>; stage: Stage; ack: Acknowledge; patienceMs: number },
): Promise<void> {
  const soon = await within(patienceMs, answer);
  if (soon && (await answered(showing, soon, stage, ack)) === 'answered') return;
  const external = `klar:${newSeries()}`;
  const waiting = sentenceModal(say(stage.language, 'slack.working'), stage.language, stage.from);
  await ack({ response_action: 'push', view: { ...waiting, external_id: external } });
  await showAnswer(showing, await answer, { ...stage, window: { external, made: true } });
}

type Acknowledge = (answer?: SubmitAck) => Promise<void>;

/**
 * Acknowledges with the answer where that can be done in one go. A picture that Slack may still be processing cannot:
 * nobody is told when such an acknowledgement is refused.
 */
async function answered(
  showing: Showing,
  answer: Answer,
  stage: Stage,
  ack: Acknowledge,
): Promise<'answered' | 'with a picture'> {
  let ackWith: SubmitAck;
  try {
    ackWith = ackOf(showing, answer, stage);
  } catch (error) {
    if (!(error instanceof NotForSlack)) throw error;
    showing.log.error({ reason: error.message }, 'an answer does not fit Slack');
    await ack({
      response_action: 'update',
      view: sentenceModal(say(stage.language, 'slack.too-large'), stage.language, stage.from),
    });
    return 'answered';
  }
  if (ackWith && 'view' in ackWith && uploadsIn(ackWith.view.blocks).length > 0) return 'with a picture';
  await ack(ackWith);
  if (ackWith === undefined) await showAnswer(showing, answer, { ...stage, trigger: undefined });
  else if (stage.from.home && answer.show !== 'notice') await showing.refreshHome(stage);
  return 'answered';
}

/** What happens to the window; when it closes, the answer is shown where the person came from. */
function ackOf({ workspace }: Showing, answer: Answer, { shown, from, language, line }: Stage): SubmitAck {
  switch (answer.show) {
    case 'notice':
      return noticeAck(answer, shown, () => sentenceModal(answer.text, language, from), from.home === true);
    case 'form':
      return { response_action: 'update', view: toModal(answer.card, from, workspace) };
    case 'ask-file':
      return { response_action: 'update', view: toFileModal(answer.card, from, workspace, line ?? 'import') };
    case 'nothing':
      return undefined;
    default:
      // Home has no messages: what came of it is shown in the window.
      if (from.home) return { response_action: 'update', view: toModal(answer.card, from, workspace) };
      // Made now, so that a card that does not fit is known before the window closes.
      toMessage(answer.card, workspace);
      return undefined;
  }
}

function noticeAck(
  { text, problem, field }: Answer & { show: 'notice' },
  shown: object | undefined,
  alone: () => types.ModalView,
  home: boolean,
): SubmitAck {
  const inputs = inputsOf(shown);
  const at = inputs.find((input) => field !== undefined && input.field === field) ?? (problem ? inputs[0] : undefined);
  if (at) return { response_action: 'errors', errors: { [at.block]: cut(text, limits.label) } };
  if (problem || home) return { response_action: 'update', view: withNotice(shown, text) ?? alone() };
  return undefined;
}

function inputsOf(shown: object | undefined): { block: string; field: string | undefined }[] {
  const blocks = (shown as { blocks?: Record<string, unknown>[] } | undefined)?.blocks ?? [];
  return blocks
    .filter((block) => block.type === 'input')
    .map((block) => ({
      block: String(block.block_id),
      field: fieldOf(String((block.element as { action_id?: unknown } | undefined)?.action_id)),
    }));
}
