/**
 * The items of a collection's long lists (a plan's rows and revisions) that have been checked and frozen already. They
 * never change, so that a change of one item costs what that item costs, however long the list beside it has become.
 */
export class KeptItems {
  readonly #names: readonly string[];
  /** Each item with the name of its list: in another list it would be something else, and is checked anew. */
  readonly #kept = new WeakMap<object, string>();

  /** @param names The fields of a record that are such lists. */
  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Remembers the items of a record that has been checked and frozen. */
  keep(record: unknown): void {
    for (const [name, items] of this.#lists(record)) {
      for (const item of items) if (typeof item === 'object' && item !== null) this.#kept.set(item, name);
    }
  }

  /** The record with only those items that are still to be checked. */
  unchecked<T>(record: T): T {
    if (this.#names.length === 0) return record;
    const lists = this.#lists(record).map(([name, items]) => [name, items.filter((item) => !this.#has(name, item))]);
    return { ...record, ...Object.fromEntries(lists) };
  }

  /** What has been checked, with the other items of the record back in their places. */
  whole<T>(checked: T, record: T): T {
    if (this.#names.length === 0) return checked;
    const news = new Map(this.#lists(checked));
    const lists = this.#lists(record).map(([name, items]) => {
      const rest = (news.get(name) ?? []).values();
      return [name, items.map((item) => (this.#has(name, item) ? item : rest.next().value))];
    });
    return { ...checked, ...Object.fromEntries(lists) };
  }

  #has(name: string, item: unknown): boolean {
    return typeof item === 'object' && item !== null && this.#kept.get(item) === name;
  }

  #lists(record: unknown): [name: string, items: readonly unknown[]][] {
    const fields = record as Record<string, unknown>;
    return this.#names.flatMap((name) => {
      const items = fields[name];
      return Array.isArray(items) ? [[name, items] as [string, unknown[]]] : [];
    });
  }
}
