import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TeamsStandIn } from '../doubles/teams/start-teams.ts';
import { bytesOf, type LogLine } from './klar.ts';
import { openPage, type PageStage } from './page-stage.ts';
import { settlesIn } from './setting.ts';
import { openSlack, type SlackStage } from './slack-stage.ts';
import { cardOf, type Shown, type Stage, sees, type Told } from './stage.ts';
import { openTeams, type TeamsStage } from './teams-stage.ts';

const question = 'Er dere klare til oppstart?';
const unknown = 'Denne avstemningen finnes ikke lenger. Ingenting er lagret.';

/** A programme, a unit, and an open poll that Kari has answered: something that could be damaged. */
async function furnished<S extends Stage>(open: () => Promise<S>): Promise<S> {
  const stage = await open();
  await settlesIn(stage);
  await stage.says('ingrid', 'all', `avstemning "${question}" "Ja" "Nei"`);
  await stage.presses('kari', await sees(stage, 'kari', 'all', question), 'Ja');
  // Both are known to Klar: it keeps whom it meets, and what they do after that is what is looked at here.
  await stage.says('daniel', 'own', 'help');
  await stage.says('per', 'own', 'hjelp');
  await stage.settles();
  return stage;
}

/** Does something that is refused. Gives the lines that Klar wrote in its log, once it is sure that nothing was stored. */
async function refused(stage: Stage, act: () => Promise<unknown>): Promise<LogLine[]> {
  await stage.settles();
  const before = await bytesOf(stage.folder);
  const written = stage.log.length;
  await act();
  await stage.settles();
  expect(await bytesOf(stage.folder)).toBe(before);
  return stage.log.slice(written);
}

/** The same card with another poll behind its buttons. */
const withUnknownPoll = (shown: Shown): Shown =>
  JSON.parse(
    JSON.stringify(shown, (key, value) => (key === 'message' ? undefined : value)).replaceAll(
      /"poll":"[^"]+"/g,
      '"poll":"ukjent"',
    ),
  );

