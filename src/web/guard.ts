import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Why a request is turned away. Each is one word for the log and one sentence for whoever reads the answer. */
export type Refusal = 'not-loopback' | 'forwarded' | 'host' | 'cross-site' | 'not-json';

const sentences: Record<Refusal, string> = {
  'not-loopback': 'The rehearsal answers only on the machine where it runs.',
  forwarded: 'The rehearsal does not answer through a proxy or a tunnel.',
  host: 'Open the rehearsal as http://localhost with its port.',
  'cross-site': 'The rehearsal answers only its own page.',
  'not-json': 'Send application/json.',
};

/** The names by which a machine calls itself. Any other name in `Host` has been pointed here by somebody else's DNS. */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

interface Asked {
  method: string;
  remoteAddress: string | undefined;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Decides whether a request comes from the rehearsal's own page on this machine. In a rehearsal one can be anybody, so
 * no other page, no other machine and nothing behind a tunnel may reach it: a page elsewhere could name this address
 * (cross-site requests) or point its own name at it (DNS rebinding).
 */
export function refusal({ method, remoteAddress, headers }: Asked): Refusal | undefined {
  if (!isLoopback(remoteAddress)) return 'not-loopback';
  // A tunnel connects from loopback and may rewrite Host; what it adds gives it away.
  if (['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => headers[name] !== undefined)) {
    return 'forwarded';
  }
  const host = single(headers.host);
  if (host === undefined || !ownNames.has(host.toLowerCase().replace(/:\d{1,5}$/, ''))) return 'host';

  const site = single(headers['sec-fetch-site']);
  const reads = method === 'GET' || method === 'HEAD';
  // Following a link to the page is not the page acting: a navigation that only reads is let in.
  const visits = reads && single(headers['sec-fetch-mode']) === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !visits) return 'cross-site';
  if (reads) return undefined;
  const origin = single(headers.origin);
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return 'cross-site';
  // A form on another page can post, but not as JSON without asking first.
  if (!/^application\/json\s*(;|$)/i.test(single(headers['content-type']) ?? '')) return 'not-json';
  return undefined;
}

const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/i, '');
  return plain === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(plain ?? '');
}

/** No script, style, picture or connection but the page's own; never inside a frame; the address is told to nobody. */
export const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-cache',
};

/** Turns away what does not come from the page itself, before any body is read. */
export function guard(onRefused: (why: Refusal) => void): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    response.set(securityHeaders);
    const why = refusal({
      method: request.method,
      remoteAddress: request.socket.remoteAddress,
      headers: request.headers,
    });
    if (why === undefined) return next();
    onRefused(why);
    response.status(why === 'not-json' ? 415 : 403).json({ problem: sentences[why] });
  };
}
