import type { Press } from './press.ts';
import type { Dict, SlackChannel, SlackMessage, SlackUser, SlackView } from './types.ts';
import { channelName, wireMessage, wireView } from './wire.ts';
import type { Workspace } from './workspace.ts';

/** The old verification token; every payload still carries one. Nobody should trust it. */
const TOKEN = 'token-that-proves-nothing';

/**
 * The text of a person as Slack hands it on: `&`, `<` and `>` become entities (S20), `@handle` becomes a mention.
 * `labelled` adds the name to the mention, as commands with `should_escape` do (S32). `<@U…>` given by a test stays.
 */
export function typedText(workspace: Workspace, text: string, labelled: boolean): string {
  return text
    .split(/(<@[A-Z0-9]+>)/)
    .map((part, index) => {
      const id = index % 2 === 1 ? part.slice(2, -1) : null;
      if (id !== null) return mention(workspace.users.get(id), labelled) ?? part;
      const escaped = part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return escaped.replace(/(?<![\w.])@([\w.-]+)/g, (whole, name) => {
        const user = [...workspace.users.values()].find((each) => each.name === name);
        return mention(user, labelled) ?? whole;
      });
    })
    .join('');
}

function mention(user: SlackUser | undefined, labelled: boolean): string | null {
  if (user === undefined) return null;
  return labelled ? `<@${user.id}|${user.name}>` : `<@${user.id}>`;
}

/** The envelope of an event (S3, X5): `team_id` is the sender's in a shared channel, `context_team_id` always ours. */
export function eventEnvelope(workspace: Workspace, event: Dict, senderTeam: string, shared: boolean): Dict {
  return {
    token: TOKEN,
    team_id: senderTeam,
    context_team_id: workspace.teamId,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: workspace.id('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: workspace.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${workspace.id('').toLowerCase()}`,
  };
}

/** What a message event says of a person's message. */
export function messageEvent(user: SlackUser, message: SlackMessage, more: Dict): Dict {
  const text = { type: 'text', text: message.text };
  return {
    user: user.id,
    ts: message.ts,
    client_msg_id: `${message.ts}-client`,
    text: message.text,
    team: user.teamId,
    ...(message.text === ''
      ? {}
      : {
          blocks: [
            {
              type: 'rich_text',
              block_id: 'typed',
              elements: [{ type: 'rich_text_section', elements: [text] }],
            },
          ],
        }),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    channel: message.channel,
    event_ts: message.ts,
    ...more,
  };
}

/** What every interaction says of who and where. */
function common(workspace: Workspace, user: SlackUser): Dict {
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: workspace.appId,
    token: TOKEN,
    team: { id: workspace.teamId, domain: workspace.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A slash command (S32). */
export function commandPayload(
  workspace: Workspace,
  user: SlackUser,
  channel: SlackChannel,
  given: { command: string; text: string; responseUrl: string; triggerId: string },
): Dict {
  return {
    token: TOKEN,
    team_id: workspace.teamId,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command: given.command,
    text: given.text,
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: given.triggerId,
  };
}

/** A press in a message; an ephemeral one is only named, not repeated. */
export function messagePress(
  workspace: Workspace,
  user: SlackUser,
  message: SlackMessage,
  press: Press,
  given: { responseUrl: string; triggerId: string; baseUrl: string },
): Dict {
  const channel = workspace.channel(message.channel);
  const ephemeral = message.ephemeralTo !== null;
  return {
    type: 'block_actions',
    ...common(workspace, user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: given.triggerId,
    channel: { id: channel.id, name: channelName(channel) },
    ...(ephemeral ? {} : { message: wireMessage(workspace, message, given.baseUrl) }),
    state: { values: press.state },
    response_url: given.responseUrl,
    actions: [press.action],
  };
}

/** A press in a modal or home: no channel, no message, no response_url (S6). */
export function viewPress(
  workspace: Workspace,
  user: SlackUser,
  view: SlackView,
  press: Press,
  triggerId: string,
): Dict {
  return {
    type: 'block_actions',
    ...common(workspace, user),
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    view: wireView(workspace, view, press.state),
    actions: [press.action],
  };
}

/** A modal's submission, with response_urls where a field asked for them (S6). */
export function submission(
  workspace: Workspace,
  user: SlackUser,
  view: SlackView,
  given: { state: Dict; triggerId: string; responseUrls: readonly Dict[] },
): Dict {
  return {
    type: 'view_submission',
    ...common(workspace, user),
    trigger_id: given.triggerId,
    view: wireView(workspace, view, given.state),
    response_urls: given.responseUrls,
  };
}

/** A modal that was closed, sent to those with `notify_on_close`. */
export function closing(workspace: Workspace, user: SlackUser, view: SlackView, state: Dict, cleared: boolean): Dict {
  return {
    type: 'view_closed',
    ...common(workspace, user),
    view: wireView(workspace, view, state),
    is_cleared: cleared,
  };
}
