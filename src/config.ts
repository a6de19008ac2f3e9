import { z } from 'zod';
import { isTimeZone } from '#calendar/zone.ts';

/** Empty values count as not given, so that a copied `.env` with blanks works. */
const text = z.string().trim().min(1).optional();
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((v) => v === '1');
const list = z
  .string()
  .default('')
  .transform((v) =>
    v
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
const webAddress = z.url({ protocol: /^https?$/u, error: 'is not a web address' });
const ownHosts = ['127.0.0.1', 'localhost', '[::1]'];
const loopback = webAddress
  .refine(
    (url) => URL.canParse(url) && ownHosts.includes(new URL(url).hostname),
    'must be an address of this machine (127.0.0.1)',
  )
  .transform((url) => url.replace(/\/$/u, ''))
  .optional();

/** The environment, one field each, with its default. `.env.example` lists the same. */
const schema = z.object({
  /** Port of the one HTTP server; 0 takes any free one. */
  KLAR_PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  /** Address to listen on. Default: 127.0.0.1 in a rehearsal, all addresses when Teams or Slack is configured. */
  KLAR_HOST: text,
  /** Folder of the store. */
  KLAR_DATA: z.string().trim().min(1).default('./data'),
  /** File with the key that wraps the secrets of anonymous polls. Default: `<data>.key`, beside the data folder. */
  KLAR_SECRET_KEY: text,
  /** Klar's public address: pictures and files on cards are fetched there, and `npm run manifest` reads it. */
  KLAR_URL: webAddress.transform((url) => url.replace(/\/+$/u, '')).optional(),
  /** IANA zone for programmes and people whose platform says nothing. */
  KLAR_TIME_ZONE: z.string().default('Europe/Oslo').refine(isTimeZone, 'is not a time zone; an example is Europe/Oslo'),
  /** Language where nobody has said another. */
  KLAR_LANGUAGE: z.enum(['nb', 'nn', 'sv', 'en']).default('nb'),
  KLAR_TEAMS_APP_ID: text,
  KLAR_TEAMS_APP_PASSWORD: text,
  KLAR_TEAMS_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMsi']).default('SingleTenant'),
  KLAR_TEAMS_TENANT: text,
  KLAR_TEAMS_TENANTS: list,
  KLAR_TEAMS_STAND_IN: loopback,
  KLAR_TEAMS_LOCAL: flag,
  KLAR_SLACK_BOT_TOKEN: text,
  KLAR_SLACK_SIGNING_SECRET: text,
  KLAR_SLACK_APP_TOKEN: text,
  KLAR_SLACK_API_URL: webAddress.optional(),
  KLAR_SLACK_WORKSPACES: list,
  KLAR_REHEARSAL: flag,
  /** Whoever gives it (`Authorization: Bearer …`) reads `/metrics` from another machine; without it only this machine may. */
  KLAR_METRICS_TOKEN: z.string().trim().min(16, 'must have 16 characters or more').optional(),
});

export interface TeamsConfig {
  appId: string;
  appPassword: string | undefined;
  appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMsi';
  /** The bot's home tenant. */
  tenant: string | undefined;
  /** Tenants whose people are admitted; in a local try-out everyone is. */
  admitted: string[];
  standIn: string | undefined;
  /** The Agents Playground on this machine: no app id, no tokens. */
  local: boolean;
}

export interface SlackConfig {
  botToken: string;
  signingSecret: string | undefined;
  /** With it Klar connects by Socket Mode; without it Slack calls Klar over HTTP. */
  appToken: string | undefined;
  apiUrl: string | undefined;
  /** Workspaces admitted; empty means the bot's own alone. */
  admitted: string[];
}

export interface Config {
  port: number;
  host: string;
  data: string;
  secretKeyFile: string;
  /** Where people and platforms reach Klar, without a slash at the end; see `isPublic`. */
  url: string | undefined;
  timeZone: string;
  language: 'nb' | 'nn' | 'sv' | 'en';
  teams: TeamsConfig | undefined;
  slack: SlackConfig | undefined;
  /** Whether the rehearsal page is served: alone when nothing else is configured, or beside when asked for. */
  rehearsal: boolean;
  /** Lets other machines read `/metrics`. */
  metricsToken: string | undefined;
}

/** Says what is missing or wrong in the environment, one line a key, each with an example. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const examples: Record<string, string> = {
  KLAR_PORT: '3978',
  KLAR_URL: 'https://klar.example.org',
  KLAR_TIME_ZONE: 'Europe/Oslo',
  KLAR_LANGUAGE: 'nb',
  KLAR_TEAMS_APP_ID: '00000000-0000-0000-0000-000000000000',
  KLAR_TEAMS_APP_PASSWORD: 'the client secret of the app registration',
  KLAR_TEAMS_APP_TYPE: 'SingleTenant',
  KLAR_TEAMS_TENANT: '11111111-1111-1111-1111-111111111111',
  KLAR_TEAMS_STAND_IN: 'http://127.0.0.1:4000',
  KLAR_TEAMS_LOCAL: '1',
  KLAR_SLACK_BOT_TOKEN: 'xoxb-…',
  KLAR_SLACK_SIGNING_SECRET: 'the signing secret under Basic Information',
  KLAR_SLACK_APP_TOKEN: 'xapp-…',
  KLAR_SLACK_API_URL: 'http://127.0.0.1:4001/api/',
  KLAR_REHEARSAL: '1',
  KLAR_METRICS_TOKEN: 'the answer of: openssl rand -hex 32',
};

/**
 * Reads the environment. Nothing else in Klar does.
 * @throws ConfigError that names each key that is wrong or missing, with an example.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([k, v]) => k.startsWith('KLAR_') && v?.trim() !== ''),
  );
  const problems: string[] = [];
  const complain = (key: string, what: string) =>
    problems.push(`${key} ${what}${examples[key] ? `. Example: ${key}=${examples[key]}` : ''}`);

  for (const key of Object.keys(given)) {
    if (!(key in schema.shape) && !otherKeys.has(key))
      problems.push(`${key} is not a setting that Klar knows; see .env.example`);
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) complain(String(issue.path[0]), issue.message);
    throw new ConfigError(problems.join('\n'));
  }
  const env = parsed.data;
  const begun = (surface: 'TEAMS' | 'SLACK') =>
    Object.keys(given).some((key) => key.startsWith(`KLAR_${surface}_`) && key !== 'KLAR_TEAMS_LOCAL');
  const teams = begun('TEAMS') || env.KLAR_TEAMS_LOCAL ? teamsOf(env, complain) : undefined;
  const slack = begun('SLACK') ? slackOf(env, complain) : undefined;
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));

  const real = teams !== undefined || slack !== undefined;
  return {
    port: env.KLAR_PORT,
    host: env.KLAR_HOST ?? (real && !teams?.local ? '0.0.0.0' : '127.0.0.1'),
    data: env.KLAR_DATA,
    secretKeyFile: env.KLAR_SECRET_KEY ?? `${env.KLAR_DATA.replace(/[\\/]+$/u, '')}.key`,
    url: env.KLAR_URL,
    timeZone: env.KLAR_TIME_ZONE,
    language: env.KLAR_LANGUAGE,
    teams,
    slack,
    rehearsal: !real || env.KLAR_REHEARSAL,
    metricsToken: env.KLAR_METRICS_TOKEN,
  };
}

/** Names and numbers of machines that only their own network can reach. */
const ownNetwork =
  /^(?:[^.]*|\[.*\]|.*\.(?:local|localhost|internal|lan|home\.arpa)|(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\..*)$/u;

/** Whether Slack's and Teams' own machines could fetch a picture there: `https` only (PLATFORMS T6, S16), and no machine's private name. */
export function isPublic(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && !ownNetwork.test(hostname);
}

/** Keys that belong to tests and tools, not to a running Klar. */
const otherKeys = new Set(['KLAR_CHROMIUM']);

type Env = z.infer<typeof schema>;
type Complain = (key: string, what: string) => void;

function teamsOf(env: Env, complain: Complain): TeamsConfig {
  const { KLAR_TEAMS_APP_ID: appId, KLAR_TEAMS_APP_PASSWORD: appPassword, KLAR_TEAMS_TENANT: tenant } = env;
  const common = { appType: env.KLAR_TEAMS_APP_TYPE, tenant, standIn: env.KLAR_TEAMS_STAND_IN };
  if (env.KLAR_TEAMS_LOCAL) {
    if (appId)
      complain('KLAR_TEAMS_LOCAL', 'cannot be set together with KLAR_TEAMS_APP_ID: a local try-out checks no tokens');
    if (env.KLAR_HOST && !['127.0.0.1', 'localhost', '::1'].includes(env.KLAR_HOST)) {
      complain('KLAR_TEAMS_LOCAL', 'works on this machine alone: leave KLAR_HOST out');
    }
    return { ...common, appId: '', appPassword: undefined, admitted: [], local: true };
  }
  if (!appId) complain('KLAR_TEAMS_APP_ID', 'is missing: Teams is half configured');
  const needsPassword = env.KLAR_TEAMS_APP_TYPE !== 'UserAssignedMsi' && !env.KLAR_TEAMS_STAND_IN;
  if (!appPassword && needsPassword) complain('KLAR_TEAMS_APP_PASSWORD', 'is missing: Teams is half configured');
  if (!tenant && env.KLAR_TEAMS_APP_TYPE !== 'MultiTenant')
    complain('KLAR_TEAMS_TENANT', 'is missing: Teams is half configured');
  const admitted = env.KLAR_TEAMS_TENANTS.length > 0 ? env.KLAR_TEAMS_TENANTS : tenant ? [tenant] : [];
  if (appId && admitted.length === 0 && env.KLAR_TEAMS_APP_TYPE === 'MultiTenant') {
    complain('KLAR_TEAMS_TENANT', 'or KLAR_TEAMS_TENANTS is missing: Klar admits tenants by list');
  }
  return { ...common, appId: appId ?? '', appPassword, admitted, local: false };
}

function slackOf(env: Env, complain: Complain): SlackConfig {
  const {
    KLAR_SLACK_BOT_TOKEN: botToken,
    KLAR_SLACK_SIGNING_SECRET: signingSecret,
    KLAR_SLACK_APP_TOKEN: appToken,
  } = env;
  if (!botToken) complain('KLAR_SLACK_BOT_TOKEN', 'is missing: Slack is half configured');
  if (!signingSecret && !appToken) {
    complain(
      'KLAR_SLACK_SIGNING_SECRET',
      'is missing: Slack is half configured (or give KLAR_SLACK_APP_TOKEN for Socket Mode)',
    );
  }
  return {
    botToken: botToken ?? '',
    signingSecret,
    appToken,
    apiUrl: env.KLAR_SLACK_API_URL,
    admitted: env.KLAR_SLACK_WORKSPACES,
  };
}
