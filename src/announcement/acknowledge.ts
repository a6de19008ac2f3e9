import type { PersonId } from '#people/person.ts';
import type { PlaceId } from '#people/place.ts';
import { type Acknowledgement, type Announcement, keyOf, type Receiver } from './announcement.ts';

/**
 * As which receivers somebody may acknowledge: as themselves, under any id that they have had, in whatever chat; and
 * for the place in which they press. Empty: it was not sent to them.
 */
export function receiversAs(
  { receivers = [] }: Pick<Announcement, 'receivers'>,
  who: { id: PersonId; former?: readonly PersonId[] | undefined },
  place: PlaceId,
): Receiver[] {
  const ids: readonly string[] = [who.id, ...(who.former ?? [])];
  const own = receivers.filter((one) => 'person' in one && ids.includes(one.person));
  return own.length > 0 ? own : receivers.filter((one) => keyOf(one) === place);
}

/**
 * What a press does to an acknowledgement. It sets and never toggles: who presses twice has acknowledged when they first
 * did. Undefined: nothing changes.
 */
export function pressed(
  current: Acknowledgement | undefined,
  press: { by: PersonId; at: string; takesBack: boolean },
): Acknowledgement | undefined {
  const stands = current !== undefined && current.takenBack !== true;
  if (press.takesBack) return stands ? { ...current, at: press.at, takenBack: true } : undefined;
  return stands ? undefined : { by: press.by, at: press.at };
}
