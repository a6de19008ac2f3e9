import type { Filled } from './wanted.ts';

/** A heading is read in one look, and stands in notifications: letters. */
const comfortable = 80;

/** A full stop after an abbreviation ("bl.a."), an initial or a number ("kl.", "1.") ends no sentence. */
const isShortened = (before: string): boolean =>
  /(^|[\s(«“”"])(\p{L}|\p{L}{1,3}\.\p{L}{1,3}|kl|nr|ca|\d+)$/iu.test(before);

/**
 * What was typed in one go, as heading and text of an announcement: the first sentence of the first line is the heading, the rest the text. A
 * sentence that is too long for a heading is cut at a word, and stands whole in the text.
 */
export function headingAndText(typed: string): Pick<Filled, 'title' | 'text'> {
  const [first = '', ...others] = typed.split('\n');
  const line = first.trim();
  const below = others.join('\n').trim();
  const sentence = firstSentence(line);
  const after = line.slice(sentence.length).trim();
  const text = [after, below].filter((part) => part !== '').join('\n\n');
  if (sentence.length <= comfortable) return { title: sentence.replace(/(?<!\.)\.$/u, ''), text };
  const cut = sentence.slice(0, comfortable + 1).replace(/\s+\S*$/u, '');
  const title = `${cut.length > comfortable ? cut.slice(0, comfortable) : cut.replace(/[\s,;:–-]+$/u, '')} …`;
  return { title, text: [line, below].filter((part) => part !== '').join('\n\n') };
}

/** Up to the sign that ends it, before a new sentence with a capital letter; all where there is none. */
function firstSentence(line: string): string {
  for (const { index, 0: end } of line.matchAll(/[.!?]+["”»)]?(?=\s+["“«(]?[\p{Lu}\d])/gu)) {
    if (end.startsWith('.') && isShortened(line.slice(0, index))) continue;
    return line.slice(0, index + end.length);
  }
  return line;
}
