import { readdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import type { Changes, Decision, Records } from '../port.ts';
import { ChangeLog } from './change-log.ts';
import { fileNameOf, idOf } from './file-name.ts';
import { Folder, unless } from './folder.ts';
import { LineLog } from './line-log.ts';
import type { Lookup } from './lookup.ts';
import type { Site } from './records.ts';
import { load } from './stored-form.ts';

const file = 'all.ndjson';

/**
 * A collection of many small records that are one log together: for what is added by the thousand (postings), and written
 * before the logs of `LoggedKeyed`. When the log
 * is damaged, all that can be read of it is, and nothing can be changed.
 */
export class LoggedRecords<T extends { id: string }> implements Records<T> {
  readonly #name: string;
  readonly #site: Site;
  readonly #lookups: Lookup<T>[];
  readonly #changes = new ChangeLog();
  readonly #log: LineLog<T>;
  /** Names, without ending, of damaged files from before version 2. */
  readonly #damaged = new Set<string>();

  constructor(site: Site, name: string, schema: z.ZodType<T>, { lookups }: { lookups: Lookup<T>[] }) {
    this.#name = name;
    this.#site = site;
    this.#lookups = lookups;
    this.#log = new LineLog<T>({
      folder: new Folder(join(site.root.path, name), { parent: site.root }),
      file,
      schema,
      turns: site.logTurns,
      goesFirst: true,
      earlier: this.#earlier(schema),
      onSaved: (id, before, after) => {
        for (const lookup of this.#lookups) lookup.follow(before, after);
        this.#changes.note(id);
      },
    });
    const { problem } = this.#log;
    if (problem !== undefined) site.damage.report({ collection: name, id: file, file: join(name, file), problem });
  }

  async get(id: string): Promise<T | undefined> {
    return this.#log.get(id);
  }

  async all(): Promise<T[]> {
    return this.#log
      .entries()
      .map(([, record]) => record)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The records that a lookup finds, in order of id. */
  async by(lookup: Lookup<T>, key: string): Promise<T[]> {
    return lookup
      .idsOf(key)
      .map((id) => this.#log.get(id))
      .filter((record) => record !== undefined);
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
    return this.#decide(id, (current) => ({ ...(current === undefined ? {} : { next: null }), outcome: undefined }));
  }

  changedSince(mark?: number): Changes {
    return this.#changes.since(mark, () => this.#log.keys());
  }

  /** Lets go of the file. Nothing may be under way. */
  close(): Promise<void> {
    return this.#log.close();
  }

  #decide<O>(id: string, decide: (current: T | undefined) => { next?: T | null; outcome: O }): Promise<O> {
    return this.#site.underway.run(async () => {
      if (this.#log.problem !== undefined || this.#damaged.has(fileNameOf(id))) throw new DamagedRecord(this.#name, id);
      return this.#log.change(id, (current) => {
        const { next, outcome } = decide(current);
        if (next && next.id !== id) throw new TypeError(`${this.#name}/${id} was to be saved with another id`);
        return { next, outcome };
      });
    });
  }

  /** Until version 2 each record was a file of its own. What is damaged of those stays where it is. */
  #earlier(schema: z.ZodType<T>): ConstructorParameters<typeof LineLog<T>>[0]['earlier'] {
    const folder = join(this.#site.root.path, this.#name);
    const files = readdirSync(folder).filter((one) => one.endsWith('.json'));
    if (files.length === 0) return undefined;
    const values = new Map<string, T>();
    const read: string[] = [];
    for (const one of files) {
      const name = one.slice(0, -'.json'.length);
      const loaded = load(join(folder, one), schema);
      if (loaded.ok) {
        values.set(loaded.value.id, loaded.value);
        read.push(one);
        continue;
      }
      this.#damaged.add(name);
      const { problem } = loaded;
      this.#site.damage.report({
        collection: this.#name,
        id: idOf(name) ?? name,
        file: join(this.#name, one),
        problem,
      });
    }
    if (read.length === 0) return undefined;
    return {
      values,
      async remove() {
        for (const one of read) await unlink(join(folder, one)).catch(unless('ENOENT'));
      },
    };
  }
}
