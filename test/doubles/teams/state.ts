import type { Received } from '../trouble.ts';
import { Directory, type Person, type Place } from './directory.ts';
import type { Card, OutboundActivity } from './shapes.ts';

/** A message as it stands in a place. Live: it changes when the bot updates it. */
export type Message = {
  readonly id: string;
  readonly place: Place;
  /** The id that activities about this message carry: in channels with `;messageid=` and the thread's first message. */
  readonly conversationId: string;
  readonly from: Person | 'bot';
  text: string | null;
  summary: string | null;
  /** The base card, which everyone sees who has no view of their own (PLATFORMS T15). */
  card: Card | null;
  /** The activity as it came from the bot; null for messages of people. */
  activity: OutboundActivity | null;
  /** Whether it also stands in the activity feed (PLATFORMS T9). */
  alert: boolean;
  readonly createdAtMs: number;
  /** How often it has been changed. */
  edits: number;
  deleted: boolean;
  /** A person's own card, by the person's id. An update of the base card takes them away: clients then refresh (T17). */
  readonly ownViews: Map<string, Card>;
  /** When a person's client last asked for a refresh, by the person's id. */
  readonly refreshedAtMs: Map<string, number>;
};

export type CallKind = 'create' | 'send' | 'update' | 'delete' | 'members' | 'team';

/** One request of the bot to the connector, and what it got. `status` is null when the connection was dropped. */
export type Call = {
  readonly atMs: number;
  readonly kind: CallKind;
  readonly method: string;
  readonly path: string;
  readonly conversationId: string | null;
  readonly activityId: string | null;
  readonly body: unknown;
  readonly authorization: string | null;
  status: number | null;
  code: string | null;
};

/** Something that Teams refuses or shows wrongly. `row` is the row of PLATFORMS. */
export type Violation = { readonly row: string; readonly problem: string };

/** An activity that a person's client could not bring home: no answer in time, not 2xx, or a body that clients do not understand (PLATFORMS T21, T22). */
export type Unreachable = { readonly activity: string; readonly by: string; readonly reason: string };

/** All that the stand-in knows, and the waiting for it to change. */
export class State {
  readonly directory: Directory;
  readonly messages: Message[] = [];
  readonly calls: Call[] = [];
  /** Every message of the bot's that was ever put into a place, in order. */
  readonly received: Received[] = [];
  readonly violations: Violation[] = [];
  readonly warnings: Violation[] = [];
  readonly unreachable: Unreachable[] = [];
  readonly now: () => number;
  readonly #watchers = new Set<() => void>();
  #lastMessageId = 0;

  constructor(tenantId: string, now: () => number) {
    this.directory = new Directory(tenantId);
    this.now = now;
  }

  /** Message ids are milliseconds, as in Teams, and never the same twice. */
  nextMessageId(): string {
    this.#lastMessageId = Math.max(this.now(), this.#lastMessageId + 1);
    return String(this.#lastMessageId);
  }

  /** Puts a message into a place. `threadId` is the first message of the channel's thread; null begins a new one. */
  post(
    wish: Pick<Message, 'place' | 'from' | 'text' | 'summary' | 'card' | 'activity' | 'alert'> & {
      threadId: string | null;
    },
  ): Message {
    const { threadId, ...rest } = wish;
    const id = this.nextMessageId();
    const conversationId =
      rest.place.kind === 'channel' ? `${rest.place.id};messageid=${threadId ?? id}` : rest.place.id;
    const message: Message = {
      ...rest,
      id,
      conversationId,
      createdAtMs: this.now(),
      edits: 0,
      deleted: false,
      ownViews: new Map(),
      refreshedAtMs: new Map(),
    };
    this.messages.push(message);
    this.changed();
    return message;
  }

  /** The message of an id in a place. Ids are only unique within their place in real life, so both are needed. */
  find(place: Place, id: string): Message | undefined {
    return this.messages.find((message) => message.place === place && message.id === id);
  }

  /** To be called after every change, so that whoever waits looks again. */
  changed(): void {
    for (const look of [...this.#watchers]) look();
  }

  /**
   * Resolves with the predicate's value as soon as it is truthy, looked at now and after each change.
   * Rejects when it throws, or after `timeoutMs` (10 s) with `what` in the message.
   */
  until<T>(predicate: () => T, { timeoutMs = 10_000, what = 'what the test waits for' } = {}): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#watchers.delete(look);
      };
      const look = () => {
        try {
          const value = predicate();
          if (!value) return;
          stop();
          resolve(value);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Teams stand-in: ${what} did not come within ${timeoutMs} ms`));
      }, timeoutMs);
      this.#watchers.add(look);
      look();
    });
  }
}

/** The card that a person sees on a message: their own, otherwise the base card. */
export function viewOf(message: Message, person: Person): Card | null {
  return message.ownViews.get(person.id) ?? message.card;
}
