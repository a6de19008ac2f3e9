import { type App, HTTPResponseAck, isValidSlackRequest, type Logger, type Receiver } from '@slack/bolt';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Log } from '#chat/log.ts';
import { signatureAgeMs } from './limits.ts';

/** What Slack never exceeds by far; more is not from Slack. */
const bodyLimit = '1mb';

interface Receiving {
  signingSecret: string;
  log: Log;
  logger: Logger;
  /** Whether the workspace that a body comes from is admitted. */
  admitted(body: Record<string, unknown>): boolean;
  /** What a person of a workspace that is not admitted is told when they type a command. */
  refusal: string;
}

/**
 * Takes Slack's requests in on `POST /slack/events` of Klar's one HTTP server, and gives to Bolt those that are signed
 * (S7), fresh, of a known shape and from an admitted workspace. Every refusal is one line in the log and stores nothing:
 *
 * - a wrong or missing signature, or a timestamp more than five minutes off either way: 401;
 * - a body that cannot be read or has no known shape: 400;
 * - a workspace that is not admitted: 403 with `x-slack-no-retry`, so that the event does not come again; a command gets
 *   200 and a sentence, because any other status shows the person only a number. (Slack stops all events when fewer
 *   than 5 % of an hour's are answered with 200 (S4); an app that is not offered to other workspaces never gets there.)
 */
export class HttpReceiver implements Receiver {
  readonly router: RequestHandler;
  readonly #receiving: Receiving;
  #app: App | undefined;
  #open = false;

  constructor(receiving: Receiving) {
    this.#receiving = receiving;
    const router = express.Router();
    // The raw bytes are what is signed.
    const raw = express.raw({ type: () => true, limit: bodyLimit });
    router.post('/slack/events', raw, (request, response) => this.#take(request, response));
    this.router = router;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {
    this.#open = true;
  }

  async stop(): Promise<void> {
    this.#open = false;
  }

  async #take(request: Request, response: Response): Promise<void> {
    const { log, logger, admitted, refusal } = this.#receiving;
    const refuse = (status: number, problem: string) => {
      log.warn({ status, problem }, 'a Slack request was refused');
      response.status(status).end();
    };
    if (!this.#open || !this.#app) return refuse(503, 'not open');
    const raw = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
    const problem = this.#unproven(request, raw);
    if (problem) return refuse(401, problem);
    const body = readBody(raw, request.headers['content-type'] ?? '');
    if (!body) return refuse(400, 'unreadable body');

    if (body.ssl_check !== undefined) return void response.status(200).end();
    if (body.type === 'url_verification') return void response.json({ challenge: String(body.challenge ?? '') });
    if (body.type === 'app_rate_limited') {
      log.warn({ problem: 'app_rate_limited' }, 'Slack is holding back events (S4)');
      return void response.status(200).end();
    }
    if (!isKnown(body)) return refuse(400, 'unknown body');
    if (!admitted(body)) {
      if (body.command === undefined) {
        response.setHeader('x-slack-no-retry', '1');
        return refuse(403, 'workspace not admitted');
      }
      log.warn({ status: 200, problem: 'workspace not admitted' }, 'a Slack request was refused');
      return void response.json({ response_type: 'ephemeral', text: refusal });
    }

    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: request,
      httpRequestBody: body,
      httpResponse: response,
    });
    try {
      await this.#app.processEvent({ body, ack: ack.bind() });
      // Whoever listens has acknowledged by now; Bolt would let the request hang.
      if (!response.headersSent) {
        ack.ack();
        refuse(400, 'unknown body');
      }
    } catch (error) {
      log.error({ err: error }, 'a Slack request failed');
      ack.ack();
      if (!response.headersSent) response.status(500).end();
    }
  }

  /** Why a request is not proven to be Slack's, now; undefined when it is. */
  #unproven(request: Request, body: string): string | undefined {
    const signature = request.headers['x-slack-signature'];
    const seconds = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
    if (typeof signature !== 'string' || !Number.isFinite(seconds)) return 'no signature';
    // Bolt refuses old ones; the future is Klar's own rule.
    if (Math.abs(Date.now() - seconds * 1000) > signatureAgeMs) return 'stale timestamp';
    const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
    return isValidSlackRequest({ signingSecret: this.#receiving.signingSecret, body, headers })
      ? undefined
      : 'wrong signature';
  }
}

/** Events are JSON; commands a form; interactions a form with JSON in the field `payload`. */
function readBody(raw: string, contentType: string): Record<string, unknown> | undefined {
  try {
    const form = contentType.startsWith('application/x-www-form-urlencoded') ? new URLSearchParams(raw) : undefined;
    const read: unknown =
      form && !form.has('payload') ? Object.fromEntries(form) : JSON.parse(form?.get('payload') ?? raw);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isKnown(body: Record<string, unknown>): boolean {
  const { event } = body;
  if (typeof event === 'object' && event !== null) return typeof (event as { type?: unknown }).type === 'string';
  if (typeof body.command === 'string') return true;
  // Bolt reads a window's id before anybody can check it.
  const hasView = typeof body.view === 'object' && body.view !== null;
  return body.type === 'block_actions' || (hasView && (body.type === 'view_submission' || body.type === 'view_closed'));
}
