import { request } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { say } from '#words/say.ts';
import type { TeamsStandIn } from '../doubles/teams/start-teams.ts';
import { openRig, type Rig } from './rig.ts';

const FOREIGN = 'b0b0b0b0-0000-4000-8000-000000000002';

let rig: Rig;
beforeEach(async () => {
  vi.spyOn(console, 'error');
  rig = await openRig();
});
afterEach(async () => {
  await rig.close();
  // The SDK would print some forged tokens' troubles: a refusal is one line in Klar's log, and nothing beside it.
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

type Raw = Partial<Parameters<TeamsStandIn['sendRaw']>[0]>;
const good = (raw: Raw) => rig.teams.sendRaw({ by: rig.kari, place: rig.channel, ...raw });

test.each<[string, number, Raw]>([
  ['a body that is no JSON', 400, { body: '{"type":' }],
  ['a body that is a list', 400, { body: '[]' }],
  ['an empty body', 400, { body: '' }],
  ['no type', 400, { omit: ['type'] }],
  ['no type and no token', 400, { omit: ['type'], token: null }],
  ['no serviceUrl', 400, { omit: ['serviceUrl'], token: { serviceUrl: 'https://elsewhere.example/' } }],
  ['a serviceUrl that is no address', 400, { set: { serviceUrl: 'smba' } }],
  ['another channel of the Bot Framework', 400, { set: { channelId: 'emulator' } }],
  ['a field of the wrong kind', 400, { set: { from: 'Kari' } }],
  ['no token', 401, { token: null }],
  ['a token that is none', 401, { token: null, headers: { Authorization: 'Bearer abc' } }],
  ['another scheme', 401, { token: null, headers: { Authorization: 'Basic a2xhcg==' } }],
  ['another issuer', 401, { token: { issuer: 'https://evil.example' } }],
  [
    "the emulator's issuer",
    401,
    { token: { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' } },
  ],
  ['another audience', 401, { token: { audience: 'another-app' } }],
  ['another serviceurl', 401, { token: { serviceUrl: 'https://smba.trafficmanager.net/amer/' } }],
  ['no serviceurl', 401, { token: { serviceUrl: null } }],
  ['an expired token', 401, { token: { expired: true } }],
  ['a token not valid yet', 401, { token: { notYetValid: true } }],
  ['an unknown key', 401, { token: { kid: 'nobody' } }],
  ['a foreign key', 401, { token: { foreignKey: true } }],
  ['HS256 with the published key', 401, { token: { alg: 'HS256' } }],
  ['no signature', 401, { token: { alg: 'none' } }],
  ['a tenant that is not admitted', 403, { set: { channelData: { tenant: { id: FOREIGN } } } }],
  [
    'a person of a tenant that is not admitted',
    403,
    { set: { from: { id: '29:1stranger', name: 'Siv', aadObjectId: 'c0ffee', tenantId: FOREIGN } } },
  ],
  ['no tenant at all', 403, { set: { channelData: {}, conversation: { id: 'a:1x' } } }],
])('%s: HTTP %i, one line in the log, nothing stored', async (_what, status, raw) => {
  const answer = await good(raw);
  expect(answer.status).toBe(status);
  expect(rig.refusals()).toHaveLength(1);
  expect(rig.refusals()[0]?.about.status).toBe(status);
  expect(await rig.stored()).toBe(0);
  // Neither what was wrong with a token nor the words of a library go back.
  expect(JSON.stringify(answer.body)).not.toMatch(/jwt|token|signature|issuer|algorithm|kid/iu);
});

test('a good activity of an admitted tenant is let in', async () => {
  expect((await good({})).status).toBe(200);
  expect(rig.refusals()).toEqual([]);
  expect(await rig.stored()).toBeGreaterThan(0);
});

test('somebody of another organisation who writes to Klar is told so, in their language, and nothing is stored', async () => {
  const siv = rig.teams.person({ name: 'Siv Berg', tenantId: FOREIGN, locale: 'sv-SE' });
  const chat = rig.teams.personalChat(siv);
  chat.installed = true;
  const said = await rig.teams.as(siv).says(chat, 'hjälp');
  expect(said.status).toBe(403);
  const told = await rig.teams.until(() => rig.teams.fromBot(chat).at(0));
  expect(told.text).toBe(say('sv', 'teams.not-admitted'));
  expect(rig.refusals().map(({ about }) => about)).toEqual([{ status: 403, why: 'tenant', tenant: FOREIGN }]);
  expect(await rig.stored()).toBe(0);
});

test('a second tenant is admitted by the list', async () => {
  await rig.close();
  rig = await openRig({ admitted: [FOREIGN.toUpperCase()] });
  const siv = rig.teams.person({ name: 'Siv Berg', tenantId: FOREIGN });
  const chat = rig.teams.personalChat(siv);
  chat.installed = true;
  expect((await rig.teams.as(siv).says(chat, 'hjelp')).status).toBe(200);
  expect((await good({})).status).toBe(403);
});

test('events and invokes that Klar does not know are passed over', async () => {
  const unknown = [
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'messageUpdate', channelData: { tenant: { id: rig.teams.tenantId }, eventType: 'editMessage' } },
    { type: 'endOfConversation' },
    { type: 'typing' },
    { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: { title: 'Møte' } },
    { type: 'conversationUpdate', channelData: { tenant: { id: rig.teams.tenantId }, eventType: 'teamArchived' } },
    { type: 'installationUpdate', action: 'add-upgrade' },
  ];
  for (const set of unknown) expect((await good({ set })).status, set.type).toBe(200);
  expect((await good({ omit: ['from', 'conversation'] })).status).toBe(200);
  expect((await good({ set: { type: 'invoke', name: 'composeExtension/query', value: {} } })).status).toBe(501);
  expect(await rig.stored()).toBe(0);
  expect(rig.teams.calls()).toEqual([]);
});

test('a press that cannot be read is answered so that the client can say something', async () => {
  const { status, body } = await good({
    set: { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Submit' } } },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  expect(await rig.stored()).toBe(0);
});

test('a button that nobody knows gets a sentence', async () => {
  const { body } = await good({
    set: {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'nothing.such', data: {} }, trigger: 'manual' },
    },
  });
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  expect(JSON.stringify(body)).toContain(say('nb', 'chat.unknown-press'));
});

test('a local try-out answers without tokens, on this machine, and to nobody in a browser or behind a tunnel', async () => {
  await rig.close();
  rig = await openRig({ local: true, appId: '', admitted: [], standIn: undefined });
  expect((await good({ token: null })).status).toBe(200);
  expect((await good({ token: null, headers: { Origin: 'https://evil.example' } })).status).toBe(403);
  expect((await good({ token: null, headers: { 'X-Forwarded-For': '203.0.113.7' } })).status).toBe(403);
  expect((await good({ token: null, set: { serviceUrl: 'https://evil.example/' } })).status).toBe(400);
  expect(await rig.stored()).toBeGreaterThan(0);
});

test('while the published keys cannot be had, nobody is let in and nobody is accused', async () => {
  await rig.close();
  rig = await openRig({ standIn: 'http://127.0.0.1:9' });
  expect((await good({})).status).toBe(503);
  expect(rig.refusals()).toHaveLength(1);
  expect(await rig.stored()).toBe(0);
});

test('before Klar is ready, and after it has closed, nothing is taken in', async () => {
  await rig.running.close();
  expect((await good({})).status).toBe(503);
  await rig.running.open(rig.house.handle);
});

test('a request that is too large is refused', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sent = request(`${rig.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    sent.on('response', (response) => resolve(response.statusCode)).on('error', reject);
    sent.end(`{"type":"message","text":"${'a'.repeat(1_100_000)}"}`);
  });
  expect(status).toBe(413);
});
