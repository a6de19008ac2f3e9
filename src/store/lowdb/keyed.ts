import { readdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import type { Keyed } from '../port.ts';
import { fileNameOf, idOf } from './file-name.ts';
import { Folder, unless } from './folder.ts';
import { Group } from './group.ts';
import { readGroup } from './read-group.ts';
import type { Site } from './records.ts';
import { type Segment, segmentSchema } from './segment.ts';

/** Ending of a group's folder that is being removed. Folder names made from ids have no dot. */
const dropped = '.dropped';

export interface KeyedOptions {
  /** How many entries a segment may hold before it is split. */
  segmentSize: number;
  /** No file or folder tells when it was written (DESIGN section 8). */
  timeless: boolean;
}

/** A keyed collection: a folder with one folder per group, all values in memory. Readers get what is on disk. */
export class LowdbKeyed<V> implements Keyed<V> {
  readonly #site: Site;
  readonly #name: string;
  readonly #schema: z.ZodType<V>;
  readonly #folder: Folder;
  readonly #options: KeyedOptions;
  /** By the name of the group's folder. */
  readonly #groups = new Map<string, Group<V>>();
  readonly #dropping = new Map<string, Promise<void>>();

  constructor(site: Site, name: string, schema: z.ZodType<V>, options: KeyedOptions) {
    this.#site = site;
    this.#name = name;
    this.#schema = schema;
    this.#options = options;
    this.#folder = new Folder(join(site.root.path, name), { parent: site.root, timeless: options.timeless });
    for (const entry of readdirSync(this.#folder.path, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      if (entry.name.endsWith(dropped)) rmSync(join(this.#folder.path, entry.name), { recursive: true });
      else this.#read(entry.name);
    }
    this.#folder.forgetTime();
  }

  async get(group: string, key: string): Promise<V | undefined> {
    return this.#groups.get(fileNameOf(group))?.get(key);
  }

  async entries(group: string): Promise<[key: string, value: V][]> {
    return this.#groups.get(fileNameOf(group))?.entries() ?? [];
  }

  change<O>(
    group: string,
    key: string,
    decide: (current: V | undefined) => { next?: V | null; outcome: O },
  ): Promise<O> {
    return this.#site.underway.run(async () => {
      const name = fileNameOf(group);
      for (let dropping = this.#dropping.get(name); dropping; dropping = this.#dropping.get(name)) {
        await dropping.catch(() => {});
      }
      const found = this.#groups.get(name) ?? this.#group(name, new Map());
      return found.underway.run(() => found.change(key, decide));
    });
  }

  drop(group: string): Promise<void> {
    const name = fileNameOf(group);
    return this.#site.underway.run(() => {
      const dropping = this.#dropping.get(name) ?? this.#drop(name, group).finally(() => this.#dropping.delete(name));
      this.#dropping.set(name, dropping);
      return dropping;
    });
  }

  /** Waits for splits, which nobody else waits for. */
  async settled(): Promise<void> {
    await Promise.all([...this.#groups.values()].map((group) => group.underway.end('the store is closed')));
  }

  /** The folder gets another name at one blow, so that a crash never leaves half a group that looks like damage. */
  async #drop(name: string, id: string): Promise<void> {
    const group = this.#groups.get(name);
    if (group === undefined) return;
    if (group.damaged) throw new DamagedRecord(this.#name, id);
    await group.underway.end('the group is being removed');
    const { path } = group.folder;
    try {
      await rm(path + dropped, { recursive: true, force: true });
      await rename(path, path + dropped).catch(unless('ENOENT'));
    } catch (error) {
      group.underway.resume();
      throw error;
    }
    this.#groups.delete(name);
    await this.#folder.sync();
    await rm(path + dropped, { recursive: true, force: true });
    await this.#folder.sync();
  }

  #read(name: string): void {
    const found = readGroup<V>({
      dir: this.#site.root.path,
      path: join(this.#name, name),
      collection: this.#name,
      name: idOf(name) ?? name,
      schema: segmentSchema(this.#schema),
      damage: this.#site.damage,
    });
    this.#group(name, found).folder.forgetTime();
  }

  #group(name: string, found: Map<string, Segment<V> | 'damaged'>): Group<V> {
    const { timeless, segmentSize } = this.#options;
    const folder = new Folder(join(this.#folder.path, name), { parent: this.#folder, timeless });
    const group = new Group({
      collection: this.#name,
      name: idOf(name) ?? name,
      folder,
      schema: this.#schema,
      segmentSize,
      found,
    });
    this.#groups.set(name, group);
    return group;
  }
}
