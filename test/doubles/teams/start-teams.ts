import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Moods, type Received, Trouble } from '../trouble.ts';
import { type Answer, BotLink } from './bot-link.ts';
import { textsOf } from './card-actions.ts';
import { connectorRoutes } from './connector-routes.ts';
import type { Channel, GroupChat, NewPerson, Person, PersonalChat, Place, Team } from './directory.ts';
import { type Failure, Failures } from './failures.ts';
import { type BotIdentity, Inbound, type InboundActivity } from './inbound.ts';
import { type Forgery, makeIssuer } from './issuer.ts';
import { managing } from './managing.ts';
import { pressing } from './pressing.ts';
import { RateLimits } from './rate-limits.ts';
import type { Card } from './shapes.ts';
import { speaking } from './speaking.ts';
import type { Stage } from './stage.ts';
import { type Call, type CallKind, type Message, State, type Unreachable, type Violation, viewOf } from './state.ts';

export type { Channel, GroupChat, Message, Person, PersonalChat, Place, Team };

/** A file's address works so long; real ones are short-lived too (PLATFORMS T50 names no number). */
const DOWNLOAD_LIFE_MS = 5 * 60_000;

export type TeamsOptions = {
  /** The bot's app id: audience of the tokens, and `28:<appId>` is the bot's address. */
  appId: string;
  /** The home tenant of people and teams that name no other. */
  tenantId?: string;
  /** The bot's name in mentions; Klar. */
  botName?: string;
  /** The stand-in's clock in epoch milliseconds, for times, refreshes and rate limits. Tokens keep real time. */
  now?: () => number;
  /** `real` throttles as PLATFORMS T39 says; the default is not at all. */
  limits?: 'off' | 'real';
  /** Makes the windows of the rate limits this many times shorter. `Retry-After` stays in seconds of that faster time. */
  speed?: number;
  /** Trouble by chance, for every call to the connector. */
  trouble?: Moods;
  /** How long a client waits for the bot, in milliseconds (10 s, PLATFORMS T19). */
  patienceMs?: number;
};

/** An activity for `sendRaw`: a good message, changed as wanted, with a good or forged token. */
export type Raw = {
  by: Person;
  place: Place;
  text?: string;
  /** Put into the activity, over what is there. */
  set?: InboundActivity;
  /** Taken out of the activity, such as `serviceUrl` or `type` (PLATFORMS T46). */
  omit?: string[];
  /** Sent instead of the activity, as it is. */
  body?: string;
  /** How the token is forged; null sends none. */
  token?: Forgery | null;
  headers?: Record<string, string>;
};

/** A person acting in their client. */
export type Acting = ReturnType<typeof speaking> & ReturnType<typeof pressing> & ReturnType<typeof managing>;

export type TeamsStandIn = Awaited<ReturnType<typeof startTeams>>;

/**
 * Starts a stand-in of Microsoft Teams on loopback: token issuer, Bot connector, and people who act. It keeps state, answers
 * as Teams does, and refuses what Teams refuses. README.md beside this file says what is modelled.
 *
 * The paths under `url`, which is what `KLAR_TEAMS_STAND_IN` holds (no slash at its end; PLATFORMS T47):
 *
 *     GET  /v1/.well-known/openidconfiguration   metadata for ToBotFromChannelOpenIdMetadataUrl (and the emulator's)
 *     GET  /v1/keys                              the published key; the issuer is https://api.botframework.com
 *     *    /amer/                                serviceUrl, the root of the connector:
 *     POST   /amer/v3/conversations
 *     POST   /amer/v3/conversations/:id/activities[/:replyToId]      PUT and DELETE …/activities/:activityId
 *     GET    /amer/v3/conversations/:id/members[/:memberId]          GET …/pagedmembers, …/activities/:activityId/members
 *     GET    /amer/v3/teams/:teamId[/conversations]
 *     GET  /files/:id/:name                      download addresses of files that people send
 *
 * There is no token endpoint: the bot's own credentials factory signs with a fixed bearer or not at all, and the
 * connector writes the header down without judging it.
 */
