import { type types, webApi } from '@slack/bolt';
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
  getLevel: () => webApi.LogLevel.ERROR,
};

let slack: SlackStandIn;
let client: InstanceType<typeof webApi.WebClient>;
let kari: string;
let project: string;
let clock: number;

const newClient = (token: string | undefined) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: LOGGER,
  });

/** The error Slack named, or what else the call failed with. */
const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error) => (error instanceof webApi.WebAPIPlatformError ? error.data.error : error.constructor.name),
  );

const text = (value: string) => ({ type: 'section', text: { type: 'mrkdwn', text: value } }) as const;
const modal = (title: string): types.ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [text('a')],
});

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 2, 8);
  slack = await startSlack({ signingSecret: 'hemmelig', botToken: 'xoxb-test', now: () => clock });
  kari = slack.addUser({ name: 'kari', realName: 'Kari Lunde', email: 'Kari.Lunde@example.org', locale: 'sv-SE' });
  project = slack.addChannel({ name: 'prosjekt', members: [kari] });
  client = newClient('xoxb-test');
});
afterEach(() => slack.stop());

describe('Tokens and methods', () => {
  it('refuse no token, a wrong one, an uninstalled app and an unknown method', async () => {
    expect(await refusal(newClient(undefined).auth.test())).toBe('not_authed');
    expect(await refusal(newClient('xoxb-other').auth.test())).toBe('invalid_auth');
    expect(await refusal(client.apiCall('chat.shout'))).toBe('unknown_method');
    expect((await client.auth.test()).team_id).toBe(slack.ids.team);
    slack.connect({ eventsUrl: `${slack.url}/nowhere` });
    await slack.uninstall(['app_uninstalled']);
    expect(await refusal(client.auth.test())).toBe('account_inactive');
  });

  it('take JSON bodies as well as forms', async () => {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: project, text: 'hei', blocks: [text('hei')] }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, channel: project });
  });
});

describe('Messages', () => {
  it('are kept, edited and deleted, by their own author only', async () => {
    const { ts } = await client.chat.postMessage({ channel: project, text: 'hei', blocks: [text('hei')] });
    expect(slack.messages(project)).toMatchObject([{ ts, text: 'hei', botId: slack.ids.bot }]);
    expect(slack.messages(project)[0]?.blocks[0]?.block_id).toMatch(/\S{5}/);
    await client.chat.update({ channel: project, ts: ts ?? '', text: 'hallo' });
    expect(slack.messages(project)).toMatchObject([{ text: 'hallo', blocks: [] }]);
    expect(await refusal(client.chat.update({ channel: project, ts: '1.2', text: 'a' }))).toBe('message_not_found');
    await client.chat.delete({ channel: project, ts: ts ?? '' });
    expect(slack.messages(project)).toEqual([]);
  });

  it('cannot be edited when a person wrote them or when they are ephemeral', async () => {
    slack.connect({ eventsUrl: `${slack.url}/nowhere` });
    await slack.as(kari).mention(project, 'hei');
    const written = slack.messages(project)[0]?.ts ?? '';
    expect(await refusal(client.chat.update({ channel: project, ts: written, text: 'a' }))).toBe('cant_update_message');
    const { message_ts } = await client.chat.postEphemeral({ channel: project, user: kari, text: 'bare deg' });
    expect(slack.ephemerals(kari)).toMatchObject([{ text: 'bare deg', channel: project }]);
    expect(await refusal(client.chat.update({ channel: project, ts: message_ts ?? '', text: 'a' }))).toBe(
      'message_not_found',
    );
  });

  it('need words, permitted blocks and a channel the bot is in', async () => {
    const open = slack.addChannel({ name: 'åpen', bot: false });
    const hidden = slack.addChannel({ name: 'lukket', private: true, bot: false });
    const cases: [Promise<unknown>, string][] = [
      [client.chat.postMessage({ channel: project, text: '' }), 'no_text'],
      [client.chat.postMessage({ channel: open, text: 'a' }), 'not_in_channel'],
      [client.chat.postMessage({ channel: hidden, text: 'a' }), 'channel_not_found'],
      [client.chat.postMessage({ channel: 'C404', text: 'a' }), 'channel_not_found'],
      [client.chat.postMessage({ channel: project, text: 'a', thread_ts: '1.2' }), 'thread_not_found'],
      [
        client.chat.postMessage({ channel: project, text: 'a', blocks: Array(6).fill(text('a'.repeat(2900))) }),
        'msg_blocks_too_long',
      ],
      [
        client.chat.postEphemeral({ channel: project, user: slack.addUser({ name: 'ola' }), text: 'a' }),
        'user_not_in_channel',
      ],
    ];
    for (const [call, error] of cases) expect(await refusal(call)).toBe(error);
    const long = client.chat.postMessage({ channel: project, text: 'a', blocks: [text('a'.repeat(3001))] });
    await expect(long).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    });
  });

  it('are found again by their metadata, in history and threads', async () => {
    const metadata = { event_type: 'klar_reminder', event_payload: { key: 'k1' } };
    const { ts } = await client.chat.postMessage({ channel: project, text: 'påminnelse', metadata });
    await client.chat.postMessage({ channel: project, text: 'svar', thread_ts: ts });
    const history = await client.conversations.history({ channel: project, include_all_metadata: true });
    expect(history.messages).toMatchObject([{ text: 'påminnelse', metadata }]);
    const replies = await client.conversations.replies({ channel: project, ts: ts ?? '' });
    expect(replies.messages?.map((message) => message.text)).toEqual(['påminnelse', 'svar']);
  });
});

