import { open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinished } from './durable-file.ts';
import { type Folder, unless } from './folder.ts';

/**
 * A file that is only ever appended to, such that an append that has resolved survives a crash of Klar, of the system or of
 * the power. One call at a time: the caller sees to that.
 */
export class AppendedFile {
  readonly #folder: Folder;
  readonly #path: string;
  /** How many bytes of it are whole and acknowledged; undefined: there is no such file. What stands after them does not count. */
  #length: number | undefined;

  constructor(folder: Folder, name: string, length: number | undefined) {
    this.#folder = folder;
    this.#path = join(folder.path, name);
    this.#length = length;
  }

  /** How many bytes count. */
  get length(): number {
    return this.#length ?? 0;
  }

  async append(text: string): Promise<void> {
    const known = this.#length;
    await this.#folder.make();
    const handle = await open(this.#path, known === undefined ? 'w' : 'r+', 0o600);
    try {
      const from = known ?? 0;
      // An earlier write that failed (a full disk) may have left half a line behind.
      await handle.truncate(from);
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length; ) {
        written += (await handle.write(bytes, written, bytes.length - written, from + written)).bytesWritten;
      }
      await handle.datasync();
      if (known === undefined) await this.#folder.sync();
      this.#length = from + bytes.length;
    } finally {
      await handle.close();
    }
  }

  /** Puts this in the place of all there was: at any moment the file holds either the old or the new. */
  async replace(text: string): Promise<void> {
    await this.#folder.make();
    const temporary = this.#path + unfinished;
    const bytes = Buffer.from(text);
    try {
      const handle = await open(temporary, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, this.#path);
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw error;
    }
    this.#length = bytes.length;
    await this.#folder.sync();
  }

  /** Resolves when the file is gone from the disk; no harm when it never was there. */
  async remove(): Promise<void> {
    await this.#folder.make();
    await unlink(this.#path).catch(unless('ENOENT'));
    this.#length = undefined;
    await this.#folder.sync();
  }
}
