import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { RunningSurface } from '#chat/port.ts';
import { createSlackSurface } from '#slack/slack-surface.ts';
import { waitBeforeTry } from '#slack/socket-receiver.ts';
import { readConfig } from '../../src/config.ts';
import { startKlar } from '../../src/main.ts';
import type { Fault } from '../doubles/slack/faults.ts';
import type { SlackStandIn } from '../doubles/slack/stand-in.ts';
import { startSlack } from '../doubles/slack/start-slack.ts';
import { noLinks } from '../no-links.ts';

const tokens = { botToken: 'xoxb-test', appToken: 'xapp-test' };
const lost = 'slack has lost its connection (Socket Mode).';

let slack: SlackStandIn;
let running: RunningSurface;
let said: string[];
let typed: string[];
/** What nobody caught: it would end the process. */
let uncaught: unknown[];
const catches = (why: unknown) => void uncaught.push(why);
beforeEach(async () => {
  [said, typed, uncaught] = [[], [], []];
  process.on('unhandledRejection', catches);
  slack = await startSlack({ signingSecret: 's', ...tokens });
});
afterEach(async () => {
  await running.close();
  await slack.until(() => slack.sockets === 0);
  await slack.stop();
  process.off('unhandledRejection', catches);
  expect(uncaught).toEqual([]);
});

/** Klar in Slack through Socket Mode, connected. */
async function opens({ firstMs = 1, helloMs = 8000 } = {}): Promise<void> {
  const line = (level: string) => (_about: object, message: string) => void said.push(`${level}: ${message}`);
  const log = { info: line('info'), warn: line('warn'), error: line('error') };
  const config = { ...tokens, signingSecret: undefined, apiUrl: slack.apiUrl, admitted: [] };
  running = createSlackSurface({ config, links: noLinks, log, reconnecting: { firstMs, helloMs } });
  await running.open(async (incoming) => {
    typed.push('text' in incoming ? incoming.text : incoming.type);
    return { show: 'nothing' };
  });
}
const asked = () => slack.calls('apps.connections.open').length;

/** Loses the connection, with so many tries that go wrong before one goes well. */
async function loses(fault: Fault, times: number): Promise<void> {
  slack.failNext('apps.connections.open', fault, times);
  const before = asked();
  slack.dropSockets();
  await slack.until(() => asked() > before);
}
/** What Klar itself does is not seen by the stand-in: it is looked for again and again. */
const soon = <T>(look: () => T) => expect.poll(look, { interval: 5, timeout: 8000 });
const isBack = async () => {
  await slack.until(() => slack.sockets === 1);
  await soon(() => running.trouble?.()).toBeUndefined();
};

describe('Klar whose connection to Slack is lost', () => {
  it.each<[string, Fault]>([
    ['while the network is away', { drop: 'lost' }],
    ['while Slack answers with 503', { status: 503 }],
    ['while Slack answers, but the answer is lost', { drop: 'applied' }],
  ])('%s: lives on, says so once, and is back by itself', async (_when, fault) => {
    await opens();
    await loses(fault, 4);
    await isBack();
    expect(asked()).toBe(6);
    expect(said).toEqual([
      `warn: ${lost} Klar asks for a new one until it has it.`,
      'info: connected to Slack again (Socket Mode)',
    ]);
    const kari = slack.addUser({ name: 'kari' });
    const channel = slack.addChannel({ name: 'prosjekt', members: [kari] });
    await slack.as(kari).command('/klar', 'hjelp', channel);
    await slack.settled();
    expect(typed).toEqual(['hjelp']);
  });

  it.each(['invalid_auth', 'account_inactive'])(
    'and whose token is then refused (%s): lives on, says what to do, and is back when it counts again',
    async (error) => {
      await opens();
      await loses({ error }, 3);
      await isBack();
      expect(said).toEqual([
        expect.stringMatching(/^warn: Slack refuses KLAR_SLACK_APP_TOKEN/u),
        'info: connected to Slack again (Socket Mode)',
      ]);
    },
  );

  it('gives up a connection that Slack never greets, and asks for another', async () => {
    await opens({ helloMs: 100 });
    slack.greetNone(2);
    slack.dropSockets();
    await slack.until(() => asked() === 4);
    await isBack();
    expect(said).toHaveLength(2);
  });

  it('is back at once, and says nothing, when Slack only renews the address', async () => {
    await opens({ firstMs: 60_000 });
    slack.refreshSockets();
    await slack.until(() => asked() === 2);
    await isBack();
    expect(said).toEqual([]);
  });

  it('does not try again when it is stopped while it waits', async () => {
    await opens({ firstMs: 60_000 });
    await loses({ drop: 'lost' }, 9);
    await soon(() => said.length).toBe(1);
    await running.close();
    expect(asked()).toBe(2);
  });

  it('leaves a connection that comes only when it has been stopped', async () => {
    await opens();
    await loses({ delayMs: 200 }, 1);
    await running.close();
    await slack.until(() => slack.sockets === 1);
    await slack.until(() => slack.sockets === 0);
  });
});

test('A start that Slack asks to be patient waits for as long as it asked', async () => {
  slack.failNext('apps.connections.open', { retryAfter: 1 }, 1);
  const begun = performance.now();
  await opens();
  expect(performance.now() - begun).toBeGreaterThan(990);
  expect([asked(), running.trouble?.()]).toEqual([2, undefined]);
});

test('Whoever watches Klar is told on /readyz while it is not connected, and why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'klar-socket-'));
  const config = readConfig({
    KLAR_PORT: '0',
    KLAR_DATA: join(folder, 'data'),
    KLAR_SLACK_BOT_TOKEN: tokens.botToken,
    KLAR_SLACK_APP_TOKEN: tokens.appToken,
    KLAR_SLACK_API_URL: slack.apiUrl,
  });
  const klar = await startKlar(config, { heartbeat: false, log: { info() {}, warn() {}, error() {} } });
  running = { surface: {} as never, open: async () => {}, close: klar.stop };
  const ready = async () => {
    const answer = await fetch(`${klar.url}/readyz`);
    return { status: answer.status, ...((await answer.json()) as { missing: string[] }) };
  };
  expect(await ready()).toMatchObject({ status: 200, missing: [] });
  await loses({ status: 503, delayMs: 50 }, 1);
  expect(await ready()).toMatchObject({ status: 503, missing: [lost] });
  await slack.until(() => slack.sockets === 1);
  await soon(ready).toMatchObject({ status: 200, missing: [] });
  await klar.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each<[number, number | undefined, number]>([
  [0, undefined, 0],
  [1, undefined, 1000],
  [2, undefined, 2000],
  [6, undefined, 32_000],
  [7, undefined, 60_000],
  [5000, undefined, 60_000],
  [0, 30_000, 30_000],
  [7, 90_000, 90_000],
  [4, 3000, 8000],
])('after %i tries in vain, asked by Slack for %s ms, Klar waits %i ms', (failed, askedMs, waits) => {
  expect(waitBeforeTry(failed, { firstMs: 1000, ...(askedMs === undefined ? {} : { askedMs }) })).toBe(waits);
});
