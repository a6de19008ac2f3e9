import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import type { Changes, Decision, Records } from '../port.ts';
import { Cell } from './cell.ts';
import { ChangeLog } from './change-log.ts';
import type { Damage } from './damage.ts';
import { DurableFile } from './durable-file.ts';
import { fileNameOf, idOf } from './file-name.ts';
import { Folder } from './folder.ts';
import { KeptItems } from './kept-items.ts';
import type { LogTurns } from './log-turns.ts';
import type { Lookup } from './lookup.ts';
import { asStored, load } from './stored-form.ts';
import type { Underway } from './underway.ts';

/** What all collections of a store share. */
export interface Site {
  root: Folder;
  damage: Damage;
  underway: Underway;
  logTurns: LogTurns;
}

/** A collection of records: a folder with one file each, all of them in memory. Readers get what is on disk. */
export class LowdbRecords<T extends { id: string }> implements Records<T> {
  readonly #name: string;
  readonly #schema: z.ZodType<T>;
  readonly #folder: Folder;
  readonly #underway: Underway;
  readonly #lookups: Lookup<T>[];
  readonly #kept: KeptItems;
  readonly #changes = new ChangeLog();
  readonly #cells = new Map<string, Cell<T>>();
  /** Names, without ending, of the files that are damaged. */
  readonly #damaged = new Set<string>();

  /**
   * Reads the whole collection; leftovers of writes have been cleared away before. `timeless`: see `Folder`.
   * `longLists`: fields that are lists of many items, of which few change at a time (see `KeptItems`).
   */
  constructor(
    site: Site,
    name: string,
    schema: z.ZodType<T>,
    options: { lookups?: Lookup<T>[]; timeless?: boolean; longLists?: (keyof T & string)[] } = {},
  ) {
    this.#name = name;
    this.#schema = schema;
    this.#folder = new Folder(join(site.root.path, name), { parent: site.root, timeless: options.timeless ?? false });
    this.#folder.forgetTime();
    this.#underway = site.underway;
    this.#lookups = options.lookups ?? [];
    this.#kept = new KeptItems(options.longLists ?? []);
    for (const file of readdirSync(this.#folder.path)) if (file.endsWith('.json')) this.#read(file, site.damage);
  }

  async get(id: string): Promise<T | undefined> {
    return this.#cells.get(id)?.saved;
  }

  async all(): Promise<T[]> {
    const records = [...this.#cells.values()].map((cell) => cell.saved).filter((record) => record !== undefined);
    return records.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The records that a lookup finds, in order of id. */
  async by(lookup: Lookup<T>, key: string): Promise<T[]> {
    const records = lookup.idsOf(key).map((id) => this.#cells.get(id)?.saved);
    return records.filter((record) => record !== undefined);
  }

  add(record: T): Promise<boolean> {
    return this.#decide(record.id, (current) =>
      current === undefined ? { next: record, outcome: true } : { outcome: false },
    );
  }

  change<O>(id: string, decide: (current: T) => Decision<T, O>): Promise<O | undefined> {
    return this.#decide<O | undefined>(id, (current) =>
      current === undefined ? { outcome: undefined } : decide(current),
    );
  }

  remove(id: string): Promise<void> {
    return this.#decide(id, () => ({ next: null, outcome: undefined }));
  }

  changedSince(mark?: number): Changes {
    return this.#changes.since(mark, () => this.#savedIds());
  }

  *#savedIds(): Iterable<string> {
    for (const [id, cell] of this.#cells) if (cell.saved !== undefined) yield id;
  }

  #decide<O>(id: string, decide: (current: T | undefined) => { next?: T | null; outcome: O }): Promise<O> {
    return this.#underway.run(async () => {
      if (this.#damaged.has(fileNameOf(id))) throw new DamagedRecord(this.#name, id);
      const cell = this.#cells.get(id) ?? this.#cell(id, undefined);
      try {
        return await cell.change((current) => {
          const { next, outcome } = decide(current);
          // Its place is its id: a record under another's would be refused at the next start.
          if (next && next.id !== id) throw new TypeError(`${this.#name}/${id} was to be saved with another id`);
          return { next: next && asStored(next, this.#schema, this.#kept), outcome };
        });
      } finally {
        if (cell.empty && this.#cells.get(id) === cell) this.#cells.delete(id);
      }
    });
  }

  #read(file: string, damage: Damage): void {
    const name = file.slice(0, -'.json'.length);
    const loaded = load(join(this.#folder.path, file), this.#schema, this.#kept);
    const id = loaded.ok ? loaded.value.id : (idOf(name) ?? name);
    if (loaded.ok && fileNameOf(id) === name) {
      this.#cell(id, loaded.value);
      for (const lookup of this.#lookups) lookup.follow(undefined, loaded.value);
      return;
    }
    this.#damaged.add(name);
    const problem = loaded.ok ? 'the id inside is not the one in its name' : loaded.problem;
    damage.report({ collection: this.#name, id: idOf(name) ?? name, file: join(this.#name, file), problem });
  }

  #cell(id: string, saved: T | undefined): Cell<T> {
    const file = new DurableFile<T>(this.#folder, `${fileNameOf(id)}.json`);
    const cell = new Cell<T>(file, saved, (before, after) => {
      for (const lookup of this.#lookups) lookup.follow(before, after);
      this.#changes.note(id);
    });
    this.#cells.set(id, cell);
    return cell;
  }
}
