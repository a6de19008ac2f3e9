import { afterEach, describe, expect, it } from 'vitest';
import type { Links } from '#chat/links.ts';
import { peopleFeature } from '#people/feature.ts';
import { createSlackSurface } from '#slack/slack-surface.ts';
import { readable } from '../doubles/slack/readable.ts';
import { type Dict, dicts } from '../doubles/slack/types.ts';
import { linkedCard, linkedFeature, png } from '../linked-feature.ts';
import { botToken, type KlarInSlack, startKlarInSlack } from './klar-in-slack.ts';

let klar: KlarInSlack;
let trial: ReturnType<typeof linkedFeature>;
let kari: string;
let ola: string;
let project: string;
afterEach(() => klar.stop());

async function start(options: { url?: string; slack?: { scopes?: string[] } } = {}): Promise<void> {
  trial = linkedFeature();
  klar = await startKlarInSlack({ features: [peopleFeature, trial.feature], ...options });
  kari = klar.slack.addUser({ name: 'kari', realName: 'Kari Lunde' });
  ola = klar.slack.addUser({ name: 'ola', realName: 'Ola Vik', locale: 'sv-SE' });
  project = klar.slack.addChannel({ name: 'prosjekt', members: [kari, ola] });
}
const command = (line: string, where = project) => klar.slack.as(kari).command('/klar', line, where);
const pictureIn = (blocks: unknown): Dict | undefined => dicts(blocks).find(({ type }) => type === 'image');
const privately = () => klar.slack.ephemerals(kari).at(-1);
const failing = (method: string, error: string, times: number) =>
  klar.slack.failNext(
    method,
    { error, when: ({ blocks, view }) => JSON.stringify(blocks ?? view).includes('slack_file') },
    times,
  );
const uploads = () => klar.slack.calls('files.completeUploadExternal');
const words = 'Planen for fire enheter: to gjøremål er forsinket.';

describe('A picture in Slack, where Slack’s machines reach Klar', () => {
  it('is fetched from Klar’s address, and so is the file behind a button', async () => {
    await start({ url: 'https://klar.example.org' });
    await command('picture');
    const { blocks } = await klar.slack.until(privately);
    expect(pictureIn(blocks)).toMatchObject({
      image_url: expect.stringMatching(/^https:\/\/klar\.example\.org\/l\/[\w-]{43}\/plan\.png$/u),
      alt_text: words,
    });
    expect(JSON.stringify(blocks)).toMatch(/"url":"https:\/\/klar\.example\.org\/l\/[\w-]{43}\/plan%20%C3%A5r\.csv"/u);
    expect(klar.slack.calls('files.getUploadURLExternal')).toEqual([]);
    await command('feed');
    await klar.slack.until(() =>
      /https:\/\/klar\.example\.org\/l\/[\w-]{43}\/kalender\.ics/u.test(readable(privately()?.blocks).join()),
    );
    expect(klar.lines()).toEqual([]);
  });
});

describe('A picture in Slack, where nobody reaches Klar', () => {
  it.each([
    ['to one person', 'picture', () => privately()],
    ['to everyone', 'picture-all', () => klar.slack.posted(project).at(-1)],
    ['as a message that is kept up to date', 'picture-post', () => klar.slack.posted(project).at(-1)],
    ['in a window', 'picture-form', () => klar.slack.openView(kari)],
  ])('is uploaded and shown %s', async (_, line, shown) => {
    await start();
    await command(line);
    const { blocks } = await klar.slack.until(() => shown() ?? undefined);
    const picture = pictureIn(blocks);
    const id = (picture?.slack_file as { id: string } | undefined)?.id;
    expect(picture).toMatchObject({ alt_text: words });
    // A picture stands on cards alone: it is shared in no channel.
    expect(uploads()).toMatchObject([{ args: { files: [{ id, title: 'plan.png' }] } }]);
    expect(uploads()[0]?.args.channel_id).toBeUndefined();
    expect(klar.lines()).toEqual([]);
  });

  it.each([
    ['picture-all', 'chat.postMessage', 'invalid_blocks', () => klar.slack.posted(project)],
    ['picture-post', 'chat.postMessage', 'invalid_blocks', () => klar.slack.posted(project)],
    ['picture-form', 'views.open', 'invalid_arguments', () => [klar.slack.openView(kari)].filter((view) => !!view)],
  ] as const)('of %s is given a second when Slack has not yet processed it', async (line, method, error, shown) => {
    await start();
    failing(method, error, 1);
    await command(line);
    const [late] = await klar.slack.until(() => shown().length > 0 && shown());
    expect(pictureIn(late?.blocks)).toBeDefined();
    expect(klar.lines('error')).toEqual([]);
  });

  it.each(['picture-all', 'picture-post'])('of %s is said in words when Slack does not get it ready', async (line) => {
    await start();
    failing('chat.postMessage', 'invalid_blocks', 2);
    await command(line);
    const { blocks } = await klar.slack.until(() => klar.slack.posted(project).at(-1));
    expect(pictureIn(blocks)).toBeUndefined();
    expect(readable(blocks)).toContain(words);
    expect(klar.lines('error')).toEqual([]);
  });

  it('is said in words when it cannot be made, or Klar may not upload it, and the operator is told', async () => {
    await start({ slack: { scopes: ['commands', 'chat:write', 'im:write', 'users:read', 'channels:read'] } });
    await command('picture');
    const { blocks } = await klar.slack.until(privately);
    expect(pictureIn(blocks)).toBeUndefined();
    expect(readable(blocks)).toContain(words);
    expect(klar.lines('warn')).toMatchObject([
      { message: 'a picture was not uploaded to Slack', about: { reason: 'missing_scope' } },
    ]);
  });

  it('waits as long as Slack asks before a message goes', async () => {
    await start();
    klar.slack.failNext('files.getUploadURLExternal', { retryAfter: 1 });
    await command('picture-post');
    const { blocks } = await klar.slack.until(() => klar.slack.posted(project).at(-1));
    expect(pictureIn(blocks)?.slack_file).toBeDefined();
  });
});

