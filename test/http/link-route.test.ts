import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLinkedFiles } from '#chat/linked-files.ts';
import { linkTo, readLink } from '#chat/links.ts';
import { createLinkRoute } from '#http/link-route.ts';
import { createHttpServer, type HttpServer } from '#http/server.ts';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { linkedFeature } from '../linked-feature.ts';
import { type TryHouse, tryHouse } from '../try-house.ts';

let klar: TryHouse;
let rehearsal: TryHouse;
let trial: ReturnType<typeof linkedFeature>;
let http: HttpServer;
let url: string;
let logged: string;

beforeEach(async () => {
  trial = linkedFeature();
  klar = await tryHouse([trial.feature]);
  rehearsal = await tryHouse([trial.feature]);
  logged = '';
  const line = (about: object, message: string) => {
    logged += `${JSON.stringify(about)} ${message}\n`;
  };
  http = createHttpServer({ info: line, warn: line, error: line });
  const files = [klar, rehearsal].map(({ house }) =>
    createLinkedFiles({ features: [trial.feature], world: () => house.world }),
  );
  http.app.use(createLinkRoute(files));
  url = await http.listen(0, '127.0.0.1');
});
afterEach(async () => {
  await http.close();
  await klar.close();
  await rehearsal.close();
});

async function made(kind: string, name = 'navn', of = klar): Promise<{ path: string; token: string }> {
  const [programme, by] = [programmeId.parse('p'), personId.parse('kari')];
  const { token = '', name: named } =
    readLink(await linkTo(of.house.world, { kind, programme, by, data: {}, name })) ?? {};
  return { path: `/l/${token}/${named}`, token };
}
const get = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });

describe('An address of a file', () => {
  test.each([
    ['try-picture', 'image/png', 'inline; filename="plan.png"'],
    ['try-drawing', 'image/svg+xml', 'inline; filename="plan.svg"'],
    ['try-feed', 'text/calendar; charset=utf-8', 'inline; filename="kalender.ics"'],
    ['try-file', 'text/csv; charset=utf-8', `attachment; filename="plan _r.csv"; filename*=UTF-8''plan%20%C3%A5r.csv`],
  ])('of %s gives it as what it is, to nobody’s cache and to no search', async (kind, type, disposition) => {
    const answer = await get((await made(kind)).path);
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(20);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': disposition,
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'/u),
    });
  });

  test('of the rehearsal is found beside those of the real house', async () => {
    expect((await get((await made('try-file', 'a.csv', rehearsal)).path)).status).toBe(200);
  });

  test('opens under any name, since the name is for people', async () => {
    const { token } = await made('try-file');
    expect((await get(`/l/${token}/anything.csv`)).status).toBe(200);
  });

  test('answers HEAD without the bytes', async () => {
    const answer = await get((await made('try-picture')).path, { method: 'HEAD' });
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(50);
  });

  test('tells a calendar that asks again that nothing has changed', async () => {
    const { path } = await made('try-feed');
    const etag = (await get(path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/u);
    // A fetch adds no-cache of its own to a question with conditions unless it is told which cache to go by.
    const again = await get(path, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await get(path, { headers: { 'if-none-match': '"other"', 'cache-control': 'max-age=0' } });
    expect(other.status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('can only be read: %s', async (method) => {
    const answer = await get((await made('try-file')).path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(trial.made).toEqual([]);
  });
});

describe('An address that leads nowhere', () => {
  test.each([
    ['nb-NO,nb;q=0.9,en;q=0.5', 'nb', /^Denne adressen fører ikke lenger til noe\./u],
    ['nn', 'nb', /^Denne adressen/u],
    ['sv-SE,sv;q=0.9', 'sv', /^Den här adressen leder inte/u],
    ['en-GB', 'en', /^This address no longer/u],
    ['fr', 'nb', /^Denne adressen/u],
    ['', 'nb', /^Denne adressen/u],
  ])('says so in plain words to a reader of %s', async (asked, language, words) => {
    const answer = await get(`/l/${'a'.repeat(43)}/plan.png`, { headers: { 'accept-language': asked } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('content-language')).toBe(language);
    expect(await answer.text()).toMatch(words);
  });

  test.each(['/l', '/l/', '/l/token', '/l/a/b/c', '/l/..%2F..%2Fetc/passwd', '/l/__proto__/x', '/l/%00/x'])(
    'is any other below /l, too: %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    },
  );
});

test('a file that cannot be made is told in plain words, and its key stands in no log', async () => {
  const { path, token } = await made('try-picture');
  trial.fail(true);
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([500, 'Klar fikk ikke laget filen. Prøv igjen om litt.\n']);
  expect(JSON.stringify(klar.logged)).toContain('a linked file could not be made');
  // A path that the server itself cannot read is logged, without what it says.
  expect((await get(`/l/${token}/%E0%A4%A`)).status).toBe(400);
  expect(logged).toContain('/l/…');
  expect(logged + JSON.stringify(klar.logged)).not.toContain(token);
});
