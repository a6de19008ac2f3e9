import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import { readConfig } from '../../src/config.ts';
import { type Klar, startKlar } from '../../src/main.ts';
import { type Channel, type Person, startTeams, type TeamsStandIn } from '../doubles/teams/start-teams.ts';
import { APP_ID } from './rig.ts';

const plan = `Tid;Aktivitet;Ansvarlig
15. oktober 2030;Workshops;Nord
uke 44 2030;Opplæring <at>alle</at> [her](https://evil.example);Sør
`;

let folder: string;
let teams: TeamsStandIn;
let klar: Klar;
let kari: Person;
let ola: Person;
let channel: Channel;

async function start(): Promise<void> {
  const config = readConfig({
    KLAR_PORT: '0',
    KLAR_HOST: '127.0.0.1',
    KLAR_DATA: join(folder, 'data'),
    KLAR_TEAMS_APP_ID: APP_ID,
    KLAR_TEAMS_TENANT: teams.tenantId,
    KLAR_TEAMS_STAND_IN: teams.url,
  });
  const silent = { info: () => {}, warn: () => {}, error: (about: object) => console.error(about) };
  klar = await startKlar(config, { log: silent, heartbeat: false, speed: 1000 });
  teams.connect({ messagesUrl: `${klar.url}/api/messages` });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-teams-whole-'));
  teams = await startTeams({ appId: APP_ID });
  kari = teams.person({ name: 'Kari Moe' });
  ola = teams.person({ name: 'Ola Lie', locale: 'sv-SE', timeZone: 'Europe/Stockholm' });
  const team = teams.team({ name: 'Innføring', members: [kari, ola], installed: true });
  channel = teams.channel(team, { name: 'Opplæring' });
  await start();
});
afterEach(async () => {
  await klar.stop();
  await teams.stop();
  await rm(folder, { recursive: true, force: true });
});

test('every command of Klar is answered in Teams by cards that Teams takes', async () => {
  const chat = teams.personalChat(kari);
  chat.installed = true;
  await teams.as(kari).says(channel, 'program "Mottaket"');
  await teams.as(kari).sendsFile(new TextEncoder().encode(plan), 'plan.csv');
  for (const what of [
    ...['hjelp', 'plan', 'plan mine', 'mine', 'sjekkliste', 'klar', 'påminn', 'enhet', 'enhet Nord', 'innstillinger'],
    ...[
      'importer',
      'program',
      'avstemning',
      'avstemning "Hvor står du?" "Ikke i gang" "I gang"',
      'tull',
      'enhet Nord her',
    ],
  ]) {
    for (const place of [chat, channel]) {
      const before = teams.fromBot(chat).length + teams.fromBot(channel).length;
      const { status } = await teams.as(kari).says(place, what);
      await klar.house?.outbox.settled();
      expect(status, what).toBe(200);
      expect(teams.fromBot(chat).length + teams.fromBot(channel).length, what).toBeGreaterThan(before);
    }
  }
  expect(teams.violations).toEqual([]);
  expect(teams.unreachable).toEqual([]);
  expect(JSON.stringify(teams.fromBot(chat).map(({ card }) => card?.body))).not.toMatch(/<at|\]\(/u);
});

test('a poll is answered by two people in one channel, before and after a restart', async () => {
  await teams.as(kari).says(channel, 'avstemning "Hvor står du?" "Ikke i gang" "I gang"');
  await klar.house?.outbox.settled();
  const card = teams.fromBot(channel).find((message) => message.card !== null);
  if (!card) throw new Error('no poll came');
  expect((await teams.as(kari).press(card, 'I gang')).outcome?.kind).toBe('card');
  await klar.stop();
  await start();
  expect((await teams.as(ola).press(card, 'I gang')).outcome?.kind).toBe('card');
  await klar.house?.outbox.settled();
  expect(teams.texts(kari, card).join(' ')).toMatch(/2 · 100\s%/u);
  expect(teams.violations).toEqual([]);
  expect(teams.unreachable).toEqual([]);
});

test('somebody who comes for the first time is welcomed in their language', async () => {
  await teams.as(ola).installs(teams.personalChat(ola));
  const [message] = teams.fromBot(teams.personalChat(ola));
  if (!message) throw new Error('no welcome');
  // An installation says nothing of the person's language; the next act does.
  expect(teams.texts(ola, message)).toContain(say('nb', 'chat.welcome-title'));
  await teams.as(ola).says(teams.personalChat(ola), 'hjälp');
  expect(teams.texts(ola, teams.fromBot(teams.personalChat(ola)).at(-1) ?? message)).toContain(
    say('sv', 'chat.help-title'),
  );
});
