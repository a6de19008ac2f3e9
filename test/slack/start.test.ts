import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackSurface } from '#slack/slack-surface.ts';
import type { SlackConfig } from '../../src/config.ts';
import type { SlackStandIn } from '../doubles/slack/stand-in.ts';
import { startSlack } from '../doubles/slack/start-slack.ts';
import { noLinks } from '../no-links.ts';

const log = { info() {}, warn() {}, error() {} };
let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack({ signingSecret: 's', botToken: 'xoxb-test', appToken: 'xapp-test' });
});
afterEach(() => slack.stop());

async function whyNot(given: Partial<SlackConfig>): Promise<string> {
  const config: SlackConfig = {
    botToken: 'xoxb-test',
    signingSecret: 's',
    appToken: undefined,
    apiUrl: slack.apiUrl,
    admitted: [],
    ...given,
  };
  const running = createSlackSurface({ config, links: noLinks, log });
  const problem = await running
    .open(async () => ({ show: 'nothing' }))
    .then(
      () => 'it opened',
      (error: Error) => error.message,
    );
  await running.close();
  return problem;
}

describe('Klar in Slack does not start', () => {
  it('with a bot token that Slack refuses', async () => {
    expect(await whyNot({ botToken: 'xoxb-feil' })).toMatch(
      /^Slack refuses KLAR_SLACK_BOT_TOKEN \(invalid_auth\)\. .*start Klar again/,
    );
  });

  it('with an app token that Slack refuses, instead of trying for ever', async () => {
    expect(await whyNot({ appToken: 'xapp-feil' })).toMatch(/^Slack refuses KLAR_SLACK_APP_TOKEN \(\w+\)\. /);
  });

  it('when Slack cannot be reached', async () => {
    expect(await whyNot({ apiUrl: 'http://127.0.0.1:9/api/' })).toContain(
      'Klar could not reach Slack at http://127.0.0.1:9/api/',
    );
  });

  it('and never repeats a token in what it says', async () => {
    expect(await whyNot({ botToken: 'xoxb-hemmelig' })).not.toContain('hemmelig');
  });
});

describe('Klar in Slack starts', () => {
  it('with an app token alone through Socket Mode, without a route, and leaves the socket at the end', async () => {
    const config = {
      botToken: 'xoxb-test',
      signingSecret: undefined,
      appToken: 'xapp-test',
      apiUrl: slack.apiUrl,
      admitted: [],
    };
    const running = createSlackSurface({ config, links: noLinks, log });
    expect(running.router).toBeUndefined();
    await running.open(async () => ({ show: 'nothing' }));
    expect(slack.sockets).toBe(1);
    expect(running.trouble?.()).toBeUndefined();
    await running.close();
    await slack.until(() => slack.sockets === 0);
    expect(running.trouble?.()).toBe('slack has lost its connection (Socket Mode).');
  });
});
