import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from '#chat/port.ts';
import type { Place } from '#people/place.ts';
import type { Failure } from '../doubles/teams/failures.ts';
import { openRig, type Rig } from './rig.ts';
import { button, cardOf } from './trial-feature.ts';

let rig: Rig;
let place: Place;
beforeEach(async () => {
  rig = await openRig();
  await rig.teams.as(rig.kari).says(rig.channel, 'echo hei');
  place = await onlyPlace();
});
afterEach(() => rig.close());

async function onlyPlace(): Promise<Place> {
  const [first] = await rig.house.store.places.all();
  if (!first) throw new Error('no place was met');
  return first;
}

test('a card in a channel begins a thread, and its reference is enough to change it', async () => {
  const sent = await rig.running.surface.send(place, cardOf('Om 7 dager: Workshops', [button('trial.count')]));
  const message = rig.last(rig.channel);
  expect(sent).toEqual({
    state: 'sent',
    ref: { conversation: `${rig.channel.id};messageid=${message.id}`, message: message.id },
  });
  expect(message.conversationId).toBe(`${rig.channel.id};messageid=${message.id}`);
  expect(message).toMatchObject({ text: null, summary: 'Om 7 dager: Workshops', alert: false });
  expect(message.card?.msteams).toEqual({ width: 'Full' });
  if (sent.state !== 'sent') return;
  expect(await rig.running.surface.update(place, sent.ref, cardOf('Om 6 dager: Workshops'))).toEqual(sent);
  expect(rig.teams.texts(rig.ola, message)).toEqual(['Om 6 dager: Workshops']);
  expect(rig.teams.violations).toEqual([]);
});

test('a card in an own chat alerts its reader, one in a group chat does not', async () => {
  const account = (await rig.house.store.persons.all())[0]?.accounts[0];
  if (!account) throw new Error('nobody was met');
  const opened = await rig.running.surface.ownChat(account);
  expect(opened).toMatchObject({
    state: 'open',
    where: { kind: 'personal', key: rig.teams.personalChat(rig.kari).id, workspace: rig.teams.tenantId },
  });
  if (opened.state !== 'open') return;
  const own: Place = { ...place, ...opened.where, name: '' };
  const sent = await rig.running.surface.send(own, cardOf('Tre ting venter på deg'));
  const message = rig.last(rig.teams.personalChat(rig.kari));
  expect(sent).toEqual({ state: 'sent', ref: { conversation: own.key, message: message.id } });
  expect(message.alert).toBe(true);

  const group = rig.teams.groupChat({ members: [rig.kari], installed: true });
  await rig.running.surface.send({ ...place, kind: 'group', key: group.id }, cardOf('Til alle'));
  expect(rig.last(group).alert).toBe(false);
});

test('those with an account here are mentioned, the others named', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'remind');
  await rig.settled();
  const message = rig.last(rig.channel);
  expect(rig.teams.texts(rig.ola, message)).toEqual(['Husk dette', '<at>Kari Moe</at>, Ingen Her']);
  expect(message.card?.msteams).toMatchObject({
    entities: [{ type: 'mention', text: '<at>Kari Moe</at>', mentioned: { id: rig.kari.id, name: 'Kari Moe' } }],
  });
  expect(rig.teams.violations).toEqual([]);
});

const throttled = (retryAfterMs: number): Delivery => ({ state: 'throttled', retryAfterMs });
const gone: Delivery = { state: 'gone' };
const refused = (reason: string): Delivery => ({ state: 'refused', reason });
const unreachable = (reason: string): Delivery => ({ state: 'unreachable', reason });

