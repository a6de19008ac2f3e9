import type { PersonId } from '#people/person.ts';
import type { PlaceId } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import type { Poll } from './poll.ts';

/**
 * Whether a person may answer a poll and see what is shown of it: whoever acts in its place, whoever belongs to its
 * programme (from any place, so that "mine" works), and its maker.
 * @param programme The poll's programme, when it has one.
 * @param place Where the person acts; left out when the question is about the person alone.
 */
export function mayAnswer(
  poll: Pick<Poll, 'place' | 'by'>,
  programme: Programme | undefined,
  person: PersonId,
  place?: PlaceId,
): boolean {
  return poll.place === place || poll.by === person || (programme !== undefined && belongsTo(programme, person));
}

/** Whether a person may close a poll: its maker, and whoever leads its programme. */
export function mayClose(poll: Pick<Poll, 'by'>, programme: Programme | undefined, person: PersonId): boolean {
  return poll.by === person || (programme !== undefined && mayLead(programme, person));
}
