import { z } from 'zod';
import { type Feature, press, type Turn } from '../feature.ts';
import type { Answer } from '../port.ts';
import { clearDrafts } from './clear-drafts.ts';
import { clearLinks } from './clear-links.ts';
import { helpCard } from './help.ts';
import { awaitingCard } from './mine.ts';

/** What belongs to no feature: the menu and its buttons, what awaits me, and the clearing of drafts and links that are over. */
export function chatFeature(features: Feature[]): Feature {
  const own: Feature = {
    commands: [
      {
        verb: 'help',
        words: { nb: ['hjelp', 'meny'], sv: ['hjälp'] },
        help: 'chat.help.help',
        usage: 'chat.usage.help',
        run: async (turn) => ({ show: 'private', card: helpCard(turn.language, commands()) }),
      },
      {
        verb: 'mine',
        words: { nb: ['mine', 'mitt'], sv: ['mina', 'mitt'] },
        help: 'chat.help.mine',
        usage: 'chat.usage.mine',
        run: async (turn) => ({ show: 'private', card: await awaitingCard(turn, features) }),
      },
    ],
    presses: [
      press({
        verb: 'chat.help',
        values: z.object({}),
        run: async (turn) => ({ show: 'replace', card: helpCard(turn.language, commands(), { all: true }) }),
      }),
      // A button of the menu stands for a command typed without arguments.
      press({
        verb: 'chat.run',
        values: z.object({ command: z.string() }),
        run: async (turn, { command }) => {
          const found = commands().find((c) => c.verb === command);
          if (!found) return { show: 'private', card: helpCard(turn.language, commands()) };
          return found.run(turn, { args: [], rest: '', mentions: [], files: [] });
        },
      }),
    ],
    async beat(world) {
      await clearDrafts(world);
      await clearLinks(world);
    },
  };
  const commands = () => [own, ...features].flatMap((f) => f.commands);
  return own;
}

/** What Klar says when it comes to a place: who it is and what one can ask it. */
export async function welcome(turn: Turn): Promise<Answer> {
  return { show: 'reply', card: helpCard(turn.placeLanguage, undefined) };
}
