import { readdirSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import { idOf } from './file-name.ts';
import { Folder, unless } from './folder.ts';
import { Group } from './group.ts';
import { type Decide, KeyedGroups } from './keyed-groups.ts';
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
export class LowdbKeyed<V> extends KeyedGroups<V, Group<V>> {
  readonly #schema: z.ZodType<V>;
  readonly #folder: Folder;
  readonly #options: KeyedOptions;

  constructor(site: Site, name: string, schema: z.ZodType<V>, options: KeyedOptions) {
    super(site, name);
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

  protected changeIn<O>(name: string, { key }: { key: string }, decide: Decide<V, O>): Promise<O> {
    const found = this.groups.get(name) ?? this.#group(name, new Map());
    return found.underway.run(() => found.change(key, decide));
  }

  /** Waits for splits, which nobody else waits for. */
  async settled(): Promise<void> {
    await Promise.all([...this.groups.values()].map((group) => group.underway.end('the store is closed')));
  }

  /** The folder gets another name at one blow, so that a crash never leaves half a group that looks like damage. */
  protected async remove(name: string, id: string): Promise<void> {
    const group = this.groups.get(name);
    if (group === undefined) return;
    if (group.damaged) throw new DamagedRecord(this.name, id);
    await group.underway.end('the group is being removed');
    const { path } = group.folder;
    try {
      await rm(path + dropped, { recursive: true, force: true });
      await rename(path, path + dropped).catch(unless('ENOENT'));
    } catch (error) {
      group.underway.resume();
      throw error;
    }
    this.groups.delete(name);
    await this.#folder.sync();
    await rm(path + dropped, { recursive: true, force: true });
    await this.#folder.sync();
  }

  #read(name: string): void {
    const found = readGroup<V>({
      dir: this.site.root.path,
      path: join(this.name, name),
      collection: this.name,
      name: idOf(name) ?? name,
      schema: segmentSchema(this.#schema),
      damage: this.site.damage,
    });
    this.#group(name, found).folder.forgetTime();
  }

  #group(name: string, found: Map<string, Segment<V> | 'damaged'>): Group<V> {
    const { timeless, segmentSize } = this.#options;
    const folder = new Folder(join(this.#folder.path, name), { parent: this.#folder, timeless });
    const group = new Group({
      collection: this.name,
      name: idOf(name) ?? name,
      folder,
      schema: this.#schema,
      segmentSize,
      found,
    });
    this.groups.set(name, group);
    return group;
  }
}
