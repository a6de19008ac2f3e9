import { type Addresses, addressed } from '#chat/addressed.ts';
import type { Handle } from '#chat/port.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Board, PageMessage } from './board.ts';
import type { Part } from './stage.ts';
import type { Looking, Views } from './views.ts';

/**
 * The id of the last message that a person has seen in a place, by `person place`. Not kept on disk: after a restart
 * everything is new again.
 */
export type Marks = Map<string, string>;

const maySee = (person: Person, message: PageMessage): boolean =>
  message.only === undefined || message.only === person.id;

/** The places of a person with the number of messages that they have not seen, and whether one of these names them. */
export function placesFor(person: Person, places: readonly Place[], board: Board, marks: Marks) {
  return places.map((place) => {
    const mark = marks.get(`${person.id} ${place.id}`) ?? '';
    // Ids count upwards, so a later message has a larger one.
    const fresh = board
      .of(place.id)
      .filter((message) => message.id > mark && maySee(person, message) && message.by !== person.id);
    return {
      id: place.id,
      name: place.name,
      kind: place.kind,
      unread: fresh.length,
      named: fresh.some((message) => names(message, person)),
    };
  });
}

const names = (message: PageMessage, person: Person): boolean =>
  message.card?.mentions?.some(({ accounts }) =>
    accounts.some((a) => person.accounts.some((own) => own.user === a.user && own.surface === a.surface)),
  ) ?? false;

/** The newest `count` messages of a place as one person sees them, each card in their own version. */
export async function messagesFor(
  person: Person,
  place: Place,
  count: number,
  {
    board,
    views,
    links,
    handle,
    looking,
    cast,
  }: { board: Board; views: Views; links: Addresses; handle: Handle; looking: Looking; cast: readonly Part[] },
) {
  const all = board.of(place.id).filter((message) => maySee(person, message));
  const nameById = new Map(cast.map((part) => [part.person.id as string, part.person.name]));
  const messages = all.slice(-count).map(async (message) => {
    const seen = await views.cardFor(looking, message, handle);
    const card = seen && { ...seen, ...addressed(seen, links) };
    return {
      id: message.id,
      at: message.at,
      text: message.text,
      ...(message.by === undefined ? {} : { by: { id: message.by, name: nameById.get(message.by) ?? message.by } }),
      own: message.by === person.id,
      onlyYou: message.only !== undefined,
      ...(card
        ? {
            card: card.content,
            language: card.language,
            mentions: card.mentions?.map(({ name }) => name) ?? [],
            namesYou: names(message, person),
          }
        : {}),
      ...(card?.purpose === undefined ? {} : { purpose: card.purpose }),
    };
  });
  return { place: place.id, messages: await Promise.all(messages), earlier: all.length > count };
}
