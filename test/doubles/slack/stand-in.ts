import type { Server } from 'node:http';
import type { Received } from '../trouble.ts';
import type { Delivery, RawRequest } from './dispatcher.ts';
import type { Fault } from './faults.ts';
import { eventEnvelope } from './payloads.ts';
import { type Office, Person } from './person.ts';
import type { Served } from './server.ts';
import type { Dict, SlackCall, SlackChannel, SlackFile, SlackMessage, SlackUser, SlackView } from './types.ts';
import { settled, until, type WaitOptions } from './watch.ts';

/** A user to be added; only the name is needed. */
export type NewUser = Partial<Omit<SlackUser, 'name'>> & { name: string };

/** A channel to be added; `bot` says whether the bot is in it (default yes), `members` who else is. */
export interface NewChannel {
  name: string;
  id?: string;
  private?: boolean;
  bot?: boolean;
  members?: readonly string[];
  shared?: boolean;
}

/** A Slack of one's own, on loopback. See README.md for what it models. */
export class SlackStandIn {
  /** `http://127.0.0.1:port/api/`, for `clientOptions.slackApiUrl` and KLAR_SLACK_API_URL (S36). */
  readonly apiUrl: string;
  readonly url: string;
  readonly #server: Server;
  readonly #served: Served;
  readonly #office: Office;

  constructor(server: Server, served: Served, office: Office) {
    this.#server = server;
    this.#served = served;
    this.#office = office;
    this.url = office.baseUrl;
    this.apiUrl = `${office.baseUrl}/api/`;
  }

  /** Ids of the workspace, the app and its bot. */
  get ids(): { team: string; app: string; bot: string; botUser: string } {
    const { teamId: team, appId: app, botId: bot, botUserId: botUser } = this.#served.workspace;
    return { team, app, bot, botUser };
  }

