import { LIMITS } from './limits.ts';
import { signed } from './sign.ts';
import type { EnvelopeType, SocketMode } from './socket-mode.ts';
import type { Dict } from './types.ts';

/** One delivery to the bot and what the bot answered. */
export interface Delivery {
  type: EnvelopeType;
  payload: Dict;
  via: 'http' | 'socket';
  /** HTTP status; 200 for an acknowledged envelope; null when nothing came within the deadline. */
  status: number | null;
  /** The body of the answer as text. */
  body: string;
  /** The same as JSON, null when it is empty or none. */
  json: Dict | null;
  /** Milliseconds until the answer. */
  ms: number;
  /** 0 for the first delivery, then 1 to 3 (S2). */
  retryNum: number;
}

/** A request made by hand, to see the bot refuse it. */
export interface RawRequest {
  body: string;
  contentType?: string;
  /** The whole signature; null leaves the header out; the right one unless told. */
  signature?: string | null;
  /** Seconds; null leaves the header out; now unless told. */
  timestamp?: number | null;
  headers?: Record<string, string>;
}

/** The bot did not acknowledge within three seconds (S1), or could not be reached. */
export class NotAcknowledged extends Error {
  readonly delivery: Delivery;

  constructor(delivery: Delivery, why: string) {
    super(`The bot did not acknowledge ${describe(delivery.payload)}: ${why}`);
    this.delivery = delivery;
  }
}

interface DispatcherOptions {
  signingSecret: string;
  socket: SocketMode;
  ackMs: number;
  speed: number;
  changed: () => void;
}

type Reason = 'http_timeout' | 'http_error' | 'connection_failed';

