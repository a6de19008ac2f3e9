import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programme } from './cast.ts';
import { KlarHere } from './klar.ts';
import { type KlarProcess, startProcess } from './klar-process.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';
import { cardOf, eventually } from './stage.ts';

let folder: string;
let world: Awaited<ReturnType<typeof slackWithPeople>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-kill-plan-'));
  world = await slackWithPeople(() => Date.now());
});
afterEach(async () => {
  await world.slack.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Klar runs as a process of its own until `during` is over; then it is killed, or stopped. */
async function whileKlarRuns(during: (klar: KlarProcess) => Promise<unknown>, ends: 'kill' | 'stop'): Promise<void> {
  const klar = await startProcess({ KLAR_DATA: join(folder, 'data'), ...world.environment });
  world.slack.connect({ eventsUrl: `${klar.address}/slack/events` });
  try {
    await during(klar);
  } catch (error) {
    throw new Error(`Klar wrote:\n${klar.written().slice(-3000)}`, { cause: error });
  } finally {
    await klar[ends]();
  }
}

/** Where it is about noon now, whenever this runs: at night nobody is told. */
function zoneAtNoon(): string {
  const ahead = 12 - Temporal.Now.zonedDateTimeISO('UTC').hour;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test('kill -9 while units are told of changes: after the restart all know, and only what was on its way comes twice', async () => {
  const { slack } = world;
  const hands = slackHands(world);
  const units = Array.from({ length: 16 }, (_, n) => `Enhet ${n + 1}`);
  const channels = units.map((unit) => ({
    unit,
    id: slack.addChannel({ name: unit.toLowerCase().replace(' ', '-'), members: [world.people.ingrid] }),
  }));

  // An hour ago a plan was revised, and Klar ended before it could tell.
  const before = Temporal.Now.instant().subtract({ hours: 1 });
  const klar = new KlarHere(world.environment, folder, before);
  slack.connect({ eventsUrl: `${await klar.start()}/slack/events` });
  await hands.says('ingrid', 'all', `program "${programme}"`);
  await hands.says('ingrid', 'all', `program tidssone ${zoneAtNoon()}`);
  const year = Temporal.Now.plainDateISO().year + 1;
  const saves = async (month: string) => {
    const rows = units.map((unit) => `${month} ${year};Opplæring i ${unit};${unit}`);
    const content = ['Tid;Aktivitet;Ansvarlig', ...rows].join('\n');
    const read = await hands.sends('ingrid', { name: 'plan.csv', content });
    await hands.presses('ingrid', cardOf(read), `Lagre ${units.length} rader`);
  };
  await saves('mai');
  for (const { unit, id } of channels) {
    await hands.saysIn('ingrid', id, `program "${programme}"`);
    await hands.saysIn('ingrid', id, `enhet "${unit}" her`);
  }
  await saves('juni');
  await klar.stop();

  const isNews = (text: string) => text.includes('Planen er endret');
  const sent = () => slack.calls('chat.postMessage').filter(({ args }) => isNews(JSON.stringify(args))).length;
  const told = (id: string) => slack.posted(id).filter(({ text }) => isNews(text)).length;
  expect(sent()).toBe(0);
  // Slack takes its time, so that some are always on their way.
  slack.failNext('chat.postMessage', { delayMs: 600 }, 1000);
  await whileKlarRuns(() => eventually('five messages', () => sent() >= 5, 20_000), 'kill');
  expect(sent()).toBeLessThan(units.length);
  await whileKlarRuns(() => eventually('all of them', () => channels.every(({ id }) => told(id) > 0), 30_000), 'stop');
  await whileKlarRuns(async () => {}, 'stop');
  await slack.settled();

  const counts = channels.map(({ id }) => told(id));
  expect(Math.min(...counts)).toBe(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  const repeated = counts.filter((n) => n === 2).length;
  expect(repeated).toBeLessThanOrEqual(8);
  expect(sent()).toBe(units.length + repeated);
}, 90_000);
