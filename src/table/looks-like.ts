import { entryNames } from './zip-parts.ts';

/** Kinds of file that people send in place of a table, told by their first bytes. `binary` is any other. */
export type NotText = 'xls' | 'xlsb' | 'word' | 'ods' | 'pdf' | 'image' | 'html' | 'zip' | 'binary';

/** What bytes that are no plain text are: a workbook that can be read, a file with a password, or neither. */
export type Kind = NotText | 'xlsx' | 'encrypted';

const firstBytes: readonly (readonly [start: string, kind: NotText])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
];

/** The container of older Office files, and of newer ones with a password. */
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** A stream of such a container; their names are UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** A zip names its entries in clear text; Office files are zips with well-known ones, in whichever folder. */
const zipEntries: readonly (readonly [entry: string, kind: Kind])[] = [
  ['word/document.xml', 'word'],
  ['workbook.bin', 'xlsb'],
  ['workbook.xml', 'xlsx'],
];

/** What the bytes look like when they are not a text file, or undefined when they may be one. */
export function looksLike(bytes: Uint8Array): Kind | undefined {
  // Latin-1 gives one character per byte, so that bytes can be compared as text.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const known = firstBytes.find(([start]) => head.startsWith(start));
  if (known) return known[1];
  if (head.startsWith(OLE)) return wholeOf(bytes).includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'xls';
  if (head.startsWith('PK\x03\x04')) return zipKind(bytes);
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml)/i.test(head)) return 'html';
  const utf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  if (!utf16 && strangeCharacters.test(head)) return 'binary';
  return undefined;
}

function zipKind(bytes: Uint8Array): Kind {
  // The first bit of an entry's flags: its content is encrypted (APPNOTE 4.4.4). The names of entries are not.
  if (((bytes[6] ?? 0) & 1) === 1) return 'encrypted';
  const whole = wholeOf(bytes);
  // Its first entry, which is not packed.
  if (whole.subarray(0, 256).includes('opendocument.spreadsheet', 0, 'latin1')) return 'ods';
  // Names rather than bytes: a Word file may hold a workbook. A broken zip has lost its list, and its bytes must do.
  const names = entryNames(bytes);
  const holds = (entry: string) =>
    names ? names.some((name) => `/${name}`.endsWith(`/${entry}`)) : whole.includes(entry, 0, 'latin1');
  return zipEntries.find(([entry]) => holds(entry))?.[1] ?? 'zip';
}

function wholeOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// Control characters that no text editor or spreadsheet writes; tab, line feed, form feed, return and Ctrl-Z are left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const strangeCharacters = /[\x00-\x08\x0e-\x19\x1b-\x1f]/;