/** Brings events, commands and presses to the bot: over its socket when it holds one, else as signed HTTP. */
export class Dispatcher {
  readonly deliveries: Delivery[] = [];
  eventsUrl: string | null = null;
  /** Deliveries under way. */
  inFlight = 0;
  readonly #options: DispatcherOptions;
  readonly #retries = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Delivers, and throws `NotAcknowledged` when no answer came in time; events are then repeated as Slack does (S2). */
  async deliver(type: EnvelopeType, payload: Dict): Promise<Delivery> {
    const { delivery, reason } = await this.#attempt(type, payload, 0, null);
    if (type === 'events_api' && reason !== null) this.#retryLater(payload, 1, reason);
    if (delivery.status === null) throw new NotAcknowledged(delivery, why(reason, this.#options.ackMs));
    return delivery;
  }

  /** Delivers the last thing once more, as a repeat that crossed with a late answer. */
  async repeatLast(): Promise<Delivery> {
    const last = this.deliveries.at(-1);
    if (last === undefined) throw new Error('Nothing has been delivered yet.');
    const { delivery, reason } = await this.#attempt(last.type, last.payload, 1, 'http_timeout');
    if (delivery.status === null) throw new NotAcknowledged(delivery, why(reason, this.#options.ackMs));
    return delivery;
  }

  /** Posts a request as it is given, rightly or wrongly signed. */
  async sendRaw(request: RawRequest): Promise<{ status: number; body: string; ms: number }> {
    const timestamp = request.timestamp === undefined ? seconds() : request.timestamp;
    const headers: Record<string, string> = {
      'content-type': request.contentType ?? 'application/json',
      ...signed(request.body, this.#options.signingSecret, timestamp ?? seconds()),
    };
    if (timestamp === null) delete headers['x-slack-request-timestamp'];
    if (request.signature === null) delete headers['x-slack-signature'];
    else if (request.signature !== undefined) headers['x-slack-signature'] = request.signature;
    const started = performance.now();
    const answer = await fetch(this.#url(), {
      method: 'POST',
      headers: { ...headers, ...request.headers },
      body: request.body,
    });
    return { status: answer.status, body: await answer.text(), ms: performance.now() - started };
  }

  /** Gives up all repeats that are still to come. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#retries) clearTimeout(timer);
  }

  #retryLater(payload: Dict, retryNum: number, reason: Reason): void {
    const waitMs = LIMITS.retryAfterMs[retryNum - 1];
    if (waitMs === undefined || this.#stopped) return;
    const timer = setTimeout(async () => {
      this.#retries.delete(timer);
      const next = await this.#attempt('events_api', payload, retryNum, reason);
      if (next.reason !== null) this.#retryLater(payload, retryNum + 1, next.reason);
    }, waitMs / this.#options.speed);
    this.#retries.add(timer);
  }

  /** One attempt; `reason` is why Slack would repeat it, null when it was acknowledged or repeats were declined. */
  async #attempt(
    type: EnvelopeType,
    payload: Dict,
    retryNum: number,
    retryReason: Reason | null,
  ): Promise<{ delivery: Delivery; reason: Reason | null }> {
    const started = performance.now();
    const via = this.#options.socket.connections > 0 ? 'socket' : 'http';
    this.inFlight += 1;
    try {
      const answer =
        via === 'socket'
          ? await this.#overSocket(type, payload, retryNum, retryReason)
          : await this.#overHttp(type, payload, retryNum, retryReason);
      const { status, body, reason } = answer;
      const json = readJson(body);
      const delivery: Delivery = { type, payload, via, status, body, json, ms: performance.now() - started, retryNum };
      this.deliveries.push(delivery);
      return { delivery, reason };
    } finally {
      this.inFlight -= 1;
      this.#options.changed();
    }
  }

  async #overSocket(type: EnvelopeType, payload: Dict, retryNum: number, retryReason: Reason | null): Promise<Answer> {
    const retry = retryNum === 0 ? {} : { retry_attempt: retryNum, retry_reason: retryReason };
    const ack = await this.#options.socket.send(type, payload, retry, this.#options.ackMs);
    if (ack === null) return { status: null, body: '', reason: 'http_timeout' };
    const empty = ack.payload === undefined || JSON.stringify(ack.payload) === '{}';
    return { status: 200, body: empty ? '' : JSON.stringify(ack.payload), reason: null };
  }

  async #overHttp(type: EnvelopeType, payload: Dict, retryNum: number, retryReason: Reason | null): Promise<Answer> {
    const form = type !== 'events_api';
    const body = encode(type, payload);
    const headers = {
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      ...signed(body, this.#options.signingSecret, seconds()),
      ...(retryNum === 0 ? {} : { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': String(retryReason) }),
    };
    try {
      const signal = AbortSignal.timeout(this.#options.ackMs);
      const answer = await fetch(this.#url(), { method: 'POST', headers, body, signal, redirect: 'manual' });
      const declined = answer.headers.get('x-slack-no-retry') === '1';
      return { status: answer.status, body: await answer.text(), reason: answer.ok || declined ? null : 'http_error' };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      if (!late && !(error instanceof TypeError)) throw error;
      return { status: null, body: '', reason: late ? 'http_timeout' : 'connection_failed' };
    }
  }

  #url(): string {
    if (this.eventsUrl === null) {
      throw new Error('The bot cannot be reached: call slack.connect({ eventsUrl }) or let it open a socket first.');
    }
    return this.eventsUrl;
  }
}

interface Answer {
  status: number | null;
  body: string;
  reason: Reason | null;
}

/** Events are JSON, commands a form, and interactions a form with one field `payload`. */
function encode(type: EnvelopeType, payload: Dict): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(Object.entries(payload).map(([key, value]) => [key, String(value)])).toString();
}

function readJson(body: string): Dict | null {
  try {
    return body === '' ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

/** Signatures carry the real time, whatever the workspace's clock says: the bot compares them with its own. */
function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function why(reason: Reason | null, ackMs: number): string {
  if (reason === 'connection_failed') return 'the connection failed';
  return `nothing came within ${ackMs} ms (Slack shows the person an error)`;
}

function describe(payload: Dict): string {
  const event = payload.event as Dict | undefined;
  return `the ${String(event?.type ?? payload.command ?? payload.type)}`;
}
