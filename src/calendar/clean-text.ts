/** A cell as the readers of dates want it: lower case, plain hyphens and apostrophes, no quotation marks, single blanks. */
export function clean(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[’‘`´]/gu, "'")
    .replace(/["«»“”]/gu, '')
    .replace(/\s{2,}|[^\S ]/gu, ' ')
    .trim();
}
