import { open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { type Folder, noTime, unless } from './folder.ts';
import { Slots } from './slots.ts';

/** Files written at the same time: some systems give a process only 256 open files (macOS). */
const slots = new Slots(32);

/** The ending of a file that is being written. What a crash leaves of them is cleared away when the store is opened. */
export const unfinished = '.tmp';

/**
 * lowdb's way to one file of JSON, such that a write that has resolved survives a crash of Klar, of the system or of
 * the power: temporary file in the same folder, fsync, rename, fsync of the folder. At any moment the file holds either
 * the old state or the new one. One write at a time: see `Cell`.
 */
export class DurableFile<T> implements Adapter<T | null> {
  readonly #folder: Folder;
  readonly #path: string;

  constructor(folder: Folder, name: string) {
    this.#folder = folder;
    this.#path = join(folder.path, name);
  }

  /** What the file holds, or null when there is none. */
  async read(): Promise<T | null> {
    const text = await readFile(this.#path, 'utf8').catch(unless('ENOENT'));
    return text === undefined ? null : JSON.parse(text);
  }

  async write(data: T | null): Promise<void> {
    const text = `${JSON.stringify(data)}\n`;
    await this.#folder.make();
    await slots.run(() => this.#replace(text));
    await this.#folder.sync();
  }

  /** Resolves when the file is gone from the disk; no harm when it never was there. */
  async remove(): Promise<void> {
    await this.#folder.make();
    await unlink(this.#path).catch(unless('ENOENT'));
    await this.#folder.sync();
  }

  async #replace(text: string): Promise<void> {
    const temporary = this.#path + unfinished;
    try {
      const handle = await open(temporary, 'w', 0o600);
      try {
        await handle.writeFile(text);
        if (this.#folder.timeless) await handle.utimes(noTime, noTime);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, this.#path);
    } catch (error) {
      // It may hold the secret of a poll, which must not lie about.
      await unlink(temporary).catch(() => {});
      throw error;
    }
  }
}
