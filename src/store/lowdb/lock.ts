import { randomBytes } from 'node:crypto';
import { chmod, readdir, rename, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { unless } from './folder.ts';
import { type Greeting, linesOf, sendLine } from './line-protocol.ts';
import { type Neighbour, neighboursIn } from './neighbours.ts';
import { pipeName, withSocketPath } from './socket-path.ts';
import { StoreUnusable } from './store-unusable.ts';

/** A socket that does not listen yet. */
const unborn = '.binding';

/** Thrown when another process has the data folder open. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';

  constructor(dir: string, other: Pick<Neighbour, 'state' | 'pid'>) {
    const who = other.pid === undefined ? 'another process' : `process ${other.pid} (here or in another container)`;
    super(
      other.state === 'silent'
        ? `The data folder ${dir} is held by ${who}, which does not answer. Stop it, then start this one again.`
        : `The data folder ${dir} is already open in ${who}. Stop that one first, or give this one a folder of its own (KLAR_DATA).`,
    );
  }
}

/** The hold on a data folder, and the way in for operator commands while it lasts. */
export interface Lock {
  /** From now on answers what `askRunning` asks; until then the askers wait. */
  serve(handler: (request: unknown) => Promise<unknown>): void;
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process, or throws `StoreInUse`.
 *
 * Every process that wants the folder first puts a listening socket of its own into it, under a name made by chance, and
 * looks at the others only then. It has the folder when it sees no other living one. Of two processes at least one has
 * put its socket before the other looked, so two can never both have it, and dead sockets do no harm: see
 * `neighboursIn`. When several start at once, the one with the lowest name stays and the others give way.
 */
export async function lock(dir: string): Promise<Lock> {
  const greeting: Greeting = { klar: 'starting', pid: process.pid };
  const handler = Promise.withResolvers<(request: unknown) => Promise<unknown>>();
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    // A connection that breaks off ends the conversation; that is all there is to say about it.
    socket.on('error', () => socket.destroy());
    converse(socket, greeting, handler.promise).catch(() => socket.destroy());
  });
  let name: string | undefined;
  const release = async () => {
    // The name goes first: a socket that somebody finds always has a listener or a dead process behind it.
    if (name !== undefined) await unlink(join(dir, name)).catch(unless('ENOENT'));
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of connections) socket.destroy();
    await closed;
  };
  try {
    name = await publish(server, dir);
    if (name !== undefined) await outlast(dir, name);
  } catch (error) {
    await release();
    throw error;
  }
  greeting.klar = 'holding';
  return { serve: handler.resolve, release };
}

/** Resolves when there is nobody else; throws when it is for this process to give way. */
async function outlast(dir: string, name: string): Promise<void> {
  for (;;) {
    const others = await neighboursIn(dir, name);
    for (const { connection } of others) connection.destroy();
    const stronger = others.find((other) => other.state !== 'starting' || other.name < name);
    if (stronger) throw new StoreInUse(dir, stronger);
    if (others.length === 0) break;
    await pause(20);
  }
  for (const file of await readdir(dir))
    if (file.endsWith(unborn)) await unlink(join(dir, file)).catch(unless('ENOENT'));
}

/** Listens, and gives the name of the socket in the folder; undefined on Windows, where the pipe's name is the lock. */
async function publish(server: Server, dir: string): Promise<string | undefined> {
  if (process.platform === 'win32') {
    const pipe = await pipeName(dir);
    await listen(server, pipe).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      const [other] = await neighboursIn(dir);
      other?.connection.destroy();
      throw new StoreInUse(dir, other ?? { state: 'silent' });
    });
    return undefined;
  }
  const name = `klar-${randomBytes(8).toString('hex')}`;
  // Between bind and listen a socket looks dead, so it is shown to the others only after.
  await withSocketPath(dir, name + unborn, (path) => listen(server, path));
  try {
    await chmod(join(dir, name + unborn), 0o600);
    await rename(join(dir, name + unborn), join(dir, `${name}.sock`));
  } catch (error) {
    unless('ENOENT')(error);
    // Only a process that has just taken the folder clears such files away: see `outlast`.
    throw new StoreInUse(dir, { state: 'holding' });
  }
  return `${name}.sock`;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? error
          : new StoreUnusable('The data folder cannot hold a socket: put it on a local disk (KLAR_DATA)', {
              cause: error,
            }),
      ),
    );
    // Holding a folder is no reason to keep the process alive.
    server.listen(path, resolve).unref();
  });
}

async function converse(
  socket: Socket,
  greeting: Greeting,
  handler: Promise<(request: unknown) => Promise<unknown>>,
): Promise<void> {
  sendLine(socket, greeting);
  for await (const request of linesOf(socket)) {
    try {
      sendLine(socket, { answer: (await (await handler)(request)) ?? null });
    } catch (error) {
      sendLine(socket, { problem: error instanceof Error ? error.message : String(error) });
    }
  }
}
