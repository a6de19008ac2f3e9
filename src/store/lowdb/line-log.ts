import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppendedFile } from './appended-file.ts';
import type { Folder } from './folder.ts';
import type { LogTurns, WaitingLog } from './log-turns.ts';
import { asStored, frozen } from './stored-form.ts';

/** The log is written anew when more than half of it, and so many lines, are of no more use. */
const uselessLines = 2_000;

const lineEnd = 0x0a;
/** Nothing before this line counts. */
const anew = '[]\n';

/** What is decided and on its way to the disk. */
interface Batch {
  changes: { key: string; value: unknown }[];
  done: PromiseWithResolvers<void>;
}

export interface LoggedValues<V> {
  folder: Folder;
  /** Its name in the folder. */
  file: string;
  schema: z.ZodType<V>;
  /** When it is written. */
  turns: LogTurns;
  /** See `WaitingLog`. */
  goesFirst?: boolean;
  /** What an earlier Klar has kept elsewhere, in force until the log has been written; and how that is removed. */
  earlier?: { values: ReadonlyMap<string, V>; remove(): Promise<void> } | undefined;
  /** Told of each value when it is on disk, in that order. */
  onSaved?(key: string, before: V | undefined, after: V | undefined): void;
}

/**
 * Many values by key, all in memory, kept as a log: one line for each change, `["key",value]`, or `["key"]` when it is taken
 * away. So a change costs one short line, however many values there are, and all changes that arrive while one is being
 * written go to the disk together. Readers get what is on disk; a decision starts from the newest state, and is told when
 * that is on disk (as `Cell` does).
 */
export class LineLog<V> implements WaitingLog {
  readonly goesFirst: boolean;
  /** Why nothing more can be changed, if so: a line that cannot be read was changed by something else than Klar. */
  readonly problem: string | undefined;
  readonly #schema: z.ZodType<V>;
  readonly #file: AppendedFile;
  readonly #turns: LogTurns;
  readonly #onSaved: LoggedValues<V>['onSaved'];
  readonly #saved = new Map<string, V>();
  /** Decided and not yet on disk. Wrapped, since each has its own end. */
  readonly #newest = new Map<string, { value: V | null }>();
  #earlier: LoggedValues<V>['earlier'];
  #lines = 0;
  #waiting: Batch | undefined;
  #writing: Batch | undefined;
  /** A write has failed, and nobody knows whether the disk holds what it held. */
  #inDoubt = false;

