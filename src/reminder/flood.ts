import type { ProgrammeId } from '#people/programme.ts';
import type { Slot } from './due.ts';

/**
 * How many messages each programme would send at once, counted for `mostAtOnce`. A message counts for every programme that it tells of, but not
 * for one of which all that it holds fell due before its owner last let reminders out.
 *
 * Overviews, escalations and questions for contacts are not counted: by construction none of them can flood. However much of a plan they tell of, a receiver
 * gets at most one message of each kind, an overview once a week under a key that names the week, so that they come to no more than the places and people
 * that the programme names; a Monday with one for each of 51 units is what was asked for. They are kept by the rest of the guard: nothing of a programme
 * that is held back goes out, nor anything by a clock that cannot be believed (`clockIsTrusted`).
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
