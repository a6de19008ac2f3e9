import type { Arguments } from './arguments.ts';
import { RATES } from './limits.ts';
import type { Desk, Methods } from './method.ts';
import { Refusal, refusalWith } from './refusal.ts';
import { type Block, type Dict, dicts, isDict, type SlackChannel, type SlackMessage } from './types.ts';
import { blocksTooLong, validateBlocks } from './validate-blocks.ts';
import { keptText, wireMessage } from './wire.ts';
import type { Workspace } from './workspace.ts';

const WRITE = ['chat:write'];

/** chat.*: posting, editing and deleting (S20, S21, S23, S24, S31). */
export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: WRITE,
    rate: RATES.postPerChannel,
    run: (args, desk) => {
      const channel = postableChannel(args, desk);
      const content = readContent(args.all, desk.workspace);
      const message = desk.workspace.post({
        ...content,
        channel: channel.id,
        user: desk.workspace.botUserId,
        botId: desk.workspace.botId,
        threadTs: readThread(args, channel, desk.workspace),
        metadata: readMetadata(args),
      });
      const wire = wireMessage(desk.workspace, message, desk.baseUrl);
      return { channel: channel.id, ts: message.ts, message: wire };
    },
  },

  'chat.update': {
    scopes: WRITE,
    rate: RATES.tier3,
    run: (args, desk) => {
      const { workspace } = desk;
      const message = ownMessage(args, desk, 'cant_update_message');
      const content = readContent(args.all, workspace);
      const textOnly = args.all.blocks === undefined;
      message.blocks = content.blocks;
      message.text = args.string('text') === undefined ? message.text : content.text;
      // S23: an edit of blocks shows no "(edited)".
      if (textOnly) message.editedTs = workspace.ts();
      if (args.all.metadata !== undefined) message.metadata = readMetadata(args);
      workspace.changed();
      const wire = wireMessage(workspace, message, desk.baseUrl);
      return { channel: message.channel, ts: message.ts, text: message.text, message: wire };
    },
  },

  'chat.delete': {
    scopes: WRITE,
    rate: RATES.tier3,
    run: (args, desk) => {
      const message = ownMessage(args, desk, 'cant_delete_message');
      desk.workspace.remove(message);
      return { channel: message.channel, ts: message.ts };
    },
  },

  'chat.postEphemeral': {
    scopes: WRITE,
    rate: RATES.tier4,
    run: (args, desk) => {
      const { workspace } = desk;
      const user = args.required('user');
      const channel = postableChannel(args, desk);
      if (!workspace.users.has(user)) throw new Refusal('user_not_found');
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
      const message = workspace.post({
        ...readContent(args.all, workspace),
        channel: channel.id,
        user: workspace.botUserId,
        botId: workspace.botId,
        threadTs: readThread(args, channel, workspace),
        ephemeralTo: user,
      });
      return { message_ts: message.ts };
    },
  },
};

/**
 * Text and blocks of a message as given in a call, an ack or a response_url. Refuses what breaks a limit:
 * `no_text`, `invalid_blocks`, `msg_blocks_too_long`, `invalid_blocks_format`.
 */
export function readContent(given: Dict, workspace: Workspace): { text: string; blocks: Block[] } {
  const text = typeof given.text === 'string' ? given.text : '';
  if (given.blocks !== undefined && !Array.isArray(given.blocks)) throw new Refusal('invalid_blocks_format');
  const blocks = dicts(given.blocks);
  const problems = validateBlocks(given.blocks ?? [], 'message', { knowsFile: (id) => workspace.isPicture(id) });
  if (problems.length > 0) {
    const errors = problems.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`);
    throw refusalWith(
      'invalid_blocks',
      errors.map((error) => `[ERROR] ${error}`),
    );
  }
  if (blocksTooLong(blocks)) throw new Refusal('msg_blocks_too_long');
  if (blocks.length === 0 && text.trim() === '') throw new Refusal('no_text');
  return { text: keptText(text), blocks: workspace.named(blocks) };
}

/** S31: a channel the bot may post in, by id, `#name` or a person's id. */
function postableChannel(args: Arguments, { workspace, scopes }: Desk): SlackChannel {
  const given = args.required('channel');
  const user = workspace.users.get(given);
  if (user !== undefined && !user.bot) return openDirectChat(workspace, given);
  const channel = given.startsWith('#') ? workspace.findChannel(given) : workspace.channels.get(given);
  if (channel === undefined) throw new Refusal('channel_not_found');
  if (channel.archived) throw new Refusal('is_archived');
  if (!workspace.botIn(channel)) {
    if (channel.kind !== 'public') throw new Refusal('channel_not_found');
    if (!scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
  }
  return channel;
}

/** S31, X5: the bot's direct chat with a person; strangers and the deactivated cannot be reached. */
export function openDirectChat(workspace: Workspace, userId: string): SlackChannel {
  const user = workspace.users.get(userId);
  if (user === undefined) throw new Refusal('user_not_found');
  if (user.bot) throw new Refusal('cannot_dm_bot');
  if (user.deleted) throw new Refusal('user_disabled');
  if (user.teamId !== workspace.teamId) throw new Refusal('user_not_visible');
  return workspace.directChat(userId);
}

/** A reply belongs to a message that stands in the same channel and is itself no reply. */
function readThread(args: Arguments, channel: SlackChannel, workspace: Workspace): string | null {
  const ts = args.string('thread_ts');
  if (ts === undefined) return null;
  const parent = workspace.message(channel.id, ts);
  if (parent === undefined || parent.ephemeralTo !== null) throw new Refusal('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function readMetadata(args: Arguments): Dict | null {
  const metadata = args.all.metadata;
  if (metadata === undefined || metadata === '') return null;
  if (!isDict(metadata) || typeof metadata.event_type !== 'string' || !isDict(metadata.event_payload)) {
    throw new Refusal('invalid_metadata_format');
  }
  return metadata;
}

/** S23: only own messages, named by channel id and ts, and never ephemeral ones, which the API does not find. */
function ownMessage(args: Arguments, { workspace }: Desk, notOwn: string): SlackMessage {
  const channel = workspace.channels.get(args.required('channel'));
  const hidden = channel !== undefined && channel.kind !== 'public' && !workspace.botIn(channel);
  if (channel === undefined || hidden) throw new Refusal('channel_not_found');
  const message = workspace.message(channel.id, args.required('ts'));
  if (message === undefined || message.ephemeralTo !== null) throw new Refusal('message_not_found');
  if (message.botId !== workspace.botId) throw new Refusal(notOwn);
  return message;
}