describe('In Teams, refused with nothing stored and one line in the log:', () => {
  let stage: TeamsStage;
  beforeAll(async () => {
    stage = await furnished(openTeams);
  });
  afterAll(() => stage.closes());
  beforeEach(() => void vi.spyOn(console, 'error'));
  // The SDK would print some forged tokens' troubles beside Klar's one line.
  afterEach(() => {
    expect(console.error).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  const foreign = 'b0b0b0b0-0000-4000-8000-000000000002';
  test.each<[string, number, Partial<Parameters<TeamsStandIn['sendRaw']>[0]>]>([
    ['no token', 401, { token: null }],
    ['another issuer', 401, { token: { issuer: 'https://evil.example' } }],
    ['another audience', 401, { token: { audience: 'another-app' } }],
    ['another serviceurl', 401, { token: { serviceUrl: 'https://smba.trafficmanager.net/amer/' } }],
    ['an expired token', 401, { token: { expired: true } }],
    ['another algorithm', 401, { token: { alg: 'HS256' } }],
    ['a foreign key', 401, { token: { foreignKey: true } }],
    ['a body without type', 400, { omit: ['type'] }],
    ['a body without serviceUrl', 400, { omit: ['serviceUrl'] }],
    ['a tenant that is not admitted', 403, { set: { channelData: { tenant: { id: foreign } } } }],
  ])('%s gets %i', async (_what, status, raw) => {
    const lines = await refused(stage, async () => {
      const by = stage.people.kari;
      const line = `avstemning "Falsk?" "Ja" "Nei"`;
      const answer = await stage.teams.sendRaw({ by, place: stage.rooms.all, text: line, ...raw });
      expect(answer.status).toBe(status);
    });
    expect(lines).toMatchObject([{ level: 'warn', about: { status }, message: 'Teams: a request was refused' }]);
  });

  test('a press with ids that nobody knows gets a sentence', async () => {
    const card = await sees(stage, 'per', 'all', question);
    const { message } = card.handle as { message: object };
    const forged = withUnknownPoll(card);
    const lines = await refused(stage, async () => {
      const told = await stage.pressesLate(
        'per',
        { ...forged, handle: { ...(forged.handle as object), message } },
        'Ja',
      );
      expect(told.text).toBe(unknown);
    });
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.answer' } }]);
  });

  test('a press by somebody who may not gets a sentence', async () => {
    const asked = await closing(stage);
    const lines = await refused(stage, async () =>
      expectMayNot(await stage.pressesLate('daniel', asked, 'Steng avstemningen')),
    );
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.close-now' } }]);
  });
});

describe('In Slack, refused with nothing stored and one line in the log:', () => {
  let stage: SlackStage;
  beforeAll(async () => {
    stage = await furnished(openSlack);
  });
  afterAll(() => stage.closes());

  const seconds = () => Math.floor(Date.now() / 1000);
  const said = (more: object = {}) =>
    JSON.stringify({
      type: 'event_callback',
      event_id: 'Ev0STRANGER',
      team_id: stage.slack.ids.team,
      event: {
        type: 'app_mention',
        user: stage.people.kari,
        channel: stage.rooms.all,
        text: 'avstemning "Falsk?" "Ja" "Nei"',
        ts: '1.1',
      },
      ...more,
    });
  test.each<[string, number, string, () => Parameters<typeof stage.slack.sendRaw>[0]]>([
    ['a wrong signature', 401, 'wrong signature', () => ({ body: said(), signature: `v0=${'0'.repeat(64)}` })],
    ['no signature', 401, 'no signature', () => ({ body: said(), signature: null })],
    ['a stale timestamp', 401, 'stale timestamp', () => ({ body: said(), timestamp: seconds() - 400 })],
    ['a timestamp to come', 401, 'stale timestamp', () => ({ body: said(), timestamp: seconds() + 400 })],
    ['a body without type', 400, 'unknown body', () => ({ body: '{"team_id":"T0PROSJEKT1"}' })],
    ['a workspace that is not admitted', 403, 'workspace not admitted', () => ({ body: said({ team_id: 'T0ANNEN' }) })],
  ])('%s gets %i', async (_what, status, problem, request) => {
    const lines = await refused(stage, async () => {
      expect((await stage.slack.sendRaw(request())).status).toBe(status);
      await stage.slack.settled();
    });
    expect(lines).toMatchObject([
      { level: 'warn', about: { status, problem }, message: 'a Slack request was refused' },
    ]);
  });

  test('a press with ids that nobody knows gets a sentence', async () => {
    await stage.presses('per', await sees(stage, 'per', 'all', question), 'Ja');
    const press = stage.slack.deliveries().findLast(({ type }) => type === 'interactive');
    const payload = JSON.stringify({ ...press?.payload, trigger_id: '1.2.another' }).replaceAll(
      /\\"poll\\":\\"[^"\\]+\\"/g,
      '\\"poll\\":\\"ukjent\\"',
    );
    const lines = await refused(stage, async () => {
      const answer = await stage.slack.sendRaw({
        body: new URLSearchParams({ payload }).toString(),
        contentType: 'application/x-www-form-urlencoded',
      });
      expect(answer.status).toBe(200);
      await stage.slack.until(() => stage.slack.ephemerals(stage.people.per).find(({ text }) => text === unknown));
    });
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.answer' } }]);
  });

  test('a press by somebody who may not gets a sentence', async () => {
    const card = await sees(stage, 'daniel', 'all', question);
    const lines = await refused(stage, async () =>
      expectMayNot(await stage.presses('daniel', card, 'Steng avstemningen …')),
    );
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.close' } }]);
  });
});

describe('On the page, refused with nothing stored and one line in the log:', () => {
  let stage: PageStage;
  beforeAll(async () => {
    stage = await furnished(openPage);
  });
  afterAll(() => stage.closes());

  const post = (headers: Record<string, string>) =>
    fetch(`${stage.klar.address}/api/rehearsal/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        as: stage.idOf('kari'),
        place: stage.placeOf('kari', 'all'),
        act: 'stranger-act-1',
        text: 'avstemning "Falsk?" "Ja" "Nei"',
      }),
    });
  test.each<[string, number, Record<string, string>]>([
    ['a page elsewhere', 403, { origin: 'https://evil.example' }],
    ['a request that came through a tunnel', 403, { 'x-forwarded-for': '203.0.113.7' }],
    ['what a form can send', 415, { 'content-type': 'text/plain' }],
  ])('%s gets %i', async (_what, status, headers) => {
    const lines = await refused(stage, async () => expect((await post(headers)).status).toBe(status));
    expect(lines).toMatchObject([{ level: 'warn', message: 'the page refused a request' }]);
  });

  test('a press with ids that nobody knows gets a sentence', async () => {
    const card = withUnknownPoll(await sees(stage, 'per', 'all', question));
    const lines = await refused(stage, async () =>
      expect((await stage.pressesLate('per', card, 'Ja')).text).toBe(unknown),
    );
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.answer' } }]);
  });

  test('a press by somebody who may not gets a sentence', async () => {
    const asked = await closing(stage);
    const lines = await refused(stage, async () =>
      expectMayNot(await stage.pressesLate('daniel', asked, 'Steng avstemningen')),
    );
    expect(lines).toMatchObject([{ message: 'press refused', about: { verb: 'poll.close-now' } }]);
  });
});

/** What Ingrid is asked before she closes the poll; she leaves it open. */
const closing = async (stage: Stage): Promise<Shown> =>
  cardOf(await stage.presses('ingrid', await sees(stage, 'ingrid', 'all', question), 'Steng avstemningen …'));

const expectMayNot = ({ text }: Told): void =>
  expect(text).toBe('Only Ingrid Solbakkrud and those who lead the programme can close the poll.');
