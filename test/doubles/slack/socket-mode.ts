import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Dict, isDict } from './types.ts';

/** What kind of thing an envelope carries. */
export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** The receiving end of Socket Mode (S8): single-use addresses, `hello`, envelopes, acknowledgements. */
export class SocketMode {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #open: WebSocket[] = [];
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  readonly #appId: string;
  readonly #changed: () => void;
  #next = 0;
  /** How many of the next connections get no `hello`. */
  ungreeted = 0;

  constructor(appId: string, changed: () => void) {
    this.#appId = appId;
    this.#changed = changed;
  }

  /** How many connections the app holds. */
  get connections(): number {
    return this.#open.length;
  }

  /** A ticket for one connection. */
  newTicket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes a connection whose ticket is good, and greets it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://stand-in').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  /** Sends an envelope over one of the connections; resolves with the payload of its acknowledgement, null without one in time. */
  send(type: EnvelopeType, payload: Dict, retry: Dict, withinMs: number): Promise<{ payload: unknown } | null> {
    const connection = this.#open[this.#next++ % this.#open.length];
    if (connection === undefined) throw new Error('The app holds no Socket Mode connection.');
    const envelope_id = randomUUID();
    const accepts_response_payload = type !== 'events_api';
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(envelope_id);
        resolve(null);
      }, withinMs);
      this.#waiting.set(envelope_id, (answer) => {
        clearTimeout(timer);
        this.#waiting.delete(envelope_id);
        resolve({ payload: answer });
      });
      connection.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload, ...retry }));
    });
  }

  /** Asks every connection to come back, as Slack does when it renews an address (S8). */
  refresh(): void {
    const debug_info = { host: 'stand-in' };
    for (const connection of [...this.#open]) {
      connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info }));
    }
  }

  /** Breaks every connection, without a word. */
  drop(): void {
    for (const connection of [...this.#open]) connection.terminate();
  }

  /** Ends every connection at once. */
  stop(): void {
    this.drop();
    this.#server.close();
  }

  #greet(connection: WebSocket): void {
    this.#open.push(connection);
    connection.on('message', (data) => this.#acknowledge(data.toString()));
    connection.on('close', () => {
      this.#open.splice(this.#open.indexOf(connection), 1);
      this.#changed();
    });
    this.#changed();
    if (this.ungreeted > 0) {
      this.ungreeted -= 1;
      return;
    }
    const hello = {
      type: 'hello',
      num_connections: this.#open.length,
      connection_info: { app_id: this.#appId },
      debug_info: { host: 'stand-in', approximate_connection_time: 18_060 },
    };
    connection.send(JSON.stringify(hello));
  }

  #acknowledge(text: string): void {
    const message: unknown = JSON.parse(text);
    if (isDict(message)) this.#waiting.get(String(message.envelope_id))?.(message.payload);
  }
}
