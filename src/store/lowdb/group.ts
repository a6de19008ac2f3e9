import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import { Cell } from './cell.ts';
import { DurableFile } from './durable-file.ts';
import type { Folder } from './folder.ts';
import { bitsOf, halves, type Prefix, type Segment, valueIn, withValue } from './segment.ts';
import { asStored } from './stored-form.ts';
import { Underway } from './underway.ts';

/** A segment that can be used: its file, its state and, while it is being split, when that is over. */
interface Place<V> {
  file: DurableFile<Segment<V>>;
  cell: Cell<Segment<V>>;
  splitting?: Promise<void>;
}

/** Name of a segment's file: `s.json` for a whole group, `s01.json` for a quarter. */
export const segmentFile = (prefix: Prefix): string => `s${prefix}.json`;
export const prefixOf = (file: string): Prefix | undefined => /^s([01]{0,64})\.json$/.exec(file)?.[1];

/**
 * The values of one group, in segments: every key belongs to exactly one, found by the bits of its hash (extendible
 * hashing). A segment that has grown past `segmentSize` is split by the next bit, so a change writes one file of bounded
 * size however many values there are.
 *
 * **Splitting** never holds anything that is not somewhere else. The over-full parent is on disk, and what is in it has
 * been acknowledged. Both children are written and brought to disk; then the parent's file is removed, and the folder
 * is brought to disk; only then do changes go to the children. Changes that come meanwhile wait. So as long as the
 * parent's file exists, nothing acknowledged is in a child alone, and whoever finds a parent beside children after a
 * crash may throw the children away (`LowdbKeyed` does). When the parent's file is gone, both children are whole.
 */
export class Group<V> {
  readonly underway = new Underway();
  readonly #collection: string;
  readonly #name: string;
  readonly #folder: Folder;
  readonly #schema: z.ZodType<V>;
  readonly #segmentSize: number;
  readonly #places = new Map<Prefix, Place<V>>();
  readonly #damaged = new Set<Prefix>();

  /** `found`: what was read from the folder, by prefix; `damaged` where it could not be. Together they cover all keys. */
  constructor(parts: {
    collection: string;
    name: string;
    folder: Folder;
    schema: z.ZodType<V>;
    segmentSize: number;
    found: Map<Prefix, Segment<V> | 'damaged'>;
  }) {
    this.#collection = parts.collection;
    this.#name = parts.name;
    this.#folder = parts.folder;
    this.#schema = parts.schema;
    this.#segmentSize = parts.segmentSize;
    for (const [prefix, segment] of parts.found) {
      if (segment === 'damaged') this.#damaged.add(prefix);
      else this.#places.set(prefix, this.#place(prefix, segment));
    }
    if (parts.found.size === 0) this.#places.set('', this.#place('', undefined));
  }

  get folder(): Folder {
    return this.#folder;
  }

  /** Some of its keys cannot be told any more. */
  get damaged(): boolean {
    return this.#damaged.size > 0;
  }

  get(key: string): V | undefined {
    return valueIn(this.#find(key)?.[1].cell.saved, key);
  }

  entries(): [string, V][] {
    const prefixes = [...this.#places.keys()].sort();
    return prefixes.flatMap((prefix) =>
      (this.#places.get(prefix)?.cell.saved?.entries ?? []).map(([key, value]): [string, V] => [key, value]),
    );
  }

  async change<O>(key: string, decide: (current: V | undefined) => { next?: V | null; outcome: O }): Promise<O> {
    for (;;) {
      const [prefix, place] = this.#find(key) ?? this.#refuse(key);
      if (place.splitting) {
        await place.splitting;
        continue;
      }
      const outcome = await place.cell.change((segment) => {
        const { next, outcome } = decide(valueIn(segment, key));
        if (next === undefined) return { outcome };
        return { next: withValue(segment, key, next && asStored(next, this.#schema)), outcome };
      });
      this.#splitIfFull(prefix, place);
      return outcome;
    }
  }

  /** The one segment on the key's way of bits; undefined when that one is damaged. */
  #find(key: string): [Prefix, Place<V>] | undefined {
    const bits = bitsOf(key);
    for (let length = 0; length <= bits.length; length++) {
      const prefix = bits.slice(0, length);
      const place = this.#places.get(prefix);
      if (place) return [prefix, place];
      if (this.#damaged.has(prefix)) return undefined;
    }
    throw new Error(`${this.#collection}/${this.#name} has no segment for a key`);
  }

  #refuse(key: string): never {
    throw new DamagedRecord(this.#collection, `${this.#name}/${key}`);
  }

  #splitIfFull(prefix: Prefix, place: Place<V>): void {
    const entries = place.cell.saved?.entries.length ?? 0;
    if (entries <= this.#segmentSize || place.splitting || this.#places.get(prefix) !== place) return;
    place.splitting = this.#split(prefix, place)
      // Whatever failed (a full disk), the parent is whole in memory. Its file may or may not be there, so it is written
      // anew before anything more is acknowledged; children that lie about beside it do not count.
      .catch(() => place.cell.doubt())
      .finally(() => {
        delete place.splitting;
      });
    void this.underway.track(place.splitting);
  }

  async #split(prefix: Prefix, parent: Place<V>): Promise<void> {
    await parent.cell.settled();
    const [zeros, ones] = halves(parent.cell.saved ?? { entries: [] }, prefix);
    const children = [
      { prefix: `${prefix}0`, segment: zeros },
      { prefix: `${prefix}1`, segment: ones },
    ].map(({ prefix, segment }) => ({ prefix, segment, place: this.#place(prefix, undefined) }));
    await Promise.all(
      children.map(({ place, segment }) => place.cell.change(() => ({ next: segment, outcome: null }))),
    );
    await parent.file.remove();
    this.#places.delete(prefix);
    for (const child of children) this.#places.set(child.prefix, child.place);
    // All on one side happens; one bit at a time keeps the names of what a crash can leave behind few.
    for (const child of children) this.#splitIfFull(child.prefix, child.place);
  }

  #place(prefix: Prefix, saved: Segment<V> | undefined): Place<V> {
    const file = new DurableFile<Segment<V>>(this.#folder, segmentFile(prefix));
    return { file, cell: new Cell(file, saved) };
  }
}
