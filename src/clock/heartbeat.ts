import cron from 'node-cron';

export interface Heartbeat {
  /** Runs no more beats; resolves when the one under way is over. */
  stop(): Promise<void>;
}

/**
 * Calls `beat` once at once and then every minute, in UTC, so that no zone's clock change makes a beat come twice or
 * never. A beat that takes longer than a minute is not run beside itself. `beat` must not throw.
 */
export function startHeartbeat(beat: () => Promise<void>): Heartbeat {
  let running: Promise<void> | undefined;
  const run = () => {
    running ??= beat().finally(() => {
      running = undefined;
    });
    return running;
  };
  void run();
  const task = cron.schedule('* * * * *', run, { timezone: 'Etc/UTC' });
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
