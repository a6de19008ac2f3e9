import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(async () => {
  // A good journey breaks none of Teams' rules.
  expect(rig.teams.violations).toEqual([]);
  expect(rig.teams.unreachable).toEqual([]);
  await rig.close();
});

const read = (rig: Rig, who = rig.kari, place = rig.teams.personalChat(who) as Parameters<Rig['last']>[0]) =>
  rig.teams.texts(who, rig.last(place));

test('what is written with a mention arrives without it, and is answered in its thread', async () => {
  const said = await rig.teams.as(rig.kari).says(rig.channel, 'echo hei   der', { gap: '&nbsp;' });
  const answer = rig.last(rig.channel);
  expect(answer.conversationId).toBe(said.message.conversationId);
  expect(rig.teams.texts(rig.kari, answer)).toEqual(['hei   der']);
  expect(answer.text).toBeNull();
  expect(answer.summary).toBe('hei   der');
});

test('a first contact makes the person with language, zone and e-mail, and the place with its names and ways', async () => {
  await rig.teams.as(rig.ola).says(rig.channel, 'echo hej');
  const [person] = await rig.house.store.persons.all();
  expect(person).toMatchObject({
    name: 'Ola Lie',
    email: 'ola.lie@example.no',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
    accounts: [
      {
        surface: 'teams',
        workspace: rig.teams.tenantId,
        user: rig.ola.aadObjectId,
        address: { id: rig.ola.id, serviceUrl: rig.teams.serviceUrl, tenantId: rig.teams.tenantId },
      },
    ],
  });
  const [place] = await rig.house.store.places.all();
  expect(place).toMatchObject({
    kind: 'channel',
    key: rig.channel.id,
    name: 'Opplæring',
    address: { conversationId: rig.channel.id, teamId: rig.team.id, botId: rig.teams.bot.id },
  });
});

test('a person is looked up once, and a look-up that fails harms nothing', async () => {
  rig.teams.failNext('members', { status: 503 });
  for (let i = 0; i < 3; i += 1) expect((await rig.teams.as(rig.kari).says(rig.channel, 'echo x')).status).toBe(200);
  expect(rig.teams.calls('members')).toHaveLength(1);
  expect(rig.teams.calls('team')).toHaveLength(1);
  const [person] = await rig.house.store.persons.all();
  expect(person).toMatchObject({ name: 'Kari Moe' });
  expect(person?.email).toBeUndefined();
});

test('people who are mentioned come with their identity, whoever they are', async () => {
  const text = 'echo kontakt <at>Ola Lie</at> og <at>Kari Moe</at>';
  await rig.teams.as(rig.kari).says(rig.channel, text, { alsoMentions: [rig.ola, rig.kari] });
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))).toEqual([
    [
      'kontakt @{0} og @{1}',
      `Ola Lie ${rig.ola.aadObjectId} ola.lie@example.no`,
      `Kari Moe ${rig.kari.aadObjectId} kari.moe@example.no`,
    ].join(' | '),
  ]);
});

test('whom Teams does not know stays a name: nobody is guessed', async () => {
  const siv = rig.teams.person({ name: 'Siv Berg' });
  await rig.teams.as(rig.kari).says(rig.channel, 'echo kontakt <at>Siv Berg</at>', { alsoMentions: [siv] });
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))).toEqual(['kontakt Siv Berg']);
});

test.each(['say-private', 'say-form'])(
  '%s in a channel goes to the own chat, with a line in the thread',
  async (what) => {
    const said = await rig.teams.as(rig.ola).says(rig.channel, what);
    const chat = rig.teams.personalChat(rig.ola);
    expect(rig.teams.texts(rig.ola, rig.last(chat))[0]).toBe(`Svar: ${what.slice(4)}`);
    expect(rig.last(chat).alert).toBe(true);
    const note = rig.last(rig.channel);
    expect(note).toMatchObject({
      text: 'Klar svarte deg i en egen chat.',
      conversationId: said.message.conversationId,
    });
  },
);

test('where Teams does not let Klar write to the person, the answer stands in the thread with a sentence', async () => {
  rig.teams.failNext('create', { status: 403, code: 'ForbiddenOperationException' });
  await rig.teams.as(rig.kari).says(rig.channel, 'say-private');
  expect(rig.teams.fromBot(rig.teams.personalChat(rig.kari))).toEqual([]);
  const [sentence, answer] = rig.teams.texts(rig.kari, rig.last(rig.channel));
  expect(sentence).toContain('Klar får ikke skrive til deg i en egen chat');
  expect(answer).toBe('Svar: private');
});

test('an own chat that has been closed since is noticed', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'say-private');
  rig.teams.failNext('send', { status: 403, code: 'ConversationBlockedByUser' });
  await rig.teams.as(rig.kari).says(rig.channel, 'say-private');
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))[1]).toBe('Svar: private');
});

test('a complaint about what was written in a channel reaches that person alone', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'say-notice');
  expect(rig.last(rig.teams.personalChat(rig.kari)).text).toBe('Det gikk ikke.');
  expect(rig.last(rig.channel).text).toBe('Klar svarte deg i en egen chat.');
});

