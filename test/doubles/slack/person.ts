import type { Delivery, Dispatcher } from './dispatcher.ts';
import { mimetype } from './method-files.ts';
import { commandPayload, eventEnvelope, messageEvent, messagePress, typedText, viewPress } from './payloads.ts';
import { type PressOptions, pressOn } from './press.ts';
import { showAnswer } from './response-url.ts';
import { closeView, type Submission, submitView } from './submission.ts';
import type { Dict, FieldValues, SlackFile, SlackMessage, SlackUser, SlackView } from './types.ts';
import { wireFile, wireView } from './wire.ts';
import type { Workspace } from './workspace.ts';

/** What a person acts through. */
export interface Office {
  workspace: Workspace;
  dispatcher: Dispatcher;
  baseUrl: string;
}

/** A file as a person hands it over. */
export interface FileToUpload {
  name: string;
  /** Bytes, or text that is sent as UTF-8. */
  content: Uint8Array | string;
  mimetype?: string;
}

/**
 * A person at the keyboard. Everything goes to the bot as Slack sends it and resolves with what the bot answered; it
 * throws `NotAcknowledged` after three seconds without an answer, and an error when the person could not do it in Slack.
 */
export class Person {
  readonly id: string;
  readonly #office: Office;

  constructor(id: string, office: Office) {
    this.id = id;
    this.#office = office;
  }

