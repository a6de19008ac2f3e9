import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '#chat/meter.ts';
import type { RunningSurface } from '#chat/port.ts';

/** The real Klar, and the one that is played on the page, are counted apart. */
export type HouseName = 'real' | 'rehearsal';

/** What the process counts, for `/metrics`. Labels are words of Klar's own: no names, ids or texts get there. */
export interface Metrics {
  /** What one house counts with; from now on its queue and its last beat are told as well. */
  of(house: HouseName, watched: Watched): Meter;
  /** All of it, in Prometheus' text format. */
  route: RequestHandler;
}

interface Watched {
  surfaces: readonly RunningSurface['surface']['name'][];
  /** How many messages and updates wait or are under way. */
  queueLength(): number;
  /** When the last beat was over, epoch milliseconds; undefined before the first. */
  lastBeatMs(): number | undefined;
  /** Called whenever something was decided or tried. */
  sign?(): void;
}

/** Upper bounds of how late a message went out, seconds: from a beat's own minute to what was missed for days. */
const lateSeconds = [5, 30, 60, 120, 300, 900, 3600, 6 * 3600, 24 * 3600, 72 * 3600];
/** What an attempt can come to (`Delivery`): each stands at 0 from the start, so that the first one is seen as a change. */
const states = ['sent', 'throttled', 'gone', 'refused', 'unreachable'] as const;

/** Of the process itself (memory, processor, event loop), once however many houses there are. */
let ofProcess: Registry | undefined;
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** @param token Whoever gives it may read from another machine; without one only this machine may. */
export function createMetrics(token?: string): Metrics {
  const register = new Registry();
  const registers = [register];
  const watched = new Map<HouseName, Watched>();
  const due = new Gauge({
    name: 'klar_due',
    help: 'Records (programmes, polls, drafts and so on) for which the last heartbeat found something to do.',
    labelNames: ['house', 'what'],
    registers,
  });
  const decided = new Counter({
    name: 'klar_decided_total',
    help: 'What the clock has decided about messages that fell due.',
    labelNames: ['house', 'what', 'result'],
    registers,
  });
  const attempts = new Counter({
    name: 'klar_attempts_total',
    help: 'Attempts to send or change a message, by what the platform answered.',
    labelNames: ['house', 'surface', 'state'],
    registers,
  });
  const late = new Histogram({
    name: 'klar_late_seconds',
    help: 'How long after its time something that was due went out.',
    labelNames: ['house'],
    buckets: lateSeconds,
    registers,
  });
  new Gauge({
    name: 'klar_queue_length',
    help: 'Messages and updates that wait for their turn or are under way.',
    labelNames: ['house'],
    registers,
    collect() {
      for (const [house, { queueLength }] of watched) this.set({ house }, queueLength());
    },
  });
  new Gauge({
    name: 'klar_last_beat_timestamp_seconds',
    help: 'When the last heartbeat was over, by the computer’s clock.',
    labelNames: ['house'],
    registers,
    collect() {
      for (const [house, { lastBeatMs }] of watched) {
        const atMs = lastBeatMs();
        if (atMs !== undefined) this.set({ house }, atMs / 1000);
      }
    },
  });

  return {
    of(house, about) {
      watched.set(house, about);
      due.set({ house, what: 'reminder' }, 0);
      for (const result of ['sent', 'skipped', 'held']) decided.inc({ house, what: 'reminder', result }, 0);
      for (const surface of about.surfaces) for (const state of states) attempts.inc({ house, surface, state }, 0);
      late.zero({ house });
      return {
        due: (what, count) => due.set({ house, what }, count),
        decided(what, result) {
          about.sign?.();
          decided.inc({ house, what, result });
        },
        attempted(surface, state) {
          about.sign?.();
          attempts.inc({ house, surface, state });
        },
        late: (ms) => late.observe({ house }, Math.max(0, ms) / 1000),
      };
    },
    async route(request, response) {
      if (!isFromHere(request) && !hasToken(request, token)) {
        response
          .status(403)
          .json({ error: '/metrics answers on its own machine alone, or with the token of KLAR_METRICS_TOKEN.' });
        return;
      }
      const all = Registry.merge([register, processMetrics()]);
      response.set('content-type', all.contentType).send(await all.metrics());
    },
  };
}

/** What a reverse proxy on this machine adds to what it passes on from others. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether the request was made on this machine, and not passed on by a proxy that runs here. */
function isFromHere({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/iu, '') ?? '';
  const isLoopback = address === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(address);
  const isOwnName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu.test(headers.host ?? '');
  return isLoopback && isOwnName && !forwarding.some((name) => headers[name] !== undefined);
}

/** Compared by hash, in constant time: the answer's time tells nothing of the token. */
function hasToken({ headers }: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}
