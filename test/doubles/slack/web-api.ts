import { createHash } from 'node:crypto';
import type { Received, Trouble } from '../trouble.ts';
import { Arguments } from './arguments.ts';
import { type Fault, Faults } from './faults.ts';
import type { Desk, Methods } from './method.ts';
import { chatMethods } from './method-chat.ts';
import { conversationMethods } from './method-conversations.ts';
import { fileMethods, type Uploads } from './method-files.ts';
import { peopleMethods } from './method-people.ts';
import { viewMethods } from './method-views.ts';
import { Rates } from './rates.ts';
import { Refusal } from './refusal.ts';
import type { Dict, SlackCall } from './types.ts';

/** What the Web API answers a request with; `drop` breaks the connection instead. */
export type HttpAnswer = { status: number; body: Dict | null; headers?: Record<string, string> } | 'drop';

/** A request to the Web API. */
export interface ApiRequest {
  method: string;
  /** The Authorization header, empty when absent. */
  authorization: string;
  contentType: string;
  query: URLSearchParams;
  body: Buffer;
}

/** Tokens, limits and faults of the Web API. */
interface WebApiOptions {
  botToken: string;
  appToken: string | null;
  limits: 'off' | 'real';
  speed: number;
  /** Trouble by chance; null where there is none. */
  trouble: Trouble | null;
  uploads: Uploads;
}

/** The Web API: token, arguments, rate, scope, method, in the order Slack minds them. Remembers every call. */
export class WebApi {
  readonly calls: SlackCall[] = [];
  /** Every message that the bot ever posted, in order. */
  readonly received: Received[] = [];
  readonly faults = new Faults();
  limits: 'off' | 'real';
  readonly #desk: Desk;
  readonly #options: WebApiOptions;
  readonly #rates: Rates;
  readonly #methods: Methods;

  constructor(desk: Desk, options: WebApiOptions) {
    this.#desk = desk;
    this.#options = options;
    this.limits = options.limits;
    this.#rates = new Rates(options.speed);
    this.#methods = {
      ...peopleMethods,
      ...chatMethods,
      ...conversationMethods,
      ...viewMethods,
      ...fileMethods(options.uploads),
    };
  }

  /** Answers one request. */
  async answer(request: ApiRequest): Promise<HttpAnswer> {
    const call: SlackCall = { method: request.method, args: {}, at: this.#desk.workspace.now(), outcome: 'pending' };
    this.calls.push(call);
    const answer = await this.#answer(request, call);
    if (answer !== 'drop') {
      if (answer.status === 429) call.outcome = 'ratelimited';
      else if (answer.status !== 200) call.outcome = `http ${answer.status}`;
      else call.outcome = answer.body?.ok === false ? String(answer.body.error) : 'ok';
    }
    this.#desk.workspace.changed();
    return answer;
  }

  async #answer(request: ApiRequest, call: SlackCall): Promise<HttpAnswer> {
    try {
      const args = Arguments.read(request.body, request.contentType, request.query);
      const { token: bodyToken, ...rest } = args.all;
      call.args = rest;
      const fault = this.faults.take(request.method, rest) ?? this.#mishap(request.method);
      if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
      if (fault?.retryAfter !== undefined) return throttled(fault.retryAfter);
      if (fault?.status !== undefined && !fault.afterApplying) return { status: fault.status, body: null };
      if (fault?.error !== undefined) throw new Refusal(fault.error);
      if (fault?.drop === 'lost') {
        call.outcome = 'lost';
        return 'drop';
      }
      const answer = this.#perform(request, args, typeof bodyToken === 'string' ? bodyToken : '');
      if (request.method === 'chat.postMessage' && answer !== 'drop' && answer.status === 200) {
        this.#note(answer.body ?? {}, rest, fault?.status === undefined && fault?.drop === undefined);
      }
      if (fault?.status !== undefined) return { status: fault.status, body: null };
      if (fault?.drop !== undefined) {
        call.outcome = 'dropped';
        return 'drop';
      }
      return answer;
    } catch (error) {
      if (error instanceof Refusal) return { status: 200, body: error.body };
      throw error;
    }
  }

  /** What chance does to a call that carries something to people. Others are left alone, so that a bot can start. */
  #mishap(method: string): Fault | undefined {
    if (!/^(chat|conversations)\./.test(method)) return undefined;
    const mood = this.#options.trouble?.next();
    if (mood === undefined || mood.kind === 'well') return undefined;
    if (mood.kind === 'throttled') return { retryAfter: mood.retryAfter };
    return { status: mood.status, afterApplying: mood.afterApplying };
  }

  #note(posted: Dict, args: Dict, isTold: boolean): void {
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([args.text, args.blocks]))
      .digest('base64url');
    const { text = '' } = args;
    const atMs = this.#desk.workspace.now();
    this.received.push({ place: String(posted.channel), text: String(text), fingerprint, atMs, isTold });
  }

  #perform(request: ApiRequest, args: Arguments, bodyToken: string): HttpAnswer {
    const method = this.#methods[request.method];
    if (method === undefined) throw new Refusal('unknown_method', { req_method: request.method });
    const token = request.authorization.replace(/^Bearer\s+/i, '') || bodyToken;
    this.#checkToken(token, method.token === 'app');
    if (this.limits === 'real') {
      const wait = this.#rates.admit(request.method, method.rate, args.string('channel'));
      if (wait !== null) return throttled(wait);
    }
    const { scopes } = this.#desk;
    const needed = method.scopes;
    if (needed !== undefined && !needed.some((scope) => scopes.has(scope))) {
      throw new Refusal('missing_scope', { needed: needed.join(','), provided: [...scopes].join(',') });
    }
    const headers = { 'x-oauth-scopes': [...scopes].join(','), 'x-accepted-oauth-scopes': (needed ?? []).join(',') };
    return { status: 200, body: { ok: true, ...method.run(args, this.#desk) }, headers };
  }

  #checkToken(token: string, wantsApp: boolean): void {
    const { botToken, appToken } = this.#options;
    if (token === '') throw new Refusal('not_authed');
    if (token === (wantsApp ? appToken : botToken)) {
      if (!this.#desk.workspace.installed) throw new Refusal('account_inactive');
      return;
    }
    throw new Refusal(token === botToken || token === appToken ? 'not_allowed_token_type' : 'invalid_auth');
  }
}

function throttled(seconds: number): HttpAnswer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': String(seconds) } };
}
