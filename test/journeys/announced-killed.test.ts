import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cast, type Name, programme } from './cast.ts';
import { type KlarProcess, startProcess } from './klar-process.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';
import { cardOf, eventually } from './stage.ts';

const title = 'Nettet er nede i natt';
const people: Name[] = ['kari', 'per', 'henrik', 'aisha', 'elin', 'daniel', 'oda'];
const emptyUnits = Array.from({ length: 14 }, (_, n) => `Enhet ${n + 1}`);

let folder: string;
let world: Awaited<ReturnType<typeof slackWithPeople>>;
let hands: ReturnType<typeof slackHands>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-announced-'));
  world = await slackWithPeople(() => Date.now());
  hands = slackHands(world);
});
afterEach(async () => {
  await world.slack.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Klar runs as a process of its own until `during` is over; then it is killed, or stopped where that is asked for. */
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

test('kill -9 while an announcement goes out: nobody is lost, and at most one is repeated in each place', async () => {
  const { slack } = world;
  const channels = emptyUnits.map((unit) => ({
    unit,
    id: slack.addChannel({ name: unit.toLowerCase().replace(' ', '-'), members: [world.people.ingrid] }),
  }));
  const places = [...channels.map(({ id }) => id), ...people.map((who) => slack.directChat(world.people[who]))];
  const got = (id: string) => slack.posted(id).filter(({ blocks }) => JSON.stringify(blocks).includes(title)).length;
  const arrived = () => places.reduce((sum, id) => sum + got(id), 0);

  await whileKlarRuns(async () => {
    await hands.says('ingrid', 'all', `program "${programme}"`);
    const first = await hands.says('ingrid', 'all', `enhet "Solvik kommune" medlem @${cast.kari.name}`);
    await hands.presses('ingrid', cardOf(first), 'Opprett enheten');
    for (const who of people) await hands.says('ingrid', 'all', `enhet "Solvik kommune" medlem @${cast[who].name}`);
    for (const { unit, id } of channels) {
      const told = await hands.saysIn('ingrid', id, `program "${programme}"`);
      expect(told.text).toContain(programme);
      await hands.presses('ingrid', cardOf(await hands.saysIn('ingrid', id, `enhet "${unit}"`)), 'Opprett enheten');
      await hands.saysIn('ingrid', id, `enhet "${unit}" her`);
    }
    const form = cardOf(await hands.says('ingrid', 'own', `kunngjør ${title}`));
    const preview = cardOf(
      await hands.presses('ingrid', form, 'Se hvordan den blir', {
        to: 'some',
        roles: 'contact,deputy,owner,member',
        asks: 'seen',
        // It may be night where the test runs.
        ways: 'urgent',
      }),
    );
    // Slack takes its time, so that some are always on their way.
    slack.failNext('chat.postMessage', { delayMs: 600 }, 1000);
    await hands.presses('ingrid', preview, `Send til ${places.length} mottakere`);
    await eventually('six of them', () => arrived() >= 6, 20_000);
  }, 'kill');
  expect(arrived()).toBeLessThan(places.length);

  await whileKlarRuns(() => eventually('all of them', () => places.every((id) => got(id) > 0), 40_000), 'stop');
  await whileKlarRuns(async () => {}, 'stop');
  await slack.settled();

  const counts = places.map(got);
  expect(Math.min(...counts)).toBe(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  expect(counts.filter((n) => n === 2).length).toBeLessThanOrEqual(8);
}, 120_000);
