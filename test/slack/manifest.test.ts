import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { startSlack } from '../doubles/slack/start-slack.ts';

interface Manifest {
  features: { slash_commands: { command: string; url?: string; should_escape: boolean }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: {
    event_subscriptions: { request_url?: string; bot_events: string[] };
    interactivity: { is_enabled: boolean; request_url?: string };
    socket_mode_enabled: boolean;
  };
}
const root = new URL('../../', import.meta.url);
const read = (path: string): Manifest => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const schemas = ['1.0.0', '2.0.0'].map((v) => new URL(`../shared/schemas/slack-manifest.schema.${v}.json`, root));
const absent = schemas.some((schema) => !existsSync(schema));
if (absent) console.info('Left out: the Slack manifest against its schemas, because ../shared/schemas is not there.');

const http = read('manifests/slack/manifest.json');
const socket = read('manifests/slack/manifest.socket.json');

describe('The Slack manifest', () => {
  describe.skipIf(absent)('keeps to the schema that Slack publishes', () => {
    it.each([
      ['over HTTP', http],
      ['for Socket Mode', socket],
    ])('%s', (_, manifest) => {
      for (const schema of schemas) {
        const ajv = new Ajv({ strict: false, logger: false });
        const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
        validate(manifest);
        expect(validate.errors ?? []).toEqual([]);
      }
    });
  });

  it('brings everything to the one address that Klar listens on', () => {
    const addresses = [
      http.features.slash_commands[0]?.url,
      http.settings.event_subscriptions.request_url,
      http.settings.interactivity.request_url,
    ];
    expect(new Set(addresses)).toEqual(new Set(['https://klar.example.org/slack/events']));
  });

  it('asks for the same in Socket Mode, without an address', () => {
    expect(JSON.stringify(socket)).not.toContain('https://');
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(socket.oauth_config).toEqual(http.oauth_config);
    expect(socket.settings.event_subscriptions.bot_events).toEqual(http.settings.event_subscriptions.bot_events);
  });

  it('has Slack write mentions in commands as ids, which is what Klar reads', () => {
    expect(http.features.slash_commands).toMatchObject([{ command: '/klar', should_escape: true }]);
  });

  it('asks for every right that the calls of Klar need', async () => {
    const slack = await startSlack({
      signingSecret: 's',
      botToken: 'xoxb-test',
      scopes: http.oauth_config.scopes.bot,
    });
    const user = slack.addUser({ name: 'kari', email: 'kari@example.org' });
    const channel = slack.addChannel({ name: 'prosjekt', members: [user], private: true });
    const calls: [string, object][] = [
      ['conversations.info', { channel }],
      ['conversations.open', { users: user }],
      ['users.info', { user }],
      ['chat.postMessage', { channel, text: 'a' }],
      ['chat.postEphemeral', { channel, user, text: 'a' }],
      ['files.getUploadURLExternal', { filename: 'plan.png', length: 3 }],
      ['views.publish', { user_id: user, view: { type: 'home', blocks: [] } }],
    ];
    for (const [method, given] of calls) {
      const answer = await fetch(`${slack.apiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json' },
        body: JSON.stringify(given),
      });
      expect(await answer.json()).toMatchObject({ ok: true });
    }
    await slack.stop();
  });
});
