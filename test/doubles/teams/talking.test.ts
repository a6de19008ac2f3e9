import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from './try-world.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('a person says something in a channel, and the bot answers in the thread', async () => {
  world.behave = async (context) => {
    await context.sendActivity('Hei');
  };
  const said = await world.teams.as(world.ola).says(world.channel, 'hjälp');

  expect(said.status).toBe(200);
  expect(world.heard[0]).toMatchObject({
    type: 'message',
    text: '<at>Klar</at>\u00a0hjälp',
    locale: 'sv-SE',
    localTimezone: 'Europe/Stockholm',
    from: { id: world.ola.id, aadObjectId: world.ola.aadObjectId },
    conversation: {
      id: `${world.channel.id};messageid=${said.message.id}`,
      conversationType: 'channel',
      isGroup: true,
    },
    channelData: {
      tenant: { id: world.teams.tenantId },
      team: { id: world.team.id },
      channel: { id: world.channel.id },
    },
  });
  const [answer] = world.teams.fromBot(world.channel);
  expect(answer).toMatchObject({ text: 'Hei', conversationId: said.message.conversationId });
  expect(world.teams.calls('send')[0]).toMatchObject({ authorization: 'Bearer stand-in', status: 201 });
});

test('without a mention the bot hears nothing in a channel', async () => {
  const said = await world.teams.as(world.kari).says(world.channel, 'bare oss', { mention: false });
  expect(said.heard).toBe(false);
  expect(world.heard).toEqual([]);
});

test('an installation comes as two events, and then the personal chat is open', async () => {
  await world.teams.as(world.kari).installs(world.teams.personalChat(world.kari));
  expect(world.heard.map(({ type, action }) => [type, action])).toEqual([
    ['conversationUpdate', undefined],
    ['installationUpdate', 'add'],
  ]);
  await world.teams.as(world.kari).says(world.teams.personalChat(world.kari), 'hjelp');
  expect(world.heard[2]).toMatchObject({ text: 'hjelp', conversation: { conversationType: 'personal' } });
});

test('a file in the personal chat comes with an address that works for a while', async () => {
  await world.teams.as(world.kari).installs(world.teams.personalChat(world.kari));
  await world.teams.as(world.kari).sendsFile(new TextEncoder().encode('Tid;Tiltak'), 'plan.csv');
  const file = world.heard.at(-1)?.attachments?.[0];
  expect(world.heard.at(-1)?.text).toBeUndefined();
  expect(file).toMatchObject({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'plan.csv',
    content: { fileType: 'csv' },
  });
  expect(await (await fetch(file?.content.downloadUrl)).text()).toBe('Tid;Tiltak');
  world.nowMs += 3_600_000;
  expect((await fetch(file?.content.downloadUrl)).status).toBe(401);

  const inChannel = await world.teams
    .as(world.kari)
    .sendsFile(new Uint8Array([1]), 'plan.csv', { place: world.channel, text: 'import' });
  expect(inChannel.heard).toBe(true);
  expect(world.heard.at(-1)?.attachments?.map(({ contentType }) => contentType)).toEqual(['text/html']);
});

test('changes, deletions, reactions and members reach the bot', async () => {
  const { message } = await world.teams.as(world.kari).says(world.channel, 'hjelp');
  await world.teams.as(world.kari).edits(message, 'plan');
  await world.teams.as(world.kari).deletes(message);
  const card = await world.cardInChannel();
  await world.teams.as(world.ola).reacts(card, 'like');
  const siv = world.teams.person({ name: 'Siv Berg' });
  await world.teams.as(world.kari).adds(siv, world.team);
  await world.teams.as(world.kari).renames(world.channel, 'Kurs');
  expect(world.heard.slice(1).map(({ type, channelData }) => [type, channelData.eventType])).toEqual([
    ['messageUpdate', 'editMessage'],
    ['messageDelete', 'softDeleteMessage'],
    ['messageReaction', undefined],
    ['conversationUpdate', 'teamMemberAdded'],
    ['conversationUpdate', 'channelRenamed'],
  ]);
  expect(world.heard[1]?.text).toBe('<at>Klar</at>\u00a0plan');
});
