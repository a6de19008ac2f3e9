import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { movableClock } from '#clock/clock.ts';
import { readConfig } from '#config.ts';
import { type Klar, startKlar } from '../src/main.ts';
import { somebody, someLink, somePoll } from './store/samples.ts';

const real = { KLAR_TEAMS_LOCAL: '1' };
let klar: Klar | undefined;
let folder: string;
let logged: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-watched-'));
  logged = [];
});
afterEach(async () => {
  await klar?.stop();
  klar = undefined;
  await rm(folder, { recursive: true, force: true });
});

const line = (_about: object, message: string) => void logged.push(message);
async function start(settings: Record<string, string>, more: Parameters<typeof startKlar>[1] = {}): Promise<Klar> {
  const config = readConfig({ KLAR_PORT: '0', KLAR_DATA: join(folder, 'data'), ...settings });
  klar = await startKlar(config, { log: { info: line, warn: line, error: line }, heartbeat: false, ...more });
  return klar;
}

/** A clock that the operator sets, on a computer that goes on running. */
function settableClock() {
  let wallMs = Date.parse('2026-08-03T07:00:00Z');
  let uptimeMs = 1000;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(wallMs),
    uptimeMs: () => uptimeMs,
    pass(hours: number, setHours = 0) {
      wallMs += (hours + setHours) * 3_600_000;
      uptimeMs += hours * 3_600_000;
    },
  };
}

const samples = async (url: string) =>
  new Map(
    (await (await fetch(`${url}/metrics`)).text()).split('\n').flatMap((sample): [string, number][] => {
      const [, name, value] = /^(klar_\S+) (\S+)$/u.exec(sample) ?? [];
      return name === undefined ? [] : [[name, Number(value)]];
    }),
  );

describe('Whoever watches the process', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a real Klar', real, ['real']],
    ['a rehearsal', {}, ['rehearsal']],
    ['a real Klar with a rehearsal beside it', { ...real, KLAR_REHEARSAL: '1' }, ['real', 'rehearsal']],
  ])('sees that %s is alive and ready, and what it counts', async (_what, settings, houses) => {
    const { url } = await start(settings, { heartbeat: true });
    const answers = await Promise.all(['healthz', 'readyz'].map((path) => fetch(`${url}/${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toEqual({ ready: true, missing: [] });
    const counted = await samples(url);
    const queues = [...counted.keys()].filter((name) => name.startsWith('klar_queue_length'));
    expect(queues).toEqual(houses.map((house) => `klar_queue_length{house="${house}"}`));
  });

  test('sees the last beat, what was decided and what was sent when a rehearsal is played', async () => {
    const { url } = await start({});
    const before = await samples(url);
    expect(before.get('klar_last_beat_timestamp_seconds{house="rehearsal"}')).toBeGreaterThan(1_700_000_000);
    for (let week = 0; week < 3; week += 1) {
      const moved = await fetch(`${url}/api/rehearsal/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act: `the-week-${week}`, to: 'week', language: 'nb' }),
      });
      expect(moved.status).toBe(200);
    }
    const after = await samples(url);
    const grew = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(grew('klar_decided_total{house="rehearsal",what="reminder",result="sent"}')).toBeGreaterThan(0);
    expect(grew('klar_attempts_total{house="rehearsal",surface="web",state="sent"}')).toBeGreaterThan(0);
    expect(grew('klar_late_seconds_count{house="rehearsal"}')).toBeGreaterThan(0);
    expect(after.get('klar_queue_length{house="rehearsal"}')).toBe(0);
    // Labels are Klar's own words.
    for (const name of after.keys())
      expect(name.replaceAll(/="[a-z-]+"/gu, '').replace(/le="[\d.+A-Za-z]+"/u, '')).not.toContain('"');
  });
});

