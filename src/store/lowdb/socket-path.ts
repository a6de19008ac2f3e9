import { createHash } from 'node:crypto';
import { mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A socket's path has room for 103 bytes on macOS and 107 on Linux. */
const longestPath = 100;

/**
 * Calls `use` with a path of the socket `name` in `dir` that is short enough to be bound or connected to. The socket is
 * always in the data folder itself: one in the folder for temporary files would be missed by a process that has another
 * such folder, or a container that shares only the data. A long path is shortened by a link to the data folder, in a
 * folder that nobody else can write to and that is gone when `use` has resolved.
 */
export async function withSocketPath<T>(dir: string, name: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = join(dir, name);
  if (Buffer.byteLength(path) <= longestPath) return use(path);
  const temporary = await mkdtemp(join(Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp', 'klar-'));
  try {
    await symlink(await realpath(dir), join(temporary, 'd'));
    return await use(join(temporary, 'd', name));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Windows has pipes with names in place of sockets in folders; the system sees to it that a name is held once. */
export async function pipeName(dir: string): Promise<string> {
  const hash = createHash('sha256')
    .update((await realpath(dir)).toLowerCase())
    .digest('hex');
  return `\\\\.\\pipe\\klar-${hash.slice(0, 32)}`;
}
