import { sameName } from '#people/find-unit.ts';

/** Numbers and gates, which nobody writes a comma or an "og" into. */
const short = /^(?:(?:nr|no|rad|row|punkt|id|#)\.?\s*)?(?:\p{L}{0,4}[-.]?\d[\d.]*\p{L}?|\p{Lu}{1,3}\d{0,3})$/iu;

/**
 * What a cell says that a row depends on, each as written: at semicolons and line breaks, and at commas and "og" where
 * that does not cut a title of the plan in two.
 * @param isTitle Whether a text is the title of a row.
 */
export function splitReferences(text: string, isTitle: (text: string) => boolean): string[] {
  const found = text.split(/[;\n\r]+/u).flatMap((piece) => {
    const whole = piece.trim();
    if (whole === '' || isTitle(sameName(whole))) return [whole];
    const parts = trimmed(whole.split(/,/u));
    const finer = parts.flatMap((part) => {
      const ends = trimmed(part.split(/(?<!\s)\s+(?:og|och|and|&|\+)\s+/iu));
      const areNames = ends.every((end) => short.test(end) || isTitle(sameName(end)));
      return isTitle(sameName(part)) || !areNames ? [part] : ends;
    });
    if (text.includes(';')) return finer.every((part) => short.test(part)) ? finer : [whole];
    return finer;
  });
  return [...new Set(found.filter((one) => one !== '' && !/^[-–—]+$/u.test(one)))];
}

const trimmed = (parts: readonly string[]): string[] => parts.map((part) => part.trim()).filter((part) => part !== '');