describe('The last beat', () => {
  const heartbeat = async (key: string) => (await klar?.house?.store.ledger.get('heartbeat', key))?.at;

  test('is on disk, once a minute at most, and outlives a restart', async () => {
    const clock = settableClock();
    await start(real, { clock });
    await klar?.house?.beat();
    expect(await heartbeat('beat')).toBe('2026-08-03T07:00:00Z');
    clock.pass(0.01);
    await klar?.house?.beat();
    expect(await heartbeat('beat')).toBe('2026-08-03T07:00:00Z');
    clock.pass(1);
    await klar?.house?.beat();
    expect(await heartbeat('beat')).toBe('2026-08-03T08:00:36Z');
    await klar?.stop();
    await start(real, { clock });
    expect(await heartbeat('beat')).toBe('2026-08-03T08:00:36Z');
  });

  test('is not written where the clock is moved by hand, and no move of it is a jump', async () => {
    const clock = movableClock(Temporal.Instant.from('2026-08-03T07:00:00Z'));
    await start(real, { clock });
    await klar?.house?.beat();
    clock.moveTo(Temporal.Instant.from('2027-08-03T07:00:00Z'));
    await klar?.house?.beat();
    expect(klar?.house?.world.clock).toBeUndefined();
    expect(await heartbeat('beat')).toBeUndefined();
  });

  test('tells a clock that has jumped, in the same run and in the next, until it has come back', async () => {
    const clock = settableClock();
    await start(real, { clock });
    await klar?.house?.beat();
    clock.pass(0.1, 24 * 60);
    await klar?.house?.beat();
    clock.pass(0.1);
    await klar?.house?.beat();
    const jumpedAt = () => klar?.house?.world.clock?.jumpedAt()?.toString();
    expect(jumpedAt()).toBe('2026-10-02T07:06:00Z');
    expect(logged.filter((text) => text.startsWith('the clock has jumped'))).toHaveLength(1);
    await klar?.stop();

    await start(real, { clock });
    await klar?.house?.beat();
    expect(jumpedAt()).toBe('2026-10-02T07:06:00Z');
    clock.pass(0.1, -24 * 60);
    await klar?.house?.beat();
    expect(jumpedAt()).toBeUndefined();
    expect(await heartbeat('clock-doubted')).toBeUndefined();
  });

  test('what cannot be taken back is not done by a clock that has jumped: polls, drafts and links stay as they are', async () => {
    const clock = settableClock();
    await start(real, { clock });
    const house = klar?.house;
    if (!house) throw new Error('there is no real house');
    const closesAt = clock.now().add({ hours: 48 }).toString();
    await house.store.polls.add(somePoll('poll', { anonymous: false, closesAt }));
    await house.store.links.add({ ...someLink('a'.repeat(43)), until: closesAt });
    const by = somebody('kari').id;
    await house.store.drafts.add({ id: 'draft', kind: 'k', by, at: clock.now().toString(), data: {} });
    const open = async () => ({
      poll: (await house.store.polls.get('poll'))?.closedAt === undefined,
      link: (await house.store.links.all()).length === 1,
      draft: (await house.store.drafts.all()).length === 1,
    });
    await house.beat();
    clock.pass(0.1, 100);
    await house.beat();
    expect(await open()).toEqual({ poll: true, link: true, draft: true });
    clock.pass(0.1, -100);
    await house.beat();
    expect(await open()).toEqual({ poll: true, link: true, draft: true });
    // In their own time they are.
    clock.pass(49);
    await house.beat();
    expect(await open()).toEqual({ poll: false, link: false, draft: false });
  });

  test('tells that Klar was away for longer than anybody would expect', async () => {
    const clock = settableClock();
    await start(real, { clock });
    await klar?.house?.beat();
    await klar?.stop();
    clock.pass(15 * 24);
    await start(real, { clock });
    await klar?.house?.beat();
    expect(klar?.house?.world.clock?.jumpedAt()).toBeDefined();
  });

  test('a clock that is set back breaks nothing', async () => {
    const clock = settableClock();
    await start(real, { clock });
    for (const [passed, set] of [
      [0, 0],
      [1, 0],
      [0.1, -1],
      [0.1, -300],
      [0.1, 0],
    ] as const) {
      clock.pass(passed, set);
      await klar?.house?.beat();
    }
    expect(logged.filter((text) => /failed|could not/u.test(text))).toEqual([]);
    expect(klar?.house?.world.clock?.jumpedAt()).toBeDefined();
  });
});
