import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { DamagedRecord } from '../damaged-record.ts';
import { idOf } from './file-name.ts';
import { Folder } from './folder.ts';
import { type Decide, KeyedGroups } from './keyed-groups.ts';
import { LineLog } from './line-log.ts';
import { readGroup } from './read-group.ts';
import type { Site } from './records.ts';
import { segmentSchema } from './segment.ts';

const ending = '.ndjson';

/**
 * A keyed collection whose groups are logs, one file each: for what changes by the thousand and is read by whole groups, and
 * where the order of arrival is no secret (the ledger). A group that is damaged is read-only.
 */
export class LoggedKeyed<V> extends KeyedGroups<V, LineLog<V>> {
  readonly #schema: z.ZodType<V>;
  readonly #folder: Folder;
  readonly #damaged = new Set<string>();

  constructor(site: Site, name: string, schema: z.ZodType<V>) {
    super(site, name);
    this.#schema = schema;
    this.#folder = new Folder(join(site.root.path, name), { parent: site.root });
    const names = readdirSync(this.#folder.path, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return entry.name;
      return entry.name.endsWith(ending) ? entry.name.slice(0, -ending.length) : [];
    });
    for (const one of new Set(names)) this.#read(one);
  }

  protected async changeIn<O>(
    name: string,
    { group, key }: { group: string; key: string },
    decide: Decide<V, O>,
  ): Promise<O> {
    if (this.#damaged.has(name)) throw new DamagedRecord(this.name, `${group}/${key}`);
    const log = this.groups.get(name) ?? this.#log(name);
    this.groups.set(name, log);
    return log.change(key, decide);
  }

  /** Lets go of the files. Nothing may be under way. */
  async close(): Promise<void> {
    await Promise.all([...this.groups.values()].map((log) => log.close()));
  }

  protected async remove(name: string, id: string): Promise<void> {
    const log = this.groups.get(name);
    if (log === undefined) return;
    if (this.#damaged.has(name)) throw new DamagedRecord(this.name, id);
    await log.settled().catch(() => {});
    await log.remove();
    this.groups.delete(name);
  }

  #log(name: string, earlier?: ConstructorParameters<typeof LineLog<V>>[0]['earlier']): LineLog<V> {
    return new LineLog({
      folder: this.#folder,
      file: name + ending,
      schema: this.#schema,
      turns: this.site.logTurns,
      earlier,
    });
  }

  /** A group is a log; until Klar has written to it, one from before version 2 is a folder of segments. */
  #read(name: string): void {
    const path = join(this.name, name);
    const whole = join(this.site.root.path, path);
    const isOld = existsSync(whole);
    const values = new Map<string, V>();
    if (isOld) {
      const segments = readGroup<V>({
        dir: this.site.root.path,
        path,
        collection: this.name,
        name: idOf(name) ?? name,
        schema: segmentSchema(this.#schema),
        damage: this.site.damage,
      });
      for (const segment of segments.values()) {
        if (segment === 'damaged') this.#damaged.add(name);
        else for (const [key, value] of segment.entries) values.set(key, value);
      }
    }
    const log = this.#log(
      name,
      isOld ? { values, remove: () => rm(whole, { recursive: true, force: true }) } : undefined,
    );
    this.groups.set(name, log);
    if (log.problem === undefined) return;
    this.#damaged.add(name);
    const { damage } = this.site;
    damage.report({ collection: this.name, id: idOf(name) ?? name, file: path + ending, problem: log.problem });
  }
}
