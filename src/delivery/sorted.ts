/** Things by a number, least first; those of the same number in the order in which they came. */
export class Sorted<T> {
  readonly #entries: { at: number; item: T }[] = [];

  get size(): number {
    return this.#entries.length;
  }

  first(): { readonly at: number; readonly item: T } | undefined {
    return this.#entries[0];
  }

  add(item: T, at: number): void {
    // Most come in order already: the search begins at the end.
    let from = 0;
    let to = this.#entries.length;
    if (to > 0 && (this.#entries[to - 1]?.at ?? 0) <= at) from = to;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#entries[middle]?.at ?? 0) <= at) from = middle + 1;
      else to = middle;
    }
    this.#entries.splice(from, 0, { at, item });
  }

  shift(): T | undefined {
    return this.#entries.shift()?.item;
  }
}
