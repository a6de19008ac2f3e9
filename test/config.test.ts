import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, isPublic, readConfig } from '#config.ts';

const teams = { KLAR_TEAMS_APP_ID: 'app', KLAR_TEAMS_APP_PASSWORD: 'secret', KLAR_TEAMS_TENANT: 'home' };
const slack = { KLAR_SLACK_BOT_TOKEN: 'xoxb-1', KLAR_SLACK_SIGNING_SECRET: 'sign' };

function complaint(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const without = (all: Record<string, string>, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));

describe('with nothing in the environment', () => {
  test('Klar is a rehearsal on this machine', () => {
    expect(readConfig({ PATH: '/bin' })).toEqual({
      port: 3978,
      host: '127.0.0.1',
      data: './data',
      secretKeyFile: './data.key',
      timeZone: 'Europe/Oslo',
      language: 'nb',
      teams: undefined,
      slack: undefined,
      rehearsal: true,
      metricsToken: undefined,
    });
  });

  test('blank values are as good as none', () => {
    const blank = { KLAR_PORT: '', KLAR_TEAMS_APP_ID: ' ', KLAR_SLACK_BOT_TOKEN: '', KLAR_LANGUAGE: '' };
    expect(readConfig(blank)).toEqual(readConfig({}));
  });
});

describe('half a configuration stops with the missing key and an example', () => {
  test.each([
    ['the password', without(teams, 'KLAR_TEAMS_APP_PASSWORD'), 'KLAR_TEAMS_APP_PASSWORD'],
    ['the app id', without(teams, 'KLAR_TEAMS_APP_ID'), 'KLAR_TEAMS_APP_ID'],
    ['the tenant', without(teams, 'KLAR_TEAMS_TENANT'), 'KLAR_TEAMS_TENANT'],
    ['all but the admitted tenants', { KLAR_TEAMS_TENANTS: 'a,b' }, 'KLAR_TEAMS_APP_ID'],
    ['all but the app type', { KLAR_TEAMS_APP_TYPE: 'MultiTenant' }, 'KLAR_TEAMS_APP_ID'],
    ['all but the stand-in', { KLAR_TEAMS_STAND_IN: 'http://127.0.0.1:4000' }, 'KLAR_TEAMS_APP_ID'],
    [
      'who is admitted',
      { ...without(teams, 'KLAR_TEAMS_TENANT'), KLAR_TEAMS_APP_TYPE: 'MultiTenant' },
      'KLAR_TEAMS_TENANT',
    ],
    ['the bot token', without(slack, 'KLAR_SLACK_BOT_TOKEN'), 'KLAR_SLACK_BOT_TOKEN'],
    ['the signing secret', without(slack, 'KLAR_SLACK_SIGNING_SECRET'), 'KLAR_SLACK_SIGNING_SECRET'],
    ['all but the app token', { KLAR_SLACK_APP_TOKEN: 'xapp-1' }, 'KLAR_SLACK_BOT_TOKEN'],
    ['all but the workspaces', { KLAR_SLACK_WORKSPACES: 'T1' }, 'KLAR_SLACK_BOT_TOKEN'],
    ['all but the API address', { KLAR_SLACK_API_URL: 'http://127.0.0.1:4001/api/' }, 'KLAR_SLACK_BOT_TOKEN'],
  ])('when %s is missing', (_what, environment, key) => {
    const said = complaint(environment);
    expect(said).toContain('missing');
    expect(said).toMatch(new RegExp(`^${key} .*Example: ${key}=\\S`, 'mu'));
  });

  test('and with all that is missing at once', () => {
    const said = complaint({ KLAR_TEAMS_APP_ID: 'app', KLAR_SLACK_BOT_TOKEN: 'xoxb-1' });
    for (const key of ['KLAR_TEAMS_APP_PASSWORD', 'KLAR_TEAMS_TENANT', 'KLAR_SLACK_SIGNING_SECRET']) {
      expect(said).toContain(`${key} is missing`);
    }
  });
});

