import { checkCard, warnOfLeftovers } from './check-card.ts';
import { checkMentions } from './check-mentions.ts';
import type { Place } from './directory.ts';
import { ADAPTIVE_CARD, isRecord, type OutboundActivity } from './shapes.ts';
import type { Message, State, Violation } from './state.ts';

/** What the connector answers. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

/** Refused above this, counted as UTF-16 (PLATFORMS T7). */
const MAX_MESSAGE_BYTES = 100 * 1024;
/** What a payload should stay under; above it the stand-in only warns (PLATFORMS T7). */
const ADVISED_MESSAGE_BYTES = 80 * 1024;

/** An error as the connector words it. */
export function refuse(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

/** Checks what a bot wants to put into a place: size, mentions, cards. A finding is a refusal, and is noted in `violations`. */
function inspect(state: State, botId: string, activity: OutboundActivity): Reply | null {
  const bytes = JSON.stringify(activity).length * 2;
  if (bytes > MAX_MESSAGE_BYTES) {
    state.violations.push({ row: 'T7', problem: `a message of ${bytes} bytes` });
    return refuse(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  if (bytes > ADVISED_MESSAGE_BYTES) state.warnings.push({ row: 'T7', problem: `a message of ${bytes} bytes` });

  const isKnown = (id: string) => id === botId || state.directory.findPerson(id) !== undefined;
  const violations: Violation[] = [
    ...checkMentions({ texts: [activity.text ?? ''], entities: activity.entities ?? [], isKnown }),
  ];
  for (const attachment of activity.attachments ?? []) {
    if (attachment.contentType === ADAPTIVE_CARD) {
      violations.push(...checkCard(attachment.content, { inDialog: false, isKnown }));
      state.warnings.push(...warnOfLeftovers(attachment.content));
    }
  }
  if (!activity.text && (activity.attachments ?? []).length === 0) {
    violations.push({ row: 'T8', problem: 'a message with neither text nor attachment' });
  }
  if (violations.length === 0) return null;
  state.violations.push(...violations);
  return refuse(400, 'BadArgument', violations.map(({ row, problem }) => `${row}: ${problem}`).join('; '));
}

function contentOf(activity: OutboundActivity): Pick<Message, 'text' | 'summary' | 'card' | 'activity' | 'alert'> {
  const card = activity.attachments?.find((attachment) => attachment.contentType === ADAPTIVE_CARD)?.content;
  return {
    text: activity.text || null,
    summary: activity.summary ?? null,
    card: isRecord(card) ? card : null,
    activity,
    alert: activity.channelData?.notification?.alert === true,
  };
}

/**
 * Puts a bot's activity into a place. Text and attachment together become two messages, and then no id comes back, so
 * that neither can be updated (PLATFORMS T8). `typing` is accepted and leaves nothing.
 */
export function putMessage(
  state: State,
  botId: string,
  where: { place: Place; threadId: string | null },
  activity: OutboundActivity,
): { reply: Reply; message: Message | null } {
  if (activity.type === 'typing') return { reply: { status: 201, body: { id: state.nextMessageId() } }, message: null };
  if (activity.type !== 'message') {
    return { reply: refuse(400, 'BadArgument', `Unknown activity type ${activity.type}`), message: null };
  }
  const refusal = inspect(state, botId, activity);
  if (refusal) return { reply: refusal, message: null };

  const content = contentOf(activity);
  if (content.text !== null && (activity.attachments ?? []).length > 0) {
    const first = state.post({ ...where, from: 'bot', ...content, card: null });
    const threadId = where.threadId ?? (where.place.kind === 'channel' ? first.id : null);
    state.post({ ...where, threadId, from: 'bot', ...content, text: null });
    return { reply: { status: 201, body: {} }, message: null };
  }
  const message = state.post({ ...where, from: 'bot', ...content });
  return { reply: { status: 201, body: { id: message.id } }, message };
}

/** Replaces a bot's message. People's own views go, as their clients now see an edited message and refresh (PLATFORMS T17). */
export function replaceMessage(state: State, botId: string, message: Message, activity: OutboundActivity): Reply {
  const refusal = inspect(state, botId, activity);
  if (refusal) return refusal;
  if (activity.text && (activity.attachments ?? []).length > 0) {
    state.violations.push({ row: 'T8', problem: 'an update with text and attachment' });
    return refuse(400, 'BadArgument', 'T8: an update holds text or an attachment, not both');
  }
  const { alert: _onlyNewOnesAlert, ...content } = contentOf(activity);
  Object.assign(message, content, { edits: message.edits + 1 });
  message.ownViews.clear();
  state.changed();
  return { status: 200, body: { id: message.id } };
}
