import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { say } from '#words/say.ts';
import type { Command, Turn } from '../feature.ts';
import type { Answer } from '../port.ts';

/** The four things that people most often want, as buttons; the rest is typed. */
const buttons = ['plan', 'mine', 'poll', 'ready'];

/** Buttons on one card (CARDS rule 3). */
const mostButtons = 4;
/** Commands on the menu before "show more" is pressed (CARDS rule 8). */
const shownFirst = 5;

/**
 * The menu card: what Klar does, its commands as one types them, and buttons for the commonest.
 * @param commands Left out in the welcome, which shows the buttons alone.
 * @param how.all Every command; otherwise the first five, with a button that shows the others.
 */
export function helpCard(language: Language, commands: Command[] | undefined, { all = false } = {}): Card {
  const title = say(language, commands ? 'chat.help-title' : 'chat.welcome-title');
  return menuCard(language, {
    title,
    intro: say(language, commands ? 'chat.help-intro' : 'chat.welcome'),
    commands: commands ?? [],
    all,
    offered: buttons.map((verb) => ({ verb, title: say(language, `chat.button.${verb as 'plan'}`) })),
  });
}

interface Menu {
  title: string;
  intro: string;
  commands: Command[];
  all?: boolean;
  offered: { verb: string; title: string }[];
}

function menuCard(language: Language, { title, intro, commands, all = false, offered }: Menu): Card {
  const shown = wantedFirst(commands).slice(0, all ? undefined : shownFirst);
  const left = commands.length - shown.length;
  const more =
    left > 0 ? [{ verb: 'chat.help', command: '', title: say(language, 'chat.button.more', { count: left }) }] : [];
  return fillCard(
    'chat/help',
    {
      title,
      intro,
      lines: shown.map((c) => ({ usage: say(language, c.usage), does: say(language, c.help) })),
      buttons: [
        ...offered
          .slice(0, mostButtons - more.length)
          .map(({ verb, title: name }) => ({ verb: 'chat.run', command: verb, title: name })),
        ...more,
      ],
    },
    { summary: title, language },
  );
}

/** What people most often want stands first; the rest keeps its order. */
function wantedFirst(commands: readonly Command[]): Command[] {
  const rank = ({ verb }: Command) => (buttons.includes(verb) ? buttons.indexOf(verb) : buttons.length);
  return [...commands].sort((a, b) => rank(a) - rank(b));
}

/** Letters of what was typed that are said back; somebody may have pasted a page. */
const wordShown = 40;

/**
 * A line that Klar did not understand is answered with the nearest commands as buttons, or where none is near with the
 * whole menu, to that person alone. The first line says that it was not understood.
 */
export function notUnderstood(turn: Turn, word: string, nearest: Command[], all: Command[]): Answer {
  const { language } = turn;
  const typed = word.length > wordShown ? `${word.slice(0, wordShown).trim()}…` : word;
  const offer = (c: Command) => ({ verb: c.verb, title: localName(c, language) });
  const menu = buttons.map((verb) => ({ verb, title: say(language, `chat.button.${verb as 'plan'}`) }));
  if (nearest.length === 0) {
    const title = say(language, 'chat.not-understood', { word: typed });
    return { show: 'private', card: menuCard(language, { title, intro: '', commands: all, offered: menu }) };
  }
  const names = nearest.map((c) => say(language, 'chat.quoted', { text: localName(c, language) })).join(', ');
  const title = say(language, 'chat.did-you-mean', { word: typed, nearest: names });
  const help = { verb: 'help', title: say(language, 'chat.button.help') };
  const offered = [
    ...nearest
      .filter((c) => c.verb !== 'help')
      .slice(0, mostButtons - 1)
      .map(offer),
    help,
  ];
  return {
    show: 'private',
    card: menuCard(language, { title, intro: say(language, 'chat.did-you-mean-next'), commands: [], offered }),
  };
}

/** A command's name in the reader's language. */
function localName(command: Command, language: Language): string {
  const words = language === 'sv' ? command.words.sv : language === 'en' ? [] : command.words.nb;
  return words[0] ?? command.verb;
}
