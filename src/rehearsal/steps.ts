/** How far the clock is moved in one go. */
export type Step = 'day' | 'week' | 'event';

/** No week of any programme holds as many events; a source of events that never ends is stopped here. */
const MOST_EVENTS = 500;

/** A clock that can be moved, and what happens when it has been. */
export interface Moving {
  clock: { now(): Temporal.Instant; moveTo(instant: Temporal.Instant): void };
  timeZone: string;
  /** Does what falls due now, and waits until it is done. */
  beat(): Promise<void>;
  /** Instants at which something falls due, ISO, in any order; among them the next one. */
  nextEvents(): Promise<string[]>;
}

/**
 * Moves the clock by a day or a week, or to the next event, halting at each moment at which something falls due, so that
 * everything comes in its order and at its time. A day is a day of the zone, also when clocks change.
 * @returns Whether it moved: false when it was asked to go to the next event and there is none.
 */
export async function moveClock(step: Step, { clock, timeZone, beat, nextEvents }: Moving): Promise<boolean> {
  const upcoming = async (): Promise<Temporal.Instant | undefined> =>
    (await nextEvents())
      .map((at) => Temporal.Instant.from(at))
      .filter((at) => Temporal.Instant.compare(at, clock.now()) > 0)
      .sort(Temporal.Instant.compare)[0];

  const target =
    step === 'event'
      ? await upcoming()
      : clock
          .now()
          .toZonedDateTimeISO(timeZone)
          .add(step === 'day' ? { days: 1 } : { weeks: 1 })
          .toInstant();
  if (!target) return false;
  for (let events = 0; events < MOST_EVENTS; events += 1) {
    const next = await upcoming();
    if (!next || Temporal.Instant.compare(next, target) >= 0) break;
    clock.moveTo(next);
    await beat();
  }
  clock.moveTo(target);
  await beat();
  return true;
}
