import type { webApi } from '@slack/bolt';
import type { Log } from '#chat/log.ts';
import type { Acquaintances } from './acquaintances.ts';
import { type Failure, failureOf, tried } from './came-of.ts';
import { callTimeoutMs } from './limits.ts';
import type { SlackMessage } from './to-message.ts';
import type { Opening } from './to-view.ts';
import { patiently } from './unready.ts';

type Came = { state: 'sent' } | Failure;
/** One way for a message. It gets the message as it is to be tried. */
type Way = (ready: SlackMessage) => Promise<Came>;

/** An answer waits this long for a throttled carrier, milliseconds; then the next carrier is tried. */
const mostPatienceMs = 5000;

/**
 * Brings answers to the person who acted, and to the place they acted in. Each way may fail (S6, S24), so each has
 * another one behind it; the last is the person's own chat.
 */
export class Carrier {
  readonly #client: webApi.WebClient;
  readonly #people: Acquaintances;
  readonly #log: Log;
  readonly #pictureMs: number;

  /** @param pictureMs How long Slack is given to process a picture before the same is tried again (S16). */
  constructor(client: webApi.WebClient, people: Acquaintances, log: Log, pictureMs: number) {
    this.#client = client;
    this.#people = people;
    this.#log = log;
    this.#pictureMs = pictureMs;
  }

  /** For this person alone: a message in their own chat; elsewhere one that only they see, or their own chat when that fails. */
  async privately(user: string, from: Opening, message: SlackMessage): Promise<void> {
    const { channel, thread, responseUrl } = from;
    const own = from.kind === 'personal' && !from.elsewhere;
    const inThread = thread ? { thread_ts: thread } : {};
    await this.#first(message, [
      own && ((ready) => this.#post(channel, ready)),
      responseUrl &&
        ((ready) => respond(responseUrl, { ...ready, response_type: 'ephemeral', replace_original: false })),
      from.kind !== 'personal' &&
        ((ready) => tried(() => this.#client.chat.postEphemeral({ channel, user, ...inThread, ...ready }))),
      !own && ((ready) => this.#toOwnChat(user, ready)),
    ]);
  }

  /** In place of the message that was pressed, which is this person's alone. */
  async inPlace(user: string, from: Opening, message: SlackMessage): Promise<void> {
    const { channel, responseUrl, own } = from;
    await this.#first(message, [
      responseUrl && ((ready) => respond(responseUrl, { ...ready, replace_original: true })),
      typeof own === 'object' && ((ready) => tried(() => this.#client.chat.update({ channel, ts: own.ts, ...ready }))),
      () => this.privately(user, { ...from, responseUrl: undefined }, message).then(() => ({ state: 'sent' })),
    ]);
  }

  /** For everyone in the place. A channel that Klar is not in takes it through the response_url alone (S31). */
  async toEveryone(user: string, from: Opening, message: SlackMessage): Promise<void> {
    const { responseUrl } = from;
    if (from.kind === 'personal') return this.privately(user, from, message);
    await this.#first(message, [
      (ready) => this.#post(from.channel, ready, from.thread),
      responseUrl &&
        ((ready) => respond(responseUrl, { ...ready, response_type: 'in_channel', replace_original: false })),
      (ready) => this.#toOwnChat(user, ready),
    ]);
  }

  #post(channel: string, message: SlackMessage, thread?: string): Promise<Came> {
    return tried(() =>
      this.#client.chat.postMessage({ channel, ...(thread ? { thread_ts: thread } : {}), ...message }),
    );
  }

  async #toOwnChat(user: string, message: SlackMessage): Promise<Came> {
    const channel = await this.#people.directChat(user);
    return channel ? this.#post(channel, message) : { state: 'refused', reason: 'no own chat' };
  }

  /** The first way that works. */
  async #first(message: SlackMessage, ways: (false | undefined | '' | Way)[]): Promise<void> {
    let came: Came = { state: 'refused', reason: 'no way' };
    for (const way of ways) {
      if (!way) continue;
      const go = () => patiently<Came>(message.blocks, this.#pictureMs, (blocks) => way({ ...message, blocks }));
      came = await go();
      if (came.state === 'throttled' && came.retryAfterMs <= mostPatienceMs) {
        await new Promise((resolve) => setTimeout(resolve, (came as { retryAfterMs: number }).retryAfterMs));
        came = await go();
      }
      if (came.state === 'sent') return;
    }
    this.#log.warn({ ...came }, 'an answer did not reach the person');
  }
}

/** Posts to a response_url (S6): five uses in half an hour. */
async function respond(url: string, body: object): Promise<Came> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(callTimeoutMs),
    });
    if (answer.ok) return { state: 'sent' };
    if (answer.status === 429) {
      return { state: 'throttled', retryAfterMs: Number(answer.headers.get('retry-after') ?? 1) * 1000 };
    }
    return { state: answer.status >= 500 ? 'unreachable' : 'refused', reason: `response_url ${answer.status}` };
  } catch (error) {
    return failureOf(error);
  }
}
