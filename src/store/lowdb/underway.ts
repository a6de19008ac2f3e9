/** Keeps count of what is being done, so that a folder can be let go of when all of it is done. */
export class Underway {
  readonly #running = new Set<Promise<unknown>>();
  #refusal: string | undefined;

  /** Rejects, without starting the work, after `end`. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#refusal !== undefined) throw new Error(this.#refusal);
    return this.track(work());
  }

  /** For work that follows from what was let in earlier: waited for, never refused. */
  track<T>(promise: Promise<T>): Promise<T> {
    this.#running.add(promise);
    const done = () => this.#running.delete(promise);
    promise.then(done, done);
    return promise;
  }

  /** Refuses new work with this sentence and resolves when what was under way is done. */
  async end(refusal: string): Promise<void> {
    this.#refusal = refusal;
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }
  /** Takes in work again after an `end`. */
  resume(): void {
    this.#refusal = undefined;
  }
}
