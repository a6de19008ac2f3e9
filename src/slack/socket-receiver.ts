import { type App, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '#chat/log.ts';
import type { SlackConfig } from '#config.ts';
import { failureOf } from './came-of.ts';
import { clientOptions, loggerFor } from './client.ts';
import { notReached, SlackNotReady, tokenProblem } from './not-ready.ts';

/** No wait is longer, milliseconds: one question a minute is what Slack allows in any case (S22, tier 1). */
const mostWaitMs = 60_000;
/** A connection that has lasted so long was a good one, milliseconds: when it ends, the next may come at once. */
const steadyMs = 60_000;
const lost = 'slack has lost its connection (Socket Mode).';

/**
 * How long is waited before asking for a connection again, milliseconds: not at all the first time, since Slack renews
 * addresses as a matter of course (S8), then `firstMs`, then twice as long each time, to one minute.
 * @param failed How many tries have failed, or brought a connection that did not last.
 * @param askedMs What Slack asked for (429), which is never cut short.
 */
export const waitBeforeTry = (failed: number, { firstMs, askedMs = 0 }: { firstMs: number; askedMs?: number }) =>
  Math.max(askedMs, failed === 0 ? 0 : Math.min(firstMs * 2 ** (failed - 1), mostWaitMs));

/** How Klar comes back, milliseconds. */
export interface Reconnecting {
  /** The first of the waits that double. */
  firstMs: number;
  /** A connection that Slack has not greeted by then is given up: the call for its address, the connection, and a word. */
  helloMs: number;
}

/** What came of asking for a connection. */
type Came =
  | { state: 'open' }
  /** Slack says no; `code` is its word for why. */
  | { state: 'refused'; code: string }
  | { state: 'throttled'; retryAfterMs: number }
  | { state: 'unreachable'; reason: string };

/**
 * Socket Mode (S8) that stays. Bolt's own coming back is off: there, a token that is refused while a connection is being
 * renewed, and an end in the middle of it, reject a promise that nobody holds, which ends the process
 * (@slack/socket-mode@3.1.0, `delayReconnectAttempt`); and the longer Slack was away, the longer it goes on waiting.
 * Here the first connection is made or `start` rejects; after that Klar lives on without Slack, asks until it is
 * connected again, and says so once.
 */
export class SocketReceiver implements Receiver {
  readonly #bolt: SocketModeReceiver;
  readonly #config: SlackConfig;
  readonly #log: Log;
  readonly #reconnecting: Reconnecting;
  #connectedAt: number | undefined;
  #failed = 0;
  #refusal: string | undefined;
  #isStopped = false;
  #wake = () => {};

  constructor({ config, log, reconnecting }: { config: SlackConfig; log: Log; reconnecting: Reconnecting }) {
    this.#config = config;
    this.#log = log;
    this.#reconnecting = reconnecting;
    this.#bolt = new SocketModeReceiver({
      appToken: config.appToken ?? '',
      autoReconnectEnabled: false,
      // A connection that is lost is said here, once.
      logger: { ...loggerFor(log), error() {} },
      installerOptions: { clientOptions: clientOptions(config, log) },
      async processEventErrorHandler({ error }) {
        log.error({ err: error }, 'a Slack request failed');
        return false;
      },
    });
    this.#bolt.client.on('connected', () => {
      this.#connectedAt = performance.now();
      this.#refusal = undefined;
    });
    this.#bolt.client.on('disconnected', () => this.#onLost());
  }

  init(app: App): void {
    this.#bolt.init(app);
  }

  /** Rejects with a sentence for the operator when Slack refuses or cannot be reached. A throttled start waits. */
  async start(): Promise<void> {
    for (;;) {
      const came = await this.#connect();
      if (came.state === 'open') return;
      if (came.state === 'refused') throw new SlackNotReady(tokenProblem('KLAR_SLACK_APP_TOKEN', came.code));
      if (came.state === 'unreachable') throw new SlackNotReady(notReached(this.#config.apiUrl));
      await this.#wait(came.retryAfterMs);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    this.#leave();
  }

  /** A sentence for the operator while there is no connection. */
  trouble(): string | undefined {
    return this.#connectedAt === undefined ? (this.#refusal ?? lost) : undefined;
  }

  #onLost(): void {
    // A try that fails ends the same way; who tries hears of it.
    if (this.#connectedAt === undefined) return;
    if (performance.now() - this.#connectedAt >= steadyMs) this.#failed = 0;
    this.#connectedAt = undefined;
    void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    const since = performance.now();
    let said: string | undefined;
    let askedMs = 0;
    while (!this.#isStopped) {
      await this.#wait(waitBeforeTry(this.#failed, { firstMs: this.#reconnecting.firstMs, askedMs }));
      if (this.#isStopped) return;
      this.#failed += 1;
      const came = await this.#connect();
      if (came.state === 'open') {
        const lostMs = Math.round(performance.now() - since);
        if (said) this.#log.info({ lostMs }, 'connected to Slack again (Socket Mode)');
        return;
      }
      askedMs = came.state === 'throttled' ? came.retryAfterMs : 0;
      this.#refusal = came.state === 'refused' ? tokenProblem('KLAR_SLACK_APP_TOKEN', came.code) : undefined;
      const sentence = this.#refusal ?? `${lost} Klar asks for a new one until it has it.`;
      if (sentence !== said && !this.#isStopped) this.#log.warn({ came }, sentence);
      said = sentence;
    }
  }

  /** Asks once for a connection, and resolves when Slack has greeted it or there is none. */
  async #connect(): Promise<Came> {
    const { client } = this.#bolt;
    // Ended, it fails like any other.
    const ungreeted = setTimeout(() => client.websocket?.disconnect(), this.#reconnecting.helloMs);
    try {
      await client.start();
      // Klar may have been stopped meanwhile, before there was anything to leave.
      if (this.#isStopped) this.#leave();
      return { state: 'open' };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.state === 'throttled') return failure;
      if (error instanceof webApi.WebAPIPlatformError) return { state: 'refused', code: error.data.error };
      // The client rejects with nothing when there was an address, but no connection.
      const reason = error !== undefined && 'reason' in failure ? failure.reason : undefined;
      return { state: 'unreachable', reason: reason ?? 'no connection' };
    } finally {
      clearTimeout(ungreeted);
    }
  }

  #leave(): void {
    this.#bolt.client.disconnect().catch(() => {});
  }

  /** Until then, or until Klar is stopped. */
  async #wait(ms: number): Promise<void> {
    if (ms === 0 || this.#isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