  /** Ends the server, its connections and all repeats, once the calls under way are answered (a second at most). */
  async stop(): Promise<void> {
    this.#office.dispatcher.stop();
    const { workspace, underWay } = this.#served;
    await until(workspace, () => underWay.count === 0, { timeoutMs: 1000 }).catch(() => {});
    this.#served.socket.stop();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Tells where the bot listens, for HTTP. A bot that opened a socket is reached there instead. */
  connect({ eventsUrl }: { eventsUrl: string }): void {
    this.#office.dispatcher.eventsUrl = eventsUrl;
  }

  /** Adds a user and returns the id. */
  addUser(given: NewUser): string {
    const { workspace } = this.#served;
    const id = given.id ?? workspace.id('U');
    workspace.users.set(id, {
      teamId: workspace.teamId,
      realName: given.name,
      email: null,
      locale: 'nb-NO',
      tz: 'Europe/Oslo',
      restricted: 'no',
      bot: false,
      deleted: false,
      ...given,
      id,
    });
    workspace.changed();
    return id;
  }

  /** Adds a channel and returns the id. */
  addChannel({ name, id, private: hidden = false, bot = true, members = [], shared = false }: NewChannel): string {
    const { workspace } = this.#served;
    const channel: SlackChannel = {
      id: id ?? workspace.id('C'),
      name,
      kind: hidden ? 'private' : 'public',
      members: new Set([...members, ...(bot ? [workspace.botUserId] : [])]),
      shared,
      archived: false,
    };
    workspace.channels.set(channel.id, channel);
    workspace.changed();
    return channel.id;
  }

  /** Adds a direct chat between people, which the bot is not in (S32), and returns the id. */
  addDirectChat(members: readonly [string, string]): string {
    const { workspace } = this.#served;
    const id = workspace.id('D');
    const channel: SlackChannel = {
      id,
      name: id,
      kind: 'im',
      members: new Set(members),
      shared: false,
      archived: false,
    };
    workspace.channels.set(id, channel);
    return id;
  }

  /** Takes somebody, or the bot, out of a channel; nobody is told. */
  removeFromChannel(channel: string, userId = this.ids.botUser): void {
    this.#served.workspace.channel(channel).members.delete(userId);
  }

  /** Archives a channel. */
  archive(channel: string): void {
    this.#served.workspace.channel(channel).archived = true;
  }

  /** A person, ready to act. */
  as(userId: string): Person {
    this.#served.workspace.user(userId);
    return new Person(userId, this.#office);
  }

  /** The direct chat of the bot with a person: its channel id. */
  directChat(userId: string): string {
    return this.#served.workspace.directChat(userId).id;
  }

  /** Sends any event; `envelope` overrides parts of it, say `team_id` for an event of a workspace that is not admitted. */
  async event(event: Dict, envelope: Dict = {}): Promise<Delivery> {
    const { workspace } = this.#served;
    const made = eventEnvelope(workspace, { event_ts: workspace.ts(), ...event }, workspace.teamId, false);
    return this.#office.dispatcher.deliver('events_api', { ...made, ...envelope });
  }

  /** Uninstalls the app: its token is refused from now on, and the bot hears of it, in the order asked for (S33). */
  async uninstall(
    order: readonly ('app_uninstalled' | 'tokens_revoked')[] = ['tokens_revoked', 'app_uninstalled'],
  ): Promise<Delivery[]> {
    this.#served.workspace.installed = false;
    const deliveries: Delivery[] = [];
    for (const type of order) {
      const tokens = type === 'tokens_revoked' ? { tokens: { oauth: [], bot: [this.ids.botUser] } } : {};
      deliveries.push(await this.event({ type, ...tokens }));
    }
    return deliveries;
  }

  /** Delivers the last thing once more (S2). */
  repeatLast(): Promise<Delivery> {
    return this.#office.dispatcher.repeatLast();
  }

  /** Posts a request by hand, rightly or wrongly signed (S7). */
  sendRaw(request: RawRequest): Promise<{ status: number; body: string; ms: number }> {
    return this.#office.dispatcher.sendRaw(request);
  }

  /** Lets the next calls of a method go wrong; `*` means any, `response_url` the answers to commands and presses. */
  failNext(method: string, fault: Fault, times = 1): void {
    this.#served.api.faults.plan(method, fault, times);
  }

  /** Switches the rates on or off. */
  setLimits(limits: 'off' | 'real'): void {
    this.#served.api.limits = limits;
  }

  /** Asks the bot's sockets to reconnect (S8). */
  refreshSockets(): void {
    this.#served.socket.refresh();
  }

  /** Breaks the bot's sockets, as a network does that goes away. */
  dropSockets(): void {
    this.#served.socket.drop();
  }

  /** Takes the bot's next sockets, and says nothing to them. */
  greetNone(times: number): void {
    this.#served.socket.ungreeted = times;
  }

  /** How many sockets the bot holds open. */
  get sockets(): number {
    return this.#served.socket.connections;
  }

  /** What everyone in a channel (id or name) sees, oldest first, replies included. */
  messages(channel: string): SlackMessage[] {
    const { id } = this.#served.workspace.channel(channel);
    return this.#all((message) => message.channel === id && message.ephemeralTo === null);
  }

  /** What the bot posted in a channel. */
  posted(channel: string): SlackMessage[] {
    return this.messages(channel).filter((message) => message.botId !== null);
  }

  /** What this person alone sees, oldest first, in all channels. */
  ephemerals(userId: string): SlackMessage[] {
    return this.#all((message) => message.ephemeralTo === userId);
  }

  /** The person's Home as published, or undefined. */
  home(userId: string): SlackView | undefined {
    return structuredClone(this.#served.workspace.homes.get(userId));
  }

  /** The modal on top of the person's screen, or undefined. */
  openView(userId: string): SlackView | undefined {
    return structuredClone(this.#served.workspace.openView(userId));
  }

  /** A file that was uploaded, by its id; undefined where there is none. */
  file(id: string): SlackFile | undefined {
    return this.#served.workspace.files.get(id);
  }

  /** The bot's calls to the Web API and to response_urls, oldest first. */
  calls(method?: string): SlackCall[] {
    return this.#served.api.calls.filter((call) => method === undefined || call.method === method);
  }

  /** Every message that the bot ever posted, in order of arrival, those taken away since included. */
  received(): readonly Received[] {
    return this.#served.api.received;
  }

  /** All deliveries to the bot, repeats included. */
  deliveries(): Delivery[] {
    return [...this.#office.dispatcher.deliveries];
  }

  /** Resolves with the first thing `look` finds, looking after each change; rejects after `timeoutMs` (8000). */
  until<T>(look: () => T | null | undefined | false, options: WaitOptions = {}): Promise<T> {
    return until(this.#served.workspace, look, options);
  }

  /**
   * Resolves when nothing is under way here and nothing has changed for `quietMs` (50). Good for "and nothing more came";
   * to wait for something, `until` is surer.
   */
  settled(quietMs = 50): Promise<void> {
    const { underWay } = this.#served;
    return settled(this.#served.workspace, () => underWay.count + this.#office.dispatcher.inFlight > 0, quietMs);
  }

  #all(keep: (message: SlackMessage) => boolean): SlackMessage[] {
    return structuredClone(this.#served.workspace.messages.filter(keep));
  }
}
