import { z } from 'zod';
import type { Activity } from './activity.ts';
import { entitiesUndone } from './entities.ts';

/** Somebody who is mentioned in a text, as Teams says it: no object id, which takes a look-up. */
export interface Mentioned {
  id: string;
  name: string;
}

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.looseObject({ id: z.string().min(1), name: z.string().nullish() }),
});

/** Tags that clients put into texts. Others stay: somebody who types "plan <enhet>" means it. */
const tags =
  /<\/?(?:at|p|br|div|span|b|i|u|s|em|strong|a|ul|ol|li|pre|code|blockquote|emoji|img|attachment)\b[^<>]*>/giu;

/**
 * What somebody typed, without Klar's own mention wherever it stands (botbuilder's helper takes the first alone and
 * throws without text, PLATFORMS T36). A mention of someone else stands as `@{0}`, an index into `others`.
 */
export function readText(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): {
  text: string;
  others: Mentioned[];
} {
  let text = (activity.text ?? '').replace(/@(?=\{\d+\})/gu, '@ ');
  const others: Mentioned[] = [];
  for (const entity of activity.entities ?? []) {
    const parsed = mention.safeParse(entity);
    if (!parsed.success) continue;
    const { mentioned, text: words } = parsed.data;
    const name = mentioned.name ?? '';
    const spoken = words || `<at>${name}</at>`;
    if (mentioned.id === activity.recipient?.id) text = text.replaceAll(spoken, ' ');
    else if (text.includes(spoken) && mentioned.id.startsWith('28:')) text = text.replace(spoken, () => name);
    else if (text.includes(spoken)) text = text.replace(spoken, `@{${others.push({ id: mentioned.id, name }) - 1}}`);
  }
  return {
    text: entitiesUndone(text.replace(/<br\b[^<>]*>|<\/(?:p|div|li)>/giu, '\n').replace(tags, ''))
      .replace(/\r\n?/gu, '\n')
      .replace(/[\u00A0\u2007\u202F]/gu, ' ')
      .trim(),
    others,
  };
}
