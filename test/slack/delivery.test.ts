import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Surface } from '#chat/port.ts';
import { type Place, placeId } from '#people/place.ts';
import { createSlackSurface } from '#slack/slack-surface.ts';
import { readable } from '../doubles/slack/readable.ts';
import type { SlackStandIn } from '../doubles/slack/stand-in.ts';
import { startSlack } from '../doubles/slack/start-slack.ts';
import { noLinks } from '../no-links.ts';
import { aCard, buttons, execute, text } from './a-card.ts';

let slack: SlackStandIn;
let surface: Surface;
let kari: string;
let project: string;
const logged: object[] = [];
const card = aCard([text('Om 7 dager'), buttons(execute('Ferdig'))], { summary: 'Om 7 dager: Kurs <!channel>' });

function place(channel: string): Place {
  return {
    id: placeId.parse(`p-${channel}`),
    surface: 'slack',
    workspace: slack.ids.team,
    kind: 'channel',
    key: channel,
    name: '',
    address: { channel },
    language: 'nb',
  };
}
beforeEach(async () => {
  logged.length = 0;
  slack = await startSlack({ signingSecret: 's', botToken: 'xoxb-test' });
  kari = slack.addUser({ name: 'kari' });
  project = slack.addChannel({ name: 'prosjekt', members: [kari] });
  const log = { info() {}, warn() {}, error: (about: object) => void logged.push(about) };
  const config = { botToken: 'xoxb-test', signingSecret: 's', appToken: undefined, apiUrl: slack.apiUrl, admitted: [] };
  ({ surface } = createSlackSurface({ config, links: noLinks, log }));
});
afterEach(() => slack.stop());

async function sent(): Promise<Delivery & { state: 'sent' }> {
  const came = await surface.send(place(project), card);
  if (came.state !== 'sent') throw new Error(came.state);
  return came;
}

describe('A sending to Slack', () => {
  it('gives the name of the message, with which it is changed later', async () => {
    const { ref } = await sent();
    expect(ref).toEqual({ channel: project, ts: slack.posted(project)[0]?.ts });
    expect(await surface.update(place(project), ref, aCard([text('I dag')]))).toEqual({ state: 'sent', ref });
    expect(slack.posted(project)).toMatchObject([{ ts: ref.ts }]);
    expect(readable(slack.posted(project)[0]?.blocks)).toEqual(['I dag']);
  });

  it('looks nothing up, links nothing, unfolds nothing', async () => {
    await sent();
    expect(slack.calls('chat.postMessage')[0]?.args).toMatchObject({
      text: 'Om 7 dager: Kurs &lt;!channel&gt;',
      link_names: 'false',
      parse: 'none',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  it.each<[string, Parameters<SlackStandIn['failNext']>[1], Delivery]>([
    ['throttled', { retryAfter: 30 }, { state: 'throttled', retryAfterMs: 30_000 }],
    ['throttled in words', { error: 'ratelimited' }, { state: 'throttled', retryAfterMs: 1000 }],
    ['an error of the server', { status: 503 }, { state: 'unreachable', reason: 'http 503' }],
    [
      'an error of the server in words',
      { error: 'internal_error' },
      { state: 'unreachable', reason: 'internal_error' },
    ],
    ['a connection that breaks', { drop: 'lost' }, { state: 'unreachable', reason: 'no answer' }],
    ['a channel that is gone', { error: 'channel_not_found' }, { state: 'gone' }],
    ['a channel it was taken out of', { error: 'not_in_channel' }, { state: 'gone' }],
    ['an archived channel', { error: 'is_archived' }, { state: 'gone' }],
    // The place is still there, and is written to again when the operator has mended the token.
    [
      'a workspace that removed it',
      { error: 'account_inactive' },
      { state: 'unreachable', reason: 'account_inactive' },
    ],
    ['a token that was taken back', { error: 'token_revoked' }, { state: 'unreachable', reason: 'token_revoked' }],
    ['blocks that Slack refuses', { error: 'invalid_blocks' }, { state: 'refused', reason: 'invalid_blocks' }],
    ['a message that is too long', { error: 'msg_too_long' }, { state: 'refused', reason: 'msg_too_long' }],
    ['anything else', { error: 'restricted_action' }, { state: 'refused', reason: 'restricted_action' }],
  ])('says what came of it: %s', async (_, fault, came) => {
    const { ref } = await sent();
    slack.failNext('chat.postMessage', fault);
    expect(await surface.send(place(project), card)).toEqual(came);
    slack.failNext('chat.update', fault);
    expect(await surface.update(place(project), ref, card)).toEqual(came);
    slack.failNext('conversations.open', fault);
    const account = { surface: 'slack' as const, workspace: slack.ids.team, user: kari, address: {} };
    expect(await surface.ownChat(account)).toEqual(came);
    // One attempt a call: waiting and repeating is the outbox's.
    expect(slack.calls('chat.postMessage')).toHaveLength(2);
  });

  it('says that it is gone as Slack itself does', async () => {
    const { ref } = await sent();
    expect(await surface.update(place(project), { ...ref, ts: '1.1' }, card)).toEqual({ state: 'gone' });
    slack.archive(project);
    expect(await surface.send(place(project), card)).toEqual({ state: 'gone' });
    expect(await surface.send(place('C0FINNESIKKE'), card)).toEqual({ state: 'gone' });
    const nobody = { surface: 'slack' as const, workspace: slack.ids.team, user: 'U0INGEN', address: {} };
    expect(await surface.ownChat(nobody)).toEqual({ state: 'gone' });
  });

  it('of a card that Slack would refuse is not tried, and said in the log', async () => {
    const wide = aCard([buttons(execute('A', 'b', { data: { c: 'd'.repeat(2500) } }))]);
    expect(await surface.send(place(project), wide)).toEqual({ state: 'refused', reason: 'button_value_too_long: b' });
    expect(slack.calls('chat.postMessage')).toEqual([]);
    expect(logged).toMatchObject([{ reason: 'button_value_too_long: b' }]);
  });

  it('finds a person’s own chat', async () => {
    const account = { surface: 'slack' as const, workspace: slack.ids.team, user: kari, address: {} };
    const channel = slack.directChat(kari);
    expect(await surface.ownChat(account)).toEqual({
      state: 'open',
      where: { surface: 'slack', workspace: slack.ids.team, kind: 'personal', key: channel, address: { channel } },
    });
  });
});
