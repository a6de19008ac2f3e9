import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { button, problem } from './common.ts';
import type { PlanWord } from './plan-command.ts';

/** What everybody can ask of the plan, and what those who lead can do to it: five lines of each at most (CARDS rule 8). */
const pages = {
  ask: ['ask', 'search', 'changes', 'picture', 'depends'],
  lead: ['edit', 'add', 'move', 'halt', 'revisions'],
} as const;
type Page = keyof typeof pages;

function helpCard({ language, by }: Turn, programme: Programme, page: Page) {
  const title = say(language, `plan.guide.title-${page}`);
  const other = page === 'ask' ? 'lead' : 'ask';
  const ids = { programme: programme.id };
  return fillCard(
    'plan/help',
    {
      title,
      lines: pages[page].map((word) => ({
        usage: say(language, `plan.guide.${word}`),
        does: say(language, `plan.guide.${word}-does`),
      })),
      actions: [
        button(say(language, 'plan.button.all'), 'plan.show', { ...ids, filter: 'ahead', from: '0' }),
        ...(mayLead(programme, by.id)
          ? [button(say(language, `plan.guide.button-${other}`), 'plan.help', { ...ids, page: other })]
          : []),
      ],
    },
    { summary: title, language },
  );
}

/** `plan help`: what one can ask of the plan, and for those who lead, what they can do to it. */
export const helpWord: PlanWord = {
  words: ['help', 'hjelp', 'hjälp', '?'],
  startsPlan: true,
  async run(turn, { programme }) {
    return { show: 'private', card: helpCard(turn, programme, 'ask') };
  },
};

export const planHelpPresses = [
  press({
    verb: 'plan.help',
    values: z.object({ programme: z.string(), page: z.enum(['ask', 'lead']) }),
    async run(turn, { programme: id, page }) {
      const programme = await turn.store.programmes.get(id);
      if (!programme) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: helpCard(turn, programme, page) };
    },
  }),
];
