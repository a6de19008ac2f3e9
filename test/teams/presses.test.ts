import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import type { Message } from '../doubles/teams/start-teams.ts';
import { openRig, type Rig } from './rig.ts';
import { button, cardOf } from './trial-feature.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(async () => {
  expect(rig.teams.violations).toEqual([]);
  expect(rig.teams.unreachable).toEqual([]);
  await rig.close();
});

async function cardInChannel(): Promise<Message> {
  await rig.teams.as(rig.kari).says(rig.channel, 'say-reply');
  return rig.last(rig.channel);
}
async function cardInChat(): Promise<Message> {
  const chat = rig.teams.personalChat(rig.kari);
  chat.installed = true;
  await rig.teams.as(rig.kari).says(chat, 'say-reply');
  return rig.last(chat);
}

test.each(['replace', 'private', 'form'])(
  'in a channel, %s changes the card for whoever pressed, and nobody else',
  async (kind) => {
    const card = await cardInChannel();
    const told = await rig.teams.as(rig.ola).press(card, `trial.${kind}`);
    expect(told.outcome?.kind).toBe('card');
    expect(rig.teams.texts(rig.ola, card)[0]).toBe(`Etter: ${kind}`);
    expect(rig.teams.texts(rig.kari, card)[0]).toBe('Svar: reply');
    expect(rig.teams.calls('update')).toEqual([]);
    expect(rig.teams.fromBot(rig.channel)).toHaveLength(1);
  },
);

test('a card on which somebody is filling in a form is changed for everyone when they are done, not before', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'post');
  await rig.teams.until(() => rig.teams.fromBot(rig.channel).length > 0);
  const card = rig.last(rig.channel);
  await rig.teams.as(rig.ola).press(card, 'trial.form');
  await rig.teams.as(rig.kari).press(card, 'trial.count');
  await rig.house.outbox.settled();
  expect(rig.teams.calls('update')).toEqual([]);
  expect(rig.teams.texts(rig.ola, card)[0]).toBe('Etter: form');

  await rig.teams.as(rig.ola).press(card, 'trial.replace');
  await rig.teams.until(() => rig.teams.calls('update').length > 0);
  expect(card.edits).toBe(1);
});

test('in the own chat, replace changes the message itself, so that other devices show it, too', async () => {
  const card = await cardInChat();
  await rig.teams.as(rig.kari).press(card, 'trial.replace');
  await rig.settled();
  expect(rig.teams.calls('update')).toHaveLength(1);
  expect(card.edits).toBe(1);
  expect(rig.teams.texts(rig.kari, card)[0]).toBe('Etter: replace');
});

test.each(['reply', 'private'])('in the own chat, %s comes as a message below, and the press says so', async (kind) => {
  const card = await cardInChat();
  const told = await rig.teams.as(rig.kari).press(card, `trial.${kind}`);
  expect(told.outcome).toEqual({ kind: 'toast', text: say('nb', 'teams.answer-below') });
  await rig.settled();
  expect(rig.teams.texts(rig.kari, rig.last(card.place))[0]).toBe(`Etter: ${kind}`);
  expect(rig.teams.texts(rig.kari, card)[0]).toBe('Svar: reply');
});

test('a reply to a press in a channel stands in the thread of the card', async () => {
  const card = await cardInChannel();
  await rig.teams.as(rig.ola).press(card, 'trial.reply');
  await rig.settled();
  expect(rig.last(rig.channel).conversationId).toBe(card.conversationId);
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))[0]).toBe('Etter: reply');
});

test('a notice passes by and leaves the card with what was filled in', async () => {
  const card = await cardInChannel();
  const told = await rig.teams.as(rig.kari).press(card, 'trial.notice');
  expect(told.outcome).toEqual({ kind: 'toast', text: 'Notert.' });
  expect(card.ownViews.size).toBe(0);
  expect((await rig.teams.as(rig.kari).press(card, 'trial.nothing')).outcome).toEqual({ kind: 'toast', text: '' });
});