describe('what is wrong is refused with the key and an example', () => {
  test.each([
    ['a port that is no number', { KLAR_PORT: 'x' }, 'KLAR_PORT'],
    ['a port out of range', { KLAR_PORT: '65536' }, 'KLAR_PORT'],
    ['a language that Klar does not speak', { KLAR_LANGUAGE: 'fi' }, 'KLAR_LANGUAGE'],
    ['a time zone that does not exist', { KLAR_TIME_ZONE: 'Europe/Trondheim' }, 'KLAR_TIME_ZONE'],
    ['an address that is none', { KLAR_URL: 'klar' }, 'KLAR_URL'],
    ['an address that is not of the web', { KLAR_URL: 'mailto:a@example.org' }, 'KLAR_URL'],
    ['a flag in words', { KLAR_REHEARSAL: 'yes' }, 'KLAR_REHEARSAL'],
    ['an app type that does not exist', { ...teams, KLAR_TEAMS_APP_TYPE: 'Tenant' }, 'KLAR_TEAMS_APP_TYPE'],
    ['a local try-out with an app id', { ...teams, KLAR_TEAMS_LOCAL: '1' }, 'KLAR_TEAMS_LOCAL'],
    ['a local try-out for the whole network', { KLAR_TEAMS_LOCAL: '1', KLAR_HOST: '0.0.0.0' }, 'KLAR_TEAMS_LOCAL'],
    ['a stand-in elsewhere', { ...teams, KLAR_TEAMS_STAND_IN: 'http://example.org' }, 'KLAR_TEAMS_STAND_IN'],
    [
      'a stand-in that looks near',
      { ...teams, KLAR_TEAMS_STAND_IN: 'http://127.0.0.1@example.org' },
      'KLAR_TEAMS_STAND_IN',
    ],
    [
      'a stand-in that begins near',
      { ...teams, KLAR_TEAMS_STAND_IN: 'http://127.0.0.1.example.org' },
      'KLAR_TEAMS_STAND_IN',
    ],
    ['a stand-in without an address', { ...teams, KLAR_TEAMS_STAND_IN: 'here' }, 'KLAR_TEAMS_STAND_IN'],
  ])('%s', (_what, environment, key) => {
    expect(complaint(environment)).toMatch(new RegExp(`^${key} .*Example: ${key}=\\S`, 'mu'));
  });

  test('a misspelt key, which would otherwise be silently without effect', () => {
    expect(complaint({ KLAR_TEAMS_TENNANT: 'home' })).toContain('KLAR_TEAMS_TENNANT is not a setting that Klar knows');
  });

  test('without saying any secret', () => {
    const said = complaint({
      ...teams,
      KLAR_TEAMS_APP_PASSWORD: 'hunter2',
      KLAR_PORT: 'hunter2',
      KLAR_TEAMS_LOCAL: '1',
    });
    expect(said).not.toContain('hunter2');
  });
});

describe('a whole configuration', () => {
  test('of Teams admits the home tenant alone unless others are listed', () => {
    expect(readConfig(teams)).toMatchObject({
      host: '0.0.0.0',
      rehearsal: false,
      slack: undefined,
      teams: {
        appId: 'app',
        appPassword: 'secret',
        appType: 'SingleTenant',
        tenant: 'home',
        admitted: ['home'],
        local: false,
      },
    });
    expect(readConfig({ ...teams, KLAR_TEAMS_TENANTS: ' a , b,' }).teams?.admitted).toEqual(['a', 'b']);
  });

  test('of a managed identity needs no password, and neither does a stand-in', () => {
    const bare = without(teams, 'KLAR_TEAMS_APP_PASSWORD');
    expect(readConfig({ ...bare, KLAR_TEAMS_APP_TYPE: 'UserAssignedMsi' }).teams?.appPassword).toBeUndefined();
    const standIn = readConfig({ ...bare, KLAR_TEAMS_STAND_IN: 'http://localhost:4000/' }).teams;
    expect(standIn?.standIn).toBe('http://localhost:4000');
  });

  test('of Slack takes a signing secret, or an app token for Socket Mode', () => {
    expect(readConfig(slack).slack).toMatchObject({ botToken: 'xoxb-1', signingSecret: 'sign', appToken: undefined });
    expect(readConfig({ KLAR_SLACK_BOT_TOKEN: 'xoxb-1', KLAR_SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject({
      signingSecret: undefined,
      appToken: 'xapp-1',
    });
  });

  test('of a local try-out listens on this machine alone and has no app id', () => {
    const config = readConfig({ KLAR_TEAMS_LOCAL: '1' });
    expect(config).toMatchObject({ host: '127.0.0.1', rehearsal: false, teams: { appId: '', local: true } });
  });

  test('keeps the rehearsal beside it only when asked', () => {
    expect(readConfig({ ...slack, KLAR_REHEARSAL: '1' }).rehearsal).toBe(true);
    expect(readConfig({ ...slack, KLAR_REHEARSAL: '0' }).rehearsal).toBe(false);
  });

  test('keeps the key of secrets beside the data folder, never in it', () => {
    expect(readConfig({ KLAR_DATA: '/srv/klar/' }).secretKeyFile).toBe('/srv/klar.key');
    expect(readConfig({ KLAR_SECRET_KEY: '/etc/klar.key' }).secretKeyFile).toBe('/etc/klar.key');
  });
});

describe('the public address', () => {
  test('is kept without a slash at its end', () => {
    expect(readConfig({ KLAR_URL: 'https://klar.example.org/bot//' }).url).toBe('https://klar.example.org/bot');
    expect(readConfig({}).url).toBeUndefined();
  });

  test.each([
    ['https://klar.example.org', true],
    ['https://klar.example.org:8443/bot', true],
    ['https://192.0.2.7', true],
    ['https://172.32.0.1', true],
    ['http://klar.example.org', false],
    ['https://localhost:3978', false],
    ['https://klar', false],
    ['https://klar.local', false],
    ['https://klar.internal', false],
    ['https://10.0.0.4', false],
    ['https://172.20.1.1', false],
    ['https://192.168.1.2', false],
    ['https://127.0.0.1', false],
    ['https://[::1]', false],
  ])('of %s is one that Teams and Slack can fetch from: %s', (url, reached) => expect(isPublic(url)).toBe(reached));
});

test('every setting stands in .env.example, and every line there is a setting', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').matchAll(/^# (KLAR_[A-Z_]+)=/gmu);
  const listed = [...lines].map(([, key]) => key ?? '');
  const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
  const known = [...source.matchAll(/^ {2}(KLAR_[A-Z_]+): (?:z|text|flag|list|loopback|webAddress)/gmu)].map(
    ([, k]) => k ?? '',
  );
  expect(known.length).toBeGreaterThan(15);
  expect(listed.toSorted()).toEqual(known.toSorted());
});
