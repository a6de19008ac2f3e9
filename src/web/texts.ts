import type { Command } from '#chat/feature.ts';
import { type SentenceKey, say, sentences } from '#words/say.ts';

const languages = ['nb', 'sv', 'en'] as const;
const prefix = 'rehearsal.page.';

/**
 * What the page needs to speak each language: its own texts, whose only blanks are `{name}`, which the page fills
 * itself, and the commands that can be typed.
 */
export function pageTexts(commands: readonly Command[]) {
  return Object.fromEntries(
    languages.map((tongue) => [
      tongue,
      {
        texts: Object.fromEntries(
          (Object.keys(sentences) as SentenceKey[])
            .filter((key) => key.startsWith(prefix))
            .map((key) => [key.slice(prefix.length), sentences[key][tongue]]),
        ),
        commands: commands.map((command) => ({
          word: tongue === 'en' ? command.verb : (command.words[tongue][0] ?? command.verb),
          usage: say(tongue, command.usage),
          help: say(tongue, command.help),
        })),
      },
    ]),
  );
}
