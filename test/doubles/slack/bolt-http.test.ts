import { App, type BlockAction, type ButtonAction, type types, type ViewClosedAction } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotAcknowledged } from './dispatcher.ts';
import type { SlackStandIn } from './stand-in.ts';
import { type SlackOptions, startSlack } from './start-slack.ts';
import type { Dict } from './types.ts';

const SECRET = 'hemmelig';
const LOGGER = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => 'error' as never,
};

let slack: SlackStandIn;
let app: App;
let kari: string;
let project: string;

/** A real Bolt app behind its HTTP receiver, and a stand-in that knows where it listens. */
async function start(options: Partial<SlackOptions> = {}): Promise<void> {
  slack = await startSlack({ signingSecret: SECRET, botToken: 'xoxb-test', ...options });
  kari = slack.addUser({ name: 'kari', realName: 'Kari Lunde' });
  project = slack.addChannel({ name: 'prosjekt', members: [kari] });
  app = new App({
    signingSecret: SECRET,
    token: 'xoxb-test',
    logger: LOGGER,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  const server = await app.start(0);
  const address = server.address();
  slack.connect({ eventsUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/slack/events` });
  // Bolt asks who it is as soon as it is made; a stand-in that stops before that answer would leave it with an error.
  await slack.until(() => slack.calls('auth.test')[0]?.outcome === 'ok');
}

beforeEach(() => start());
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

const button = (actionId: string, text: string, value = ''): types.Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text },
  value,
});
const form: types.ModalView = {
  type: 'modal',
  callback_id: 'skjema',
  private_metadata: 'plan-1',
  title: { type: 'plain_text', text: 'Ny avstemning' },
  submit: { type: 'plain_text', text: 'Legg ut' },
  blocks: [
    {
      type: 'input',
      block_id: 'sporsmal',
      label: { type: 'plain_text', text: 'Spørsmål' },
      element: { type: 'plain_text_input', action_id: 'tekst' },
    },
    {
      type: 'input',
      block_id: 'slag',
      optional: true,
      label: { type: 'plain_text', text: 'Slag' },
      element: {
        type: 'static_select',
        action_id: 'valg',
        options: [
          { text: { type: 'plain_text', text: 'Ett svar' }, value: 'one' },
          { text: { type: 'plain_text', text: 'Flere svar' }, value: 'many' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'fil',
      optional: true,
      label: { type: 'plain_text', text: 'Fil' },
      element: { type: 'file_input', action_id: 'plan', filetypes: ['csv'], max_files: 1 },
    },
  ],
};

describe('Commands', () => {
  it('reach the app signed, with escaped text and a mention', async () => {
    let command: Dict = {};
    app.command('/klar', async ({ command: given, ack }) => {
      command = given;
      await ack({ text: 'Hei', response_type: 'ephemeral' });
    });
    const { status, ms } = await slack.as(kari).command('/klar', 'unit "A & B" contact @kari', 'prosjekt');
    expect(status).toBe(200);
    expect(ms).toBeLessThan(3000);
    expect(command).toMatchObject({
      text: `unit "A &amp; B" contact <@${kari}|kari>`,
      team_id: slack.ids.team,
      channel_id: project,
      channel_name: 'prosjekt',
      user_id: kari,
    });
    expect(slack.ephemerals(kari)).toMatchObject([{ text: 'Hei', channel: project }]);
  });

  it('are answered up to five times through the response_url', async () => {
    const statuses: number[] = [];
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    app.command('/klar', async ({ ack, respond }) => {
      await ack();
      for (let count = 0; count < 6; count += 1) {
        await respond({ text: `svar ${count}`, response_type: 'in_channel' }).then(
          (answer) => statuses.push(answer.status),
          () => statuses.push(0),
        );
      }
      resolve();
    });
    await slack.as(kari).command('/klar', 'help', project);
    await answered;
    expect(statuses).toEqual([200, 200, 200, 200, 200, 0]);
    expect(slack.posted(project)).toHaveLength(5);
    expect(slack.calls('response_url').at(-1)?.outcome).toBe('used_url');
  });

  it('work in a direct chat that the app is not in, where it can only respond', async () => {
    app.command('/klar', async ({ ack, body, client, respond }) => {
      await ack();
      const posted = await client.chat.postMessage({ channel: body.channel_id, text: 'a' }).catch(() => null);
      await respond({ text: posted === null ? 'bare til deg' : 'til alle' });
    });
    const chat = slack.addDirectChat([kari, slack.addUser({ name: 'ola' })]);
    await slack.as(kari).command('/klar', 'mine', chat);
    await slack.until(() => slack.ephemerals(kari).length === 1);
    expect(slack.calls('chat.postMessage')).toMatchObject([{ outcome: 'channel_not_found' }]);
    expect(slack.ephemerals(kari)).toMatchObject([{ text: 'bare til deg', channel: chat }]);
  });

  it('fail loudly when the app does not answer in time', async () => {
    await app.stop();
    await slack.stop();
    await start({ ackMs: 60 });
    app.command('/klar', () => new Promise(() => {}));
    await expect(slack.as(kari).command('/klar', '', project)).rejects.toBeInstanceOf(NotAcknowledged);
  });
});

describe('Presses', () => {
  const post = () =>
    app.client.chat.postMessage({
      channel: project,
      text: 'Hvor står du?',
      blocks: [
        {
          type: 'actions',
          block_id: 'svar',
          elements: [
            button('vote', 'Er i gang', 'o1'),
            {
              type: 'radio_buttons',
              action_id: 'pick',
              options: [
                { text: { type: 'plain_text', text: 'Ja' }, value: 'yes' },
                { text: { type: 'plain_text', text: 'Nei' }, value: 'no' },
              ],
            },
          ],
        },
      ],
    });

  it('carry message, container, state and a response_url that replaces the message', async () => {
    const bodies: BlockAction<ButtonAction>[] = [];
    app.action<BlockAction<ButtonAction>>('vote', async ({ ack, body, respond }) => {
      await ack();
      bodies.push(body);
      await respond({ replace_original: true, text: 'Du svarte', blocks: [] });
    });
    await post();
    const [message] = slack.posted(project);
    if (message === undefined) throw new Error('nothing was posted');
    await slack.as(kari).press(message, 'Er i gang', { values: { pick: 'Ja' } });
    await slack.until(() => slack.posted(project)[0]?.text === 'Du svarte');
    expect(bodies[0]).toMatchObject({
      type: 'block_actions',
      user: { id: kari, team_id: slack.ids.team },
      channel: { id: project, name: 'prosjekt' },
      container: { type: 'message', message_ts: message.ts, channel_id: project, is_ephemeral: false },
      message: { ts: message.ts, bot_id: slack.ids.bot },
      actions: [{ action_id: 'vote', block_id: 'svar', type: 'button', value: 'o1' }],
      state: { values: { svar: { pick: { type: 'radio_buttons', selected_option: { value: 'yes' } } } } },
    });
    await expect(slack.as(kari).press(message, 'Er i gang')).rejects.toThrow('not there to press');
  });

  it('are only possible on what is shown, to whom it is shown, among the options offered', async () => {
    await post();
    const [message] = slack.posted(project);
    const ola = slack.addUser({ name: 'ola' });
    if (message === undefined) throw new Error('nothing was posted');
    await expect(slack.as(kari).press(message, 'Slett')).rejects.toThrow('not there to press');
    await expect(slack.as(kari).press(message, 'pick', { choose: 'Kanskje' })).rejects.toThrow('does not offer');
    await expect(slack.as(ola).press(message, 'vote')).rejects.toThrow('not in prosjekt');
    await app.client.chat.postEphemeral({
      channel: project,
      user: kari,
      text: 'a',
      blocks: [{ type: 'actions', elements: [button('x', 'X')] }],
    });
    const [secret] = slack.ephemerals(kari);
    if (secret === undefined) throw new Error('nothing was posted');
    slack.as(ola);
    await slack.as(kari).join(project);
    await slack.as(ola).join(project);
    await expect(slack.as(ola).press(secret, 'X')).rejects.toThrow('another person');
  });

  it('in an ephemeral message name it, and can delete it', async () => {
    let body: Dict = {};
    app.action('x', async ({ ack, body: given, respond }) => {
      await ack();
      body = { ...given };
      await respond({ delete_original: true });
    });
    await app.client.chat.postEphemeral({
      channel: project,
      user: kari,
      text: 'a',
      blocks: [{ type: 'actions', elements: [button('x', 'X')] }],
    });
    const [message] = slack.ephemerals(kari);
    if (message === undefined) throw new Error('nothing was posted');
    await slack.as(kari).press(message, 'X');
    await slack.until(() => slack.ephemerals(kari).length === 0);
    expect(body.container).toMatchObject({ is_ephemeral: true, message_ts: message.ts });
    expect(body).not.toHaveProperty('message');
  });
});

describe('Modals', () => {
  it('open from a press, show errors, take files, and close', async () => {
    const states: unknown[] = [];
    app.command('/klar', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view('skjema', async ({ ack, view }) => {
      states.push(view.state.values);
      const text = view.state.values.sporsmal?.tekst?.value ?? '';
      if (text.length < 5) await ack({ response_action: 'errors', errors: { sporsmal: 'Skriv litt mer' } });
      else await ack();
    });
    const person = slack.as(kari);
    await person.command('/klar', 'poll', project);
    await slack.until(() => slack.openView(kari));
    await expect(person.submit()).rejects.toThrow('Slack asks for sporsmal');
    expect(await person.submit({ tekst: 'Hm' })).toMatchObject({
      outcome: 'errors',
      errors: { sporsmal: 'Skriv litt mer' },
    });
    expect(() => person.uploadFile({ name: 'plan.csv', content: 'a;b' })).not.toThrow();
    const file = person.uploadFile({ name: 'plan.csv', content: 'enhet;dato' });
    const done = await person.submit({ tekst: 'Hvor står du?', valg: 'Flere svar', plan: [file] });
    expect(done.outcome).toBe('closed');
    expect(slack.openView(kari)).toBeUndefined();
    expect(states.at(-1)).toMatchObject({
      sporsmal: { tekst: { type: 'plain_text_input', value: 'Hvor står du?' } },
      slag: { valg: { selected_option: { value: 'many' } } },
      fil: { plan: { type: 'file_input', files: [{ id: file.id, name: 'plan.csv' }] } },
    });
  });

  it('push and update from an answer, and tell of closing when asked to', async () => {
    const closed: boolean[] = [];
    app.command('/klar', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: { ...form, notify_on_close: true } });
    });
    const two: types.ModalView = {
      ...form,
      callback_id: 'to',
      title: { type: 'plain_text', text: 'To' },
      notify_on_close: true,
    };
    app.view('skjema', async ({ ack }) => ack({ response_action: 'push', view: two }));
    app.view({ callback_id: 'to', type: 'view_submission' }, async ({ ack }) =>
      ack({ response_action: 'update', view: { ...two, title: { type: 'plain_text', text: 'Tre' } } }),
    );
    app.view<ViewClosedAction>({ callback_id: 'to', type: 'view_closed' }, async ({ ack, body }) => {
      closed.push(body.is_cleared);
      await ack();
    });
    const person = slack.as(kari);
    await person.command('/klar', '', project);
    await slack.until(() => slack.openView(kari));
    expect((await person.submit({ tekst: 'En' })).outcome).toBe('pushed');
    expect((await person.submit({ tekst: 'To' })).outcome).toBe('updated');
    expect(slack.openView(kari)).toMatchObject({ title: { text: 'Tre' }, privateMetadata: 'plan-1' });
    expect((await person.close())?.status).toBe(200);
    expect(closed).toEqual([false]);
    expect(slack.openView(kari)?.title).toMatchObject({ text: 'Ny avstemning' });
  });
});

describe('Events', () => {
  it('come for mentions, direct messages with files, Home and joining', async () => {
    const seen: Dict[] = [];
    const { promise: allSeen, resolve } = Promise.withResolvers<void>();
    const see = (event: object) => {
      seen.push({ ...event });
      if (seen.length === 3) resolve();
    };
    app.event('app_mention', async ({ event }) => see(event));
    app.message(async ({ message }) => see(message));
    app.event('member_joined_channel', async ({ event }) => see(event));
    app.event('app_home_opened', async ({ event, client }) => {
      const elements = [button('open', 'Svar')];
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'actions', elements }] },
      });
    });
    let inHome: Dict = {};
    app.action('open', async ({ ack, body }) => {
      inHome = { ...body };
      await ack();
    });
    const person = slack.as(kari);
    await person.mention(project, 'plan <i dag>');
    await person.dm('her er planen', [{ name: 'plan.csv', content: 'enhet;dato' }]);
    await person.invite(slack.addChannel({ name: 'ny', bot: false, members: [kari] }));
    await person.openHome();
    await allSeen;
    await slack.until(() => slack.home(kari));
    await person.pressInHome('Svar');
    expect(seen).toMatchObject([
      { type: 'app_mention', text: `<@${slack.ids.botUser}> plan &lt;i dag&gt;`, channel: project, user: kari },
      { type: 'message', subtype: 'file_share', channel_type: 'im', files: [{ name: 'plan.csv' }] },
      { type: 'member_joined_channel', user: slack.ids.botUser, inviter: kari },
    ]);
    expect(inHome).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
    expect(inHome).not.toHaveProperty('response_url');
  });

  it('tell of removal, and of strangers in a shared channel', async () => {
    const bodies: Dict[] = [];
    const mentioned = Promise.withResolvers<void>();
    const removed = Promise.withResolvers<void>();
    app.event('app_mention', async ({ body }) => {
      bodies.push({ ...body });
      mentioned.resolve();
    });
    app.event('app_uninstalled', async ({ body }) => {
      bodies.push({ ...body });
      removed.resolve();
    });
    const stranger = slack.addUser({ name: 'fremmed', teamId: 'T0ANNEN' });
    const shared = slack.addChannel({ name: 'delt', shared: true, members: [stranger] });
    await slack.as(stranger).mention(shared, 'hei');
    await mentioned.promise;
    await slack.uninstall();
    await removed.promise;
    expect(bodies[0]).toMatchObject({
      team_id: 'T0ANNEN',
      context_team_id: slack.ids.team,
      is_ext_shared_channel: true,
      authorizations: [{ team_id: slack.ids.team, is_bot: true }],
    });
    expect(bodies[1]).toMatchObject({ team_id: slack.ids.team, event: { type: 'app_uninstalled' } });
  });
});

describe('Forged requests', () => {
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });

  it('are refused by the app when the signature is wrong, missing or stale', async () => {
    const stale = Math.floor(Date.now() / 1000) - 301;
    const statuses = [
      await slack.sendRaw({ body, signature: 'v0=00' }),
      await slack.sendRaw({ body, signature: null }),
      await slack.sendRaw({ body, timestamp: stale }),
      await slack.sendRaw({ body: '{"type":"url_verification","challenge":"c"}' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 401, 401, 200]);
  });
});