test('a press that asks for a file says where files can be sent', async () => {
  const inChannel = await cardInChannel();
  await rig.teams.as(rig.kari).press(inChannel, 'trial.ask-file');
  expect(rig.teams.texts(rig.kari, inChannel).at(-1)).toBe(say('nb', 'teams.send-file-in-chat'));
  const inChat = await cardInChat();
  await rig.teams.as(rig.kari).press(inChat, 'trial.ask-file');
  expect(rig.teams.texts(rig.kari, inChat).at(-1)).toBe(say('nb', 'teams.send-file-here'));
});

test('the values are what the button carries and what was filled in, as text', async () => {
  const { surface } = rig.running;
  await cardInChannel();
  const [place] = await rig.house.store.places.all();
  if (!place) throw new Error('no place');
  const form = cardOf('Fyll ut');
  form.content.body.push(
    { type: 'Input.Text', id: 'comment', label: 'Merknad', value: 'mangler <to>' },
    {
      type: 'Input.ChoiceSet',
      id: 'which',
      label: 'Hvilke',
      isMultiSelect: true,
      choices: [
        { title: 'A', value: 'a' },
        { title: 'B', value: 'b' },
      ],
    },
    { type: 'ActionSet', actions: [button('trial.values', { poll: 'p1' })] },
  );
  expect(await surface.send(place, form)).toMatchObject({ state: 'sent' });
  const card = rig.last(rig.channel);
  await rig.teams.as(rig.kari).press(card, 'trial.values', { which: ['a', 'b'] });
  expect(JSON.parse(rig.teams.texts(rig.kari, card)[0] ?? '')).toEqual({
    poll: 'p1',
    comment: 'mangler <to>',
    which: 'a,b',
  });
});

test('an old client sends a message in place of the invoke, and is answered by messages', async () => {
  const inChat = await cardInChat();
  await rig.teams.as(rig.kari).pressAsSubmit(inChat, 'trial.replace');
  expect(rig.teams.texts(rig.kari, inChat)[0]).toBe('Etter: replace');
  const inChannel = await cardInChannel();
  await rig.teams.as(rig.ola).pressAsSubmit(inChannel, 'trial.replace');
  expect(rig.teams.texts(rig.kari, inChannel)[0]).toBe('Svar: reply');
  expect(rig.teams.texts(rig.ola, rig.last(rig.teams.personalChat(rig.ola)))[0]).toBe('Etter: replace');
});

test('a press that is delivered twice runs once, and both are answered', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'post');
  await rig.settled();
  const card = rig.last(rig.channel);
  const first = await rig.teams.as(rig.ola).press(card, 'trial.count');
  const again = await rig.teams.as(rig.ola).repeatsLast();
  expect(again.body).toEqual(first.body);
  expect(rig.trial.ran).toEqual(['count']);
});

test('what a client asks by itself is told apart, looks nobody up and meets nobody', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'post');
  await rig.settled();
  const card = rig.last(rig.channel);
  const before = rig.teams.calls('members').length;
  const people = await rig.house.store.persons.all();
  expect((await rig.teams.as(rig.ola).looks(card))?.outcome?.kind).toBe('card');
  expect(rig.trial.ran).toEqual(['looked']);
  expect(rig.teams.calls('members')).toHaveLength(before);
  expect(await rig.house.store.persons.all()).toEqual(people);
  expect((await rig.teams.as(rig.ola).refreshes(card))?.outcome?.kind).toBe('card');
  expect(rig.trial.ran).toEqual(['looked', 'asked']);
});

test('an action that fails gets a sentence, never an error', async () => {
  rig.trial.feature.presses.push({
    ...(rig.trial.feature.presses[0] as (typeof rig.trial.feature.presses)[number]),
    verb: 'trial.breaks',
    run: async () => {
      throw new Error('a bug');
    },
  });
  await rig.restart();
  await cardInChannel();
  const [place] = await rig.house.store.places.all();
  if (!place) throw new Error('no place');
  await rig.running.surface.send(place, cardOf('Trykk', [button('trial.breaks')]));
  const told = await rig.teams.as(rig.kari).press(rig.last(rig.channel), 'trial.breaks');
  expect(told.outcome).toMatchObject({ kind: 'toast' });
  expect(JSON.stringify(told.body)).toContain(say('nb', 'chat.failed'));
});
