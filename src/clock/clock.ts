import { uptime } from 'node:os';

/** Where the time comes from. Everything that asks for the time asks one of these. */
export interface Clock {
  now(): Temporal.Instant;
  /**
   * How long the computer has been running, sleep included, milliseconds: goes on evenly when somebody sets the clock.
   * Left out: the clock is moved by hand, and no move of it is a jump.
   */
  uptimeMs?(): number;
}

/** The computer's own clock. */
export const systemClock: Required<Clock> = { now: () => Temporal.Now.instant(), uptimeMs: () => uptime() * 1000 };

/** A clock that stands still until it is moved: for a rehearsal, and for tests. It never goes back. */
export interface MovableClock extends Clock {
  moveTo(instant: Temporal.Instant): void;
}

export function movableClock(start: Temporal.Instant): MovableClock {
  let current = start;
  return {
    now: () => current,
    moveTo(instant) {
      if (Temporal.Instant.compare(instant, current) < 0) throw new RangeError('A clock does not go back');
      current = instant;
    },
  };
}