test.each<[Failure, Delivery]>([
  [{ status: 429, retryAfter: 7 }, throttled(7000)],
  [{ status: 429, retryAfter: 0.25 }, throttled(250)],
  [{ status: 429 }, throttled(1000)],
  [{ status: 412, retryAfter: 2 }, throttled(2000)],
  [{ status: 412 }, throttled(1000)],
  [{ status: 500 }, refused('500 InternalServerError')],
  [{ status: 502 }, unreachable('502 BadGateway')],
  [{ status: 503 }, unreachable('503 ServiceUnavailable')],
  [{ status: 504 }, unreachable('504 GatewayTimeout')],
  [{ status: 400 }, refused('400 BadArgument')],
  [{ status: 401 }, refused('401 Unauthorized')],
  [{ status: 403, code: 'BotNotInConversationRoster' }, gone],
  [{ status: 403, code: 'ConversationBlockedByUser' }, gone],
  [{ status: 403, code: 'BotDisabledByAdmin' }, gone],
  [{ status: 403, code: 'ForbiddenOperationException' }, refused('403 ForbiddenOperationException')],
  [{ status: 404, code: 'ConversationNotFound' }, gone],
  [{ status: 404, code: 'ActivityNotFoundInConversation' }, gone],
  [{ status: 404, code: 'ServiceNotFound' }, refused('404 ServiceNotFound')],
  [{ status: 413 }, refused('413 MessageSizeTooBig')],
])('%o means %o, after one attempt', async (failure, expected) => {
  const { surface } = rig.running;
  const sent = await surface.send(place, cardOf('Først'));
  if (sent.state !== 'sent') throw new Error('the first must arrive');
  const before = rig.teams.calls().length;

  rig.teams.failNext('any', failure, 4);
  expect(await surface.send(place, cardOf('Hei'))).toEqual(expected);
  expect(await surface.send({ ...place, kind: 'personal' }, cardOf('Hei'))).toEqual(expected);
  expect(await surface.update(place, sent.ref, cardOf('Hei'))).toEqual(expected);
  const account = (await rig.house.store.persons.all())[0]?.accounts[0];
  if (account) expect(await surface.ownChat(account)).toEqual(expected);
  // Nothing was tried twice by the SDK (PLATFORMS T42).
  expect(rig.teams.calls()).toHaveLength(before + 4);
});

test('without any answer it may or may not have arrived', async () => {
  rig.teams.failNext('create', { drop: true });
  expect(await rig.running.surface.send(place, cardOf('Hei'))).toMatchObject({ state: 'unreachable' });
  expect(rig.teams.calls('create')).toHaveLength(1);
  await rig.teams.stop();
  expect(await rig.running.surface.send(place, cardOf('Hei'))).toMatchObject({ state: 'unreachable' });
});

test('a message that was deleted is gone, and so is a place from which Klar was taken', async () => {
  const { surface } = rig.running;
  const sent = await surface.send(place, cardOf('Hei'));
  if (sent.state !== 'sent') throw new Error('must arrive');
  rig.last(rig.channel).deleted = true;
  expect(await surface.update(place, sent.ref, cardOf('Hei igjen'))).toEqual(gone);
  rig.team.installed = false;
  expect(await surface.send(place, cardOf('Hei'))).toEqual(gone);
});

test('a card that is too large is refused before it is sent', async () => {
  const before = rig.teams.calls().length;
  const large = { ...cardOf('å'.repeat(41_000)), summary: 'Lang' };
  expect(await rig.running.surface.send(place, large)).toEqual(refused('MessageSizeTooBig'));
  expect(rig.teams.calls()).toHaveLength(before);
  const justFits = { ...cardOf('å'.repeat(39_000)), summary: 'Lang' };
  expect(await rig.running.surface.send(place, justFits)).toMatchObject({ state: 'sent' });
  expect(rig.teams.warnings).toEqual([]);
});

test('a place that was never met in Teams is refused', async () => {
  const { surface } = rig.running;
  expect(await surface.send({ ...place, address: {} }, cardOf('Hei'))).toEqual(refused('no-address'));
  expect(await surface.ownChat({ surface: 'teams', workspace: 'x', user: 'y', address: {} })).toEqual(
    refused('no-address'),
  );
});

test('after a restart Klar writes to the same places and changes the same cards', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'post');
  await rig.settled();
  const card = rig.last(rig.channel);
  await rig.restart();
  expect(await rig.running.surface.send(await onlyPlace(), cardOf('God morgen'))).toMatchObject({ state: 'sent' });
  await rig.teams.as(rig.ola).press(card, 'trial.count');
  await rig.settled();
  expect(rig.teams.texts(rig.kari, card)).toContain('Alle: 1');
  expect(rig.teams.violations).toEqual([]);
});

test('many presses are one update of the shared card, and everyone sees the count', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'post');
  await rig.settled();
  const card = rig.last(rig.channel);
  const people = Array.from({ length: 12 }, (_, i) => rig.teams.person({ name: `Deltaker ${i}` }));
  for (const person of people) rig.team.members.add(person);
  const before = rig.teams.calls('update').length;
  await Promise.all(people.map((person) => rig.teams.as(person).press(card, 'trial.count')));
  await rig.settled();
  expect(rig.teams.texts(rig.ola, card)).toContain('Alle: 12');
  expect(rig.teams.calls('update').length - before).toBeLessThan(12);
  expect(rig.teams.unreachable).toEqual([]);
});
