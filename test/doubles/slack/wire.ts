import { LIMITS } from './limits.ts';
import type { Dict, SlackChannel, SlackFile, SlackMessage, SlackUser, SlackView } from './types.ts';
import type { Workspace } from './workspace.ts';

/** A user as `users.info` shows it (S29, X4); strangers are thin and have no e-mail (X5). */
export function wireUser(workspace: Workspace, user: SlackUser, shows: { email: boolean; locale: boolean }): Dict {
  const stranger = user.teamId !== workspace.teamId;
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: 3600,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.name,
      display_name_normalized: user.name,
      team: user.teamId,
      ...(shows.email && !stranger && user.email !== null ? { email: user.email } : {}),
      ...(user.id === workspace.botUserId ? { api_app_id: workspace.appId, bot_id: workspace.botId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_restricted: user.restricted !== 'no',
    is_ultra_restricted: user.restricted === 'single',
    is_bot: user.bot,
    is_app_user: false,
    ...(stranger ? { is_stranger: true } : {}),
    ...(shows.locale ? { locale: user.locale } : {}),
    updated: Math.floor(workspace.now() / 1000),
  };
}

/** A conversation as `conversations.info` shows it. */
export function wireChannel(workspace: Workspace, channel: SlackChannel): Dict {
  const im = channel.kind === 'im';
  const common = {
    id: channel.id,
    is_im: im,
    is_mpim: false,
    is_archived: channel.archived,
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    is_org_shared: false,
    context_team_id: workspace.teamId,
  };
  if (im) return { ...common, user: [...channel.members].find((id) => id !== workspace.botUserId), is_open: true };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: true,
    is_group: false,
    is_private: channel.kind === 'private',
    is_general: false,
    is_member: workspace.botIn(channel),
    num_members: channel.members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** A message as history, answers of chat.* and `block_actions` show it. */
export function wireMessage(workspace: Workspace, message: SlackMessage, baseUrl: string): Dict {
  const byApp = message.botId !== null;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.teamId,
    ...(byApp ? { bot_id: message.botId, app_id: workspace.appId, bot_profile: botProfile(workspace) } : {}),
    ...(message.blocks.length > 0 ? { blocks: structuredClone(message.blocks) } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(message.metadata === null ? {} : { metadata: message.metadata }),
    ...(message.editedTs === null ? {} : { edited: { user: message.user, ts: message.editedTs } }),
    ...(message.files.length > 0 ? { files: message.files.map((file) => wireFile(workspace, file, baseUrl)) } : {}),
  };
}

/** The app's bot as `bots.info` shows it. */
export function botProfile(workspace: Workspace): Dict {
  return {
    id: workspace.botId,
    app_id: workspace.appId,
    user_id: workspace.botUserId,
    name: 'Klar',
    deleted: !workspace.installed,
    updated: Math.floor(workspace.now() / 1000),
    team_id: workspace.teamId,
    icons: {},
  };
}

/** A file as `files.info`, events and `file_input` show it; the private addresses want the bot's token (S37). */
export function wireFile(workspace: Workspace, file: SlackFile, baseUrl: string): Dict {
  const path = `${baseUrl}/files-pri/${workspace.teamId}-${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1000),
    timestamp: Math.floor(file.createdAt / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1)?.toLowerCase() ?? '',
    pretty_type: file.mimetype,
    user: file.user,
    user_team: workspace.teamId,
    size: file.bytes.byteLength,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    file_access: 'visible',
    url_private: `${path}/${name}`,
    url_private_download: `${path}/download/${name}`,
    permalink: `${baseUrl}/files/${file.user}/${file.id}/${name}`,
    channels: file.channels.filter((id) => id.startsWith('C')),
    ims: file.channels.filter((id) => id.startsWith('D')),
    groups: [],
  };
}

/** A view as `views.*` answers and interactions show it; `state` is what the person has filled in. */
export function wireView(workspace: Workspace, view: SlackView, state: Dict = {}): Dict {
  return {
    id: view.id,
    team_id: workspace.teamId,
    type: view.type,
    blocks: structuredClone(view.blocks),
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: state },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: workspace.appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.teamId,
    bot_id: workspace.botId,
  };
}

/** The name that interactions give for a channel. */
export function channelName(channel: SlackChannel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** Text cut to what Slack keeps (S21). */
export function keptText(text: string): string {
  return text.slice(0, LIMITS.messageText);
}
