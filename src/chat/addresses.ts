/** A part of a text: words, or a web address that may be a link. */
export type TextPart = { text: string } | { address: string };

/**
 * A text and the web addresses in it, in order: together they are the text letter by letter. Only whole `https` addresses count, without a name or
 * password before the host (which could pass for another host), and without the sign that ends the sentence.
 */
export function addressesIn(text: string): TextPart[] {
  if (!text.includes('https://')) return [{ text }];
  const found: TextPart[] = [];
  let at = 0;
  for (const { 0: match, index } of text.matchAll(/(?<![\p{L}\p{N}])https:\/\/[\p{L}\p{N}\-._~:/?#@!$&'()*+,;=%]+/gu)) {
    const address = withoutEnd(match);
    if (!isAddress(address)) continue;
    if (index > at) found.push({ text: text.slice(at, index) });
    found.push({ address });
    at = index + address.length;
  }
  if (at < text.length || found.length === 0) found.push({ text: text.slice(at) });
  return found;
}

/** Without the signs after it that belong to the sentence; a bracket that it opens itself is its own. */
function withoutEnd(match: string): string {
  const shorter = match.replace(/[.,;:!?'*~(]+$/u, '');
  const isOpen = (shorter.match(/\(/gu)?.length ?? 0) < (shorter.match(/\)/gu)?.length ?? 0);
  return isOpen && shorter.endsWith(')') ? withoutEnd(shorter.slice(0, -1)) : shorter;
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.');
}
