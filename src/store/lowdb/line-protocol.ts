import type { Socket } from 'node:net';

/** What whoever holds or wants a store says first to everyone who connects. */
export interface Greeting {
  klar: 'holding' | 'starting';
  pid: number;
}

/** One JSON value per line, as it comes. Ends when the connection ends or breaks, and at a line that is not JSON. */
export async function* linesOf(socket: Socket): AsyncGenerator<unknown> {
  // Not node:readline: its lines never end when the connection is destroyed on this side.
  for await (const line of textLines(socket)) {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      socket.destroy();
      return;
    }
    yield value;
  }
}

export function sendLine(socket: Socket, value: unknown): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(value)}\n`);
}

async function* textLines(socket: Socket): AsyncGenerator<string> {
  let begun: string[] = [];
  try {
    for await (const chunk of socket.setEncoding('utf8')) {
      const [first = '', ...others] = String(chunk).split('\n');
      begun.push(first);
      for (const next of others) {
        yield begun.join('');
        begun = [next];
      }
    }
  } catch {
    // Broken off or destroyed: an end like any other, and half a line is no line.
  }
}
