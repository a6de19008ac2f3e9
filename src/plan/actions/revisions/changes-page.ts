import type { Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { say } from '#words/say.ts';

/** Lines on a card (CARDS rule 8). */
const linesShown = 5;

/** A line of a list of changes: what changed, and whose it is. */
export interface Line {
  text: string;
  units?: string;
}

/**
 * A list of changes, five at a time.
 * @param about.more Makes the button to what comes after; it gets where that begins.
 */
export function changesPage(
  language: Language,
  about: {
    title: string;
    /** Above the title: what has just happened. */
    note?: string;
    /** Whose changes, compared with what. */
    of?: string;
    counts?: string;
    lines: readonly Line[];
    /** The first line shown; more than there are begins anew. */
    from: number;
    more(from: string): CardAction;
    /** Below the list. */
    after?: string;
    actions: readonly CardAction[];
  },
): Card {
  const { title, lines } = about;
  const first = about.from < lines.length ? about.from : 0;
  const to = Math.min(first + linesShown, lines.length);
  return fillCard(
    'plan/changes',
    {
      note: about.note ?? '',
      title,
      of: about.of ?? '',
      counts: about.counts ?? '',
      lines: lines.slice(first, to).map(({ text, units = '' }) => ({ text, units })),
      position:
        lines.length > linesShown ? say(language, 'plan.position', { from: first + 1, to, count: lines.length }) : '',
      after: about.after ?? '',
      actions: [...(to < lines.length ? [about.more(String(to))] : []), ...about.actions].slice(0, 4),
    },
    { summary: about.note ?? title, language },
  );
}