export async function startTeams(options: TeamsOptions) {
  const { appId, tenantId = 'a3c1e0d2-5b7f-4c1e-8d2a-000000000001', now = Date.now } = options;
  const state = new State(tenantId, now);
  const failures = new Failures();
  const issuer = await makeIssuer(appId);
  const bot: BotIdentity = { id: `28:${appId}`, name: options.botName ?? 'Klar' };
  const files = new Map<string, { bytes: Uint8Array; untilMs: number }>();
  const speed = options.speed ?? 1;
  const limits = options.limits === 'real' ? new RateLimits(speed) : null;
  const trouble = options.trouble ? new Trouble(options.trouble) : null;

  const app = express();
  app.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    response.json(issuer.openIdConfiguration(url));
  });
  app.get('/v1/keys', (_request, response) => {
    response.json(issuer.keys());
  });
  app.get('/files/:id/:name', (request, response) => {
    const file = files.get(request.params.id);
    if (!file) response.status(404).end();
    else if (now() > file.untilMs) response.status(401).end();
    else response.type('application/octet-stream').send(Buffer.from(file.bytes));
  });
  app.use(express.json({ limit: '10mb' }));
  app.use('/amer/v3', connectorRoutes({ state, botId: bot.id, failures, limits, trouble, speed, tenantId }));

  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/amer/`;
  const link = new BotLink({ state, issuer, botId: bot.id, serviceUrl, patienceMs: options.patienceMs ?? 10_000 });
  const inbound = new Inbound(state, bot, serviceUrl);
  const stage: Stage = {
    state,
    bot,
    inbound,
    link,
    lastOf: new Map(),
    shareFile(bytes, name) {
      const id = randomUUID();
      files.set(id, { bytes, untilMs: now() + DOWNLOAD_LIFE_MS });
      return { id, url: `${url}/files/${id}/${encodeURIComponent(name)}` };
    },
  };
  const acting = new Map<Person, Acting>();

  return {
    url,
    serviceUrl,
    bot,
    tenantId,

    /** Says where the bot listens: its whole address, with `/api/messages`. */
    connect: ({ messagesUrl }: { messagesUrl: string }): void => link.connect(messagesUrl),

    person: (wish: NewPerson): Person => state.directory.addPerson(wish),
    /** A team with its General channel. With `installed: true` the app is there from before, and no event is sent. */
    team: (wish: Parameters<typeof state.directory.addTeam>[0]): Team => state.directory.addTeam(wish),
    /** Another channel; with `ownMembers` a private or shared one, to which the bot must be added (`own.installed`). */
    channel: (team: Team, wish: { name: string; ownMembers?: Person[] }): Channel =>
      state.directory.addChannel(team, wish),
    groupChat: (wish: Parameters<typeof state.directory.addGroupChat>[0]): GroupChat =>
      state.directory.addGroupChat(wish),
    personalChat: (person: Person): PersonalChat => state.directory.personalChat(person),

    /** This person at their client. */
    as(person: Person): Acting {
      const known = acting.get(person);
      if (known) return known;
      const actor = { ...speaking(stage, person), ...pressing(stage, person), ...managing(stage, person) };
      acting.set(person, actor);
      return actor;
    },

    /** Sends the bot something that Teams would not: forged tokens, missing fields, other bodies. Nothing is noted anywhere. */
    sendRaw({ by, place, text = 'help', set = {}, omit = [], body, token = {}, headers = {} }: Raw): Promise<Answer> {
      const good = inbound.inPlace(by, place, place.id, { type: 'message', id: state.nextMessageId(), text });
      const activity = Object.fromEntries(Object.entries({ ...good, ...set }).filter(([key]) => !omit.includes(key)));
      return link.post(body ?? JSON.stringify(activity), token, headers);
    },

    /** Makes the next `times` calls of a kind fail. */
    failNext: (kind: CallKind | 'any', failure: Failure, times = 1): void => failures.order(kind, failure, times),

    /** What stands in a place now, all threads of a channel, in order of posting. */
    messages: (place: Place): Message[] =>
      state.messages.filter((message) => message.place === place && !message.deleted),
    /** The same, of the bot alone. */
    fromBot: (place: Place): Message[] =>
      state.messages.filter((message) => message.place === place && !message.deleted && message.from === 'bot'),
    /** The card on a message as a person sees it. */
    view: (person: Person, message: Message): Card | null => viewOf(message, person),
    /** All that a person can read on a message, in reading order: its text, or what is on their card, buttons too. */
    texts(person: Person, message: Message): string[] {
      const card = viewOf(message, person);
      return [...(message.text === null ? [] : [message.text]), ...(card ? textsOf(card) : [])];
    },
    /** What the bot asked of the connector, by kind or all. */
    calls: (kind?: CallKind): Call[] => state.calls.filter((call) => kind === undefined || call.kind === kind),
    /** Every message of the bot's that was ever put into a place, in order of arrival. */
    received: state.received as readonly Received[],
    /** What Teams refused or would show wrongly. A good test ends with none. */
    violations: state.violations as readonly Violation[],
    /** What is allowed but unwise, such as a payload above 80 KB. */
    warnings: state.warnings as readonly Violation[],
    /** Activities that a client could not bring home. */
    unreachable: state.unreachable as readonly Unreachable[],

    /** Waits until a predicate of the stand-in's state gives something; looks after each change. Rejects after `timeoutMs` (10 s). */
    until: <T>(predicate: () => T, how?: { timeoutMs?: number; what?: string }) => state.until(predicate, how),

    /** Ends the server and its connections. */
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
