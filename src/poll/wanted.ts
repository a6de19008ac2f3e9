import { z } from 'zod';
import { closings } from './closing-time.ts';

/** A poll as somebody wishes it, before it is posted. Kept as a draft while they look at it. */
export const wanted = z.object({
  question: z.string(),
  options: z.array(z.string()),
  choice: z.enum(['single', 'several']),
  /** Named; anonymous with the distribution shown on the way; or anonymous with it shown when the poll closes. */
  names: z.enum(['named', 'anonymous', 'anonymous-at-closing']),
  closes: z.enum(closings),
  /** ISO day, used when `closes` is `day`. */
  day: z.string(),
});
export type Wanted = z.infer<typeof wanted>;

/** The question stands in a card's heading and in notifications: longer ones are not read. */
export const longestQuestion = 300;
/** Text of an option in Slack's choices, and of a button there (PLATFORMS S12, S13). */
export const longestOption = 75;
export const fewestOptions = 2;
/** More do not fit a card that is read in ten seconds. */
export const mostOptions = 20;

export type WantedProblem =
  | { what: 'no-question' | 'long-question'; field: 'question'; length: number }
  | { what: 'few-options' | 'many-options'; field: 'options'; count: number }
  | { what: 'long-option'; field: 'options'; option: string; length: number }
  | { what: 'same-option'; field: 'options'; option: string };

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Options as written in a form, one on each line; blank lines count for nothing. */
export const optionLines = (text: string): string[] => text.split(/\r\n|\r|\n/u);

/**
 * Tidies question and options (spaces, blank ones left out) and checks them. Two options that differ only in case or
 * spaces are the same.
 */
export function checkWanted(
  asked: Pick<Wanted, 'question' | 'options'>,
): { ok: true; question: string; options: string[] } | { ok: false; problem: WantedProblem } {
  const question = tidy(asked.question);
  const options = asked.options.map(tidy).filter((o) => o !== '');
  const no = (problem: WantedProblem) => ({ ok: false, problem }) as const;
  const length = question.length;
  if (length === 0) return no({ what: 'no-question', field: 'question', length });
  if (length > longestQuestion) return no({ what: 'long-question', field: 'question', length });
  const long = options.find((o) => o.length > longestOption);
  if (long !== undefined) return no({ what: 'long-option', field: 'options', option: long, length: long.length });
  const seen = new Set<string>();
  for (const option of options) {
    const key = option.toLowerCase();
    if (seen.has(key)) return no({ what: 'same-option', field: 'options', option });
    seen.add(key);
  }
  const count = options.length;
  if (count < fewestOptions) return no({ what: 'few-options', field: 'options', count });
  if (count > mostOptions) return no({ what: 'many-options', field: 'options', count });
  return { ok: true, question, options };
}
