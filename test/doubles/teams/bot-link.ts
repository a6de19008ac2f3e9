import { warnOfLeftovers } from './check-card.ts';
import type { Person } from './directory.ts';
import type { InboundActivity } from './inbound.ts';
import { type Outcome, readCardAnswer, readDialogAnswer } from './invoke-answer.ts';
import type { Forgery, Issuer } from './issuer.ts';
import type { State } from './state.ts';

/** What came back from the bot's messaging endpoint. `status` is null when nothing came: refused, cut off, or too late. */
export type Answer = { readonly status: number | null; readonly body: unknown };

/** The same, with what the person's client makes of it. Null for activities that are no invoke. */
export type Told = Answer & { readonly outcome: Outcome | null };

/** Brings activities to the bot over HTTP, each with a token of its own, and notes what a client could not bring home. */
export class BotLink {
  readonly #state: State;
  readonly #issuer: Issuer;
  readonly #botId: string;
  readonly #serviceUrl: string;
  readonly #patienceMs: number;
  #messagesUrl: string | null = null;

  constructor(parts: { state: State; issuer: Issuer; botId: string; serviceUrl: string; patienceMs: number }) {
    this.#state = parts.state;
    this.#issuer = parts.issuer;
    this.#botId = parts.botId;
    this.#serviceUrl = parts.serviceUrl;
    this.#patienceMs = parts.patienceMs;
  }

  connect(messagesUrl: string): void {
    this.#messagesUrl = messagesUrl;
  }

  /** Delivers an activity as Teams does. What does not arrive, or is answered so that a client cannot use it, is noted in `unreachable`. */
  async deliver(by: Person, activity: InboundActivity): Promise<Told> {
    const answer = await this.post(JSON.stringify(activity), {}, {});
    const outcome = this.#read(activity, answer);
    if (outcome?.kind === 'card') this.#state.warnings.push(...warnOfLeftovers(outcome.card));
    const reason =
      outcome?.kind === 'failed'
        ? outcome.reason
        : answer.status === null
          ? `no answer within ${this.#patienceMs} ms`
          : answer.status >= 200 && answer.status < 300
            ? null
            : `HTTP ${answer.status}`;
    if (outcome?.kind === 'failed') this.#state.violations.push(...outcome.violations);
    if (reason) {
      this.#state.unreachable.push({ activity: String(activity.name ?? activity.type), by: by.name, reason });
    }
    return { ...answer, outcome };
  }

  /** Posts any text to the bot's endpoint, with a good token, a forged one, or none (`forgery: null`). Notes nothing. */
  async post(body: string, forgery: Forgery | null, headers: Record<string, string>): Promise<Answer> {
    if (this.#messagesUrl === null) throw new Error('Teams stand-in: say connect({ messagesUrl }) first');
    const token = forgery === null ? null : await this.#issuer.token(this.#serviceUrl, forgery);
    try {
      const response = await fetch(this.#messagesUrl, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        body,
        signal: AbortSignal.timeout(this.#patienceMs),
      });
      return { status: response.status, body: readJson(await response.text()) };
    } catch (error) {
      // The bot was not there, cut the line or was too slow; all the same to a client. The cause helps whoever reads the test.
      return { status: null, body: error instanceof Error ? error.message : String(error) };
    }
  }

  #read(activity: InboundActivity, answer: Answer): Outcome | null {
    if (activity.type !== 'invoke') return null;
    const name = String(activity.name);
    const isKnown = (id: string) => id === this.#botId || this.#state.directory.findPerson(id) !== undefined;
    if (answer.status === null) {
      return { kind: 'failed', reason: `${name}: no answer within ${this.#patienceMs} ms`, violations: [] };
    }
    return name === 'adaptiveCard/action'
      ? readCardAnswer(answer.status, answer.body, { isKnown })
      : readDialogAnswer(name, answer.status, answer.body, { isKnown });
  }
}

function readJson(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