  constructor({ folder, file, schema, turns, goesFirst = false, earlier, onSaved }: LoggedValues<V>) {
    this.goesFirst = goesFirst;
    this.#turns = turns;
    this.#schema = schema;
    this.#onSaved = onSaved;
    this.#earlier = earlier;
    for (const [key, value] of earlier?.values ?? []) this.#saved.set(key, value);
    const path = join(folder.path, file);
    const found = existsSync(path) ? this.#read(path) : undefined;
    this.problem = found?.problem;
    this.#file = new AppendedFile(folder, file, found?.length, { isHeldOpen: true });
    if (onSaved) for (const [key, value] of this.#saved) onSaved(key, undefined, value);
  }

  get size(): number {
    return this.#saved.size;
  }

  get(key: string): V | undefined {
    return this.#saved.get(key);
  }

  entries(): [key: string, value: V][] {
    return [...this.#saved];
  }

  keys(): Iterable<string> {
    return this.#saved.keys();
  }

  async change<O>(
    key: string,
    decide: (current: V | undefined) => { next?: V | null | undefined; outcome: O },
  ): Promise<O> {
    const pending = this.#newest.get(key);
    const { next, outcome } = decide(pending ? (pending.value ?? undefined) : this.#saved.get(key));
    if (next !== undefined) {
      const change = { key, value: next && asStored(next, this.#schema) };
      this.#newest.set(key, change);
      await this.#save([change]);
    } else if (this.#inDoubt) await this.#save([]);
    else if (pending) await this.settled();
    return outcome;
  }

  /** Resolves when all that has been decided is on disk. */
  async settled(): Promise<void> {
    await (this.#waiting ?? this.#writing)?.done.promise;
  }

  /** Lets go of the file. Nothing may be under way. */
  close(): Promise<void> {
    return this.#file.close();
  }

  /** Removes the file. Nothing may be under way. */
  async remove(): Promise<void> {
    await this.#file.remove();
    await this.#earlier?.remove();
  }

  take(): void {
    this.#writing = this.#waiting;
    this.#waiting = undefined;
  }

  async write(): Promise<void> {
    const batch = this.#writing;
    if (!batch) return;
    try {
      await this.#makeRoom();
      await this.#file.append(batch.changes.map(lineOf).join(''));
    } catch (error) {
      this.#giveUp(batch, error);
      return;
    }
    this.#inDoubt = false;
    this.#lines += batch.changes.length;
    for (const change of batch.changes as { key: string; value: V | null }[]) this.#settle(change);
    this.#writing = undefined;
    batch.done.resolve();
  }

  #save(changes: Batch['changes']): Promise<void> {
    this.#waiting ??= { changes: [], done: Promise.withResolvers<void>() };
    this.#waiting.changes.push(...changes);
    this.#turns.ask(this);
    return this.#waiting.done.promise;
  }

  #settle(change: { key: string; value: V | null }): void {
    const { key, value } = change;
    const before = this.#saved.get(key);
    if (value === null) this.#saved.delete(key);
    else this.#saved.set(key, value);
    if (this.#newest.get(key) === change) this.#newest.delete(key);
    this.#onSaved?.(key, before, value ?? undefined);
  }

  /** What came after the failed state was decided on top of it, so it fails too. */
  #giveUp(batch: Batch, error: unknown): void {
    const follower = this.#waiting;
    this.#waiting = undefined;
    this.#writing = undefined;
    this.#newest.clear();
    this.#inDoubt = true;
    batch.done.reject(error);
    follower?.done.reject(error);
  }

  /** Writes the log anew when little of it is of use, and the first time over what an earlier Klar has left. */
  async #makeRoom(): Promise<void> {
    const useless = this.#lines - this.#saved.size;
    if (this.#earlier === undefined && (useless < uselessLines || useless < this.#saved.size)) return;
    const lines = [...this.#saved].map(([key, value]) => lineOf({ key, value }));
    await this.#file.replace(anew + lines.join(''));
    this.#lines = lines.length;
    const { remove } = this.#earlier ?? {};
    this.#earlier = undefined;
    await remove?.();
  }

  /** Reads the file into memory. What a crash left of a write is cut off: it was told to nobody. */
  #read(path: string): { length: number; problem: string | undefined } {
    const content = readFileSync(path);
    // Of a write that the power cut short some blocks may be missing: those read as zeros, which Klar never writes.
    const zero = content.indexOf(0);
    const length = content.subarray(0, zero < 0 ? content.length : zero).lastIndexOf(lineEnd) + 1;
    if (length < content.length) truncateSync(path, length);
    const line = z.union([z.tuple([]), z.tuple([z.string()]), z.tuple([z.string(), this.#schema])]);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content.subarray(0, length));
    } catch {
      return { length, problem: 'not valid text' };
    }
    for (const [at, one] of text.split('\n').slice(0, -1).entries()) {
      const read = readLine(one, line);
      if (read === undefined) return { length, problem: `line ${at + 1} cannot be read` };
      const [key, value] = read;
      this.#lines += 1;
      if (key === undefined) this.#saved.clear();
      else if (value === undefined) this.#saved.delete(key);
      else this.#saved.set(key, frozen(value));
    }
    return { length, problem: undefined };
  }
}

const lineOf = ({ key, value }: { key: string; value: unknown }): string =>
  `${JSON.stringify(value === null ? [key] : [key, value])}\n`;

function readLine<V>(
  text: string,
  schema: z.ZodType<[] | [string] | [string, V]>,
): [key?: string, value?: V] | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
