import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Found, LinkedFiles } from '#chat/linked-files.ts';
import { say } from '#words/say.ts';

/** What browsers may show at once. Everything else is saved: people want it in another program. */
const shownAtOnce = new Set(['image/png', 'image/svg+xml', 'text/calendar']);

/** For everything below `/l/`: the address is a key, so it is told to nobody, kept by no one else, and found by no search. */
const always = {
  'cache-control': 'private, no-cache',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // An SVG is a document: it may colour itself and do nothing else.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/**
 * `GET /l/TOKEN/NAME`: the file behind a link. The token alone opens it, for programs that cannot sign in (calendars,
 * Teams' and Slack's fetching of pictures); the name is for people. Who asks with another method gets 405, who asks for
 * what is not there 404 in plain words and their own language.
 * @param houses Asked in turn: the real one and the rehearsal, each with its own links.
 */
export function createLinkRoute(houses: readonly LinkedFiles[]): Router {
  const router = Router();
  router.use('/l', (_request, response, next) => {
    response.set(always);
    next();
  });
  router.get('/l/:token/:name', async (request, response) => {
    const found = await findIn(houses, request.params.token);
    if (found.state === 'gone') return words(request, response, 404, 'links.gone');
    if (found.state === 'failed') return words(request, response, 500, 'links.failed');
    const { name, type, bytes } = found.file;
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    response.set({
      'content-type': type.startsWith('text/') && !type.includes('charset') ? `${type}; charset=utf-8` : type,
      'content-disposition': disposition(shownAtOnce.has(type.split(';')[0] ?? '') ? 'inline' : 'attachment', name),
      // Express compares it and answers 304 by itself.
      etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
    });
    response.send(body);
  });
  router.all('/l/:token/:name', (request, response) => {
    response.set('allow', 'GET, HEAD');
    words(request, response, 405, 'links.only-read');
  });
  router.use('/l', (request, response) => words(request, response, 404, 'links.gone'));
  return router;
}

/** Every house does the same one look-up, whether the token is known or not. */
async function findIn(houses: readonly LinkedFiles[], token: string): Promise<Found> {
  for (const house of houses) {
    const found = await house.find(token);
    if (found.state !== 'gone') return found;
  }
  return { state: 'gone' };
}

type Said = 'links.gone' | 'links.failed' | 'links.only-read';

function words(request: Request, response: Response, status: number, key: Said): void {
  const asked = request.acceptsLanguages(['nb', 'nn', 'no', 'sv', 'en']);
  const language = asked === 'sv' || asked === 'en' ? asked : 'nb';
  response
    .status(status)
    .type('text/plain')
    .set('content-language', language)
    .send(`${say(language, key)}\n`);
}

/** A `Content-Disposition` with the name for old programs and, when it has other letters, for all others (RFC 6266). */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\w. -]/gu, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${whole}`}`;
}
