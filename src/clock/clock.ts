/** Where the time comes from. Everything that asks for the time asks one of these. */
export interface Clock {
  now(): Temporal.Instant;
}

/** The computer's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

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
