import { randomBytes } from 'node:crypto';
import { LIMITS } from './limits.ts';
import type { SlackChannel, SlackFile, SlackMessage, SlackUser, SlackView } from './types.ts';
import { type Block, type Dict, dicts, isDict } from './types.ts';

/** A trigger_id that was handed out. */
interface Trigger {
  userId: string;
  at: number;
  used: boolean;
  /** The modal that the press or submission came from, null outside modals. */
  viewId: string | null;
}

/** A response_url that was handed out: where it answers, and the message it belongs to. */
export interface ResponseUrl {
  userId: string;
  channel: string;
  threadTs: string | null;
  /** The message that was pressed; null for commands and modals. */
  messageTs: string | null;
  at: number;
  uses: number;
}

/** Names the workspace is made with. */
export interface WorkspaceNames {
  teamId: string;
  now: () => number;
}

/** Everything that Slack remembers of one workspace with one installed app. Tells its listeners of each change. */
export class Workspace {
  readonly teamId: string;
  readonly domain = 'prosjekt-nord';
  readonly name = 'Prosjekt Nord';
  readonly appId = 'A0KLARAPP01';
  readonly botId = 'B0KLARBOT01';
  readonly botUserId = 'U0KLARBOT01';
  /** Milliseconds; may be a clock that tests move. */
  readonly now: () => number;
  readonly users = new Map<string, SlackUser>();
  readonly channels = new Map<string, SlackChannel>();
  /** Messages that stand, oldest first, ephemeral ones included. */
  readonly messages: SlackMessage[] = [];
  /** All open modals by id; `stacks` holds their order for each person, the topmost last. */
  readonly views = new Map<string, SlackView>();
  readonly stacks = new Map<string, string[]>();
  readonly homes = new Map<string, SlackView>();
  readonly files = new Map<string, SlackFile>();
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  /** False after app_uninstalled: the bot's token is refused. */
  installed = true;
  readonly #listeners = new Set<() => void>();
  #lastTs = 0;
  #counter = 0;

  constructor({ teamId, now }: WorkspaceNames) {
    this.teamId = teamId;
    this.now = now;
    this.users.set(this.botUserId, {
      id: this.botUserId,
      teamId,
      name: 'klar',
      realName: 'Klar',
      email: null,
      locale: 'en-US',
      tz: 'Europe/Oslo',
      restricted: 'no',
      bot: true,
      deleted: false,
    });
  }

  /** Calls `listener` after every change; the returned function ends that. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everyone who waits that something has changed. */
  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** A new id with Slack's look: a letter, then capitals and digits. */
  id(prefix: string): string {
    this.#counter += 1;
    return `${prefix}0${this.#counter.toString(36).toUpperCase().padStart(3, '0')}${randomBytes(3).toString('hex').toUpperCase()}`;
  }

  /** The ts of a new message: seconds with six decimals, never the same twice. */
  ts(): string {
    const micros = Math.max(Math.round(this.now() * 1000), this.#lastTs + 1);
    this.#lastTs = micros;
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
  }

  /** A trigger_id for a person, valid once and for three seconds (S5). */
  trigger(userId: string, viewId: string | null = null): string {
    const id = `${this.id('')}.${this.teamId.length}.${randomBytes(16).toString('hex')}`;
    this.triggers.set(id, { userId, at: this.now(), used: false, viewId });
    return id;
  }

  /** Uses a trigger_id, or names the reason why it cannot be used (S5). */
  exchange(triggerId: string): Trigger | 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' {
    const trigger = this.triggers.get(triggerId);
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (this.now() - trigger.at > LIMITS.triggerMs) return 'expired_trigger_id';
    trigger.used = true;
    return trigger;
  }

  /** The user, or an error for the test's author. */
  user(id: string): SlackUser {
    const user = this.users.get(id);
    if (user === undefined) throw new Error(`The stand-in has no user ${id}: add one with slack.addUser.`);
    return user;
  }

  /** A channel by id or `#name`, or an error for the test's author. */
  channel(idOrName: string): SlackChannel {
    const found = this.findChannel(idOrName);
    if (found === undefined) throw new Error(`The stand-in has no channel ${idOrName}: add one with slack.addChannel.`);
    return found;
  }

