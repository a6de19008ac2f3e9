import type { Delivery } from './dispatcher.ts';
import { fieldsOf, fill, stateValues } from './fields.ts';
import { closing, submission } from './payloads.ts';
import type { Office } from './person.ts';
import { assertSubmittable } from './press.ts';
import { type Dict, type FieldValues, isDict, type SlackUser, type SlackView } from './types.ts';
import { pushModal, type Shown, updateModal } from './view-stack.ts';
import { wireFile } from './wire.ts';

/** What came of submitting a modal. */
export interface Submission extends Delivery {
  /** What Slack did with the app's answer; `failed` shows the person "We had some trouble connecting". */
  outcome: 'closed' | 'cleared' | 'updated' | 'pushed' | 'errors' | 'failed';
  /** Errors shown at the inputs, by block_id. */
  errors: Record<string, string>;
}

/** Submits a modal and carries out what the app answers (S18). Throws when Slack could not carry it out. */
export async function submitView(
  office: Office,
  user: SlackUser,
  view: SlackView,
  values: FieldValues,
): Promise<Submission> {
  const { workspace, dispatcher } = office;
  if (view.submit === null) throw new Error('The modal has no submit button.');
  fill(view.blocks, values, view.typed);
  const state = stateOf(office, view);
  assertSubmittable(view.blocks, state);
  const payload = submission(workspace, user, view, {
    state,
    triggerId: workspace.trigger(user.id, view.id),
    responseUrls: responseUrls(office, user, view),
  });
  const delivery = await dispatcher.deliver('interactive', payload);
  if (delivery.status !== 200) return { ...delivery, outcome: 'failed', errors: {} };
  const answer = delivery.json ?? {};
  switch (answer.response_action) {
    case undefined:
      workspace.closeViews(user.id, false);
      return { ...delivery, outcome: 'closed', errors: {} };
    case 'clear':
      workspace.closeViews(user.id, true);
      return { ...delivery, outcome: 'cleared', errors: {} };
    case 'update':
      mustShow(updateModal(workspace, view, answer.view));
      return { ...delivery, outcome: 'updated', errors: {} };
    case 'push':
      mustShow(pushModal(workspace, user.id, answer.view));
      return { ...delivery, outcome: 'pushed', errors: {} };
    case 'errors':
      return { ...delivery, outcome: 'errors', errors: errorsAt(view, answer.errors) };
    default:
      throw new Error(`Slack knows no response_action "${String(answer.response_action)}".`);
  }
}

/** Closes a modal; the app hears of it when the modal asked for that. */
export async function closeView(
  office: Office,
  user: SlackUser,
  view: SlackView,
  all: boolean,
): Promise<Delivery | null> {
  const { workspace, dispatcher } = office;
  const state = stateOf(office, view);
  const cleared = all || view.clearOnClose;
  workspace.closeViews(user.id, cleared);
  if (!view.notifyOnClose) return null;
  return dispatcher.deliver('interactive', closing(workspace, user, view, state, cleared));
}

function stateOf({ workspace, baseUrl }: Office, view: SlackView): Dict {
  return stateValues(view.blocks, view.typed, (file) => wireFile(workspace, file, baseUrl));
}

function mustShow(shown: Shown): void {
  if ('error' in shown) {
    throw new Error(`Slack would not show the view of this answer: ${[shown.error, ...shown.messages].join(' ')}`);
  }
}

/** Errors belong to input blocks of the view; for others Slack shows a failure instead. */
function errorsAt(view: SlackView, given: unknown): Record<string, string> {
  if (!isDict(given) || Object.keys(given).length === 0) throw new Error('response_action errors needs errors.');
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const errors: Record<string, string> = {};
  for (const [blockId, text] of Object.entries(given)) {
    if (!inputs.includes(blockId)) throw new Error(`There is no input block ${blockId} to show an error at.`);
    errors[blockId] = String(text);
  }
  return errors;
}

function responseUrls({ workspace, baseUrl }: Office, user: SlackUser, view: SlackView): Dict[] {
  return fieldsOf(view.blocks).flatMap((field) => {
    const channel = view.typed.get(field.key);
    if (field.element.response_url_enabled !== true || typeof channel !== 'string') return [];
    const token = workspace.responseUrl({ userId: user.id, channel, threadTs: null, messageTs: null });
    return [
      {
        block_id: field.block.block_id,
        action_id: field.actionId,
        channel_id: channel,
        response_url: `${baseUrl}/respond/${token}`,
      },
    ];
  });
}
