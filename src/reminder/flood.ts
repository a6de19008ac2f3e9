import type { ProgrammeId } from '#people/programme.ts';
import type { Slot } from './due.ts';

/**
 * How many messages each programme would send at once, counted for `mostAtOnce`. A message counts for every programme that it tells of, but not
 * for one of which all that it holds fell due before its owner last let reminders out.
 * @param releasedUntil The programme's, ISO instant; undefined when nobody has let anything out.
 */
export function messagesOf(
  messages: readonly (readonly Slot[])[],
  releasedUntil: (programme: ProgrammeId) => string | undefined,
): Map<ProgrammeId, number> {
  const counts = new Map<ProgrammeId, number>();
  const released = new Map<ProgrammeId, number>();
  const releasedMs = (programme: ProgrammeId): number => {
    const known = released.get(programme);
    if (known !== undefined) return known;
    const until = releasedUntil(programme);
    const ms = until === undefined ? Number.NEGATIVE_INFINITY : Date.parse(until);
    released.set(programme, ms);
    return ms;
  };
  for (const slots of messages) {
    const fresh = slots.filter(({ copy, momentMs }) => momentMs > releasedMs(copy.programme));
    for (const programme of new Set(fresh.map(({ copy }) => copy.programme))) {
      counts.set(programme, (counts.get(programme) ?? 0) + 1);
    }
  }
  return counts;
}
