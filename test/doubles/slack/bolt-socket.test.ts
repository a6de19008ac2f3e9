import { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackStandIn } from './stand-in.ts';
import { startSlack } from './start-slack.ts';

const LOGGER = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => 'error' as never,
};

describe('Socket Mode', () => {
  let slack: SlackStandIn;
  let app: App;
  let kari: string;
  let project: string;

  beforeEach(async () => {
    slack = await startSlack({ signingSecret: 'hemmelig', botToken: 'xoxb-test', appToken: 'xapp-test' });
    kari = slack.addUser({ name: 'kari' });
    project = slack.addChannel({ name: 'prosjekt', members: [kari] });
    app = new App({
      socketMode: true,
      token: 'xoxb-test',
      appToken: 'xapp-test',
      logger: LOGGER,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    await app.start();
  });
  afterEach(async () => {
    await app.stop();
    await slack.until(() => slack.sockets === 0);
    await slack.stop();
  });

  it('carries commands, events and presses, and brings back what the app acknowledges with', async () => {
    expect(slack.sockets).toBe(1);
    app.command('/klar', async ({ ack }) => ack({ text: 'Menyen', response_type: 'in_channel' }));
    app.event('app_mention', async ({ say }) => {
      const text = { type: 'plain_text', text: 'Ferdig' } as const;
      await say({
        text: 'hei',
        blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'done', text }] }],
      });
    });
    app.action('done', async ({ ack, body, client }) => {
      await ack();
      const title = { type: 'plain_text', text: 'Takk' } as const;
      if ('trigger_id' in body) {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: { type: 'modal', title, submit: title, callback_id: 'takk', blocks: [] },
        });
      }
    });
    app.view('takk', async ({ ack }) => ack({ response_action: 'clear' }));

    const person = slack.as(kari);
    expect(await person.command('/klar', '', project)).toMatchObject({ via: 'socket', status: 200 });
    expect(slack.posted(project)).toMatchObject([{ text: 'Menyen' }]);
    await person.mention(project, 'hei');
    const card = await slack.until(() => slack.posted(project).find((message) => message.text === 'hei'));
    await person.press(card, 'Ferdig');
    await slack.until(() => slack.openView(kari));
    expect((await person.submit()).outcome).toBe('cleared');
  });

  it('greets each connection, lets an address be used once, and asks to reconnect', async () => {
    const answer = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: 'Bearer xapp-test' },
    });
    const { url } = (await answer.json()) as { url: string };
    const connection = new WebSocket(url);
    const heard: string[] = [];
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    connection.onmessage = ({ data }) => {
      heard.push(JSON.parse(data).type);
      if (heard.length === 1) slack.refreshSockets();
      else resolve();
    };
    await asked;
    expect(heard).toEqual(['hello', 'disconnect']);
    const second = new WebSocket(url);
    expect(
      await new Promise((done) =>
        Object.assign(second, { onerror: () => done('refused'), onopen: () => done('open') }),
      ),
    ).toBe('refused');
    connection.close();
  });

  it('refuses a wrong app token', async () => {
    const answer = await fetch(`${slack.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test' },
    });
    expect(await answer.json()).toMatchObject({ ok: false, error: 'not_allowed_token_type' });
  });
});
