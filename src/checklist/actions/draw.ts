import type { Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { type SentenceKey, say } from '#words/say.ts';
import type { Drawn, Reader } from '../view.ts';

/**
 * Fills the card that a view has drawn.
 * @param mentioning Whether those whom the card names are told through the platform's own mention: once, when it is posted.
 */
export function draw(
  { template, data, summary, title, mentions }: Drawn,
  language: Language,
  mentioning = false,
): Card {
  const told = mentioning ? (mentions ?? []).map(({ name, accounts }) => ({ name, accounts })) : [];
  return fillCard(
    `checklist/${template}`,
    { ...data, mentioning: told.length > 0 },
    {
      summary,
      language,
      ...(title === undefined ? {} : { title }),
      ...(told.length > 0 ? { mentions: told } : {}),
    },
  );
}

/** The person who acts, as the reader of a card. */
export const readerOf = (turn: Turn, programme?: Programme): Reader => ({
  language: turn.language,
  timeZone: turn.by.timeZone,
  today: dayIn(programme?.timeZone ?? turn.by.timeZone, turn.now().toString()),
});

/** Everyone in a place, as the readers of a card in one language: times are the programme's. */
export const readersIn = (world: World, programme: Programme, language: Language): Reader => ({
  language,
  timeZone: programme.timeZone,
  today: dayIn(programme.timeZone, world.now().toString()),
});

/** A sentence to the person alone; nothing has been stored. */
export const refusal = (
  turn: Turn,
  key: SentenceKey,
  { field, ...params }: Record<string, string | number> & { field?: string } = {},
): Answer => ({
  show: 'notice',
  problem: true,
  text: say(turn.language, key, params),
  ...(field === undefined ? {} : { field }),
});
