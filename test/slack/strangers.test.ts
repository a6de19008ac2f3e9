import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { readable } from '../doubles/slack/readable.ts';
import { type KlarInSlack, startKlarInSlack } from './klar-in-slack.ts';
import { trialFeature } from './trial-feature.ts';

let klar: KlarInSlack;
let kari: string;
let project: string;

async function start(options: Parameters<typeof startKlarInSlack>[0] = {}) {
  klar = await startKlarInSlack({ features: [peopleFeature, trialFeature().feature], ...options });
  kari = klar.slack.addUser({ name: 'kari', realName: 'Kari Lunde' });
  project = klar.slack.addChannel({ name: 'prosjekt', members: [kari] });
}
afterEach(() => klar.stop());

async function expectNothingStored() {
  await klar.slack.settled();
  expect(await klar.store.persons.all()).toEqual([]);
  expect(await klar.store.places.all()).toEqual([]);
}
const now = () => Math.floor(Date.now() / 1000);
const mention = () =>
  JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev1',
    team_id: klar.slack.ids.team,
    event: { type: 'app_mention', user: kari, channel: project, text: 'hjelp', ts: '1.1' },
  });

describe('A request over HTTP', () => {
  beforeEach(() => start());

  it.each<[string, number, string, () => Parameters<typeof klar.slack.sendRaw>[0]]>([
    ['with a wrong signature', 401, 'wrong signature', () => ({ body: mention(), signature: `v0=${'0'.repeat(64)}` })],
    ['with a signature of another kind', 401, 'wrong signature', () => ({ body: mention(), signature: 'v1=00' })],
    ['with half a signature', 401, 'wrong signature', () => ({ body: mention(), signature: 'v0' })],
    ['without a signature', 401, 'no signature', () => ({ body: mention(), signature: null })],
    ['without a time', 401, 'no signature', () => ({ body: mention(), timestamp: null })],
    ['signed six minutes ago', 401, 'stale timestamp', () => ({ body: mention(), timestamp: now() - 360 })],
    ['signed for in six minutes', 401, 'stale timestamp', () => ({ body: mention(), timestamp: now() + 360 })],
    ['that is not JSON', 400, 'unreadable body', () => ({ body: '{"event":' })],
    ['that is a list', 400, 'unreadable body', () => ({ body: '[]' })],
    ['without a type', 400, 'unknown body', () => ({ body: '{}' })],
    ['with an event that has no type', 400, 'unknown body', () => ({ body: '{"event":{}}' })],
    [
      'that is a form with broken JSON',
      400,
      'unreadable body',
      () => ({ body: 'payload=%7B', contentType: 'application/x-www-form-urlencoded' }),
    ],
    [
      'of another workspace',
      403,
      'workspace not admitted',
      () => ({ body: mention().replace(klar.slack.ids.team, 'T0ANNEN') }),
    ],
    [
      'of no workspace',
      403,
      'workspace not admitted',
      () => ({ body: mention().replace(`"${klar.slack.ids.team}"`, 'null') }),
    ],
  ])('%s is refused with %i, one line in the log, and nothing stored', async (_, status, problem, request) => {
    const answer = await klar.slack.sendRaw(request());
    expect(answer).toMatchObject({ status, body: '' });
    expect(klar.lines()).toEqual([
      { level: 'warn', about: { status, problem }, message: 'a Slack request was refused' },
    ]);
    await expectNothingStored();
  });

  it('that is much too large is refused before it is read', async () => {
    expect((await klar.slack.sendRaw({ body: `{"event":"${'x'.repeat(2_000_000)}"}` })).status).toBe(413);
    expect(klar.lines()).toHaveLength(1);
    await expectNothingStored();
  });

  it.each([
    ['a press of nothing', 400, { type: 'block_actions', actions: [] }],
    ['a press of something odd', 400, { type: 'block_actions', trigger_id: 't', actions: [{ action_id: 7 }] }],
    ['a form without a window', 400, { type: 'view_submission' }],
    ['a form that is odd', 200, { type: 'view_submission', view: { id: 7, callback_id: 'klar' } }],
    ['a mention by nobody', 200, { event_id: 'Ev1', event: { type: 'app_mention', text: 'hjelp' } }],
  ])('of a known shape that is not what Slack sends stores nothing: %s', async (_, status, given) => {
    const body = JSON.stringify({
      team: { id: klar.slack.ids.team },
      team_id: klar.slack.ids.team,
      user: { id: kari },
      ...given,
    });
    expect((await klar.slack.sendRaw({ body })).status).toBe(status);
    await expectNothingStored();
  });

  it('a little early or late is taken, and so are Slack’s own checks', async () => {
    expect((await klar.slack.sendRaw({ body: mention(), timestamp: now() - 200 })).status).toBe(200);
    expect((await klar.slack.sendRaw({ body: mention().replace('Ev1', 'Ev2'), timestamp: now() + 200 })).status).toBe(
      200,
    );
    const check = '{"type":"url_verification","challenge":"c1"}';
    expect(await klar.slack.sendRaw({ body: check })).toMatchObject({ status: 200, body: '{"challenge":"c1"}' });
    const form = 'application/x-www-form-urlencoded';
    expect((await klar.slack.sendRaw({ body: 'ssl_check=1', contentType: form })).status).toBe(200);
    await klar.slack.until(() => klar.slack.ephemerals(kari).length === 2);
    expect(klar.lines()).toEqual([]);
  });
});

