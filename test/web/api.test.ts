import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, probeFeature } from './probe-feature.ts';
import { type Rig, type SeenMessage, startRig } from './rig.ts';

const kari = 'kari-myrvang';
const per = 'per-anders-holme';
const elin = 'elin-sjobranth';
const solvik = 'channel-lag-solvik';
const all = 'channel-felles-journal';

let rig: Rig;
let probe: ReturnType<typeof probeFeature>;
beforeAll(async () => {
  probe = probeFeature();
  rig = await startRig([probe.feature]);
});
afterAll(() => rig.stop());

const say = (as: string, place: string, text: string, more: object = {}) =>
  rig.post('/api/rehearsal/say', { as, place, text, act: rig.act(), ...more });
const press = (as: string, place: string, message: string, verb: string, values: Record<string, string> = {}) =>
  rig.post('/api/rehearsal/press', { as, place, message, verb, values, act: rig.act() });
const last = async (as: string, place: string): Promise<SeenMessage> => {
  const found = (await rig.messages(as, place)).at(-1);
  if (!found) throw new Error('there is no message');
  return found;
};
const textOf = (message: SeenMessage) => message.card?.body[0]?.text;

describe('who may use the page', () => {
  /** With headers that fetch would not let us set. */
  const raw = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(rig.url);
      const asking = request({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      asking.on('error', reject).end(method === 'POST' ? '{}' : undefined);
    });
  const json = { 'content-type': 'application/json' };

  test.each(['/', '/page/main.ts', '/api/rehearsal/state', '/api/rehearsal/changes'])(
    '%s answers to the names of this machine and to no other',
    async (path) => {
      for (const host of ['localhost:3978', '127.0.0.1', '[::1]:3978', 'LOCALHOST:1']) {
        expect(await raw(path, { host }), host).toBe(200);
      }
      for (const host of [
        'evil.example',
        'localhost.evil.example',
        '127.0.0.1.evil.example',
        '10.0.0.7:3978',
        'localhost:3978:1',
      ]) {
        expect(await raw(path, { host }), host).toBe(403);
      }
    },
  );

  test('another page can neither read nor act', async () => {
    const host = 'localhost:3978';
    const act = (headers: Record<string, string>) => raw('/api/rehearsal/say', { host, ...json, ...headers }, 'POST');
    // A body that is let in is then found to lack everything.
    expect(await act({ origin: 'http://localhost:3978' })).toBe(400);
    expect(await act({ origin: 'http://localhost:3978', 'sec-fetch-site': 'same-origin' })).toBe(400);
    expect(await act({ origin: 'https://evil.example' })).toBe(403);
    expect(await act({ origin: 'null' })).toBe(403);
    expect(await act({ origin: 'http://localhost:3979' })).toBe(403);
    expect(await act({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await act({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await raw('/api/rehearsal/state', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await raw('/', { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
  });

  test('what a form on another page can send is not taken', async () => {
    const host = 'localhost:3978';
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await raw('/api/rehearsal/say', { host, 'content-type': type }, 'POST')).toBe(415);
    }
  });

  test('a tunnel does not lead to it', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via']) {
      expect(await raw('/', { host: 'localhost', [header]: 'for=1.2.3.4' }), header).toBe(403);
    }
  });

  test('its policy lets in nothing but its own files, and no answer is guessed at or framed', async () => {
    const { headers } = await fetch(`${rig.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('the page asks for files of its own alone, and each of them is there', async () => {
    const page = await (await fetch(`${rig.url}/`)).text();
    const asked = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(5);
    expect(page).not.toMatch(/<script(?![^>]* src=)/);
    expect(page).not.toMatch(/ (style|on\w+)="/);
    const followed = new Set(asked);
    for (const path of followed) {
      expect(path).toMatch(/^\/page\//);
      const response = await fetch(rig.url + path);
      expect(response.status, path).toBe(200);
      const body = await response.text();
      if (!path.endsWith('.ts')) continue;
      expect(response.headers.get('content-type')).toContain('text/javascript');
      for (const [, file] of body.matchAll(/from '\.\/([^']+)'/g)) followed.add(`/page/${file}`);
    }
    expect(followed).toContain('/page/composer.ts');
    expect((await rig.ask('/page/..%2Frouter.ts')).status).toBe(404);
    expect((await rig.ask('/page/tsconfig.json')).status).toBe(404);
  });

  test('paths that are not the page’s are left to others', async () => {
    expect((await rig.ask('/healthz')).body).toEqual({ ok: true });
    expect((await rig.ask('/api/rehearsal/nothing')).status).toBe(404);
  });
});

describe('people and places', () => {
  test('one can be any of the twelve, told in the language of whoever one is', async () => {
    const { body } = await rig.ask<{ people: { name: string; about: string; group: string; language: string }[] }>(
      `/api/rehearsal/state?as=${elin}`,
    );
    expect(body.people).toHaveLength(12);
    expect(body.people[0]).toMatchObject({ about: 'programägare', group: 'Programledningen' });
    expect(body.people.map(({ language }) => language)).toEqual(expect.arrayContaining(['nb', 'sv', 'en']));
  });

  test('a person sees the programme’s channel, their unit’s and their own chat; the lead sees all channels', async () => {
    const places = async (as: string) => {
      const { body } = await rig.ask<{ places: { name: string }[] }>(`/api/rehearsal/state?as=${as}`);
      return body.places.map(({ name }) => name);
    };
    expect(await places(kari)).toEqual(['felles-journal', 'lag-solvik', '']);
    expect(await places('ingrid-solbakkrud')).toHaveLength(8);
  });

  test('a place that a person does not see is neither read nor written to', async () => {
    const read = await rig.ask(`/api/rehearsal/messages?as=${elin}&place=${solvik}`);
    expect(read.status).toBe(404);
    expect((await say(elin, solvik, 'echo hei')).status).toBe(404);
    expect((await say('nobody', solvik, 'echo hei')).status).toBe(404);
    expect((await say(kari, `own-${per}`, 'echo hei')).status).toBe(404);
  });

  test('unread messages are counted for each person until they are read', async () => {
    const unread = async (as: string) => {
      const { body } = await rig.ask<{ places: { id: string; unread: number }[] }>(`/api/rehearsal/state?as=${as}`);
      return body.places.find(({ id }) => id === solvik)?.unread;
    };
    await rig.post('/api/rehearsal/read', { as: per, place: solvik });
    await say(kari, solvik, 'echo hei');
    expect(await unread(per)).toBe(2);
    await rig.post('/api/rehearsal/read', { as: per, place: solvik });
    expect(await unread(per)).toBe(0);
  });

  test('Klar says hello in an own chat the first time it is opened, once', async () => {
    await rig.post('/api/rehearsal/open', { as: per });
    await rig.post('/api/rehearsal/open', { as: per });
    const messages = await rig.messages(per, `own-${per}`);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.by).toBeUndefined();
  });

  test('the hello stands above what has come to the chat before it was opened', async () => {
    const person = await rig.store.persons.get(elin);
    if (!person) throw new Error('nobody is called so');
    for (const text of ['Om 7 dager: Kurs', 'I morgen: Kurs']) await rig.house.outbox.tell(person, cardOf(text));
    for (const _ of [1, 2]) await rig.post('/api/rehearsal/open', { as: elin });
    await rig.house.outbox.tell(person, cardOf('I dag: Kurs'));
    const seen = (await rig.messages(elin, `own-${elin}`)).map(textOf);
    expect(seen).toHaveLength(4);
    expect(seen.slice(1)).toEqual(['Om 7 dager: Kurs', 'I morgen: Kurs', 'I dag: Kurs']);
  });
});

describe('what is said', () => {
  test('is on disk before it is acknowledged, and Klar’s answer stands after it', async () => {
    await say(kari, solvik, 'echo god morgen');
    const stored = (await rig.store.messages.all()).filter(({ place }) => place === solvik).slice(-2);
    expect(stored.map(({ text }) => text)).toEqual(['echo god morgen', 'god morgen']);
  });

  test('sent twice is said once and answered alike', async () => {
    const twice = { as: kari, place: solvik, text: 'echo én gang', act: 'the-same-act-1' };
    const ran = probe.ran.length;
    const answers = await Promise.all([rig.post('/api/rehearsal/say', twice), rig.post('/api/rehearsal/say', twice)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(probe.ran.length).toBe(ran + 1);
    expect((await rig.messages(kari, solvik)).filter(({ text }) => text === 'én gang')).toHaveLength(1);
  });

  test('with a name after an @ mentions that person', async () => {
    await say(kari, all, 'echo hei @Per-Anders Holme og @Elin Sjöbranth');
    expect(textOf(await last(kari, all))).toBe('hei @{0} og @{1} | nevnt: Per-Anders Holme | nevnt: Elin Sjöbranth');
  });

  test('can bring a file, up to 5 MB', async () => {
    const file = (bytes: number) => ({
      files: [{ name: 'plan.csv', base64: Buffer.alloc(bytes, 97).toString('base64') }],
    });
    await say(kari, solvik, 'echo', file(5 * 1024 * 1024));
    expect(textOf(await last(kari, solvik))).toContain(`fil: ${5 * 1024 * 1024}`);
    await say(kari, solvik, 'echo', file(5 * 1024 * 1024 + 1));
    expect(textOf(await last(kari, solvik))).toContain('fil: too-large');
    expect((await say(kari, solvik, 'echo', file(12 * 1024 * 1024))).status).toBe(413);
  });

  test('and refused goes back to the box with the reason and does not stand in the chat', async () => {
    const before = (await rig.messages(kari, solvik)).length;
    const { body } = await say(kari, solvik, 'wrong');
    expect(body).toEqual({ notice: { text: 'Det ble feil', problem: true } });
    expect(await rig.messages(kari, solvik)).toHaveLength(before);
  });

  test('answered to one person is seen by that person alone', async () => {
    await say(kari, solvik, 'secret');
    expect(await last(kari, solvik)).toMatchObject({ onlyYou: true, text: 'Bare for deg' });
    expect((await last(per, solvik)).text).toBe('secret');
    const hidden = (await last(kari, solvik)).id;
    expect((await press(per, solvik, hidden, 'probe.count')).status).toBe(404);
  });

  test('is kept as it was written, whatever it looks like', async () => {
    const text =
      'echo <img src=x onerror=alert(1)> **fet** [lenke](https://x.example) ${title} {{DATE(2026-01-01T00:00:00Z)}}';
    await say(kari, solvik, text);
    const [said, answer] = (await rig.messages(kari, solvik)).slice(-2);
    expect(said?.text).toBe(text);
    expect(answer && textOf(answer)).toBe(text.slice('echo '.length));
  });

  test.each([
    ['nothing at all', { text: '' }],
    ['fifty thousand letters and one', { text: 'x'.repeat(50_001) }],
    ['an act without a proper name', { text: 'echo', act: 'short' }],
    ['a file that is not base64', { text: 'echo', files: [{ name: 'a', base64: '%%%' }] }],
    ['a number', { text: 7 }],
  ])('that cannot be used is refused: %s', async (_what, more) => {
    expect((await rig.post('/api/rehearsal/say', { as: kari, place: solvik, act: rig.act(), ...more })).status).toBe(
      400,
    );
  });

  test('as something other than JSON is refused', async () => {
    const { status } = await rig.ask('/api/rehearsal/say', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"as":',
    });
    expect(status).toBe(400);
  });
});

describe('a shared card', () => {
  let card: string;
  beforeAll(async () => {
    await say(kari, all, 'post');
    card = (await last(kari, all)).id;
  });
  const seenBy = async (as: string) =>
    textOf((await rig.messages(as, all)).find(({ id }) => id === card) as SeenMessage);

  test('is shown to each reader in their own version and to the others as it is', async () => {
    await press(kari, all, card, 'probe.count');
    expect(await seenBy(kari)).toBe('Kari Myrvang: 1 av 1');
    expect(await seenBy(per)).toBe('Alle: 1');
    await press(per, all, card, 'probe.count');
    expect(await seenBy(per)).toBe('Per-Anders Holme: 1 av 2');
    expect(await seenBy(kari)).toBe('Kari Myrvang: 1 av 2');
    expect(await seenBy(elin)).toBe('Alle: 2');
  });

  test('pressed twice by the same act is pressed once', async () => {
    const twice = { as: elin, place: all, message: card, verb: 'probe.count', values: {}, act: 'double-press-1' };
    await Promise.all([rig.post('/api/rehearsal/press', twice), rig.post('/api/rehearsal/press', twice)]);
    expect(await seenBy(elin)).toBe('Elin Sjöbranth: 1 av 3');
  });

  test('can hold a form for one person, which stays while others press, and can be put away', async () => {
    await press(per, all, card, 'probe.form');
    const form = (await rig.messages(per, all)).find(({ id }) => id === card);
    expect(form).toMatchObject({ purpose: 'form' });
    await press(kari, all, card, 'probe.count');
    expect(await seenBy(per)).toBe('Fyll ut');
    expect(await seenBy(kari)).toBe('Kari Myrvang: 2 av 4');
    await rig.post('/api/rehearsal/put-away', { as: per, place: all, message: card });
    expect(await seenBy(per)).toBe('Per-Anders Holme: 1 av 4');
  });

  test('a form that is refused stays, with the field named; taken, it is gone', async () => {
    await press(per, all, card, 'probe.form');
    const refused = await press(per, all, card, 'probe.save');
    expect(refused.body).toEqual({ notice: { text: 'Skriv en merknad', problem: true, field: 'comment' } });
    expect(await seenBy(per)).toBe('Fyll ut');
    await press(per, all, card, 'probe.save', { comment: 'Alt er i orden' });
    expect(await seenBy(per)).toBe('Per-Anders Holme: 1 av 4');
    expect(await last(per, all)).toMatchObject({ text: 'Lagret: Alt er i orden', onlyYou: true });
  });

  test('an unknown button is refused with a sentence, and nothing changes', async () => {
    const { body } = await press(kari, all, card, 'probe.nothing');
    expect(body).toMatchObject({ notice: { problem: true } });
    expect(await seenBy(kari)).toBe('Kari Myrvang: 2 av 4');
    expect((await press(kari, all, 'm000000000-none', 'probe.count')).status).toBe(404);
  });

  test('can hold a question to one person, which stays while others press, until it is answered', async () => {
    await press(elin, all, card, 'probe.ask');
    await press(kari, all, card, 'probe.count');
    expect(await seenBy(elin)).toBe('Er du sikker?');
    await press(elin, all, card, 'probe.count');
    expect(await seenBy(elin)).toMatch(/^Elin Sjöbranth: \d av \d$/);
  });
});

describe('in one’s own chat', () => {
  const own = `own-${kari}`;

  test('a form asked for by a command can be put away, twice over', async () => {
    await say(kari, own, 'form');
    const form = await last(kari, own);
    expect(form).toMatchObject({ purpose: 'form', onlyYou: false });
    for (let time = 0; time < 2; time += 1) {
      expect((await rig.post('/api/rehearsal/put-away', { as: kari, place: own, message: form.id })).status).toBe(200);
    }
    expect((await last(kari, own)).text).toBe('form');
  });

  test('a card that is replaced is itself changed', async () => {
    await say(kari, own, 'post');
    const card = await last(kari, own);
    await press(kari, own, card.id, 'probe.count');
    expect((await rig.store.messages.get(card.id))?.text).toMatch(/^(Kari Myrvang|Alle): /);
  });

  test('a card that is answered with how it stands for everyone is still changed later; a question there stays', async () => {
    const seen = async (id: string) =>
      textOf((await rig.messages(kari, own)).find((message) => message.id === id) as SeenMessage);
    await say(kari, own, 'post');
    const plain = await last(kari, own);
    await say(kari, own, 'post');
    const question = await last(kari, own);
    await press(kari, own, plain.id, 'probe.plain');
    await press(kari, own, question.id, 'probe.ask');
    expect(await seen(plain.id)).toBe('Likt for alle');
    await say(elin, all, 'post');
    await press(elin, all, (await last(elin, all)).id, 'probe.count');
    expect(await seen(plain.id)).toMatch(/^Kari Myrvang: \d+ av \d+$/);
    expect(await seen(question.id)).toBe('Er du sikker?');
  });

  test('a person’s own version of a card is shown to them, and never stands on disk', async () => {
    await say(kari, own, 'post');
    const card = await last(kari, own);
    await press(kari, own, card.id, 'probe.count');
    const seen = textOf(await last(kari, own));
    expect(seen).toMatch(/^Kari Myrvang: \d+ av \d+$/);
    await say(kari, own, 'post');
    expect(textOf((await rig.messages(kari, own)).find(({ id }) => id === card.id) as SeenMessage)).toBe(seen);
    expect(JSON.stringify(await rig.store.messages.all())).not.toContain(seen);
  });

  test('a file that is asked for is asked for with the page’s upload', async () => {
    await say(kari, own, 'upload');
    expect(await last(kari, own)).toMatchObject({ purpose: 'ask-file', text: 'Velg en fil' });
  });
});

describe('the clock', () => {
  test('moved twice by the same act moves once, and tells the time in the reader’s language', async () => {
    const twice = { to: 'day', language: 'sv', act: 'clock-act-1' };
    const [first, second] = await Promise.all([
      rig.post<{ text: string }>('/api/rehearsal/clock', twice),
      rig.post<{ text: string }>('/api/rehearsal/clock', twice),
    ]);
    expect(first.body.text).toContain('torsdag 26 november');
    expect(second.body).toEqual(first.body);
  });
});

test('a page that waits for news is told of every change, and is let go when Klar stops', async () => {
  const other = await startRig([probe.feature]);
  const stream = await fetch(`${other.url}/api/rehearsal/changes`);
  const reader = (stream.body ?? new ReadableStream<Uint8Array>()).getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toMatch(/^data: \d+\n\n$/);
  await other.post('/api/rehearsal/say', { as: kari, place: solvik, text: 'echo hei', act: other.act() });
  expect(await read()).toMatch(/^data: [1-9]/);
  await other.stop();
  for (;;) if ((await reader.read()).done) break;
});

test('what was said is there after a restart, and an act that is repeated after it is not done again', async () => {
  const first = await startRig([probe.feature]);
  const said = { as: kari, place: solvik, text: 'echo før omstart', act: 'across-restart' };
  await first.post('/api/rehearsal/say', said);
  await first.stop({ keep: true });
  const second = await startRig([probe.feature], { dir: first.folder });
  await second.post('/api/rehearsal/say', said);
  const messages = await second.messages(kari, solvik);
  expect(messages.map(({ text }) => text)).toEqual(['echo før omstart', 'før omstart']);
  await second.stop();
});
