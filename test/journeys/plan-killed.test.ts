import { afterEach, beforeEach, expect, test } from 'vitest';
import { programme } from './cast.ts';
import { type KilledStage, noneLost, openKilledStage } from './killed-stage.ts';
import { KlarHere } from './klar.ts';
import { cardOf, eventually } from './stage.ts';

let stage: KilledStage;
beforeEach(async () => {
  stage = await openKilledStage();
});
afterEach(() => stage.closes());

/** Where it is about noon now, whenever this runs: at night nobody is told. */
function zoneAtNoon(): string {
  const ahead = 12 - Temporal.Now.zonedDateTimeISO('UTC').hour;
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

test('kill -9 while units are told of changes: after the restart all know, and only what was on its way comes twice', async () => {
  const { slack, hands, whileKlarRuns } = stage;
  const channels = stage.channelsFor(16);

  // An hour ago a plan was revised, and Klar ended before it could tell.
  const before = Temporal.Now.instant().subtract({ hours: 1 });
  const klar = new KlarHere(stage.environment, stage.folder, before);
  slack.connect({ eventsUrl: `${await klar.start()}/slack/events` });
  await hands.says('ingrid', 'all', `program "${programme}"`);
  await hands.says('ingrid', 'all', `program tidssone ${zoneAtNoon()}`);
  const year = Temporal.Now.plainDateISO().year + 1;
  const saves = async (month: string) => {
    const rows = channels.map(({ unit }) => `${month} ${year};Opplæring i ${unit};${unit}`);
    const content = ['Tid;Aktivitet;Ansvarlig', ...rows].join('\n');
    const read = await hands.sends('ingrid', { name: 'plan.csv', content });
    await hands.presses('ingrid', cardOf(read), `Lagre ${channels.length} rader`);
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
  stage.dawdles();
  await whileKlarRuns(() => eventually('five messages', () => sent() >= 5, 20_000), 'kill');
  expect(sent()).toBeLessThan(channels.length);
  await whileKlarRuns(() => eventually('all of them', () => channels.every(({ id }) => told(id) > 0), 30_000), 'stop');
  await whileKlarRuns(async () => {}, 'stop');
  await slack.settled();

  expect(sent()).toBe(channels.length + noneLost(channels.map(({ id }) => told(id))));
}, 90_000);
