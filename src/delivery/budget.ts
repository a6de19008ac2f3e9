/** At most so many in any so many milliseconds. */
export interface Window {
  most: number;
  ms: number;
}

/**
 * Keeps within several sliding windows at once. Knows no clock: moments, in milliseconds, come in, nearly in order.
 *
 *     const budget = new Budget([{ most: 7, ms: 1000 }, { most: 60, ms: 30_000 }]);
 *     if (budget.freeAt(nowMs) <= nowMs) budget.take(nowMs);
 */
export class Budget {
  readonly #windows: readonly Window[];
  readonly #remembered: number;
  readonly #longestMs: number;
  /** When each was taken, oldest first; no more than any window can ask for, now and then. */
  #taken: number[] = [];

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
    this.#remembered = Math.max(0, ...windows.map(({ most }) => most));
    this.#longestMs = Math.max(0, ...windows.map(({ ms }) => ms));
  }

  /** The first moment, now or later, at which one more fits into every window. */
  freeAt(nowMs: number): number {
    let freeMs = nowMs;
    for (const { most, ms } of this.#windows) {
      // The window has room again when the one that stands `most` places from the end has left it.
      const decisive = this.#taken[this.#taken.length - most];
      if (decisive !== undefined && decisive + ms > freeMs) freeMs = decisive + ms;
    }
    return freeMs;
  }

  take(atMs: number): void {
    if (this.#windows.length === 0) return;
    let at = this.#taken.length;
    while (at > 0 && (this.#taken[at - 1] ?? 0) > atMs) at -= 1;
    this.#taken.splice(at, 0, atMs);
    if (this.#taken.length > 2 * this.#remembered) this.#taken = this.#taken.slice(-this.#remembered);
  }

  /** Takes back what was taken at this moment and then not used. */
  giveBack(atMs: number): void {
    const at = this.#taken.lastIndexOf(atMs);
    if (at >= 0) this.#taken.splice(at, 1);
  }

  /** Whether nothing that was taken counts any more: forgetting the budget changes nothing. */
  isFresh(nowMs: number): boolean {
    const last = this.#taken.at(-1);
    return last === undefined || last + this.#longestMs <= nowMs;
  }
}