  /** A channel by id or by name, with or without #. */
  findChannel(idOrName: string): SlackChannel | undefined {
    const name = idOrName.replace(/^#/, '');
    return this.channels.get(idOrName) ?? [...this.channels.values()].find((each) => each.name === name);
  }

  /** The direct chat of the bot with a person, opened if need be. */
  directChat(userId: string): SlackChannel {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'im' && channel.members.has(userId) && channel.members.has(this.botUserId)) return channel;
    }
    const id = this.id('D');
    const members = new Set([userId, this.botUserId]);
    const channel: SlackChannel = { id, name: id, kind: 'im', members, shared: false, archived: false };
    this.channels.set(id, channel);
    return channel;
  }

  /** The message as it stands now, or undefined when it is gone. */
  message(channel: string, ts: string): SlackMessage | undefined {
    return this.messages.find((each) => each.channel === channel && each.ts === ts);
  }

  /** Puts a message into a channel. */
  post(message: Partial<SlackMessage> & { channel: string; user: string }): SlackMessage {
    const posted: SlackMessage = {
      ts: this.ts(),
      botId: null,
      text: '',
      blocks: [],
      threadTs: null,
      metadata: null,
      editedTs: null,
      files: [],
      ephemeralTo: null,
      ...message,
    };
    this.messages.push(posted);
    this.changed();
    return posted;
  }

  /** Takes a message away. */
  remove(message: SlackMessage): void {
    const index = this.messages.indexOf(message);
    if (index >= 0) this.messages.splice(index, 1);
    this.changed();
  }

  /** Gives each block a block_id and each element an action_id where the app gave none, as Slack does. */
  named(blocks: unknown): Block[] {
    return dicts(structuredClone(blocks)).map((block) => {
      const elements = [...dicts(block.elements), block.accessory, block.element].filter(isDict);
      if (block.type !== 'rich_text' && block.type !== 'context') {
        for (const element of elements) if (element.type !== 'image') element.action_id ??= shortId();
      }
      return { ...block, type: String(block.type), block_id: String(block.block_id ?? shortId()) };
    });
  }

  /** The topmost modal of a person. */
  openView(userId: string): SlackView | undefined {
    const top = this.stacks.get(userId)?.at(-1);
    return top === undefined ? undefined : this.views.get(top);
  }

  /** Closes the topmost modal of a person, or all of them. */
  closeViews(userId: string, all: boolean): void {
    const stack = this.stacks.get(userId) ?? [];
    for (const id of all ? stack.splice(0) : stack.splice(-1)) this.views.delete(id);
    this.changed();
  }

  /** A view's new hash: it changes with every change of the view. */
  hash(): string {
    return `${Math.floor(this.now() / 1000)}.${randomBytes(4).toString('hex')}`;
  }

  /** A response_url for a person (S6). */
  responseUrl(target: Omit<ResponseUrl, 'at' | 'uses'>): string {
    const token = randomBytes(12).toString('hex');
    this.responseUrls.set(token, { ...target, at: this.now(), uses: 0 });
    return token;
  }

  /** Whether a file can be shown in an image block: one that is here, and PNG, JPEG or GIF (S16). */
  isPicture(id: string): boolean {
    return /^image\/(?:png|jpeg|gif)$/u.test(this.files.get(id)?.mimetype ?? '');
  }

  /** Whether the bot is a member of the channel. */
  botIn(channel: SlackChannel): boolean {
    return channel.members.has(this.botUserId);
  }

  /** A view of the app as it was handed in, made ready to be shown. */
  makeView(userId: string, type: 'modal' | 'home', given: Dict, id: string): SlackView {
    return {
      id,
      userId,
      type,
      title: isDict(given.title) ? given.title : null,
      submit: isDict(given.submit) ? given.submit : null,
      close: isDict(given.close) ? given.close : null,
      blocks: this.named(given.blocks),
      privateMetadata: String(given.private_metadata ?? ''),
      callbackId: String(given.callback_id ?? ''),
      externalId: String(given.external_id ?? ''),
      clearOnClose: given.clear_on_close === true,
      notifyOnClose: given.notify_on_close === true,
      hash: this.hash(),
      rootViewId: id,
      previousViewId: null,
      typed: new Map(),
    };
  }
}

function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
