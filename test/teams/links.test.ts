import { afterEach, expect, test } from 'vitest';
import { checkPictures } from '../doubles/teams/check-pictures.ts';
import type { Message } from '../doubles/teams/start-teams.ts';
import { linkedFeature, png } from '../linked-feature.ts';
import { openRig, type Rig } from './rig.ts';

const klarUrl = 'https://klar.example.org';
const words = 'Planen for fire enheter: to gjøremål er forsinket.';

let rig: Rig;
async function open(url?: string): Promise<void> {
  rig = await openRig({}, {}, { features: [linkedFeature().feature], ...(url ? { url } : {}) });
}
afterEach(async () => {
  expect(rig.teams.violations).toEqual([]);
  expect(rig.teams.unreachable).toEqual([]);
  await rig.close();
});

/** As the world reaches Klar: the public address leads to where it listens. */
const fetchPicture = (url: string) => fetch(url.replace(klarUrl, rig.url), { redirect: 'manual' });
const cardOf = (message: Message) => message.card ?? {};
const urlsOf = (message: Message) => JSON.stringify(message.card).match(/(?<="url":")[^"]+/gu) ?? [];

test.each([
  ['to one person', 'picture', () => rig.last(rig.teams.personalChat(rig.kari))],
  ['to everyone', 'picture-all', () => rig.last(rig.channel)],
  ['as a card that is kept up to date', 'picture-post', () => rig.last(rig.channel)],
  ['as a form', 'picture-form', () => rig.last(rig.teams.personalChat(rig.kari))],
])('a picture comes %s from Klar’s public address, as Teams can show it, and opens large', async (_, line, shown) => {
  await open(klarUrl);
  await rig.teams.as(rig.kari).says(rig.channel, line);
  await rig.settled();
  const message = shown();
  expect(cardOf(message)).toMatchObject({
    body: [
      { type: 'TextBlock' },
      { type: 'Image', altText: words, url: expect.stringContaining(`${klarUrl}/l/`), msteams: { allowExpand: true } },
    ],
    actions: [{ type: 'Action.OpenUrl', url: expect.stringMatching(/^https:\/\/klar\.example\.org\/l\/.+\.csv$/u) }],
  });
  expect(await checkPictures(cardOf(message), fetchPicture)).toEqual([]);
  const answers = await Promise.all(urlsOf(message).map(async (url) => (await fetchPicture(url)).status));
  expect(answers).toEqual([200, 200]);
});

test('the address of a calendar is written out, whole, for people to copy', async () => {
  await open(klarUrl);
  await rig.teams.as(rig.kari).says(rig.channel, 'feed');
  const [text = ''] = rig.teams.texts(rig.kari, rig.last(rig.teams.personalChat(rig.kari)));
  // Teams reads texts as markdown, so that what looks like it is escaped; people see and copy it without.
  expect((await fetchPicture(text.replaceAll('\\', ''))).headers.get('content-type')).toContain('text/calendar');
});

test('without an address a picture is said in words, its file’s button goes, and one sentence says why', async () => {
  await open();
  await rig.teams.as(rig.kari).says(rig.channel, 'picture-all');
  const message = rig.last(rig.channel);
  expect(rig.teams.texts(rig.kari, message)).toEqual([
    'Planen nå',
    words,
    expect.stringContaining('Klar har ingen adresse på nettet'),
  ]);
  expect(urlsOf(message)).toEqual([]);
  expect(JSON.stringify(message.card)).not.toContain('klar:');
});

test('what Teams would not show of a picture is found: too large, of another kind, elsewhere, or not there', async () => {
  await open();
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Image', url: 'https://x.example.org/a' }] };
  const answers: [Response, string][] = [
    [new Response(Buffer.from(png(1025, 10, 9)), { headers: { 'content-type': 'image/png' } }), '1025 x 10'],
    [new Response(Buffer.alloc(1024 * 1024 + 1), { headers: { 'content-type': 'image/gif' } }), 'bytes'],
    [new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }), 'image/svg+xml'],
    [new Response(null, { status: 302 }), 'redirects'],
    [new Response(null, { status: 404 }), 'not there'],
  ];
  for (const [answer, problem] of answers) {
    expect(await checkPictures(card, async () => answer)).toMatchObject([
      { row: 'T6', problem: expect.stringContaining(problem) },
    ]);
  }
});
