/** Says how long ago the heart gave a sign of life, for whoever watches the process. */
export interface Pulse {
  /** Runs a beat: its beginning and its end are signs. */
  during(beat: () => Promise<void>): Promise<void>;
  /** A message was decided about or tried. While a beat is under way, which may last for minutes, that is a sign, too. */
  sign(): void;
  /** Milliseconds since the last sign, by the computer's running time; since the pulse was made when there was none. */
  silentMs(): number;
  /** When the last beat was over, epoch milliseconds. */
  lastBeatMs(): number | undefined;
}

/** @param elapsedMs Goes on evenly when somebody sets the clock. */
export function createPulse(elapsedMs: () => number = () => performance.now()): Pulse {
  let signMs = elapsedMs();
  let underWay = 0;
  let lastBeatMs: number | undefined;
  return {
    async during(beat) {
      signMs = elapsedMs();
      underWay += 1;
      try {
        await beat();
      } finally {
        underWay -= 1;
        signMs = elapsedMs();
        lastBeatMs = Date.now();
      }
    },
    sign() {
      if (underWay > 0) signMs = elapsedMs();
    },
    silentMs: () => elapsedMs() - signMs,
    lastBeatMs: () => lastBeatMs,
  };
}
