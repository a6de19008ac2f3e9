/**
 * Knows what has arrived before, so that a delivery that Slack repeats (S2, S3) is handled once. It remembers the last
 * ones and nothing beyond a restart; after that the ids that actions derive from the act keep a repeat harmless.
 */
export class Seen {
  readonly #ids = new Set<string>();
  readonly #most: number;

  constructor(most = 10_000) {
    this.#most = most;
  }

  /** True the first time. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= this.#most) break;
      this.#ids.delete(oldest);
    }
    return true;
  }
}
