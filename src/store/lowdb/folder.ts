import { utimesSync } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The time given to what must not tell when it was written. */
export const noTime = new Date('2000-01-01T00:00:00Z');

/**
 * A folder of the store: made when first needed, and brought to disk after each change of its names. Whoever asks for
 * that while it is being done shares the next round.
 */
export class Folder {
  readonly path: string;
  readonly #parent: Folder | undefined;
  readonly #timeless: boolean;
  #made: Promise<void> | undefined;
  #syncing: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /**
   * `timeless`: the folder's own times stay at `noTime`. A name that changes sets its folder's time, which would tell
   * when the last answer of an anonymous poll was given. The files in it get the same time.
   */
  constructor(path: string, options: { parent?: Folder; timeless?: boolean } = {}) {
    this.path = path;
    this.#parent = options.parent;
    this.#timeless = options.timeless ?? false;
  }

  get timeless(): boolean {
    return this.#timeless;
  }

  /** At the start: a crash between a rename and the fsync after it leaves the folder with a time. */
  forgetTime(): void {
    if (this.#timeless) utimesSync(this.path, noTime, noTime);
  }

  /** Sees to it that the folder is there, for the owner alone, and on disk in its parent. */
  make(): Promise<void> {
    this.#made ??= makeFolder(this.path, this.#parent).catch((error) => {
      this.#made = undefined;
      throw error;
    });
    return this.#made;
  }

  /** Resolves when every change of names made before the call is on disk. */
  sync(): Promise<void> {
    // A round that has begun may have missed the caller's change, so the caller gets the one after it.
    if (this.#syncing === undefined) return this.#round();
    this.#next ??= this.#syncing.catch(() => {}).then(() => this.#round());
    return this.#next;
  }

  #round(): Promise<void> {
    this.#next = undefined;
    const round = syncFolder(this.path, this.#timeless).finally(() => {
      if (this.#syncing === round) this.#syncing = undefined;
    });
    this.#syncing = round;
    return round;
  }
}

async function makeFolder(path: string, parent: Folder | undefined): Promise<void> {
  if (parent === undefined) {
    await makeWithAncestors(path);
  } else {
    await parent.make();
    await mkdir(path, { mode: 0o700 }).catch(unless('EEXIST'));
    await parent.sync();
  }
}

/** The data folder itself: everything above it that is new must be on disk too. */
async function makeWithAncestors(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  // A folder that the operator made beforehand; a mounted one may refuse, and then its rights are the operator's.
  if (first === undefined) await chmod(path, 0o700).catch(() => {});
  else for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at), false);
}

async function syncFolder(path: string, timeless: boolean): Promise<void> {
  // Windows opens no folders; NTFS keeps its own journal of names.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    if (timeless) await handle.utimes(noTime, noTime);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For `catch`: swallows the system error of this code, throws any other. */
export function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
    return undefined;
  };
}
