import { type Card, isRecord, recordsIn } from './shapes.ts';
import type { Violation } from './state.ts';

/** A mention belongs to a text, by its words `<at>Name</at>`, and says who is meant. */
type MentionCheck = {
  readonly texts: readonly string[];
  readonly entities: readonly Record<string, unknown>[];
  /** Whether an id (MRI, Entra object id, UPN) is somebody whom Teams can mention. */
  readonly isKnown: (id: string) => boolean;
};

/**
 * Mentions and `<at>` texts must fit one to one: Teams refuses a mention without its text, and shows the bare words where
 * the mention is missing. Nobody but people (and the bot) can be mentioned, no channel or team (PLATFORMS T24).
 */
export function checkMentions({ texts, entities, isKnown }: MentionCheck): Violation[] {
  const mentions = entities.filter((entity) => entity.type === 'mention');
  const spoken = texts.flatMap((text) => text.match(/<at\b[^>]*>.*?<\/at>/gs) ?? []);
  const problems: string[] = [];
  const count = (list: readonly unknown[], wanted: unknown) => list.filter((entry) => entry === wanted).length;
  const named = mentions.map((mention) => mention.text);
  for (const text of new Set([...spoken, ...named])) {
    const inText = count(spoken, text);
    const inEntities = count(named, text);
    if (inText !== inEntities)
      problems.push(`«${text}» stands ${inText} times in the text and ${inEntities} times in the entities`);
  }
  for (const mention of mentions) {
    const mentioned = isRecord(mention.mentioned) ? mention.mentioned : {};
    const id = String(mentioned.id ?? '');
    if (id.startsWith('19:')) problems.push(`${mention.text} means a channel or team, which cannot be mentioned`);
    else if (!isKnown(id)) problems.push(`${mention.text} means «${id}», who is nobody here`);
    if (!mentioned.name) problems.push(`${mention.text} gives no name`);
  }
  return problems.map((problem) => ({ row: 'T24', problem }));
}

/** The strings of a card in which Teams looks for mentions: not the data of buttons, what stands in an input, or what only other clients show. */
export function mentionTexts(card: Card): string[] {
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (isRecord(value)) {
      const isInput = String(value.type).startsWith('Input.');
      if (isInput) walk(recordsIn(value.choices).map(({ title }) => title));
      for (const [key, entry] of Object.entries(value)) {
        if (isInput && ['value', 'choices'].includes(key)) continue;
        if (!['data', 'msteams', 'fallbackText', 'speak', 'fallback', 'refresh'].includes(key)) walk(entry);
      }
    }
  };
  walk(card);
  return texts;
}

/** The mention entities of a card. */
export function cardEntities(card: Card): Record<string, unknown>[] {
  return isRecord(card.msteams) ? recordsIn(card.msteams.entities) : [];
}
