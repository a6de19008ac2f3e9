import { commands } from './texts.ts';

/** Something that may be meant by what stands in the box. */
export interface Suggestion {
  /** What is shown, and what more it says. */
  label: string;
  about: string;
  /** The whole text and where the cursor is when it is chosen. */
  text: string;
  cursor: number;
}

const AT_MOST = 12;

/**
 * What may be meant: a command while its first word is being written (all of them before that), a person after an @.
 * @param names Everyone who can be mentioned.
 */
export function suggest(text: string, cursor: number, names: readonly string[]): Suggestion[] {
  const before = text.slice(0, cursor);
  const after = text.slice(cursor);
  const mention = /(?:^|\s)@([^@\n]{0,40})$/u.exec(before);
  if (mention) {
    const typed = (mention[1] ?? '').toLowerCase();
    const start = before.slice(0, before.length - (mention[1] ?? '').length);
    return names
      .filter((name) => name.toLowerCase() !== typed.trim())
      .filter((name) => name.toLowerCase().startsWith(typed) || name.toLowerCase().includes(` ${typed}`))
      .slice(0, AT_MOST)
      .map((name) => completed(`${start}${name} `, after, `@${name}`, ''));
  }
  const word = /^\s*\/?(\p{L}*)$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined || after.trim() !== '') return [];
  return commands()
    .filter((command) => command.word.startsWith(word))
    .slice(0, AT_MOST)
    .map((command) => completed(`${command.word} `, '', command.usage, command.help));
}

const completed = (start: string, rest: string, label: string, about: string): Suggestion => ({
  label,
  about,
  text: start + rest,
  cursor: start.length,
});
