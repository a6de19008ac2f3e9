/** Kinds of file that people send in place of a CSV file, told by their first bytes. `binary` is any other. */
export type NotText = 'xlsx' | 'xls' | 'word' | 'ods' | 'pdf' | 'image' | 'html' | 'zip' | 'binary';

const firstBytes: readonly (readonly [start: string, kind: NotText])[] = [
  ['%PDF', 'pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
];

/** A zip names its entries in clear text; Office and OpenDocument files are zips that begin with well-known ones. */
const zipEntries: readonly (readonly [entry: string, kind: NotText])[] = [
  ['opendocument.spreadsheet', 'ods'],
  ['xl/', 'xlsx'],
  ['word/', 'word'],
];

/**
 * What the bytes look like when they are not a text file, or undefined when they may be one. Office files all begin
 * with the same entry (`[Content_Types].xml`), so their folders are looked for in the whole of the file.
 */
export function looksLike(bytes: Uint8Array): NotText | undefined {
  // Latin-1 gives one character per byte, so that bytes can be compared as text.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const known = firstBytes.find(([start]) => head.startsWith(start));
  if (known) return known[1];
  if (head.startsWith('PK\x03\x04')) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return zipEntries.find(([entry]) => whole.includes(entry, 0, 'latin1'))?.[1] ?? 'zip';
  }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml)/i.test(head)) return 'html';
  const utf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  if (!utf16 && strangeCharacters.test(head)) return 'binary';
  return undefined;
}

// Control characters that no text editor or spreadsheet writes; tab, line feed, form feed, return and Ctrl-Z are left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const strangeCharacters = /[\x00-\x08\x0e-\x19\x1b-\x1f]/;
