export interface Heartbeat {
  /** Runs no more beats; resolves when the one under way is over. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;
/** A timer may ring a little early; the minute that it was for is not given a second beat. */
const earlyMs = 1000;

/**
 * Calls `beat` once at once and then at every full minute, which is the same minute in every zone, so that no clock
 * change makes a beat come twice or never. A beat that takes longer than a minute is not run beside itself.
 *
 * Each beat sets the timer for the next one, by how far the minute has gone: when the computer's clock is set, the
 * following beat comes within a minute all the same. (A scheduler that waits for an instant, such as node-cron, waits for
 * hours when the clock is set back by hours, and counts every minute when it is set ahead.)
 *
 * @param beat Must not throw.
 */
export function startHeartbeat(beat: () => Promise<void>): Heartbeat {
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const restMs = minuteMs - (Date.now() % minuteMs);
    timer = setTimeout(ring, restMs < earlyMs ? restMs + minuteMs : restMs);
  };
  const ring = () => {
    wait();
    running ??= beat().finally(() => {
      running = undefined;
    });
  };
  ring();
  return {
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}
