import type { types } from '@slack/bolt';

/** A text as Slack shows it letter by letter: no mentions, links, formatting or emoji codes in it (S20). Never empty. */
export function plainText(text: string, longest: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(visible(text), longest), emoji: false };
}

/** Slack refuses an empty text; what shows nothing becomes a dash. */
export const visible = (text: string): string => (text.trim() === '' ? '–' : text);

/** Cuts a text so that one sees that it was cut: at a space when one is near, with "…" at the end. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = text.slice(0, longest - 1);
  const space = whole.lastIndexOf(' ');
  const kept = space > longest * 0.6 ? whole.slice(0, space) : whole;
  // Never half a letter: a surrogate pair stays together.
  return `${kept.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}

/** The letters that begin an entity, a mention or a link, as entities (S20): for the few texts that Slack always reads as markup. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A long text as pieces of at most `longest`, broken at line ends or spaces where possible; nothing is lost. */
export function pieces(text: string, longest: number): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const window = rest.slice(0, longest);
    const at = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    const end = at > longest / 2 ? at + 1 : /[\uD800-\uDBFF]$/u.test(window) ? longest - 1 : longest;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...found, rest];
}
