import { afterEach, beforeEach, expect, test } from 'vitest';
import { cast, type Name, programme } from './cast.ts';
import { type KilledStage, noneLost, openKilledStage } from './killed-stage.ts';
import { cardOf, eventually } from './stage.ts';

const title = 'Nettet er nede i natt';
const people: Name[] = ['kari', 'per', 'henrik', 'aisha', 'elin', 'daniel', 'oda'];

let stage: KilledStage;
beforeEach(async () => {
  stage = await openKilledStage();
});
afterEach(() => stage.closes());

test('kill -9 while an announcement goes out: nobody is lost, and at most one is repeated in each place', async () => {
  const { slack, hands, whileKlarRuns } = stage;
  const channels = stage.channelsFor(14);
  const places = [...channels.map(({ id }) => id), ...people.map((who) => slack.directChat(stage.people[who]))];
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
    stage.dawdles();
    await hands.presses('ingrid', preview, `Send til ${places.length} mottakere`);
    await eventually('six of them', () => arrived() >= 6, 20_000);
  }, 'kill');
  expect(arrived()).toBeLessThan(places.length);

  await whileKlarRuns(() => eventually('all of them', () => places.every((id) => got(id) > 0), 40_000), 'stop');
  await whileKlarRuns(async () => {}, 'stop');
  await slack.settled();

  noneLost(places.map(got));
}, 120_000);
