/** How long something counts as recent unless said otherwise, and how many are remembered at most. */
const minutesMs = 10 * 60_000;
const keptMost = 2_000;

/** Remembers things by name for some minutes, the newest when there are too many. Forgotten at a restart. */
export class Recent<T> {
  readonly #kept = new Map<string, { value: T; untilMs: number }>();
  readonly #keptMs: number;

  constructor(keptMs = minutesMs) {
    this.#keptMs = keptMs;
  }

  get(name: string): T | undefined {
    const found = this.#kept.get(name);
    return found && found.untilMs > performance.now() ? found.value : undefined;
  }

  set(name: string, value: T): void {
    this.#kept.delete(name);
    this.#kept.set(name, { value, untilMs: performance.now() + this.#keptMs });
    // In order of setting, so the oldest stand first.
    for (const [old, { untilMs }] of this.#kept) {
      if (this.#kept.size <= keptMost && untilMs > performance.now()) break;
      this.#kept.delete(old);
    }
  }

  delete(name: string): void {
    this.#kept.delete(name);
  }
}