describe('People and channels', () => {
  it('are told with language, zone and e-mail, page by page', async () => {
    const { user } = await client.users.info({ user: kari, include_locale: true });
    expect(user).toMatchObject({ locale: 'sv-SE', tz: 'Europe/Oslo', profile: { email: 'Kari.Lunde@example.org' } });
    expect((await client.users.lookupByEmail({ email: 'kari.lunde@example.org' })).user?.id).toBe(kari);
    expect(await refusal(client.users.info({ user: 'U404' }))).toBe('user_not_found');
    const first = await client.conversations.members({ channel: project, limit: 1 });
    const cursor = first.response_metadata?.next_cursor;
    const second = await client.conversations.members({ channel: project, limit: 1, cursor });
    expect([...(first.members ?? []), ...(second.members ?? [])]).toEqual([kari, slack.ids.botUser]);
    expect(second.response_metadata?.next_cursor).toBe('');
  });

  it('open direct chats, except with strangers', async () => {
    const stranger = slack.addUser({ name: 'fremmed', teamId: 'T0ANNEN', email: 'x@example.org' });
    const { channel } = await client.conversations.open({ users: kari });
    await client.chat.postMessage({ channel: channel?.id ?? '', text: 'bare til deg' });
    expect(slack.messages(slack.directChat(kari))).toMatchObject([{ text: 'bare til deg' }]);
    expect(await refusal(client.conversations.open({ users: stranger }))).toBe('user_not_visible');
    expect((await client.users.info({ user: stranger })).user?.profile?.email).toBeUndefined();
  });
});

