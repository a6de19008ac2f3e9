import type { Language } from '#calendar/when.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { leadOnly, peopleOf, problem } from '#people/actions/common.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Announcement } from '../announcement.ts';
import type { Seat } from '../view.ts';

/** An announcement and the programme that it belongs to. */
export interface Found {
  announcement: Announcement;
  programme: Programme;
}

type Refused = { refused: Answer };

export const gone = (turn: Turn): Answer => problem(say(turn.language, 'announcement.no.gone'));

export async function find({ store }: Pick<World, 'store'>, id: string): Promise<Found | undefined> {
  const announcement = await store.announcements.get(id);
  const programme = announcement && (await store.programmes.get(announcement.programme));
  return announcement && programme ? { announcement, programme } : undefined;
}

/** The announcement for somebody who leads its programme; to others the sentence that says who does. A button proves nothing. */
export async function reachAsLeader(turn: Turn, id: string): Promise<Found | Refused> {
  const found = await find(turn, id);
  if (!found) return { refused: gone(turn) };
  return mayLead(found.programme, turn.by.id) ? found : { refused: await leadOnly(turn, found.programme) };
}

/** The person's own announcement that is not yet on its way. */
export async function reachOwnDraft(turn: Turn, id: string): Promise<Found | Refused> {
  const found = await reachAsLeader(turn, id);
  if ('refused' in found) return found;
  const { by, state } = found.announcement;
  if (!isOneOf(turn.by, by)) return { refused: gone(turn) };
  return state === 'draft' ? found : { refused: problem(say(turn.language, 'announcement.no.not-draft')) };
}

/** Whether an id is this person's, or was before two records turned out to be theirs. */
export const isOneOf = (person: Person, id: string): boolean =>
  person.id === id || (person.former ?? []).some((former) => former === id);

/** Those who stand in a programme, and the places of its units. */
export async function knownIn({ store }: Pick<World, 'store'>, programme: Programme) {
  const ids = [...new Set(programme.units.flatMap(({ place }) => place ?? []))];
  const found = await Promise.all(ids.map((id) => store.places.get(id)));
  const places = new Map<string, Place>(
    found.flatMap((place) => (place ? [[place.id as string, place] as const] : [])),
  );
  return { persons: await peopleOf({ store }, programme), places };
}

/** What somebody is called; words for it where Klar knows them no longer. */
export async function nameOf(world: Pick<World, 'store'>, id: string | undefined, language: Language): Promise<string> {
  const person = id === undefined ? undefined : await knownAs(world, id);
  return person?.name ?? say(language, 'announcement.someone');
}

/** From where those who lead look: times are the programme's. */
export const leadersSeat = (world: Pick<World, 'now'>, programme: Programme, language: Language): Seat => ({
  language,
  zone: programme.timeZone,
  now: world.now().toString(),
});
