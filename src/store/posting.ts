import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { placeId } from '#people/place.ts';

/** The platform's own name for a message, as its surface needs it to change the message later. */
export const messageRef = z.record(z.string(), z.string());
export type MessageRef = z.infer<typeof messageRef>;

/** A card that stands somewhere and shows a subject (`poll:ID`), so that it can be kept up to date. */
export const posting = z.object({
  id: z.string(),
  place: placeId,
  about: z.string(),
  /** More that it shows besides `about` (the rows that a digest holds): it is drawn anew when one of these changes, too. */
  also: z.array(z.string()).optional(),
  language,
  ref: messageRef,
  at: z.string(),
});
export type Posting = z.infer<typeof posting>;

/** The subject itself and all that it is a part of: `a/b/c`, `a/b`, `a`. */
export function subjectsOf(about: string): string[] {
  const found = [about];
  for (let at = about.lastIndexOf('/'); at > 0; at = about.lastIndexOf('/', at - 1)) found.push(about.slice(0, at));
  return found;
}

/** A message on the page: a card or what somebody typed, in a place, oldest first by `at` then `id`. */
export const message = z.object({
  id: z.string(),
  place: placeId,
  at: z.string(),
  /** Whose words they are; Klar's own when left out. */
  by: z.string().optional(),
  text: z.string(),
  /** A filled card (see `#card/card.ts`). */
  card: z.unknown().optional(),
  /** For whose eyes alone, when not for everyone in the place. */
  only: z.string().optional(),
});
export type Message = z.infer<typeof message>;