describe('Views', () => {
  it('open with a trigger that is fresh and unused', async () => {
    slack.connect({ eventsUrl: `${slack.url}/nowhere` });
    const trigger = async () => {
      const { payload } = await slack.as(kari).command('/klar', '', project);
      return String(payload.trigger_id);
    };
    const first = await trigger();
    await client.views.open({ trigger_id: first, view: modal('En') });
    expect(await refusal(client.views.open({ trigger_id: first, view: modal('En') }))).toBe('exchanged_trigger_id');
    const late = await trigger();
    clock += 3001;
    expect(await refusal(client.views.open({ trigger_id: late, view: modal('En') }))).toBe('expired_trigger_id');
    expect(await refusal(client.views.open({ trigger_id: '1.2.3', view: modal('En') }))).toBe('invalid_trigger_id');
    const view_id = slack.openView(kari)?.id ?? '';
    const hash = slack.openView(kari)?.hash;
    await client.views.update({ view_id, hash, view: modal('To') });
    expect(slack.openView(kari)?.title).toMatchObject({ text: 'To' });
    expect(await refusal(client.views.update({ view_id, hash, view: modal('Tre') }))).toBe('hash_conflict');
    expect(await refusal(client.views.update({ view_id, view: modal('a'.repeat(25)) }))).toBe('invalid_arguments');
  });

  it('publish a Home for people of the workspace', async () => {
    const view: types.HomeView = { type: 'home', blocks: [text('Ingenting venter')] };
    await client.views.publish({ user_id: kari, view });
    expect(slack.home(kari)?.blocks).toMatchObject([text('Ingenting venter')]);
    expect(await refusal(client.views.publish({ user_id: 'U404', view }))).toBe('user_not_found');
  });
});

describe('Files', () => {
  it('go up in three steps and come down with the token only', async () => {
    await client.filesUploadV2({
      channel_id: project,
      filename: 'tavle.png',
      file: Buffer.from('bilde'),
      initial_comment: 'Tavlen',
    });
    const [message] = slack.messages(project);
    expect(message).toMatchObject({ text: 'Tavlen', files: [{ name: 'tavle.png', mimetype: 'image/png' }] });
    const { file } = await client.files.info({ file: message?.files[0]?.id ?? '' });
    const address = file?.url_private ?? '';
    const got = await fetch(address, { headers: { authorization: 'Bearer xoxb-test' } });
    expect(await got.text()).toBe('bilde');
    expect((await fetch(address)).headers.get('content-type')).toBe('text/html');
    const shown = { type: 'image', alt_text: 'Tavlen', slack_file: { id: file?.id ?? '' } } as const;
    await client.chat.postMessage({ channel: project, text: 'a', blocks: [shown] });
  });
});

describe('Trouble', () => {
  it('throttles as Slack does when the rates are on', async () => {
    slack.setLimits('real');
    const posts = await Promise.allSettled(
      Array.from({ length: 4 }, () => client.chat.postMessage({ channel: project, text: 'a' })),
    );
    const failed = posts.filter((post) => post.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toBeInstanceOf(webApi.WebAPIRateLimitedError);
    expect(failed[0]?.reason.retryAfter).toBeGreaterThanOrEqual(1);
    expect(slack.calls('chat.postMessage').filter((call) => call.outcome === 'ratelimited')).toHaveLength(1);
  });

  it('lets 50 edits a minute through for the whole workspace', async () => {
    slack.setLimits('real');
    const { ts = '' } = await client.chat.postMessage({ channel: project, text: 'a' });
    for (let count = 0; count < 50; count += 1) await client.chat.update({ channel: project, ts, text: `${count}` });
    expect(await refusal(client.chat.update({ channel: project, ts, text: 'a' }))).toBe('WebAPIRateLimitedError');
  });

  it('comes as told: throttled, failed, refused, lost, or applied with the answer lost', async () => {
    const post = () => refusal(client.chat.postMessage({ channel: project, text: 'a' }));
    slack.failNext('chat.postMessage', { retryAfter: 7 });
    slack.failNext('chat.postMessage', { status: 503 });
    slack.failNext('chat.postMessage', { error: 'fatal_error' });
    slack.failNext('*', { drop: 'lost' });
    expect([await post(), await post(), await post(), await post()]).toEqual([
      'WebAPIRateLimitedError',
      'WebAPIHTTPError',
      'fatal_error',
      'WebAPIRequestError',
    ]);
    expect(slack.messages(project)).toEqual([]);
    slack.failNext('chat.postMessage', { drop: true });
    expect(await post()).toBe('WebAPIRequestError');
    expect(slack.messages(project)).toHaveLength(1);
    expect(await post()).toBe('ok');
  });
});
