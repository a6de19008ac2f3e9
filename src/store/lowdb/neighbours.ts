import { readdir, unlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { unless } from './folder.ts';
import { linesOf } from './line-protocol.ts';
import { pipeName, withSocketPath } from './socket-path.ts';

/** How long a process that can be connected to may take to say what it is, in ms. It is alive in any case. */
const greetingTimeMs = 2000;

const socketFile = /^klar-[0-9a-f]{16}\.sock$/;
const greeting = z.object({ klar: z.enum(['holding', 'starting']), pid: z.int() });

/** A living process that has its socket in the folder. `silent` ones run, but do not say what they are. */
export interface Neighbour {
  /** Its socket's file name. */
  name: string;
  state: 'holding' | 'starting' | 'silent';
  pid?: number;
  connection: Socket;
  /** What it says after the greeting. */
  lines: AsyncGenerator<unknown>;
}

/**
 * Connects to every process that holds or wants the folder and clears away the sockets of dead ones. A socket's name is
 * made by chance and never used again, so a dead one can be removed by anybody at any time. Close the connections.
 */
export async function neighboursIn(dir: string, except?: string): Promise<Neighbour[]> {
  if (process.platform === 'win32') return present([await greet('pipe', await pipeName(dir))]);
  const names = (await readdir(dir).catch(unless('ENOENT'))) ?? [];
  const others = names.filter((name) => socketFile.test(name) && name !== except).sort();
  return present(
    await Promise.all(
      others.map(async (name) => {
        const neighbour = await withSocketPath(dir, name, (path) => greet(name, path));
        if (neighbour === 'dead') await unlink(join(dir, name)).catch(unless('ENOENT'));
        return neighbour;
      }),
    ),
  );
}

const present = (found: (Neighbour | 'dead' | 'gone')[]) =>
  found.filter((neighbour): neighbour is Neighbour => typeof neighbour === 'object');

/** Tries until it is clear what is behind the socket. */
async function greet(name: string, path: string): Promise<Neighbour | 'dead' | 'gone'> {
  const deadline = performance.now() + greetingTimeMs;
  for (;;) {
    const found = await greetOnce(name, path, deadline);
    if (found !== 'hung up') return found;
    await pause(20);
  }
}

/**
 * `hung up`: the connection failed, or was taken and ended without a word. The process is letting go of the folder or
 * dying, and the next attempt will tell; or it is alive and has no file descriptor left, and then it holds the folder
 * all the same.
 */
async function greetOnce(
  name: string,
  path: string,
  deadline: number,
): Promise<Neighbour | 'dead' | 'gone' | 'hung up'> {
  const connection = connect(path);
  const lines = linesOf(connection);
  const silent: Neighbour = { name, state: 'silent', connection, lines };
  const connected = Promise.withResolvers<'connected' | 'dead' | 'gone' | 'hung up'>();
  connection.once('connect', () => connected.resolve('connected'));
  connection.on('error', (error: NodeJS.ErrnoException) => {
    // Only this says that nobody listens. Anything else (a full queue, no right) may come from a living process.
    if (error.code === 'ECONNREFUSED') connected.resolve('dead');
    else connected.resolve(error.code === 'ENOENT' ? 'gone' : 'hung up');
  });
  connection.once('close', () => connected.resolve('hung up'));
  const timer = setTimeout(() => connection.destroy(), Math.max(deadline - performance.now(), 1));
  const state = await connected.promise;
  const first = state === 'connected' ? await lines.next() : undefined;
  clearTimeout(timer);
  if (first === undefined || first.done) {
    if (state === 'dead' || state === 'gone') return state;
    return performance.now() < deadline ? 'hung up' : silent;
  }
  const said = greeting.safeParse(first.value);
  return said.success ? { name, state: said.data.klar, pid: said.data.pid, connection, lines } : silent;
}