describe.each([
  ['over HTTP', false],
  ['through Socket Mode', true],
])('Another workspace %s', (_, socket) => {
  const foreign = { team_id: 'T0ANNEN', context_team_id: 'T0ANNEN', authorizations: [{ team_id: 'T0ANNEN' }] };

  it('is not heard when Klar is installed there without being admitted', async () => {
    await start({ socket });
    const event = { type: 'app_mention', user: kari, channel: project, text: 'hjelp', team: 'T0ANNEN' };
    const answer = await klar.slack.event(event, foreign);
    // Socket Mode has no status to refuse with.
    expect(answer.status).toBe(socket ? 200 : 403);
    expect(klar.lines()).toHaveLength(1);
    await expectNothingStored();
    expect(klar.slack.deliveries()).toHaveLength(1);
    expect(klar.slack.calls().map((call) => call.method)).not.toContain('chat.postEphemeral');
  });

  it('is told so in a shared channel, and stores nothing', async () => {
    await start({ socket });
    const stranger = klar.slack.addUser({ name: 'fremmed', teamId: 'T0ANNEN' });
    const shared = klar.slack.addChannel({ name: 'delt', shared: true, members: [kari, stranger] });
    expect((await klar.slack.as(stranger).mention(shared, 'hjelp')).status).toBe(200);
    const told = await klar.slack.until(() => klar.slack.ephemerals(stranger)[0]);
    expect(readable(told.blocks)[0]).toContain('Klar tar ikke imot noe fra arbeidsområdet ditt');
    expect(klar.lines()).toMatchObject([{ about: { workspace: 'T0ANNEN', problem: 'workspace not admitted' } }]);
    await expectNothingStored();
  });

  it('presses in vain on what it can read there', async () => {
    await start({ socket });
    const stranger = klar.slack.addUser({ name: 'fremmed', teamId: 'T0ANNEN' });
    const shared = klar.slack.addChannel({ name: 'delt', shared: true, members: [kari, stranger] });
    await klar.slack.as(kari).command('/klar', 'prøv kort', shared);
    const card = await klar.slack.until(() => klar.slack.posted(shared)[0]);
    await klar.slack.as(stranger).press(card, 'Bare se');
    await klar.slack.until(() => klar.slack.ephemerals(stranger).length === 1);
    expect(await klar.store.persons.all()).toMatchObject([{ name: 'Kari Lunde' }]);
  });

  it('takes part when it is on the list, under its own name', async () => {
    await start({ socket, config: { admitted: ['T0PROSJEKT1', 'T0ANNEN'] } });
    const partner = klar.slack.addUser({ name: 'partner', realName: 'Nina Berg', teamId: 'T0ANNEN' });
    const shared = klar.slack.addChannel({ name: 'delt', shared: true, members: [kari, partner] });
    await klar.slack.as(partner).mention(shared, 'hjelp');
    await klar.slack.until(() => klar.slack.ephemerals(partner).length === 1);
    expect(await klar.store.persons.all()).toMatchObject([
      { name: 'Nina Berg', accounts: [{ surface: 'slack', workspace: 'T0ANNEN', user: partner }] },
    ]);
    expect(await klar.store.places.all()).toMatchObject([{ workspace: 'T0PROSJEKT1', key: shared }]);
  });
});

