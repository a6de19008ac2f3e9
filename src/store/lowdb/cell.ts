import { Low } from 'lowdb';
import type { DurableFile } from './durable-file.ts';

type Batch = PromiseWithResolvers<void>;

/**
 * One file of the store and its only copy in memory. There are two states of it: `saved`, which is on disk and is what
 * readers get, and the newest, which the next decision starts from. Changes that arrive while a write is under way share
 * the next one; each resolves when a state that holds it is on disk.
 *
 * A decision that changes nothing ("already there") waits as well for what it has seen: whoever is told so must be able
 * to rely on it.
 */
export class Cell<T extends object> {
  readonly #file: DurableFile<T>;
  readonly #low: Low<T | null>;
  readonly #onSaved: ((before: T | undefined, after: T | undefined) => void) | undefined;
  #saved: T | undefined;
  #newest: T | undefined;
  #writing: Batch | undefined;
  #waiting: Batch | undefined;
  /** A write has failed, and nobody knows whether the disk holds the state before it or after. */
  #inDoubt = false;

  constructor(
    file: DurableFile<T>,
    saved: T | undefined,
    onSaved?: (before: T | undefined, after: T | undefined) => void,
  ) {
    this.#file = file;
    this.#low = new Low<T | null>(file, null);
    this.#saved = saved;
    this.#newest = saved;
    this.#onSaved = onSaved;
  }

  /** The state that is on disk, undefined when there is none. */
  get saved(): T | undefined {
    return this.#saved;
  }

  /** Nothing is stored, being stored or in doubt: the cell can be forgotten. */
  get empty(): boolean {
    return this.#saved === undefined && this.#newest === undefined && this.#writing === undefined && !this.#inDoubt;
  }

  /** Decides at once, on the newest state; `next: null` takes the file away. Rejects when it could not be saved. */
  async change<O>(decide: (current: T | undefined) => { next?: T | null; outcome: O }): Promise<O> {
    const { next, outcome } = decide(this.#newest);
    if (next !== undefined) this.#newest = next ?? undefined;
    if (next !== undefined || this.#inDoubt) await this.#save();
    else await this.settled();
    return outcome;
  }

  /** Resolves when all that has been decided is on disk. */
  async settled(): Promise<void> {
    await (this.#waiting ?? this.#writing)?.promise;
  }

  /** Says that the disk may hold something else than `saved`: the next decision writes it anew before it is told. */
  doubt(): void {
    this.#inDoubt = true;
  }

  #save(): Promise<void> {
    this.#waiting ??= Promise.withResolvers<void>();
    const { promise } = this.#waiting;
    if (this.#writing === undefined) void this.#writeAll();
    return promise;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting !== undefined) {
      const batch = this.#waiting;
      this.#waiting = undefined;
      this.#writing = batch;
      const state = this.#newest;
      try {
        await this.#put(state);
      } catch (error) {
        this.#giveUp(batch, error);
        return;
      }
      const before = this.#saved;
      this.#saved = state;
      this.#inDoubt = false;
      this.#onSaved?.(before, state);
      batch.resolve();
    }
    this.#writing = undefined;
  }

  async #put(state: T | undefined): Promise<void> {
    if (state === undefined) return this.#file.remove();
    this.#low.data = state;
    await this.#low.write();
  }

  /** What came after the failed state was decided on top of it, so it fails too. */
  #giveUp(batch: Batch, error: unknown): void {
    const follower = this.#waiting;
    this.#waiting = undefined;
    this.#writing = undefined;
    this.#newest = this.#saved;
    this.#inDoubt = true;
    batch.reject(error);
    follower?.reject(error);
  }
}
