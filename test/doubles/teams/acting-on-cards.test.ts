import { afterEach, beforeEach, expect, test } from 'vitest';
import { CARD, cardSaying, openWorld, type World, withCard } from './try-world.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

test('the answer to a press is seen by whoever pressed, until the shared card changes', async () => {
  const message = await world.cardInChannel();
  world.behave = async (context) => {
    const value = cardSaying(`Du svarte ${context.activity.value.action.data.answer}`);
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { statusCode: 200, type: CARD, value } },
    });
  };
  const told = await world.teams.as(world.kari).press(message, 'Ja');

  expect(told.outcome?.kind).toBe('card');
  expect(world.heard[0]).toMatchObject({
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: {
      action: { type: 'Action.Execute', verb: 'vote', data: { poll: 'p1', answer: 'Ja' } },
      trigger: 'manual',
    },
  });
  expect(world.teams.texts(world.kari, message)).toContain('Du svarte Ja');
  expect(world.teams.texts(world.ola, message)).toContain('Blir du med?');

  await world.inConversation(world.channel.id, (context) =>
    context.updateActivity({ ...withCard(cardSaying('1 svar')), id: message.id }),
  );
  expect(world.teams.texts(world.kari, message)).toContain('1 svar');
});

test('a button that a person does not see cannot be pressed', async () => {
  const message = await world.cardInChannel();
  await expect(world.teams.as(world.kari).press(message, 'Kanskje')).rejects.toThrow('there are «Ja», «Nei»');
  await expect(world.teams.as(world.teams.person({ name: 'Siv Berg' })).press(message, 'Ja')).rejects.toThrow(
    'cannot see',
  );
});

test('an old client sends the fallback as a message without text', async () => {
  const message = await world.cardInChannel();
  await world.teams.as(world.kari).pressAsSubmit(message, 'Nei');
  expect(world.heard[0]).toMatchObject({
    type: 'message',
    replyToId: message.id,
    value: { verb: 'vote', answer: 'Nei' },
  });
  expect(world.heard[0]?.text).toBeUndefined();
});

test('a card refreshes at a look, and then not for a minute', async () => {
  const message = await world.cardInChannel();
  world.behave = async (context) => {
    const body = { statusCode: 200, type: CARD, value: cardSaying('Ditt eget') };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
  expect((await world.teams.as(world.kari).looks(message))?.outcome?.kind).toBe('card');
  expect(world.heard[0]?.value).toMatchObject({ trigger: 'automatic' });
  expect(await world.teams.as(world.kari).looks(message)).toBeNull();
  world.nowMs += 60_001;
  expect((await world.teams.as(world.kari).looks(message))?.outcome?.kind).toBe('card');
  expect(world.teams.texts(world.ola, message)).toContain('Blir du med?');
});

test('an invoke without a usable answer counts as unreachable', async () => {
  const message = await world.cardInChannel();
  expect(await world.teams.as(world.kari).press(message, 'Ja')).toMatchObject({
    status: 501,
    outcome: { kind: 'failed' },
  });
  world.behave = async (context) => {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { hello: 1 } } });
  };
  await world.teams.as(world.kari).press(message, 'Ja');
  world.behave = async (context) => {
    const body = { statusCode: 200, type: CARD, value: { ...cardSaying('x'), version: '2.0' } };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
  await world.teams.as(world.kari).press(message, 'Ja');
  expect(world.teams.unreachable.map(({ activity }) => activity)).toEqual(Array(3).fill('adaptiveCard/action'));
  expect(world.teams.violations.map(({ row }) => row)).toContain('T1');
});

test('a bot that is too slow is not waited for', async () => {
  await world.restart({ patienceMs: 50 });
  const message = await world.cardInChannel();
  world.behave = () => world.teams.until(() => world.teams.unreachable.length > 0).then(() => {});
  expect((await world.teams.as(world.kari).press(message, 'Ja')).status).toBeNull();
  expect(world.teams.unreachable[0]?.reason).toContain('50 ms');
});

test('the same press is delivered twice when it is repeated', async () => {
  const message = await world.cardInChannel();
  await world.teams.as(world.kari).press(message, 'Ja');
  await world.teams.as(world.kari).repeatsLast();
  expect(world.heard).toHaveLength(2);
  expect(world.heard[1]).toEqual(world.heard[0]);
});

test('a dialog opens from a button, takes inputs, and closes', async () => {
  const opener = { type: 'Action.Submit', title: 'Svar', data: { msteams: { type: 'task/fetch' }, verb: 'form' } };
  const form = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'Input.Text', id: 'comment', label: 'Merknad', isRequired: true, errorMessage: 'Skriv noe' }],
    actions: [{ type: 'Action.Submit', title: 'Lagre', data: { verb: 'save' } }],
  };
  world.behave = async (context) => {
    const card = { contentType: CARD, content: form };
    const body =
      context.activity.name === 'task/fetch'
        ? { task: { type: 'continue', value: { title: 'Svar', card } } }
        : undefined;
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  };
  await world.inConversation(world.channel.id, (context) =>
    context.sendActivity(withCard({ type: 'AdaptiveCard', version: '1.5', actions: [opener] })),
  );
  const message = world.teams.fromBot(world.channel)[0];
  if (!message) throw new Error('no card came');
  expect((await world.teams.as(world.kari).press(message, 'Svar')).outcome?.kind).toBe('dialog');
  await expect(world.teams.as(world.kari).pressInDialog('Lagre')).rejects.toThrow('Skriv noe');
  expect((await world.teams.as(world.kari).pressInDialog('Lagre', { comment: 'Mangler to' })).outcome?.kind).toBe(
    'closed',
  );
  expect(world.teams.as(world.kari).dialog()).toBeNull();
  expect(world.heard[1]).toMatchObject({
    name: 'task/submit',
    value: { data: { verb: 'save', comment: 'Mangler to' } },
  });
});
