import { type Moods, Trouble } from '../trouble.ts';
import { Dispatcher } from './dispatcher.ts';
import { LIMITS } from './limits.ts';
import { Uploads } from './method-files.ts';
import { startServer } from './server.ts';
import { SocketMode } from './socket-mode.ts';
import { SlackStandIn } from './stand-in.ts';
import { WebApi } from './web-api.ts';
import { Workspace } from './workspace.ts';

/** What Klar's manifest asks for, as far as the stand-in minds it. Add `chat:write.public` to post anywhere (S31). */
const SCOPES = [
  ...['chat:write', 'commands', 'app_mentions:read', 'im:write', 'team:read', 'users:read', 'users:read.email'],
  ...['channels:read', 'groups:read', 'im:read', 'channels:history', 'groups:history', 'im:history'],
  ...['files:read', 'files:write'],
];

/** How the stand-in is set up. */
export interface SlackOptions {
  signingSecret: string;
  botToken: string;
  /** For Socket Mode; without it `apps.connections.open` is refused. */
  appToken?: string;
  teamId?: string;
  /** Milliseconds; default the real time. Rates and signatures keep to the real time always. */
  now?: () => number;
  /** Divides the waits between repeats of events and the windows of rate limits. Default 1. */
  speed?: number;
  /** `real` enforces the rates of S22 and S23. Default `off`. */
  limits?: 'off' | 'real';
  /** Trouble by chance, for what carries something to people: chat.* and conversations.*. */
  trouble?: Moods;
  /** Milliseconds within which the bot must acknowledge. Default 3000 (S1). */
  ackMs?: number;
  /** What the bot token may do. */
  scopes?: readonly string[];
}

/** Starts a stand-in of Slack: one workspace with the app installed, without users or channels. */
export async function startSlack(options: SlackOptions): Promise<SlackStandIn> {
  const { botToken, appToken = null, teamId = 'T0PROSJEKT1', now = Date.now, speed = 1, limits = 'off' } = options;
  const workspace = new Workspace({ teamId, now });
  const changed = () => workspace.changed();
  const socket = new SocketMode(workspace.appId, changed);
  const uploads = new Uploads();
  const trouble = options.trouble ? new Trouble(options.trouble) : null;
  const { server, served, baseUrl } = await startServer((url) => {
    const newSocketUrl = () => `${url.replace('http', 'ws')}/link/?ticket=${socket.newTicket()}`;
    const desk = { workspace, baseUrl: url, scopes: new Set(options.scopes ?? SCOPES), newSocketUrl };
    const api = new WebApi(desk, { botToken, appToken, limits, speed, trouble, uploads });
    return { workspace, api, uploads, socket, botToken, underWay: { count: 0 } };
  });
  const ackMs = options.ackMs ?? LIMITS.ackMs;
  const dispatcher = new Dispatcher({ signingSecret: options.signingSecret, socket, ackMs, speed, changed });
  return new SlackStandIn(server, served, { workspace, dispatcher, baseUrl });
}
