import type { webApi } from '@slack/bolt';
import type { Visitor, Where } from '#chat/port.ts';
import { lookUpMs } from './limits.ts';
import { type Own, workspaceOf } from './own.ts';
import { Remembered } from './remembered.ts';
import { within } from './within.ts';

/** What Slack says of a user (S29); everything may be missing. */
interface Profile {
  name: string | undefined;
  email: string | undefined;
  locale: string | undefined;
  timeZone: string | undefined;
  team: string | undefined;
  stranger: boolean;
  bot: boolean;
}

const keepMs = 6 * 60 * 60_000;

/**
 * The people and conversations of the workspace, each asked for once in a while. A look-up that fails or
 * takes long is harmless: the ids are enough to act.
 */
export class Acquaintances {
  readonly #own: Own;
  readonly #profiles: Remembered<Profile>;
  readonly #channels: Remembered<{ name: string | undefined; group: boolean }>;
  readonly #directChats: Remembered<string>;
  /** Places that something came from, so that they can be told of when Klar is removed from all of them. */
  readonly places = new Map<string, Where>();

  constructor(client: webApi.WebClient, own: Own) {
    this.#own = own;
    this.#profiles = new Remembered((user) => profileOf(client, user), { keepMs, most: 20_000 });
    this.#channels = new Remembered(
      async (channel) => {
        const { channel: info } = await client.conversations.info({ channel });
        return { name: info?.is_mpim ? undefined : info?.name, group: info?.is_mpim === true };
      },
      { keepMs, most: 5000 },
    );
    this.#directChats = new Remembered(
      async (user) => {
        const { channel } = await client.conversations.open({ users: user });
        if (!channel?.id) throw new Error('conversations.open gave no channel');
        return channel.id;
      },
      { keepMs, most: 20_000 },
    );
  }

  /**
   * A user as a visitor.
   * @param home The workspace that the platform named in what they did; a profile that says otherwise wins.
   */
  async visitor(user: string, home: string): Promise<Visitor & { bot: boolean }> {
    const profile = await within(lookUpMs, this.#profiles.get(user));
    const workspace = profile?.stranger && profile.team && home === workspaceOf(this.#own) ? profile.team : home;
    return {
      surface: 'slack',
      workspace,
      user,
      address: {},
      bot: profile?.bot === true,
      ...(profile?.name ? { name: profile.name } : {}),
      ...(profile?.email ? { email: profile.email } : {}),
      ...(profile?.locale ? { locale: profile.locale } : {}),
      ...(profile?.timeZone ? { timeZone: profile.timeZone } : {}),
    };
  }

  /** The channel of the person's own chat with Klar; undefined when Slack does not open one. */
  directChat(user: string): Promise<string | undefined> {
    return within(lookUpMs, this.#directChats.get(user));
  }

  learnDirectChat(user: string, channel: string): void {
    this.#directChats.learn(user, channel);
  }

  /** The person's own chat as a place. */
  own(channel: string): Where {
    return this.#remember({ ...this.#common(channel), kind: 'personal' });
  }

  /**
   * A channel or group chat as a place.
   * @param saidName The name in the payload; Slack hides that of private ones.
   */
  async shared(channel: string, saidName = ''): Promise<Where> {
    const group = saidName.startsWith('mpdm-');
    if (group) return this.#remember({ ...this.#common(channel), kind: 'group' });
    const hidden = saidName === '' || saidName === 'privategroup';
    const info = hidden ? await within(lookUpMs, this.#channels.get(channel)) : { name: saidName, group: false };
    const name = info?.name ? { name: info.name } : {};
    return this.#remember({ ...this.#common(channel), kind: info?.group ? 'group' : 'channel', ...name });
  }

  #common(channel: string) {
    return { surface: 'slack' as const, workspace: workspaceOf(this.#own), key: channel, address: { channel } };
  }

  #remember(where: Where): Where {
    this.places.set(where.key, where);
    return where;
  }
}

async function profileOf(client: webApi.WebClient, user: string): Promise<Profile> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  return {
    name: found?.profile?.real_name || found?.real_name || found?.profile?.display_name || found?.name,
    email: found?.profile?.email,
    locale: found?.locale,
    timeZone: found?.tz,
    team: found?.team_id,
    stranger: (found as { is_stranger?: boolean } | undefined)?.is_stranger === true,
    bot: found?.is_bot === true,
  };
}
