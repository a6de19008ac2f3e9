/** Finds records by something other than their id. Follows what is on disk, see `Cell`. */
export class Lookup<T extends { id: string }> {
  readonly #keysOf: (record: T) => string[];
  readonly #ids = new Map<string, Set<string>>();

  constructor(keysOf: (record: T) => string[]) {
    this.#keysOf = keysOf;
  }

  /** In order of id. */
  idsOf(key: string): string[] {
    return [...(this.#ids.get(key) ?? [])].sort();
  }

  follow(before: T | undefined, after: T | undefined): void {
    for (const key of before ? this.#keysOf(before) : []) {
      const ids = this.#ids.get(key);
      if (before) ids?.delete(before.id);
      if (ids?.size === 0) this.#ids.delete(key);
    }
    for (const key of after ? this.#keysOf(after) : []) {
      const ids = this.#ids.get(key) ?? new Set();
      this.#ids.set(key, ids.add(after?.id ?? ''));
    }
  }
}
