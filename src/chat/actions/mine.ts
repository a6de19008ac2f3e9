import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { say } from '#words/say.ts';
import type { Awaiting, Feature, Turn } from '../feature.ts';

const shown = 5;

/** All that awaits this person's answer, most urgent first, five lines and a count of the rest. */
export async function awaitingCard(turn: Turn, features: Feature[]): Promise<Card> {
  const found: Awaiting[] = [];
  for (const feature of features) found.push(...((await feature.awaiting?.(turn, turn.by)) ?? []));
  found.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  const title = say(turn.language, 'chat.awaiting', { count: found.length });
  return fillCard(
    'chat/mine',
    {
      title,
      empty: found.length === 0 ? say(turn.language, 'chat.awaiting-nothing') : '',
      items: found.slice(0, shown).map((one, index) => ({
        title: one.title,
        when: one.when ?? '',
        actions: one.open
          ? [
              {
                type: 'Action.Execute',
                title: one.open.title,
                verb: one.open.verb,
                data: one.open.data,
                // The most urgent is where one begins.
                ...(index === 0 ? { style: 'positive' } : {}),
              },
            ]
          : [],
      })),
      more: found.length > shown ? say(turn.language, 'chat.awaiting-more', { count: found.length - shown }) : '',
      plan: say(turn.language, 'chat.button.plan'),
      help: say(turn.language, 'chat.button.help'),
    },
    { summary: title, language: turn.language },
  );
}
