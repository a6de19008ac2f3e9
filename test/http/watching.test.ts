import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMetrics, type Metrics } from '#http/metrics.ts';
import { type Check, heartBeats, readyRoute } from '#http/ready.ts';
import { createHttpServer, type HttpServer } from '#http/server.ts';

const token = 'a-token-of-the-operator';
let http: HttpServer;
let metrics: Metrics;
let checks: Check[];
let url: string;

beforeEach(async () => {
  http = createHttpServer({ info() {}, warn() {}, error() {} });
  metrics = createMetrics(token);
  checks = [];
  http.app.get('/readyz', readyRoute(checks));
  http.app.get('/metrics', metrics.route);
  url = await http.listen(0, '127.0.0.1');
});
afterEach(() => http.close());

describe('/readyz', () => {
  const ready = async () => {
    const answer = await fetch(`${url}/readyz`);
    return { status: answer.status, ...((await answer.json()) as object) };
  };

  test('is 200 when nothing is missing, and otherwise 503 with what is, in words', async () => {
    let isOpen = true;
    checks.push(() => undefined);
    checks.push(() => (isOpen ? undefined : 'The store is not open.'));
    expect(await ready()).toEqual({ status: 200, ready: true, missing: [] });
    isOpen = false;
    checks.push(() => 'slack is not open.');
    expect(await ready()).toEqual({
      status: 503,
      ready: false,
      missing: ['The store is not open.', 'slack is not open.'],
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('misses the heartbeat when it has given no sign for more than three minutes', async () => {
    let silentMs = 3 * 60_000;
    checks.push(heartBeats({ silentMs: () => silentMs }));
    expect(await ready()).toMatchObject({ status: 200 });
    silentMs = 7.9 * 60_000;
    expect(await ready()).toMatchObject({
      status: 503,
      missing: ['The heartbeat has given no sign for 7 minutes.'],
    });
  });
});

describe('/metrics', () => {
  const read = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/metrics`, { headers });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const lines = async () =>
    (await read()).text.split('\n').filter((line) => line.startsWith('klar_') && !line.includes('_bucket'));

  test('tells what is due, decided, tried, late, waiting, and when the last beat was, for each house', async () => {
    let waiting = 3;
    let beatMs: number | undefined;
    const meter = metrics.of('real', {
      surfaces: ['slack'],
      queueLength: () => waiting,
      lastBeatMs: () => beatMs,
    });
    const played = metrics.of('rehearsal', { surfaces: ['web'], queueLength: () => 0, lastBeatMs: () => 5000 });
    meter.due('reminder', 7);
    meter.decided('reminder', 'sent');
    meter.decided('reminder', 'sent');
    meter.decided('overview', 'unreachable');
    meter.attempted('slack', 'throttled');
    meter.late(90_000);
    meter.late(-5);
    played.decided('reminder', 'skipped');
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'klar_due{house="real",what="reminder"} 7',
        'klar_decided_total{house="real",what="reminder",result="sent"} 2',
        'klar_decided_total{house="real",what="reminder",result="skipped"} 0',
        'klar_decided_total{house="real",what="overview",result="unreachable"} 1',
        'klar_decided_total{house="rehearsal",what="reminder",result="skipped"} 1',
        'klar_attempts_total{house="real",surface="slack",state="throttled"} 1',
        'klar_attempts_total{house="real",surface="slack",state="sent"} 0',
        'klar_attempts_total{house="rehearsal",surface="web",state="sent"} 0',
        'klar_late_seconds_sum{house="real"} 90',
        'klar_late_seconds_count{house="real"} 2',
        'klar_queue_length{house="real"} 3',
        'klar_last_beat_timestamp_seconds{house="rehearsal"} 5',
      ]),
    );
    expect((await lines()).some((line) => line.startsWith('klar_last_beat_timestamp_seconds{house="real"}'))).toBe(
      false,
    );
    waiting = 0;
    beatMs = 1_785_000_000_000;
    expect(await lines()).toEqual(
      expect.arrayContaining([
        'klar_queue_length{house="real"} 0',
        'klar_last_beat_timestamp_seconds{house="real"} 1785000000',
      ]),
    );
  });

  test('holds the process itself, in the format that Prometheus reads', async () => {
    const { status, type, text } = await read();
    expect([status, type]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/u)]);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/mu);
    expect(text).toMatch(/^# TYPE nodejs_eventloop_lag_seconds gauge$/mu);
  });

  test('says that the beat gets on whenever something is decided or tried', () => {
    let signs = 0;
    const meter = metrics.of('real', {
      surfaces: [],
      queueLength: () => 0,
      lastBeatMs: () => undefined,
      sign: () => {
        signs += 1;
      },
    });
    meter.decided('reminder', 'sent');
    meter.attempted('teams', 'sent');
    meter.due('poll', 1);
    expect(signs).toBe(2);
  });

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])(
    'is kept from others whom a proxy lets in (%s), unless they have the token',
    async (header) => {
      const passedOn = { [header]: '203.0.113.7' };
      expect((await read(passedOn)).status).toBe(403);
      expect((await read({ ...passedOn, authorization: 'Bearer wrong' })).status).toBe(403);
      expect((await read({ ...passedOn, authorization: `Bearer ${token}` })).status).toBe(200);
    },
  );

  test('is kept from every other machine where there is no token', async () => {
    const other = createHttpServer({ info() {}, warn() {}, error() {} });
    other.app.get('/metrics', createMetrics().route);
    const there = await other.listen(0, '127.0.0.1');
    try {
      expect((await fetch(`${there}/metrics`)).status).toBe(200);
      const answer = await fetch(`${there}/metrics`, {
        headers: { via: '1.1 proxy', authorization: 'Bearer undefined' },
      });
      expect([answer.status, await answer.json()]).toEqual([
        403,
        { error: expect.stringContaining('KLAR_METRICS_TOKEN') },
      ]);
    } finally {
      await other.close();
    }
  });
});
