import {
  type Activity as BotActivity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationParameters,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type { TeamsConfig } from '#config.ts';
import type { Activity } from './activity.ts';
import { limits } from './limits.ts';

/** A message as Klar sends it: one card or one text, never both (PLATFORMS T8). */
export interface OutgoingMessage {
  type: 'message';
  text?: string;
  textFormat?: 'plain';
  summary?: string;
  attachments?: { contentType: string; content: unknown }[];
  channelData?: object;
}

/** Where a conversation is reached, and as whom Klar speaks there. */
export interface Line {
  serviceUrl: string;
  tenant: string;
  /** Klar's own id there, `28:…`. */
  bot: string;
}

const member = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  tenantId: z.string().nullish(),
});
export type Member = z.infer<typeof member>;

/** The issuer of every token that the connector sends (PLATFORMS T45). */
const ISSUER = 'https://api.botframework.com';

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** What the SDK keeps to itself: the pipeline in which it would repeat what failed. */
type Pipelined = { client: { pipeline: { removePolicy(which: { name: string }): unknown } } };

/**
 * All that Klar uses of botbuilder, and the only file that imports it: who sent an activity, and the calls to the
 * connector. A call is one attempt and rejects with the SDK's error (`delivery-of.ts` reads it).
 *
 * The adapter's turns are left aside. `process` answers forged tokens with 500 and the text of its JWT library;
 * a conversation made through it is tried four times, also when the first has arrived (T42), and the id of its first
 * message is thrown away (T29). The parts underneath, which botbuilder offers to adapters, have none of that.
 */
export class BotFramework extends CloudAdapter {
  readonly #appId: string;
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

  constructor(config: TeamsConfig) {
    super(authenticationFor(config));
    this.#appId = config.appId;
  }

  /** Whether an activity comes from Teams and is meant for this bot. What is wrong with a token is nobody's business but the log's. */
  async isFromTeams(
    one: Activity,
    authorization: string,
  ): Promise<{ ok: true } | { ok: false; why: string; canCheck: boolean }> {
    try {
      const checked = await withoutConsole(() =>
        this.botFrameworkAuthentication.authenticateRequest(one as unknown as BotActivity, authorization),
      );
      const claim = (name: string) => checked.claimsIdentity.getClaimValue(name);
      // botbuilder also takes tokens of the emulator, and compares the service URL only where there is one (T46).
      if (claim('iss') !== ISSUER) return { ok: false, why: 'another issuer', canCheck: true };
      if (claim('serviceurl') !== one.serviceUrl) return { ok: false, why: 'another serviceurl', canCheck: true };
      return { ok: true };
    } catch (error) {
      const { name, statusCode } = error as { name?: string; statusCode?: number };
      // The published keys could not be had: that says nothing about the token.
      const canCheck = name !== 'FetchError' && statusCode !== 500;
      return { ok: false, why: name ?? 'unknown', canCheck };
    }
  }

  /** Tries the app's credentials against Microsoft Entra. Rejects with its error; does nothing where no token is used. */
  async tryCredentials(): Promise<void> {
    const { credentials } = await this.#client('https://smba.trafficmanager.net/emea/');
    if ('getToken' in credentials && typeof credentials.getToken === 'function') await credentials.getToken();
  }

  /** Puts a message into a conversation, which may be a thread (`…;messageid=…`). Gives its id. */
  async send(line: Line, conversation: string, message: OutgoingMessage): Promise<string> {
    const client = await this.#client(line.serviceUrl);
    const sent = await client.conversations.sendToConversation(conversation, from(line, conversation, message), once);
    return sent.id;
  }

  /** Begins a thread in a channel. Gives the thread's conversation and the message's id. */
  async startThread(
    line: Line,
    channel: string,
    message: OutgoingMessage,
  ): Promise<{ conversation: string; message: string }> {
    const client = await this.#client(line.serviceUrl);
    const made = await client.conversations.createConversation(
      {
        isGroup: true,
        bot: { id: line.bot, name: '' },
        tenantId: line.tenant,
        channelData: { channel: { id: channel }, tenant: { id: line.tenant } },
        activity: message as BotActivity,
      } as ConversationParameters,
      once,
    );
    return { conversation: made.id, message: made.activityId || (made.id.split(';messageid=')[1] ?? '') };
  }

