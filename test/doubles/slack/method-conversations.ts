import type { Arguments } from './arguments.ts';
import { LIMITS, RATES } from './limits.ts';
import type { Desk, Methods } from './method.ts';
import { openDirectChat } from './method-chat.ts';
import { Refusal } from './refusal.ts';
import type { Dict, SlackChannel, SlackMessage } from './types.ts';
import { wireChannel, wireMessage } from './wire.ts';

const READ = ['channels:read', 'groups:read', 'im:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history'];

/** conversations.*: what the bot can learn about channels and direct chats (S27, S29, S31). */
export const conversationMethods: Methods = {
  'conversations.list': {
    scopes: READ,
    rate: RATES.tier2,
    run: (args, desk) => {
      const types = (args.string('types') ?? 'public_channel').split(',').map((each) => each.trim());
      const wanted = [...desk.workspace.channels.values()].filter((channel) => {
        if (channel.archived && args.boolean('exclude_archived')) return false;
        if (channel.kind === 'public') return types.includes('public_channel');
        const type = channel.kind === 'private' ? 'private_channel' : 'im';
        return types.includes(type) && desk.workspace.botIn(channel);
      });
      const { items, response_metadata } = args.page(wanted, 100, LIMITS.membersPage);
      return { channels: items.map((channel) => wireChannel(desk.workspace, channel)), response_metadata };
    },
  },

  'conversations.info': {
    scopes: READ,
    rate: RATES.tier3,
    run: (args, desk) => {
      const channel = visibleChannel(args, desk);
      const { num_members, ...rest } = wireChannel(desk.workspace, channel);
      const count = args.boolean('include_num_members') ? { num_members } : {};
      return { channel: { ...rest, ...count } };
    },
  },

  'conversations.members': {
    scopes: READ,
    rate: RATES.tier4,
    run: (args, desk) => {
      const channel = visibleChannel(args, desk);
      const { items, response_metadata } = args.page([...channel.members], 100, LIMITS.membersPage);
      return { members: items, response_metadata };
    },
  },

  'conversations.open': {
    scopes: ['im:write'],
    rate: RATES.tier3,
    run: (args, { workspace }) => {
      const users = args.required('users').split(',');
      if (users.length > 1) throw new Refusal('method_not_supported_for_channel_type');
      const channel = openDirectChat(workspace, users[0] ?? '');
      workspace.changed();
      return { channel: args.boolean('return_im') ? wireChannel(workspace, channel) : { id: channel.id } };
    },
  },

  'conversations.history': {
    scopes: HISTORY,
    rate: RATES.tier3,
    run: (args, desk) => {
      const channel = readableChannel(args, desk);
      const top = desk.workspace.messages.filter((each) => each.channel === channel.id && isTop(each)).reverse();
      return listed(top, args, desk);
    },
  },

  'conversations.replies': {
    scopes: HISTORY,
    rate: RATES.tier3,
    run: (args, desk) => {
      const channel = readableChannel(args, desk);
      const ts = args.required('ts');
      if (desk.workspace.message(channel.id, ts) === undefined) throw new Refusal('thread_not_found');
      const thread = desk.workspace.messages.filter(
        (each) => each.channel === channel.id && each.ephemeralTo === null && (each.ts === ts || each.threadTs === ts),
      );
      return listed(thread, args, desk);
    },
  },
};

function isTop(message: SlackMessage): boolean {
  return message.ephemeralTo === null && message.threadTs === null;
}

function listed(messages: readonly SlackMessage[], args: Arguments, desk: Desk): Dict {
  const oldest = Number(args.string('oldest') ?? 0);
  const latest = Number(args.string('latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = args.boolean('inclusive');
  const between = messages.filter(({ ts }) =>
    inclusive ? Number(ts) >= oldest && Number(ts) <= latest : Number(ts) > oldest && Number(ts) < latest,
  );
  const { items, response_metadata } = args.page(between, 100, LIMITS.membersPage);
  const all = args.boolean('include_all_metadata');
  return {
    messages: items.map((message) => {
      const { metadata, ...rest } = wireMessage(desk.workspace, message, desk.baseUrl);
      return metadata === undefined || !all ? rest : { ...rest, metadata };
    }),
    has_more: response_metadata.next_cursor !== '',
    response_metadata,
  };
}

/** Public channels are seen by all; private ones and direct chats by their members alone. */
function visibleChannel(args: Arguments, { workspace }: Desk): SlackChannel {
  const channel = workspace.channels.get(args.required('channel'));
  if (channel === undefined || (channel.kind !== 'public' && !workspace.botIn(channel))) {
    throw new Refusal('channel_not_found');
  }
  return channel;
}

function readableChannel(args: Arguments, desk: Desk): SlackChannel {
  const channel = visibleChannel(args, desk);
  if (!desk.workspace.botIn(channel)) throw new Refusal('not_in_channel');
  return channel;
}
