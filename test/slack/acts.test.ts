import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { readable } from '../doubles/slack/readable.ts';
import { type KlarInSlack, startKlarInSlack } from './klar-in-slack.ts';
import { trialFeature } from './trial-feature.ts';

let klar: KlarInSlack;
let trial: ReturnType<typeof trialFeature>;
let kari: string;
let ola: string;
let project: string;

const privately = (user = kari) => klar.slack.ephemerals(user).map((m) => readable(m.blocks).join(''));
const inChat = (channel: string) => klar.slack.posted(channel).map((m) => readable(m.blocks).join(''));
const told = (words: string, user = kari) =>
  klar.slack.until(() => privately(user).some((said) => said.includes(words)));

describe.each([
  ['over HTTP', false],
  ['through Socket Mode', true],
])('Klar in Slack %s', (_, socket) => {
  beforeEach(async () => {
    trial = trialFeature();
    klar = await startKlarInSlack({ socket, features: [peopleFeature, pollFeature, trial.feature] });
    kari = klar.slack.addUser({ name: 'kari', realName: 'Kari Lunde', email: 'kari@example.org' });
    ola = klar.slack.addUser({ name: 'ola', realName: 'Ola Vik', locale: 'sv-SE', tz: 'Europe/Stockholm' });
    project = klar.slack.addChannel({ name: 'prosjekt', members: [kari, ola] });
  });
  afterEach(async () => {
    await klar.stop();
  });

  it('answers a command to the person alone, within the three seconds, in their language', async () => {
    const { status, ms, body } = await klar.slack.as(kari).command('/klar', 'hjelp', project);
    expect({ status, body }).toEqual({ status: 200, body: '' });
    expect(ms).toBeLessThan(1000);
    await told('Dette kan du be Klar om');
    await klar.slack.as(ola).command('/klar', '', project);
    await told('Det här kan du be Klar om', ola);
    expect(klar.slack.posted(project)).toEqual([]);
    expect(klar.lines()).toEqual([]);
  });

  it('knows who came, from Slack, and asks once', async () => {
    await klar.slack.as(kari).command('/klar', 'hjelp', project);
    await klar.slack.as(kari).command('/klar', 'hjelp', project);
    await klar.slack.as(ola).mention(project, 'hjälp');
    await klar.slack.until(() => privately().length === 2 && privately(ola).length === 1);
    const account = { surface: 'slack', workspace: klar.slack.ids.team, user: kari } as const;
    expect(await klar.store.persons.byAccount(account)).toMatchObject({
      name: 'Kari Lunde',
      email: 'kari@example.org',
      language: 'nb',
      timeZone: 'Europe/Oslo',
    });
    expect(await klar.store.persons.byAccount({ ...account, user: ola })).toMatchObject({
      language: 'sv',
      timeZone: 'Europe/Stockholm',
    });
    expect(klar.slack.calls('users.info')).toHaveLength(2);
    expect((await klar.store.places.all()).map(({ name, kind, key }) => ({ name, kind, key }))).toEqual([
      { name: 'prosjekt', kind: 'channel', key: project },
    ]);
  });

  it('does without what Slack does not tell', async () => {
    klar.slack.failNext('users.info', { error: 'missing_scope' });
    await klar.slack.as(kari).command('/klar', 'hjelp', project);
    await told('Dette kan du be Klar om');
    expect(await klar.store.persons.all()).toMatchObject([{ name: kari, language: 'nb' }]);
  });

  it('does not wait for a profile that does not come: a window must open within three seconds', async () => {
    klar.slack.failNext('users.info', { delayMs: 2000 });
    const asked = performance.now();
    await klar.slack.as(kari).command('/klar', 'prøv', project);
    await klar.slack.until(() => klar.slack.openView(kari));
    expect(performance.now() - asked).toBeLessThan(1900);
  });

  it('hears a mention in a channel and answers that person alone', async () => {
    await klar.slack.as(kari).mention(project, 'prøv si hei &amp; <hallo> @ola');
    await told('hei &amp; <hallo> @{0} | Ola Vik');
    expect(klar.slack.posted(project)).toEqual([]);
  });

  it('understands a command with people, signs and quotes as they were typed', async () => {
    await klar.slack.as(kari).command('/klar', 'prøv si «A & B» <3 @ola', project);
    await told('«A & B» <3 @{0} | Ola Vik');
  });

  it('talks in its own chat, in messages that stay', async () => {
    const chat = klar.slack.directChat(kari);
    await klar.slack.as(kari).dm('hjelp');
    await klar.slack.until(() => inChat(chat).length === 1);
    await klar.slack.as(kari).command('/klar', 'mine', chat);
    await klar.slack.until(() => inChat(chat).some((said) => said.includes('venter på deg')));
    expect(privately()).toEqual([]);
    expect(await klar.store.places.all()).toMatchObject([{ kind: 'personal', key: chat }]);
  });

  it('answers in a direct chat that it is not in, and counts it as the person’s own chat', async () => {
    const chat = klar.slack.addDirectChat([kari, ola]);
    await klar.slack.as(kari).command('/klar', 'hjelp', chat);
    await told('Dette kan du be Klar om');
    expect(klar.slack.ephemerals(kari)).toMatchObject([{ channel: chat }]);
    expect(await klar.store.places.all()).toMatchObject([{ kind: 'personal', key: klar.slack.directChat(kari) }]);
  });

  it('answers everyone where the answer is for everyone, also where it is no member', async () => {
    await klar.slack.as(kari).command('/klar', 'prøv alle', project);
    await klar.slack.until(() => inChat(project).includes('Til alle'));
    const outside = klar.slack.addChannel({ name: 'ute', members: [kari], bot: false });
    await klar.slack.as(kari).command('/klar', 'prøv alle', outside);
    await klar.slack.until(() => inChat(outside).includes('Til alle'));
  });

  it('brings an answer to the person’s own chat when the private message fails', async () => {
    klar.slack.failNext('response_url', { status: 500 });
    klar.slack.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
    await klar.slack.as(kari).command('/klar', 'prøv si framme', project);
    await klar.slack.until(() => inChat(klar.slack.directChat(kari)).includes('framme | '));
    klar.slack.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
    await klar.slack.as(kari).mention(project, 'prøv si også framme');
    await klar.slack.until(() => inChat(klar.slack.directChat(kari)).includes('også framme | '));
    expect(klar.lines()).toEqual([]);
  });

  it('says so when an answer does not fit Slack, and leaves out what it can', async () => {
    await klar.slack.as(kari).command('/klar', 'prøv stort', project);
    await told('er utelatt');
    await klar.slack.as(kari).command('/klar', 'prøv umulig', project);
    await told('Klar fikk ikke vist svaret i Slack');
    expect(klar.lines()).toMatchObject([{ level: 'error', about: { reason: 'button_value_too_long: b' } }]);
  });

  it('does an act once, however often Slack delivers it', async () => {
    await klar.slack.as(kari).mention(project, 'prøv si hei');
    await told('hei | ');
    await klar.slack.repeatLast();
    await klar.slack.as(kari).command('/klar', 'prøv si hallo', project);
    await told('hallo | ');
    await klar.slack.repeatLast();
    await klar.slack.settled();
    expect(trial.done).toHaveLength(2);
    expect(privately()).toHaveLength(2);
  });

  it('gives a repeat after a restart the same ids, so that it makes nothing new', async () => {
    await klar.slack.as(kari).mention(project, 'prøv si hei');
    await told('hei | ');
    const last = klar.slack.deliveries().at(-1);
    await klar.restart();
    const envelope = last?.payload ?? {};
    await klar.slack.event(envelope.event as Record<string, unknown>, envelope);
    await expect.poll(() => trial.done.length).toBe(2);
    expect(trial.done[0]).toBe(trial.done[1]);
  });

  describe('shows a card for everyone', () => {
    const card = () => klar.slack.until(() => klar.slack.posted(project).at(-1));
    beforeEach(async () => {
      await klar.slack.as(kari).command('/klar', 'prøv kort', project);
      await card();
    });

    it('with its words for the notification', async () => {
      expect(await card()).toMatchObject({ text: 'Hvor står du?', botId: klar.slack.ids.bot });
    });

    it('that stays as it is when one person presses it: the answer is theirs alone', async () => {
      const { ms } = await klar.slack.as(ola).press(await card(), 'Svar', { values: { Fortell: 'Vi er i gang' } });
      expect(ms).toBeLessThan(1000);
      await told('Lagret: {"hva":"Vi er i gang"', ola);
      expect(privately()).toEqual([]);
      expect(readable((await card()).blocks)[0]).toBe('Hvor står du?');
    });

    it('and asks for what must be filled in, which Slack does not do in messages', async () => {
      await klar.slack.as(ola).press(await card(), 'Svar');
      await told('Fyll i ”Fortell” först.', ola);
      expect(trial.done).toHaveLength(1);
      await klar.slack.as(ola).press(await card(), 'Bare se');
      await told('Slik: ', ola);
    });

    it('whose private answers take each other’s place', async () => {
      await klar.slack.as(ola).press(await card(), 'Bare se');
      const answer = await klar.slack.until(() => klar.slack.ephemerals(ola)[0]);
      await klar.slack.as(ola).press(answer, 'Tilbake');
      await klar.slack.until(() => klar.slack.openView(ola));
      await klar.slack.as(ola).submit({ 'Hva skjer?': 'Vi er i mål' });
      await told('Lagret: {"hva":"Vi er i mål"', ola);
      expect(privately(ola)).toHaveLength(1);
    });
  });

  it('changes the pressed message itself in a person’s own chat', async () => {
    const chat = klar.slack.directChat(kari);
    await klar.slack.as(kari).dm('prøv kort');
    const card = await klar.slack.until(() => klar.slack.posted(chat)[0]);
    await klar.slack.as(kari).press(card, 'Bare se');
    await klar.slack.until(() => inChat(chat)[0]?.startsWith('Slik: '));
    klar.slack.failNext('response_url', { status: 404 });
    await klar.slack
      .as(kari)
      .press(card, 'Tilbake')
      .then(() => klar.slack.until(() => klar.slack.openView(kari)));
    klar.slack.failNext('response_url', { status: 404 });
    await klar.slack.as(kari).submit({ 'Hva skjer?': 'Nå' });
    await klar.slack.until(() => inChat(chat)[0]?.startsWith('Lagret: {"hva":"Nå"'));
    expect(inChat(chat)).toHaveLength(1);
  });

  it('refuses a button that it does not know, in words, and leaves alone what is none of its own', async () => {
    const element = (text: string, value: string) => ({
      type: 'button',
      action_id: `old:${text}`,
      text: { type: 'plain_text', text },
      value,
    });
    await fetch(`${klar.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: project,
        text: 'Fra en eldre utgave',
        blocks: [{ type: 'actions', elements: [element('Gammel', '{"v":"borte"}'), element('Fremmed', '{"v":7')] }],
      }),
    });
    const card = await klar.slack.until(() => klar.slack.posted(project)[0]);
    expect((await klar.slack.as(kari).press(card, 'Fremmed')).status).toBe(200);
    await klar.slack.as(kari).press(card, 'Gammel');
    await told('Denne knappen virker ikke lenger');
    expect(privately()).toHaveLength(1);
    expect(klar.lines()).toMatchObject([{ message: 'press refused: unknown button' }]);
  });

  it('takes files in its own chat, and from a window that a command opens', async () => {
    const chat = klar.slack.directChat(kari);
    await klar.slack.as(kari).dm('', [{ name: 'plan.csv', content: 'Enhet;Når' }]);
    await klar.slack.until(() => inChat(chat).includes('plan.csv: Enhet;Når'));

    await klar.slack.as(kari).command('/klar', 'prøv fil', project);
    const view = await klar.slack.until(() => klar.slack.openView(kari));
    expect(readable(view.blocks)).toEqual(['Send planen som en fil', 'Velg filen']);
    const file = klar.slack.as(kari).uploadFile({ name: 'folk.csv', content: 'Navn;Rolle' });
    expect(await klar.slack.as(kari).submit({ 'Velg filen': [file] })).toMatchObject({ outcome: 'closed' });
    await told('folk.csv: Navn;Rolle');
  });

  it('comes into a channel with a word about itself, and knows when it was taken out', async () => {
    const late = klar.slack.addChannel({ name: 'nytt', members: [kari], bot: false });
    await klar.slack.as(kari).invite(late);
    await klar.slack.until(() => inChat(late).some((said) => said.includes('Hei, dette er Klar')));
    await klar.slack.event({ type: 'channel_left', channel: late, actor_id: kari });
    await expect
      .poll(() => klar.store.places.all())
      .toMatchObject([{ key: late, name: 'nytt', goneSince: expect.any(String) }]);
  });

  it('knows that it was removed from the whole workspace, in whatever order Slack tells', async () => {
    await klar.slack.as(kari).command('/klar', 'hjelp', project);
    await told('Dette kan du be Klar om');
    await klar.slack.uninstall(['app_uninstalled', 'tokens_revoked']);
    await expect.poll(() => klar.store.places.all()).toMatchObject([{ key: project, goneSince: expect.any(String) }]);
  });

  it('shows in Home what awaits the person, and its forms from there', async () => {
    await klar.slack.as(kari).openHome('messages');
    await klar.slack.as(kari).openHome();
    const home = await klar.slack.until(() => klar.slack.home(kari));
    expect(readable(home.blocks)).toContain('Fortell hvor dere står');
    await klar.slack.as(kari).pressInHome('Svar nå');
    await klar.slack.until(() => klar.slack.openView(kari));
    expect(await klar.slack.as(kari).submit({ 'Hva skjer?': 'Alt vel' })).toMatchObject({ outcome: 'updated' });
    expect(readable(klar.slack.openView(kari)?.blocks)[0]).toContain('Lagret: {"hva":"Alt vel"');
    await klar.slack.until(() => klar.slack.calls('views.publish').length === 2);
    await klar.slack.as(kari).close();
    await klar.slack.as(kari).pressInHome('Hjelp');
    await klar.slack.until(() => readable(klar.slack.openView(kari)?.blocks).includes('Planen'));
    expect(await klar.store.places.all()).toMatchObject([{ kind: 'personal', key: klar.slack.directChat(kari) }]);
  });

  it('leaves alone what is not for it: bots, edits, other messages, links that are pressed', async () => {
    const chat = klar.slack.directChat(kari);
    for (const event of [
      { type: 'message', channel: chat, channel_type: 'im', user: kari, bot_id: 'B1', text: 'hjelp', ts: '1.1' },
      { type: 'message', subtype: 'message_changed', channel: chat, channel_type: 'im', user: kari, text: 'hjelp' },
      { type: 'message', channel: project, channel_type: 'channel', user: kari, text: 'hjelp', ts: '1.2' },
      { type: 'member_joined_channel', channel: project, user: ola, inviter: kari },
      { type: 'reaction_added', user: kari, reaction: 'ok' },
    ]) {
      expect((await klar.slack.event(event)).status).toBe(200);
    }
    await klar.slack.settled();
    expect(await klar.store.persons.all()).toEqual([]);
    expect(klar.slack.calls().filter((call) => call.method.startsWith('chat.'))).toEqual([]);
  });
});
