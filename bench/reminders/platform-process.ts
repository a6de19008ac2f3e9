import { startSlack } from '../../test/doubles/slack/start-slack.ts';
import { startTeams } from '../../test/doubles/teams/start-teams.ts';
import type { Moods, Received } from '../../test/doubles/trouble.ts';
import { answer, startedWith } from './part.ts';
import type { Town } from './town.ts';

/** How the stand-in is set up. */
export interface PlatformOptions {
  surface: 'teams' | 'slack';
  people: number;
  channels: number;
  limits: 'off' | 'real';
  speed: number;
  trouble?: Moods;
}

/** What reached the stand-in, and how often it had to ask for patience. */
export interface Arrived {
  received: Received[];
  /** Calls that were answered 429, by the limits or by chance. */
  throttled: number;
  /** What the platform would have refused. */
  violations: number;
}

interface Platform {
  town: Town;
  arrived(): Arrived;
  count(): number;
  /** The last message to a person as the bot sent it. */
  sample(): unknown;
}

const APP_ID = '6f1d2c3b-0000-4000-8000-00000000c1a5';
const TENANT = 'a3c1e0d2-5b7f-4c1e-8d2a-000000000001';
const BOT_TOKEN = 'xoxb-bench';
const SIGNING_SECRET = 'hemmelig-signatur';

async function openTeams({ people, channels, ...how }: PlatformOptions): Promise<Platform> {
  const teams = await startTeams({ appId: APP_ID, tenantId: TENANT, ...how });
  const persons = Array.from({ length: people + 1 }, (_, nth) => teams.person({ name: `Kari Nordmann ${nth}` }));
  const address = { serviceUrl: teams.serviceUrl, tenantId: TENANT, botId: teams.bot.id };
  const team = teams.team({ name: 'Felles journal', members: persons, installed: true });
  const rooms = Array.from({ length: channels }, (_, nth) => teams.channel(team, { name: `Enhet ${nth}` }));
  const [first, ...others] = persons.map((person) => {
    const chat = teams.personalChat(person);
    chat.installed = true;
    return {
      user: person.aadObjectId,
      name: person.name,
      address: { ...address, id: person.id },
      chat: { key: chat.id, address: { ...address, conversationId: chat.id } },
    };
  });
  if (!first) throw new Error('nobody lives in the town');
  return {
    town: {
      surface: 'teams',
      workspace: TENANT,
      environment: { KLAR_TEAMS_APP_ID: APP_ID, KLAR_TEAMS_TENANT: TENANT, KLAR_TEAMS_STAND_IN: teams.url },
      first,
      people: others,
      channels: rooms.map(({ id }) => ({ key: id, address })),
    },
    arrived: () => ({
      received: [...teams.received],
      throttled: teams.calls().filter(({ status }) => status === 429).length,
      violations: teams.violations.length,
    }),
    count: () => teams.received.length,
    sample: () => teams.calls('send').findLast(({ status }) => status === 201)?.body,
  };
}

async function openSlack({ people, channels, ...how }: PlatformOptions): Promise<Platform> {
  const slack = await startSlack({ signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, ...how });
  const users = Array.from({ length: people + 1 }, (_, nth) => ({
    id: slack.addUser({ name: `kari-${nth}`, realName: `Kari Nordmann ${nth}` }),
    name: `Kari Nordmann ${nth}`,
  }));
  const rooms = Array.from({ length: channels }, (_, nth) => slack.addChannel({ name: `enhet-${nth}` }));
  const chats = new Set<string>();
  const [first, ...others] = users.map(({ id, name }) => {
    const channel = slack.directChat(id);
    chats.add(channel);
    return { user: id, name, address: {}, chat: { key: channel, address: { channel } } };
  });
  if (!first) throw new Error('nobody lives in the town');
  return {
    town: {
      surface: 'slack',
      workspace: slack.ids.team,
      environment: {
        KLAR_SLACK_BOT_TOKEN: BOT_TOKEN,
        KLAR_SLACK_SIGNING_SECRET: SIGNING_SECRET,
        KLAR_SLACK_API_URL: slack.apiUrl,
      },
      first,
      people: others,
      channels: rooms.map((channel) => ({ key: channel, address: { channel } })),
    },
    arrived: () => ({
      received: [...slack.received()],
      throttled: slack.calls().filter(({ outcome }) => outcome === 'ratelimited').length,
      violations: slack.calls().filter(({ outcome }) => outcome.startsWith('invalid_')).length,
    }),
    count: () => slack.received().length,
    sample: () =>
      slack
        .calls('chat.postMessage')
        .findLast(({ outcome, args }) => outcome === 'ok' && chats.has(String(args.channel)))?.args,
  };
}

const options = startedWith<PlatformOptions>();
const platform = await (options.surface === 'teams' ? openTeams(options) : openSlack(options));
answer({
  town: () => platform.town,
  arrived: () => platform.arrived(),
  count: () => platform.count(),
  sample: () => platform.sample(),
});