  /** Types a slash command in a channel (id or name) or direct chat. The answer's body is shown as Slack shows it. */
  async command(
    command: string,
    text: string,
    channel: string,
    options: { shouldEscape?: boolean } = {},
  ): Promise<Delivery> {
    const { workspace } = this.#office;
    const where = workspace.channel(channel);
    this.#mustBeIn(where.id);
    const target = { userId: this.id, channel: where.id, threadTs: null, messageTs: null };
    const payload = commandPayload(workspace, this.#user(), where, {
      command,
      text: options.shouldEscape === false ? text : typedText(workspace, text, true),
      responseUrl: this.#responseUrl(target),
      triggerId: workspace.trigger(this.id),
    });
    const delivery = await this.#office.dispatcher.deliver('slash_commands', payload);
    if (delivery.status === 200 && delivery.body !== '') {
      showAnswer(workspace, target, delivery.json ?? { text: delivery.body });
    }
    return delivery;
  }

  /** Writes to the bot in a channel, with a mention in front. The bot must be in the channel to hear it. */
  async mention(channel: string, text: string, options: { threadTs?: string } = {}): Promise<Delivery> {
    const { workspace } = this.#office;
    const where = workspace.channel(channel);
    this.#mustBeIn(where.id);
    if (!workspace.botIn(where)) throw new Error(`The bot is not in ${where.name}, so it hears no mention there.`);
    const message = workspace.post({
      channel: where.id,
      user: this.id,
      text: typedText(workspace, `<@${workspace.botUserId}> ${text}`, false),
      threadTs: options.threadTs ?? null,
    });
    return this.#event(messageEvent(this.#user(), message, { type: 'app_mention' }), where.shared);
  }

  /** Writes to the bot in their direct chat, with files or without. */
  async dm(text: string, files: readonly FileToUpload[] = []): Promise<Delivery> {
    const { workspace, baseUrl } = this.#office;
    const where = workspace.directChat(this.id);
    const uploaded = files.map((file) => this.uploadFile(file));
    for (const file of uploaded) file.channels.push(where.id);
    const message = workspace.post({
      channel: where.id,
      user: this.id,
      text: typedText(workspace, text, false),
      files: uploaded,
    });
    const withFiles = { subtype: 'file_share', files: uploaded.map((file) => wireFile(workspace, file, baseUrl)) };
    const more = { type: 'message', channel_type: 'im', ...(files.length > 0 ? withFiles : {}) };
    return this.#event(messageEvent(this.#user(), message, more), false);
  }

  /** Opens the app's Home tab, or its messages tab (S19). */
  async openHome(tab: 'home' | 'messages' = 'home'): Promise<Delivery> {
    const { workspace } = this.#office;
    const home = workspace.homes.get(this.id);
    const { id: channel } = workspace.directChat(this.id);
    const shown = tab === 'home' && home !== undefined ? { view: wireView(workspace, home) } : {};
    return this.#event(
      { type: 'app_home_opened', user: this.id, channel, tab, ...shown, event_ts: workspace.ts() },
      false,
    );
  }

  /** Presses a button, or chooses in a field, of a message as it stands now. */
  async press(
    message: Pick<SlackMessage, 'channel' | 'ts'>,
    target: string,
    options: PressOptions = {},
  ): Promise<Delivery> {
    const { workspace, dispatcher, baseUrl } = this.#office;
    const latest = workspace.message(message.channel, message.ts);
    if (latest === undefined) throw new Error('The message is gone.');
    if (latest.ephemeralTo !== null && latest.ephemeralTo !== this.id)
      throw new Error('Only another person sees this.');
    this.#mustBeIn(latest.channel);
    const press = pressOn(latest.blocks, target, options, new Map(), this.#around());
    const payload = messagePress(workspace, this.#user(), latest, press, {
      responseUrl: this.#responseUrl({
        userId: this.id,
        channel: latest.channel,
        threadTs: latest.threadTs,
        messageTs: latest.ts,
      }),
      triggerId: workspace.trigger(this.id),
      baseUrl,
    });
    return dispatcher.deliver('interactive', payload);
  }

  /** Presses something on this person's Home. */
  async pressInHome(target: string, options: PressOptions = {}): Promise<Delivery> {
    const home = this.#office.workspace.homes.get(this.id);
    if (home === undefined) throw new Error('The app has published no Home for this person.');
    return this.#pressIn(home, target, options);
  }

  /** Presses something in the modal that this person sees. */
  async pressInView(target: string, options: PressOptions = {}): Promise<Delivery> {
    return this.#pressIn(this.#topView(), target, options);
  }

  /** Fills the fields of the modal that this person sees, and submits it; the app's answer is carried out. */
  async submit(values: FieldValues = {}): Promise<Submission> {
    return submitView(this.#office, this.#user(), this.#topView(), values);
  }

  /** Closes the modal that this person sees; `all` closes the whole stack. Resolves with null when the app is not told. */
  async close(options: { all?: boolean } = {}): Promise<Delivery | null> {
    return closeView(this.#office, this.#user(), this.#topView(), options.all === true);
  }

  /** Uploads a file, to be handed to `dm` or put in a file field of a modal. */
  uploadFile({ name, content, mimetype: type }: FileToUpload): SlackFile {
    const { workspace } = this.#office;
    const file: SlackFile = {
      id: workspace.id('F'),
      name,
      title: name,
      mimetype: type ?? mimetype(name),
      user: this.id,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      channels: [],
      createdAt: workspace.now(),
    };
    workspace.files.set(file.id, file);
    return file;
  }

  /** Invites the bot, or another person, into a channel. */
  async invite(channel: string, userId = this.#office.workspace.botUserId): Promise<Delivery | null> {
    return this.#joins(channel, userId, { inviter: this.id });
  }

  /** Joins a channel; the bot hears of it when it is a member. Resolves with null when it is not. */
  async join(channel: string): Promise<Delivery | null> {
    return this.#joins(channel, this.id, {});
  }

  async #joins(channel: string, userId: string, more: Dict): Promise<Delivery | null> {
    const { workspace } = this.#office;
    const where = workspace.channel(channel);
    const user = workspace.user(userId);
    where.members.add(userId);
    workspace.changed();
    if (!workspace.botIn(where)) return null;
    const event = {
      type: 'member_joined_channel',
      user: userId,
      channel: where.id,
      channel_type: where.kind === 'private' ? 'G' : 'C',
    };
    return this.#event({ ...event, team: user.teamId, ...more, event_ts: workspace.ts() }, where.shared);
  }

  async #pressIn(view: SlackView, target: string, options: PressOptions): Promise<Delivery> {
    const { workspace, dispatcher } = this.#office;
    const press = pressOn(view.blocks, target, options, view.typed, this.#around());
    const triggerId = workspace.trigger(this.id, view.type === 'modal' ? view.id : null);
    return dispatcher.deliver('interactive', viewPress(workspace, this.#user(), view, press, triggerId));
  }

  #event(event: Dict, shared: boolean): Promise<Delivery> {
    const { workspace, dispatcher } = this.#office;
    return dispatcher.deliver('events_api', eventEnvelope(workspace, event, this.#user().teamId, shared));
  }

  #around(): { ts: string; wireFile: (file: SlackFile) => Dict } {
    const { workspace, baseUrl } = this.#office;
    return { ts: workspace.ts(), wireFile: (file) => wireFile(workspace, file, baseUrl) };
  }

  #responseUrl(target: Parameters<Workspace['responseUrl']>[0]): string {
    return `${this.#office.baseUrl}/respond/${this.#office.workspace.responseUrl(target)}`;
  }

  #topView(): SlackView {
    const view = this.#office.workspace.openView(this.id);
    if (view === undefined) throw new Error(`${this.#user().realName} has no modal open.`);
    return view;
  }

  #user(): SlackUser {
    return this.#office.workspace.user(this.id);
  }

  #mustBeIn(channelId: string): void {
    const channel = this.#office.workspace.channel(channelId);
    if (!channel.members.has(this.id)) throw new Error(`${this.#user().realName} is not in ${channel.name}.`);
  }
}
