import { readdir, unlink } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { unless } from './folder.ts';
import { linesOf } from './line-protocol.ts';
import { pipeName, withSocketPath } from './socket-path.ts';

/** How long a process that can be connected to may take to say what it is, in ms. It is alive in any case. */
const greetingTimeMs = 3000;

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

async function greet(name: string, path: string): Promise<Neighbour | 'dead' | 'gone'> {
  const connection = connect(path);
  const lines = linesOf(connection);
  const silent: Neighbour = { name, state: 'silent', connection, lines };
  const connected = Promise.withResolvers<'connected' | 'dead' | 'gone' | 'silent'>();
  connection.once('connect', () => connected.resolve('connected'));
  connection.on('error', (error: NodeJS.ErrnoException) => {
    // Only this says that nobody listens. Anything else (a full queue, no right) may come from a living process.
    if (error.code === 'ECONNREFUSED') connected.resolve('dead');
    else connected.resolve(error.code === 'ENOENT' ? 'gone' : 'silent');
  });
  const state = await connected.promise;
  if (state !== 'connected') return state === 'silent' ? silent : state;
  let tooLate = false;
  const timer = setTimeout(() => {
    tooLate = true;
    connection.destroy();
  }, greetingTimeMs);
  const first = await lines.next();
  clearTimeout(timer);
  // Who hangs up without a word has just let go of the folder, with nothing left to write, or has died.
  if (first.done) return tooLate ? silent : 'gone';
  const said = greeting.safeParse(first.value);
  return said.success ? { name, state: said.data.klar, pid: said.data.pid, connection, lines } : silent;
}
