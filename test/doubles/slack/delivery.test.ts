import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotAcknowledged } from './dispatcher.ts';
import type { SlackStandIn } from './stand-in.ts';
import { startSlack } from './start-slack.ts';

/** What the bot answers to each delivery in turn: a status, `no-retry` for a 500 that declines repeats, or silence. */
type Answer = number | 'no-retry' | 'silence';

describe('Deliveries', () => {
  let slack: SlackStandIn;
  let bot: Server;
  let kari: string;
  let answers: Answer[];
  let received: { headers: IncomingHttpHeaders; body: string }[];

  beforeEach(async () => {
    received = [];
    bot = createServer(async (request, response) => {
      const body = await text(request);
      received.push({ headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      if (answer === 'silence') return;
      if (answer === 'no-retry') response.setHeader('x-slack-no-retry', '1');
      response.writeHead(answer === 'no-retry' ? 500 : answer).end();
    });
    bot.listen(0, '127.0.0.1');
    await once(bot, 'listening');
    slack = await startSlack({ signingSecret: 'hemmelig', botToken: 'xoxb-test', ackMs: 80, speed: 60_000 });
    slack.connect({ eventsUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/slack/events` });
    kari = slack.addUser({ name: 'kari' });
  });
  afterEach(async () => {
    await slack.stop();
    bot.closeAllConnections();
    bot.close();
  });

  const retries = () => received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);

  it('of an event are repeated three times at most, with number and reason, and keep the event_id', async () => {
    answers = [500, 503, 500, 500, 200];
    expect((await slack.as(kari).dm('hei')).status).toBe(500);
    await slack.until(() => slack.deliveries().length === 4);
    expect(retries()).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(new Set(received.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
  });

  it('that get no answer in time fail loudly, and are repeated until they do', async () => {
    answers = ['silence', 200];
    await expect(slack.as(kari).dm('hei')).rejects.toBeInstanceOf(NotAcknowledged);
    await slack.until(() => slack.deliveries().at(-1)?.status === 200);
    expect(retries().at(-1)).toEqual(['1', 'http_timeout']);
  });

  it('are not repeated when the bot declines', async () => {
    answers = ['no-retry'];
    expect((await slack.as(kari).openHome()).status).toBe(500);
    await slack.settled();
    expect(received).toHaveLength(1);
  });

  it('can be sent twice, as when a repeat crosses a late answer', async () => {
    answers = [200, 200];
    const first = await slack.as(kari).dm('hei');
    const second = await slack.repeatLast();
    expect(second.payload).toEqual(first.payload);
    expect(received[1]?.body).toBe(received[0]?.body);
    expect(retries().at(-1)).toEqual(['1', 'http_timeout']);
  });

  it('of a command are not repeated', async () => {
    answers = [500];
    const channel = slack.addChannel({ name: 'prosjekt', members: [kari] });
    expect((await slack.as(kari).command('/klar', '', channel)).status).toBe(500);
    await slack.settled();
    expect(received).toHaveLength(1);
  });

  it('of another workspace can be forged', async () => {
    answers = [200];
    await slack.event(
      { type: 'app_mention', text: 'hei', user: 'U1', channel: 'C1' },
      { team_id: 'T0FREMMED', context_team_id: 'T0FREMMED' },
    );
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ team_id: 'T0FREMMED', api_app_id: slack.ids.app });
  });
});
