import type { Keyed } from '../port.ts';
import { fileNameOf } from './file-name.ts';
import type { Site } from './records.ts';

/** A group's values in memory, as they are on disk. */
export interface GroupValues<V> {
  get(key: string): V | undefined;
  entries(): [key: string, value: V][];
}

/** What a change decides of a value; see `Keyed.change`. */
export type Decide<V, O> = (current: V | undefined) => { next?: V | null; outcome: O };

/** What every keyed collection does, however its groups are kept: it finds a group by its name, and lets none be changed while it is removed. */
export abstract class KeyedGroups<V, G extends GroupValues<V>> implements Keyed<V> {
  protected readonly site: Site;
  protected readonly name: string;
  /** By the name of the group's file or folder, without ending. */
  protected readonly groups = new Map<string, G>();
  readonly #dropping = new Map<string, Promise<void>>();

  constructor(site: Site, name: string) {
    this.site = site;
    this.name = name;
  }

  async get(group: string, key: string): Promise<V | undefined> {
    return this.groups.get(fileNameOf(group))?.get(key);
  }

  async entries(group: string): Promise<[key: string, value: V][]> {
    return this.groups.get(fileNameOf(group))?.entries() ?? [];
  }

  change<O>(group: string, key: string, decide: Decide<V, O>): Promise<O> {
    return this.site.underway.run(async () => {
      const name = fileNameOf(group);
      for (let dropping = this.#dropping.get(name); dropping; dropping = this.#dropping.get(name)) {
        await dropping.catch(() => {});
      }
      return this.changeIn(name, { group, key }, decide);
    });
  }

  drop(group: string): Promise<void> {
    const name = fileNameOf(group);
    return this.site.underway.run(() => {
      const dropping = this.#dropping.get(name) ?? this.remove(name, group).finally(() => this.#dropping.delete(name));
      this.#dropping.set(name, dropping);
      return dropping;
    });
  }

  /** Changes a value of a group that is not being removed. */
  protected abstract changeIn<O>(name: string, about: { group: string; key: string }, decide: Decide<V, O>): Promise<O>;

  /** Removes a group from memory and disk; no harm when there is none. */
  protected abstract remove(name: string, group: string): Promise<void>;
}
