import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { say } from '#words/say.ts';
import type { Command, Turn } from '../feature.ts';
import type { Answer } from '../port.ts';

/** The four things that people most often want, as buttons; the rest is typed. */
const buttons = ['plan', 'mine', 'poll', 'ready'];

/**
 * The menu card: what Klar does, its commands as one types them, and buttons for the commonest.
 * @param commands Left out in the welcome, which shows the buttons alone.
 */
export function helpCard(language: Language, commands: Command[] | undefined, intro?: string): Card {
  const title = commands ? say(language, 'chat.help-title') : say(language, 'chat.welcome-title');
  return fillCard(
    'chat/help',
    {
      title,
      intro: intro ?? say(language, commands ? 'chat.help-intro' : 'chat.welcome'),
      lines: (commands ?? []).map((c) => ({ usage: say(language, c.usage), does: say(language, c.help) })),
      buttons: buttons.map((command) => ({ command, title: say(language, `chat.button.${command as 'plan'}`) })),
    },
    { summary: title, language },
  );
}

/** Letters of what was typed that are said back; somebody may have pasted a page. */
const wordShown = 40;

/** A line that Klar did not understand is answered with the nearest commands and the menu, to that person alone. */
export function notUnderstood(turn: Turn, word: string, nearest: Command[], all: Command[]): Answer {
  const typed = word.length > wordShown ? `${word.slice(0, wordShown).trim()}…` : word;
  const intro =
    nearest.length > 0
      ? say(turn.language, 'chat.did-you-mean', {
          word: typed,
          nearest: nearest
            .map((c) => say(turn.language, 'chat.quoted', { text: localName(c, turn.language) }))
            .join(', '),
        })
      : say(turn.language, 'chat.not-understood', { word: typed });
  return { show: 'private', card: helpCard(turn.language, all, intro) };
}

/** A command's name in the reader's language. */
function localName(command: Command, language: Language): string {
  const words = language === 'sv' ? command.words.sv : language === 'en' ? [] : command.words.nb;
  return words[0] ?? command.verb;
}
