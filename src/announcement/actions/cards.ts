import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { namesShown } from '#people/view.ts';
import { keyOf, type Receiver } from '../announcement.ts';
import { type Button, cardView, type Seat, type Shown, summaryOf } from '../view.ts';
import { type Found, nameOf } from './load.ts';

/** A sentence or some, with the buttons that follow. */
export function messageCard(
  language: Language,
  title: string,
  { lines = [], buttons = [] }: { lines?: readonly string[]; buttons?: readonly Button[] } = {},
): Card {
  return fillCard('announcement/message', { title, lines, buttons }, { summary: title, language });
}

const filled = (shown: Shown, seat: Seat): Card =>
  fillCard('announcement/card', cardView(shown, seat), { summary: summaryOf(shown, seat), language: seat.language });

async function shownOf(world: World, { announcement, programme }: Found, language: Language): Promise<Shown> {
  return {
    announcement,
    programme: programme.name,
    names: {
      author: await nameOf(world, announcement.by, language),
      corrector: announcement.corrected ? await nameOf(world, announcement.corrected.by, language) : '',
      withdrawer: announcement.withdrawn ? await nameOf(world, announcement.withdrawn.by, language) : '',
    },
  };
}

/**
 * The card as one receiver has it: a person in their language and zone, a place in its own.
 * @param how.isReminder It comes once more.
 */
export async function receiverCard(
  world: World,
  found: Found,
  receiver: Receiver,
  { language, isReminder = false }: { language: Language; isReminder?: boolean },
): Promise<Card> {
  const { announcement, programme } = found;
  const key = keyOf(receiver);
  const person = 'person' in receiver ? await knownAs(world, receiver.person) : undefined;
  const given = await acknowledgedBy(world, announcement.id, [
    key,
    ...(person?.former ?? []),
    ...(person ? [person.id] : []),
  ]);
  const names = programme.units.filter(({ id }) => receiver.units.includes(id)).map(({ name }) => name);
  const seat = { language, zone: person?.timeZone ?? programme.timeZone, now: world.now().toString() };
  return filled(
    {
      ...(await shownOf(world, found, language)),
      receiver: {
        key,
        ...('place' in receiver ? { units: namesShown(names, language) } : {}),
        acknowledged: given,
        by: given && 'place' in receiver ? await nameOf(world, given.by, language) : '',
      },
      isReminder,
    },
    seat,
  );
}

async function acknowledgedBy({ store }: World, announcement: string, keys: readonly string[]) {
  for (const key of new Set(keys)) {
    const given = await store.acknowledgements.get(announcement, key);
    if (given && !given.takenBack) return given;
  }
  return undefined;
}

/** The card as everyone will have it, for its author alone. */
export async function trialCard(world: World, found: Found, seat: Seat): Promise<Card> {
  return filled(await shownOf(world, found, seat.language), seat);
}
