/**
 * Bytes of a text file to text: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Windows-1252, which
 * is what older Excel and Norwegian and Swedish record systems still write. A text that is not valid UTF-8 is taken for
 * Windows-1252: every byte means something there, and æ, ø, å, ä, ö are almost never valid UTF-8 by accident.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