describe('A command from a workspace that is not admitted', () => {
  it('gets a sentence, because another status would show the person only a number', async () => {
    await start({ config: { admitted: ['T0HELTANNEN'] } });
    const answer = await klar.slack.as(kari).command('/klar', 'hjelp', project);
    expect(answer.json).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Nothing was stored'),
    });
    expect(klar.lines().map((line) => line.message)).toEqual([
      'KLAR_SLACK_WORKSPACES does not name the workspace of the bot token: it is refused',
      'a Slack request was refused',
    ]);
    await expectNothingStored();
  });
});

describe('A file', () => {
  const chat = () => klar.slack.directChat(kari);
  const shown = () => klar.slack.posted(chat()).flatMap((m) => readable(m.blocks));
  const send = (file: object) =>
    klar.slack.event({
      type: 'message',
      subtype: 'file_share',
      channel: chat(),
      channel_type: 'im',
      user: kari,
      text: '',
      ts: '1.1',
      files: [{ id: 'F1', name: 'plan.csv', mimetype: 'text/csv', ...file }],
    });
  beforeEach(() => start());

  it('of another host is not fetched: the token stays here', async () => {
    let asked = 0;
    const other = createServer((_, response) => {
      asked += 1;
      response.end('Enhet');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const addresses = [
      `http://127.0.0.1:${port}/plan.csv`,
      'https://files.slack.com.example.org/plan.csv',
      'http://files.slack.com/plan.csv',
      'https://files.slack.com:8443/plan.csv',
      'file:///etc/hostname',
      'tull',
    ];
    for (const url_private of addresses) await send({ url_private });
    await klar.slack.until(() => shown().length === addresses.length);
    expect(new Set(shown())).toEqual(new Set(['plan.csv: kom ikke fram: not-allowed']));
    expect(asked).toBe(0);
    other.close();
  });

  it('that is too large is not fetched when Slack says so, and not to its end when it does not', async () => {
    const file = klar.slack.as(kari).uploadFile({ name: 'plan.csv', content: new Uint8Array(5 * 1024 * 1024 + 1) });
    const url_private = `${klar.slack.url}/files-pri/${klar.slack.ids.team}-${file.id}/plan.csv`;
    await send({ url_private, size: file.bytes.byteLength });
    await send({ url_private });
    await klar.slack.until(() => shown().length === 2);
    expect(new Set(shown())).toEqual(new Set(['plan.csv: kom ikke fram: too-large']));
  });

  it('that Slack does not give is said to be unreachable, never read as a page for signing in', async () => {
    await send({ url_private: `${klar.slack.url}/signin` });
    await send({ url_private: `${klar.slack.url}/files-pri/T0-F0FINNESIKKE/plan.csv` });
    await send({ id: 'F0FINNESIKKE' });
    await klar.slack.until(() => shown().length === 3);
    expect(new Set(shown())).toEqual(new Set(['plan.csv: kom ikke fram: unreachable']));
  });

  it('that comes as an id alone is looked up', async () => {
    const file = klar.slack.as(kari).uploadFile({ name: 'plan.csv', content: 'Enhet;Når' });
    await send({ id: file.id });
    await klar.slack.until(() => shown().includes('plan.csv: Enhet;Når'));
  });
});
