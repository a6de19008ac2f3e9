import { constants } from 'node:fs';
import { type FileHandle, open, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinished } from './durable-file.ts';
import { type Folder, unless } from './folder.ts';

/** A file that is not written to for so long is closed, milliseconds: there may be one for each of a thousand programmes. */
const heldOpenMs = 1_000;

/**
 * Where a write that has returned is on disk by itself: one call for two. Elsewhere (macOS, where the drive's own memory
 * would keep it, and Windows) the file is synced after each write.
 */
const writesThrough = process.platform === 'linux' ? constants.O_DSYNC : 0;

/**
 * A file that is only ever appended to, such that an append that has resolved survives a crash of Klar, of the system or of
 * the power. One call at a time: the caller sees to that.
 */
export class AppendedFile {
  readonly #folder: Folder;
  readonly #path: string;
  readonly #isHeldOpen: boolean;
  /** How many bytes of it are whole and acknowledged; undefined: there is no such file. What stands after them does not count. */
  #length: number | undefined;
  /** Open for as long as the last write to it is well and not long ago. */
  #handle: FileHandle | undefined;
  #closing: ReturnType<typeof setTimeout> | undefined;

  /** @param options.isHeldOpen For a file that is written to many times a second: it must be closed in the end. */
  constructor(folder: Folder, name: string, length: number | undefined, options: { isHeldOpen?: boolean } = {}) {
    this.#folder = folder;
    this.#path = join(folder.path, name);
    this.#length = length;
    this.#isHeldOpen = options.isHeldOpen ?? false;
  }

  /** How many bytes count. */
  get length(): number {
    return this.#length ?? 0;
  }

  async append(text: string): Promise<void> {
    clearTimeout(this.#closing);
    const isNew = this.#length === undefined;
    const from = this.#length ?? 0;
    const handle = this.#handle ?? (await this.#open(isNew));
    this.#handle = undefined;
    let isWell = false;
    try {
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length; ) {
        written += (await handle.write(bytes, written, bytes.length - written, from + written)).bytesWritten;
      }
      if (writesThrough === 0) await handle.datasync();
      if (isNew) await this.#folder.sync();
      this.#length = from + bytes.length;
      isWell = true;
    } finally {
      if (isWell && this.#isHeldOpen) this.#hold(handle);
      else await handle.close();
    }
  }

  /** Puts this in the place of all there was: at any moment the file holds either the old or the new. */
  async replace(text: string): Promise<void> {
    await this.close();
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
    await this.close();
    await this.#folder.make();
    await unlink(this.#path).catch(unless('ENOENT'));
    this.#length = undefined;
    await this.#folder.sync();
  }

  /** Lets go of the file. It can be appended to all the same. */
  async close(): Promise<void> {
    clearTimeout(this.#closing);
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async #open(isNew: boolean): Promise<FileHandle> {
    await this.#folder.make();
    const make = isNew ? constants.O_CREAT | constants.O_TRUNC : 0;
    const handle = await open(this.#path, constants.O_RDWR | make | writesThrough, 0o600);
    // An earlier write that failed (a full disk) may have left half a line behind.
    await handle.truncate(this.#length ?? 0).catch(async (error) => {
      await handle.close();
      throw error;
    });
    return handle;
  }

  #hold(handle: FileHandle): void {
    this.#handle = handle;
    this.#closing = setTimeout(() => void this.close().catch(() => {}), heldOpenMs);
    this.#closing.unref();
  }
}
