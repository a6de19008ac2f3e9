import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What whoever holds or wants a store says first to everyone who connects. */
export interface Greeting {
  klar: 'holding' | 'starting';
  pid: number;
}

/** One JSON value per line, as it comes. Ends when the other side does, or at a line that is not JSON. */
export async function* linesOf(socket: Socket): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    try {
      yield JSON.parse(line);
    } catch {
      socket.destroy();
      return;
    }
  }
}

export function sendLine(socket: Socket, value: unknown): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(value)}\n`);
}
