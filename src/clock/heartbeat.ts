import cron from 'node-cron';

export interface Heartbeat {
  /** Runs no more beats; resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** How often the computer's clock is compared with one that nobody can set, milliseconds. */
const lookMs = 1000;
/** A clock that has gone so much faster or slower than time has been set, milliseconds; less is put right bit by bit all the time. */
const setMs = 20_000;

/**
 * Calls `beat` once at once and then every minute, in UTC, so that no zone's clock change makes a beat come twice or
 * never. A beat that takes longer than a minute is not run beside itself.
 *
 * node-cron waits for an instant: where the computer's clock is set back by hours it would wait for hours, and set ahead by months it
 * counts every minute between (tried with 4.6.0). So when the clock is set, the schedule is made anew.
 *
 * @param beat Must not throw.
 */
export function startHeartbeat(beat: () => Promise<void>): Heartbeat {
  let running: Promise<void> | undefined;
  const ring = () => {
    running ??= beat().finally(() => {
      running = undefined;
    });
  };
  const schedule = () => cron.schedule('* * * * *', ring, { timezone: 'Etc/UTC' });
  ring();
  let task = schedule();

  const ahead = () => Date.now() - performance.now();
  let knownAhead = ahead();
  const look = setInterval(() => {
    const now = ahead();
    if (Math.abs(now - knownAhead) < setMs) return;
    knownAhead = now;
    void task.destroy();
    task = schedule();
  }, lookMs);
  return {
    async stop() {
      clearInterval(look);
      await task.destroy();
      await running;
    },
  };
}
