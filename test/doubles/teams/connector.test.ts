import { TeamsInfo } from 'botbuilder';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from './start-teams.ts';
import { cardSaying, openWorld, type World, withCard } from './try-world.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('a new thread in a channel comes back with its first message in the id', async () => {
  const id = await world.create({
    isGroup: true,
    channelData: { channel: { id: world.channel.id } },
    activity: withCard(cardSaying('Blir du med?')),
  });
  const [message] = world.teams.fromBot(world.channel);
  expect(id).toBe(`${world.channel.id};messageid=${message?.id}`);
});

test('a personal chat opens for a member of a team with the app, and not for others', async () => {
  const stranger = world.teams.person({ name: 'Siv Berg' });
  const parameters = (person: Person) => ({
    isGroup: false,
    members: [{ id: person.id }],
    tenantId: world.teams.tenantId,
  });
  expect(await world.create(parameters(world.kari))).toBe(world.teams.personalChat(world.kari).id);
  await expect(world.create(parameters(stranger))).rejects.toMatchObject({
    statusCode: 403,
    code: 'ForbiddenOperationException',
  });
});

test('a card is updated by its id, and one that is gone is not found', async () => {
  const message = await world.cardInChannel();
  await world.inConversation(world.channel.id, (context) =>
    context.updateActivity({ ...withCard(cardSaying('3 svar')), id: message.id }),
  );
  expect(world.teams.texts(world.ola, message)).toContain('3 svar');
  await world.inConversation(world.channel.id, (context) => context.deleteActivity(message.id));
  await expect(
    world.inConversation(world.channel.id, (context) =>
      context.updateActivity({ ...withCard(cardSaying('4')), id: message.id }),
    ),
  ).rejects.toMatchObject({ statusCode: 404, code: 'ActivityNotFoundInConversation' });
});

test('members come in pages of at least fifty, channels with General unnamed', async () => {
  const crowd = Array.from({ length: 58 }, (_, index) => world.teams.person({ name: `Deltaker ${index}` }));
  for (const person of crowd) world.team.members.add(person);
  await world.teams.as(world.kari).says(world.channel, 'hjelp');
  world.behave = async (context) => {
    const first = await TeamsInfo.getPagedMembers(context, 10);
    const second = await TeamsInfo.getPagedMembers(context, 10, first.continuationToken);
    expect([first.members.length, second.members.length, second.continuationToken]).toEqual([50, 10, undefined]);
    expect(first.members[0]).toMatchObject({ id: world.kari.id, email: 'kari.moe@example.no', userRole: 'user' });
    expect((await TeamsInfo.getMember(context, world.ola.aadObjectId)).id).toBe(world.ola.id);
    expect((await TeamsInfo.getTeamDetails(context)).aadGroupId).toBe(world.team.aadGroupId);
    const channels = await TeamsInfo.getTeamChannels(context);
    expect(channels.map(({ id, name }) => [id, name ?? null])).toEqual([
      [world.team.id, null],
      [world.channel.id, 'Opplæring'],
    ]);
    await context.sendActivity('Alt stemmer');
  };
  await world.teams.as(world.kari).says(world.channel, 'medlemmer');
  expect(world.teams.fromBot(world.channel).at(-1)?.text).toBe('Alt stemmer');
});

test('once the app is gone the bot is no longer in the roster', async () => {
  await world.teams.as(world.kari).uninstalls(world.team);
  await expect(world.inConversation(world.channel.id, (context) => context.sendActivity('Hei'))).rejects.toMatchObject({
    statusCode: 403,
    code: 'BotNotInConversationRoster',
  });
  await expect(world.inConversation('19:nowhere@thread.tacv2', (c) => c.sendActivity('Hei'))).rejects.toMatchObject({
    statusCode: 404,
    code: 'ConversationNotFound',
  });
});

test('text and card together become two messages without an id', async () => {
  let id: string | undefined = 'unset';
  await world.inConversation(world.channel.id, async (context) => {
    id = (await context.sendActivity({ ...withCard(cardSaying('Kort')), text: 'Tekst' }))?.id;
  });
  expect(id).toBeFalsy();
  expect(world.teams.fromBot(world.channel).map(({ text, card }) => [text, card !== null])).toEqual([
    ['Tekst', false],
    [null, true],
  ]);
});

test('what breaks a limit is refused and noted', async () => {
  const refused = (activity: object) =>
    world.inConversation(world.channel.id, (context) => context.sendActivity(activity));
  await expect(refused({ type: 'message', text: 'x'.repeat(60_000) })).rejects.toMatchObject({
    statusCode: 413,
    code: 'MessageSizeTooBig',
  });
  await expect(refused(withCard({ ...cardSaying('x'), version: '1.6' }))).rejects.toMatchObject({
    statusCode: 400,
    code: 'BadArgument',
  });
  await refused({ type: 'message', text: 'x'.repeat(45_000) });
  expect(world.teams.violations.map(({ row }) => row)).toEqual(expect.arrayContaining(['T7', 'T1']));
  expect(world.teams.warnings.map(({ row }) => row)).toEqual(['T7']);
  expect(world.teams.fromBot(world.channel)).toHaveLength(1);
});

test('rate limits answer with Retry-After, and end with their window', async () => {
  await world.restart({ limits: 'real', speed: 10 });
  const send = () => world.inConversation(world.channel.id, (context) => context.sendActivity('Hei'));
  for (let count = 0; count < 7; count += 1) await send();
  const refusal = await send().catch((error) => error);
  expect([refusal.statusCode, refusal.response.headers.get('retry-after')]).toEqual([429, '1']);
  world.nowMs += 100;
  await send();
  expect(world.teams.fromBot(world.channel)).toHaveLength(8);
});

test('ordered failures come in order, also after the work is done', async () => {
  const send = () => world.inConversation(world.channel.id, (context) => context.sendActivity('Hei'));
  world.teams.failNext('send', { status: 429, retryAfter: 7 });
  world.teams.failNext('any', { status: 502, afterApplying: true });
  world.teams.failNext('send', { drop: true, afterApplying: true });
  const throttled = await send().catch((error) => error);
  expect([throttled.statusCode, throttled.response.headers.get('retry-after')]).toEqual([429, '7']);
  await expect(send()).rejects.toMatchObject({ statusCode: 502 });
  await expect(send()).rejects.toMatchObject({ code: 'ECONNRESET' });
  await send();
  expect(world.teams.fromBot(world.channel)).toHaveLength(3);
  expect(world.teams.calls('send').map(({ status }) => status)).toEqual([429, 502, null, 201]);
});

test('a private channel has its own members and needs the bot added to it', async () => {
  const { teams, team, kari } = world;
  const closed = teams.channel(team, { name: 'Ledelse', ownMembers: [kari] });
  const send = () => world.inConversation(closed.id, (context) => context.sendActivity('Hei'));
  await expect(send()).rejects.toMatchObject({ statusCode: 403, code: 'BotNotInConversationRoster' });
  if (closed.own) closed.own.installed = true;
  await send();
  await world.inConversation(closed.id, async (context) => {
    const { members } = await TeamsInfo.getPagedMembers(context);
    expect(members.map(({ name }) => name)).toEqual(['Kari Moe']);
  });
  expect(teams.fromBot(closed)).toHaveLength(1);
});
