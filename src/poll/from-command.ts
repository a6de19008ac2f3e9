import type { Wanted } from './wanted.ts';

/** What somebody asks for who types `poll …`: the form, with what they have said so far; to close one; or a whole poll. */
export type Asked = { what: 'form' | 'poll'; wanted: Wanted } | { what: 'close' };

const anonymousWords = ['anonym', 'anonymt', 'anonymous'];
const severalWords = ['flere', 'fleire', 'flera', 'several'];
const closeWords = ['close', 'steng', 'stäng', 'avslutt', 'avsluta'];

interface Piece {
  text: string;
  quoted: boolean;
}

/** One quoted argument or one bare word; the same quotes as in `chat/grammar.ts`. */
const piece = /["“”„‟«»‹›]([^"“”„‟«»‹›]*)["“”„‟«»‹›]?|[^\s"“”„‟«»‹›]+/gu;

const isWord =
  (...words: string[]) =>
  (p: Piece) =>
    !p.quoted && words.includes(p.text.toLowerCase());

/**
 * Reads the arguments of the command. Words about the kind of poll (`anonym`, `flere`, …) count only outside quotes,
 * wherever they stand. A line without any quotes is a question that somebody has begun: it goes into the form, rather
 * than becoming a poll with one option a word.
 * @param rest All that was typed after the command's word; mentions already written out as names.
 */
export function askedFor(rest: string): Asked {
  const pieces: Piece[] = [...rest.matchAll(piece)].map((m) => ({
    text: (m[1] ?? m[0]).trim(),
    quoted: m[1] !== undefined,
  }));
  if (pieces.length === 1 && pieces.some(isWord(...closeWords))) return { what: 'close' };

  const isSetting = isWord(...anonymousWords, ...severalWords);
  const begun = !pieces.some((p) => p.quoted) && !pieces.every(isSetting);
  const [question = '', ...options] = begun
    ? [rest.replace(/\s+/gu, ' ').trim()]
    : pieces.filter((p) => p.text !== '' && !isSetting(p)).map((p) => p.text);
  return {
    what: options.length > 0 ? 'poll' : 'form',
    wanted: {
      question,
      options,
      choice: !begun && pieces.some(isWord(...severalWords)) ? 'several' : 'single',
      names: !begun && pieces.some(isWord(...anonymousWords)) ? 'anonymous' : 'named',
      closes: 'none',
      day: '',
    },
  };
}