  /** Opens a person's own chat with Klar; the same one each time. Gives its conversation. */
  async openChat(line: Line, person: string): Promise<string> {
    const client = await this.#client(line.serviceUrl);
    const made = await client.conversations.createConversation(
      {
        isGroup: false,
        bot: { id: line.bot, name: '' },
        members: [{ id: person, name: '' }],
        tenantId: line.tenant,
        channelData: { tenant: { id: line.tenant } },
      } as ConversationParameters,
      once,
    );
    return made.id;
  }

  /** Changes a message of Klar's. */
  async update(line: Line, conversation: string, id: string, message: OutgoingMessage): Promise<void> {
    const client = await this.#client(line.serviceUrl);
    await client.conversations.updateActivity(conversation, id, { ...from(line, conversation, message), id }, once);
  }

  /** Somebody in a conversation, by the id under which Teams speaks of them there. */
  async member(line: Line, conversation: string, id: string): Promise<Member> {
    const client = await this.#client(line.serviceUrl);
    return member.parse(await client.conversations.getConversationMember(conversation, id, once));
  }

  /** The channels of a team by id. General has no name (T33). */
  async channels(line: Line, team: string): Promise<Map<string, string>> {
    const context = new TurnContext(this, { type: 'event', channelId: 'msteams', serviceUrl: line.serviceUrl });
    context.turnState.set(this.ConnectorClientKey, await this.#client(line.serviceUrl));
    const found = await TeamsInfo.getTeamChannels(context, team);
    return new Map(found.flatMap(({ id, name }) => (id && name ? [[id, name] as const] : [])));
  }

  /** One client for each address, so that they share connections and the token. */
  #client(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    const factory = this.botFrameworkAuthentication.createConnectorFactory(this.createClaimsIdentity(this.#appId));
    const made = factory.create(serviceUrl).then((client) => {
      // Delivery repeats what failed, in order and within the limits; the SDK would do so behind its back (T42).
      (client as unknown as Pipelined).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
      return client;
    });
    this.#clients.set(serviceUrl, made);
    made.catch(() => this.#clients.delete(serviceUrl));
    return made;
  }
}

/** How many checks of tokens are under way, and what the console's `error` was before the first. */
const quiet = { checks: 0, error: console.error };

/**
 * Keeps the SDK from writing to the console: it prints several lines for each forged or expired token, and a refusal is
 * one line in Klar's log. Klar itself does not write to the console.
 */
async function withoutConsole<T>(check: () => Promise<T>): Promise<T> {
  if (quiet.checks === 0) {
    quiet.error = console.error;
    console.error = () => {};
  }
  quiet.checks += 1;
  try {
    return await check();
  } finally {
    quiet.checks -= 1;
    if (quiet.checks === 0) console.error = quiet.error;
  }
}

const once = { timeout: limits.attemptTimeoutMs };

const from = (line: Line, conversation: string, message: OutgoingMessage) =>
  ({ ...message, from: { id: line.bot, name: '' }, conversation: { id: conversation } }) as Partial<BotActivity>;

function authenticationFor(config: TeamsConfig): ConfigurationBotFrameworkAuthentication {
  if (config.standIn !== undefined) return standInAuthentication(config.standIn, config.appId);
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: config.appId,
    MicrosoftAppType: config.local ? 'MultiTenant' : config.appType,
    ...(config.appPassword ? { MicrosoftAppPassword: config.appPassword } : {}),
    ...(config.tenant ? { MicrosoftAppTenantId: config.tenant } : {}),
  });
}

/** All addresses must be given: with one of them set, botbuilder has no defaults for the others (T47). */
function standInAuthentication(url: string, appId: string): ConfigurationBotFrameworkAuthentication {
  const metadata = `${url}/v1/.well-known/openidconfiguration`;
  const settings = {
    MicrosoftAppId: appId,
    ToChannelFromBotLoginUrl: `${url}/login`,
    ToChannelFromBotOAuthScope: `${url}/scope`,
    ToBotFromChannelTokenIssuer: ISSUER,
    OAuthUrl: `${url}/oauth`,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: false,
  };
  const credentials = new StandInCredentials({ MicrosoftAppId: appId, MicrosoftAppPassword: 'stand-in' });
  return new ConfigurationBotFrameworkAuthentication(
    settings as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0],
    credentials,
  );
}

/** A stand-in of the connector asks for no token of Microsoft's. */
class StandInCredentials extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return {
      async signRequest(request) {
        request.headers.set('Authorization', 'Bearer stand-in');
        return request;
      },
    };
  }
}
