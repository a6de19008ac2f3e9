/** The part of a world that knows of the clock; see `World.clock`. Left out: it is moved by hand, and right. */
interface Watched {
  clock?: { jumpedAt(): Temporal.Instant | undefined; keptAt(): Temporal.Instant | undefined };
}

/**
 * Whether reminders may be sent and settled by the clock. Not while it is seen to have jumped (`#clock/jump.ts`), unless
 * who owns the programme has let its reminders out since: then it is right for this programme, until it jumps again.
 * @param releasedUntil The programme's, ISO instant.
 */
export function clockIsTrusted({ clock }: Watched, releasedUntil?: string): boolean {
  const jumpedAt = clock?.jumpedAt();
  if (!jumpedAt) return true;
  return releasedUntil !== undefined && Temporal.Instant.compare(releasedUntil, jumpedAt) >= 0;
}

/**
 * Whether reminders that were held because the clock had jumped may go on by themselves: the clock has come back. One
 * that stayed where it had jumped to and was taken to be right after a day does not let them out; their owner does.
 * @param heldAt ISO instant.
 */
export function clockCameBack({ clock }: Watched, heldAt: string): boolean {
  if (clock?.jumpedAt()) return false;
  const keptAt = clock?.keptAt();
  return !keptAt || Temporal.Instant.compare(heldAt, keptAt) > 0;
}
