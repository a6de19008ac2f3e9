import { hasGlyph, textWidth, type Weight } from './font.ts';

/**
 * A text on at most so many lines of a width in pixels, broken between words; a word that is wider than a line is broken
 * within. What is left over is cut with "…". The lines are never empty, except the only line of an empty text.
 */
export function wrapText(
  text: string,
  { widthPx, sizePx, weight = 'regular', lines }: { widthPx: number; sizePx: number; weight?: Weight; lines: number },
): string[] {
  const fits = (line: string): boolean => textWidth(line, sizePx, weight) <= widthPx;
  const wrapped: string[] = [];
  let rest = writable(text);
  while (rest !== '') {
    if (fits(rest)) return [...wrapped, rest];
    if (wrapped.length === lines - 1) return [...wrapped, `${longest(rest, (start) => fits(`${start}…`)).trimEnd()}…`];
    const line = firstLine(rest, fits);
    wrapped.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return wrapped.length > 0 ? wrapped : [''];
}

/** One line of text without line breaks, and without the pictograms that the font cannot write. */
export const writable = (text: string): string =>
  text
    .replaceAll(/\p{Extended_Pictographic}|\p{Emoji_Modifier}/gu, (sign) => (hasGlyph(sign) ? sign : ''))
    .replaceAll(/\p{Cf}|\uFE0F/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .toWellFormed()
    .trim();

/** As many whole words as fit; of a word that is too wide, as many letters as fit. */
function firstLine(text: string, fits: (line: string) => boolean): string {
  let end = 0;
  // After a hyphen, a slash or a dash a line may end too: "opplærings-/testmiljø".
  for (const { index, 0: gap } of text.matchAll(/ |(?<=\p{L}[-/–])(?=\p{L})/gu)) {
    if (!fits(text.slice(0, index))) break;
    end = index + gap.length;
  }
  return end > 0 ? text.slice(0, end) : longest(text, fits);
}

/** The longest start of a text that fits, one letter at the least. */
function longest(text: string, fits: (start: string) => boolean): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, 400))];
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(startOf(middle))) low = middle;
    else high = middle - 1;
  }
  return startOf(low);
  function startOf(count: number): string {
    return letters
      .slice(0, count)
      .map(({ segment }) => segment)
      .join('');
  }
}
