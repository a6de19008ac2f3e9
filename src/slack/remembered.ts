/**
 * Looks something up once and remembers it for a while; askers in the meantime share the one look-up. A look-up that
 * fails gives undefined and is tried again at the next need.
 */
export class Remembered<T> {
  readonly #load: (key: string) => Promise<T>;
  readonly #keepMs: number;
  readonly #most: number;
  readonly #known = new Map<string, { value: Promise<T | undefined>; untilMs: number }>();

  /** @param most How many are remembered; beyond that the oldest are forgotten. */
  constructor(load: (key: string) => Promise<T>, { keepMs, most }: { keepMs: number; most: number }) {
    this.#load = load;
    this.#keepMs = keepMs;
    this.#most = most;
  }

  get(key: string): Promise<T | undefined> {
    const known = this.#known.get(key);
    if (known && known.untilMs > performance.now()) return known.value;
    const value = this.#load(key).catch(() => {
      this.#known.delete(key);
      return undefined;
    });
    this.#keep(key, value);
    return value;
  }

  /** Remembers what somebody else has said. */
  learn(key: string, value: T): void {
    this.#keep(key, Promise.resolve(value));
  }

  #keep(key: string, value: Promise<T | undefined>): void {
    this.#known.delete(key);
    this.#known.set(key, { value, untilMs: performance.now() + this.#keepMs });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
  }
}
