import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { vi } from 'vitest';
import {
  type Channel,
  type Person,
  startTeams,
  type Team,
  type TeamsOptions,
  type TeamsStandIn,
} from './start-teams.ts';
import { startTryBot } from './try-bot.ts';

const APP_ID = '6f1d2c3b-0000-4000-8000-00000000c1a5';
export const CARD = 'application/vnd.microsoft.card.adaptive';

type Creation = Parameters<CloudAdapter['createConversationAsync']>[4];

/** The stand-in's own tests: a team of two with the app, a channel, and a bot that does what `behave` says. */
export class World {
  teams!: TeamsStandIn;
  kari!: Person;
  ola!: Person;
  team!: Team;
  channel!: Channel;
  /** The stand-in's clock. */
  nowMs = Date.UTC(2026, 9, 12, 7);
  /** What the bot got, in order. */
  heard: Activity[] = [];
  behave: (context: TurnContext) => Promise<void> = async () => {};
  #bot!: Awaited<ReturnType<typeof startTryBot>>;

  async open(options: Partial<TeamsOptions> = {}): Promise<void> {
    this.teams = await startTeams({ appId: APP_ID, now: () => this.nowMs, ...options });
    this.#bot = await startTryBot(this.teams.url, APP_ID, async (context) => {
      this.heard.push(context.activity);
      await this.behave(context);
    });
    this.teams.connect(this.#bot);
    this.kari = this.teams.person({ name: 'Kari Moe' });
    this.ola = this.teams.person({ name: 'Ola Lie', locale: 'sv-SE', country: 'SE', timeZone: 'Europe/Stockholm' });
    this.team = this.teams.team({ name: 'Innføring', members: [this.kari, this.ola], installed: true });
    this.channel = this.teams.channel(this.team, { name: 'Opplæring' });
  }

  async close(): Promise<void> {
    await this.#bot.stop();
    await this.teams.stop();
    vi.restoreAllMocks();
  }

  /** The same world with other limits. */
  async restart(options: Partial<TeamsOptions>): Promise<void> {
    await this.close();
    await this.open(options);
  }

  /** Runs a proactive turn in a conversation, as a scheduler would. */
  async inConversation(id: string, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
    const { bot, serviceUrl } = this.teams;
    const conversation = { id, isGroup: true, conversationType: 'channel', name: '' };
    const reference = { channelId: 'msteams', serviceUrl, bot, conversation };
    await this.#bot.adapter.continueConversationAsync(APP_ID, reference, async (context) => {
      await logic(context);
    });
  }

  /** Opens a conversation and returns its id. */
  async create(parameters: object): Promise<string> {
    let id = '';
    const { adapter } = this.#bot;
    // The audience may be null in JavaScript, where the default is then used; the types do not say so.
    const audience = null as unknown as string;
    const { serviceUrl } = this.teams;
    await adapter.createConversationAsync(
      APP_ID,
      'msteams',
      serviceUrl,
      audience,
      parameters as Creation,
      async (turn) => {
        id = turn.activity.conversation.id;
      },
    );
    return id;
  }

  /** A card with the buttons «Ja» and «Nei», posted by the bot in the channel. */
  async cardInChannel(text = 'Blir du med?') {
    await this.inConversation(this.channel.id, (context) => context.sendActivity(withCard(cardSaying(text))));
    const message = this.teams.fromBot(this.channel).at(-1);
    if (!message) throw new Error('no card came');
    return message;
  }
}

/** Opens a world with nothing throttled. botbuilder prints every refusal to the console, so that is kept quiet. */
export async function openWorld(): Promise<World> {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const world = new World();
  await world.open();
  return world;
}

/** A card as Klar makes them: refresh, buttons with their fallback in an ActionSet. */
export function cardSaying(text: string) {
  const actions = ['Ja', 'Nei'].map((title) => {
    const data = { poll: 'p1', verb: 'vote', answer: title };
    const fallback = { type: 'Action.Submit', title, data };
    return { type: 'Action.Execute', title, verb: 'vote', data, fallback };
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    refresh: { action: { type: 'Action.Execute', verb: 'look', data: { poll: 'p1' } } },
    body: [
      { type: 'TextBlock', text },
      { type: 'ActionSet', actions },
    ],
  };
}

/** A message with one card and nothing else. */
export function withCard(content: unknown) {
  return { type: 'message', attachments: [{ contentType: CARD, content }] };
}
