import { LIMITS } from './limits.ts';
import { readContent } from './method-chat.ts';
import { Refusal } from './refusal.ts';
import { type Dict, isDict } from './types.ts';
import type { HttpAnswer } from './web-api.ts';
import type { ResponseUrl, Workspace } from './workspace.ts';

/**
 * Answers a POST to a response_url: five uses within thirty minutes (S6), a message to the person or, with
 * `response_type: in_channel`, to the channel, even one that the bot is not in; `replace_original` and `delete_original`
 * change the message that was pressed, ephemeral ones included (S24). Failures are not 2xx, so that Bolt's `respond` throws.
 */
export function answerResponseUrl(workspace: Workspace, token: string, body: Buffer): Exclude<HttpAnswer, 'drop'> {
  const url = workspace.responseUrls.get(token);
  if (url === undefined) return failed('invalid_url', 404);
  if (workspace.now() - url.at > LIMITS.responseUrlMs) return failed('expired_url', 404);
  if (url.uses >= LIMITS.responseUrlUses) return failed('used_url', 404);
  url.uses += 1;
  try {
    const given: unknown = JSON.parse(body.toString('utf8'));
    if (!isDict(given)) return failed('invalid_payload', 400);
    showAnswer(workspace, url, given);
  } catch (error) {
    if (error instanceof Refusal) return { status: 400, body: error.body };
    if (error instanceof SyntaxError) return failed('invalid_payload', 400);
    throw error;
  }
  return { status: 200, body: { ok: true } };
}

/** Shows what an app answered through a response_url, or as the body of its answer to a command. Throws `Refusal`. */
export function showAnswer(workspace: Workspace, url: Omit<ResponseUrl, 'at' | 'uses'>, given: Dict): void {
  const original = url.messageTs === null ? undefined : workspace.message(url.channel, url.messageTs);
  if (given.delete_original === true) {
    if (original === undefined) throw new Refusal('message_not_found');
    workspace.remove(original);
    return;
  }
  const content = readContent(given, workspace);
  if (given.replace_original === true && original !== undefined) {
    Object.assign(original, content);
    workspace.changed();
    return;
  }
  workspace.post({
    ...content,
    channel: url.channel,
    user: workspace.botUserId,
    botId: workspace.botId,
    threadTs: typeof given.thread_ts === 'string' ? given.thread_ts : url.threadTs,
    ephemeralTo: given.response_type === 'in_channel' ? null : url.userId,
  });
}

function failed(error: string, status: number): Exclude<HttpAnswer, 'drop'> {
  return { status, body: { ok: false, error } };
}