test.each(['reply', 'private', 'form', 'replace'])('in the own chat, %s is simply the answer', async (kind) => {
  const chat = rig.teams.personalChat(rig.kari);
  chat.installed = true;
  await rig.teams.as(rig.kari).says(chat, `say-${kind}`);
  expect(rig.teams.fromBot(chat)).toHaveLength(1);
  expect(read(rig)[0]).toBe(`Svar: ${kind}`);
  expect(rig.last(chat).alert).toBe(false);
});

test('a file asked for says where to send it', async () => {
  const chat = rig.teams.personalChat(rig.kari);
  await rig.teams.as(rig.kari).says(rig.channel, 'say-ask-file');
  expect(read(rig).at(-1)).toBe(say('nb', 'teams.send-file-here'));
  expect(rig.teams.fromBot(chat)).toHaveLength(1);
});

test('in a group chat Klar answers as in a channel', async () => {
  const group = rig.teams.groupChat({ topic: 'Kjernegruppa', members: [rig.kari, rig.ola], installed: true });
  await rig.teams.as(rig.kari).says(group, 'say-reply');
  expect(rig.teams.texts(rig.ola, rig.last(group))[0]).toBe('Svar: reply');
  const [place] = await rig.house.store.places.all();
  expect(place).toMatchObject({ kind: 'group', key: group.id, name: 'Kjernegruppa' });
});

test.each([
  ['a team', () => rig.teams.team({ name: 'Beredskap', members: [rig.kari] })],
  ['a group chat', () => rig.teams.groupChat({ topic: 'Kjernegruppa', members: [rig.kari] })],
  ['a personal chat', () => rig.teams.personalChat(rig.kari)],
])('installing Klar in %s brings one welcome, though Teams tells twice', async (_what, make) => {
  const scope = make();
  const place = scope.kind === 'team' ? scope.channels[0] : scope;
  if (!place) throw new Error('a team has General');
  const { answers } = await rig.teams.as(rig.kari).installs(scope);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(rig.teams.fromBot(place)).toHaveLength(1);
  expect(read(rig, rig.kari, place)[0]).toBe('Hei, dette er Klar');

  await rig.teams.as(rig.kari).uninstalls(scope);
  const [gone] = await rig.house.store.places.all();
  expect(gone?.goneSince).toBeDefined();
  await rig.teams.as(rig.kari).installs(scope);
  expect(rig.teams.fromBot(place)).toHaveLength(2);
  expect((await rig.house.store.places.all())[0]?.goneSince).toBeUndefined();
});

test('a file in the personal chat is read, alone or with a command', async () => {
  const chat = rig.teams.personalChat(rig.kari);
  chat.installed = true;
  const bytes = new TextEncoder().encode('Tid;Hva\nuke 42;Workshops\n');
  await rig.teams.as(rig.kari).sendsFile(bytes, 'plan.csv');
  expect(read(rig)[0]).toBe('Fil: plan.csv');
  await rig.teams.as(rig.kari).sendsFile(bytes, 'plan.csv', { text: 'echo her er den' });
  expect(read(rig)[0]).toBe(`her er den | ${bytes.byteLength}`);
});

test('a file that is too large is said to be so', async () => {
  const chat = rig.teams.personalChat(rig.kari);
  chat.installed = true;
  await rig.teams.as(rig.kari).sendsFile(new Uint8Array(5 * 1024 * 1024 + 1), 'stor.csv', { text: 'echo' });
  expect(read(rig)[0]).toBe('| too-large');
});

test('a message that is delivered twice is answered once', async () => {
  await rig.teams.as(rig.kari).says(rig.channel, 'echo én gang');
  expect((await rig.teams.as(rig.kari).repeatsLast()).status).toBe(200);
  expect(rig.trial.ran).toEqual(['echo']);
  expect(rig.teams.fromBot(rig.channel)).toHaveLength(1);
});

test('an answer that Teams asks to wait for is sent when the time has come', async () => {
  rig.teams.failNext('send', { status: 429, retryAfter: 0.02 }, 2);
  await rig.teams.as(rig.kari).says(rig.channel, 'echo tålmodig');
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))).toEqual(['tålmodig']);
});

test('what people write is shown as they wrote it, and mentions nobody', async () => {
  const odd = 'echo **fet** [bank](https://evil.example) ${navn} _a_ 1. x';
  const at = '&lt;at&gt;Ola Lie&lt;/at&gt;';
  await rig.teams.as(rig.kari).says(rig.channel, `${odd} ${at}`);
  expect(rig.teams.texts(rig.kari, rig.last(rig.channel))).toEqual([
    '**fet** [bank](https://evil.example) ${navn} _a_ 1. x <at>Ola Lie</at>',
  ]);
  const raw = JSON.stringify(rig.last(rig.channel).card);
  expect(raw).not.toMatch(/\]\(|<at/u);
});