describe('The button of a file in Slack, where nobody reaches Klar', () => {
  it('sends the file into the chat of whoever presses it, and says where it is', async () => {
    await start();
    await command('picture-all');
    const card = await klar.slack.until(() => klar.slack.posted(project).at(-1));
    await klar.slack.as(ola).press(card, 'Last ned planen');
    const chat = klar.slack.directChat(ola);
    const [message] = await klar.slack.until(() => klar.slack.posted(chat).length > 0 && klar.slack.posted(chat));
    expect(message?.files).toMatchObject([{ name: 'plan år.csv', channels: [chat] }]);
    expect(new TextDecoder().decode(message?.files[0]?.bytes)).toBe('Tid;Aktivitet\n1/10;Kurs\n');
    await klar.slack.until(() => klar.slack.ephemerals(ola).length === 1);
    expect(readable(klar.slack.ephemerals(ola)[0]?.blocks)).toEqual(['Filen finns i din chatt med Klar.']);
    expect(klar.slack.posted(project)).toHaveLength(1);
  });

  it('says nothing more in that chat itself, where the file is the answer', async () => {
    await start();
    const chat = klar.slack.directChat(kari);
    await klar.slack.as(kari).dm('picture');
    const card = await klar.slack.until(() => klar.slack.posted(chat).at(-1));
    await klar.slack.as(kari).press(card, 'Last ned planen');
    await klar.slack.until(() => klar.slack.posted(chat).at(-1)?.files.length === 1);
    await klar.slack.settled();
    expect(klar.slack.posted(chat)).toHaveLength(2);
  });

  it('says in a window that is open that the file has come', async () => {
    await start();
    await command('picture-form');
    await klar.slack.until(() => klar.slack.openView(kari));
    await klar.slack.as(kari).pressInView('Last ned planen');
    await klar.slack.until(() =>
      readable(klar.slack.openView(kari)?.blocks).includes('Filen ligger i chatten din med Klar.'),
    );
    expect(klar.slack.posted(klar.slack.directChat(kari))).toHaveLength(1);
  });

  it('says so when the link is no more, or the file does not go through', async () => {
    await start();
    await command('picture-all');
    const card = await klar.slack.until(() => klar.slack.posted(project).at(-1));
    klar.slack.failNext('files.completeUploadExternal', { error: 'internal_error' });
    await klar.slack.as(kari).press(card, 'Last ned planen');
    await klar.slack.until(() =>
      readable(privately()?.blocks).join().startsWith('Klar fikk ikke sendt filen i Slack.'),
    );
    for (const { id } of await klar.store.links.all()) await klar.store.links.remove(id);
    await klar.slack.as(kari).press(card, 'Last ned planen');
    await klar.slack.until(() => readable(privately()?.blocks).join().startsWith('Denne adressen fører ikke lenger'));
  });

  it('says where a calendar’s address would stand that there is none', async () => {
    await start();
    await command('feed');
    const { blocks } = await klar.slack.until(privately);
    expect(readable(blocks).join()).toContain('Klar har ingen adresse på nettet');
  });
});

it('the same picture, drawn again, is uploaded once; one that has changed anew', async () => {
  await start();
  let grey = 40;
  const links: Links = {
    address: () => undefined,
    read: async () => ({ name: 'plan.png', type: 'image/png', bytes: png(20, 20, grey) }),
  };
  const log = { info() {}, warn() {}, error() {} };
  const config = { botToken, signingSecret: 's', appToken: undefined, apiUrl: klar.slack.apiUrl, admitted: [] };
  const { surface } = createSlackSurface({ config, links, log });
  await command('feed');
  await klar.slack.until(privately);
  const [place] = await klar.store.places.all();
  if (!place) throw new Error('no place');
  const drawn = () => linkedCard([{ type: 'Image', url: `klar:${'a'.repeat(43)}/plan.png`, altText: words }]);
  const sent = await surface.send(place, drawn());
  if (sent.state !== 'sent') throw new Error(sent.state);
  await surface.update(place, sent.ref, drawn());
  expect(uploads()).toHaveLength(1);
  grey = 200;
  await surface.update(place, sent.ref, drawn());
  expect(uploads()).toHaveLength(2);
});
