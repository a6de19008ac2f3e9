import { createHash } from 'node:crypto';

/**
 * Longest name made from an id. File systems allow 255 bytes; the rest is for what is put around it (`.json.tmp`, the
 * time in the name of a damaged copy).
 */
const longestName = 150;

/** Names that Windows keeps for devices, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The name, without ending, of the file or folder that holds `id`: never empty, never with a dot or a separator, and
 * different for different ids also where upper and lower case are one (macOS, Windows). Small letters, digits, `-` and
 * `_` stand for themselves; every other UTF-16 unit is `~` and two hex digits, or `~u` and four. An id that would
 * become too long gets `~~` and its SHA-256.
 */
export function fileNameOf(id: string): string {
  let name = '';
  for (let at = 0; at < id.length; at++) name += /[a-z0-9_-]/.test(id.charAt(at)) ? id.charAt(at) : escaped(id, at);
  if (name === '') return '~';
  if (name.length > longestName) return `~~${createHash('sha256').update(utf16(id)).digest('hex')}`;
  return reserved.test(name) ? escaped(id, 0) + name.slice(1) : name;
}

/** The id that `fileNameOf` made this name from; undefined for the hash of a long id and for names it never makes. */
export function idOf(name: string): string | undefined {
  if (name === '~') return '';
  const id = name.replace(/~u([0-9a-f]{4})|~([0-9a-f]{2})/g, (_, four, two) =>
    String.fromCharCode(Number.parseInt(four ?? two, 16)),
  );
  return fileNameOf(id) === name ? id : undefined;
}

function escaped(id: string, at: number): string {
  const unit = id.charCodeAt(at);
  return unit < 256 ? `~${unit.toString(16).padStart(2, '0')}` : `~u${unit.toString(16).padStart(4, '0')}`;
}

/** UTF-8 would make one of all lone surrogates, and with them one file of several ids. */
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
