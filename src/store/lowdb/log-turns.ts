/** A log that has something to be written. */
export interface WaitingLog {
  /** It is written before those that do not: what they say rests on what it says. */
  readonly goesFirst: boolean;
  /** Sets apart what is to be written in this turn: what comes from now on waits for the next. */
  take(): void;
  /** Resolves when that is on disk, or is told to have failed. Never rejects. */
  write(): Promise<void>;
}

/**
 * Where one turn comes so soon after another, milliseconds, more is on its way: what arrives within the second time is written together. A
 * thousand messages in a row cost a tenth of the writes that way, and a single press never waits.
 */
const followsAfterMs = 50;
const gatheredForMs = 10;

/**
 * Says when the logs of a store are written: all of them in one turn, those that go first before the others. So whoever asks for a change of two
 * logs at once, first of the one that goes first, waits once for both, and no crash leaves the second without the first.
 */
export class LogTurns {
  readonly #waiting = new Set<WaitingLog>();
  #isAtWork = false;
  /** When the last turn ended, `performance.now`. */
  #endedAtMs = Number.NEGATIVE_INFINITY;

  /** Has a log written in the next turn. */
  ask(log: WaitingLog): void {
    this.#waiting.add(log);
    if (!this.#isAtWork) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    while (this.#waiting.size > 0) {
      await gathered(performance.now() - this.#endedAtMs < followsAfterMs);
      const logs = [...this.#waiting];
      this.#waiting.clear();
      for (const log of logs) log.take();
      for (const first of [true, false]) {
        await Promise.all(logs.filter(({ goesFirst }) => goesFirst === first).map((log) => log.write()));
      }
      this.#endedAtMs = performance.now();
    }
    this.#isAtWork = false;
  }
}

/** At least what happens in this very moment comes together. */
const gathered = (isFollowing: boolean): Promise<void> =>
  new Promise((resolve) => {
    if (isFollowing) setTimeout(resolve, gatheredForMs);
    else setImmediate(resolve);
  });
