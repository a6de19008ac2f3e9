import { unzipSync } from 'fflate';
import { decode } from './decode.ts';
import { Unreadable } from './outcome.ts';

/** In bytes, of all parts that are read. The XML of 20,000 full rows is about half of it. */
export const MAX_UNPACKED = 32 * 1024 * 1024;
/** A workbook has a dozen or two. Keeps a made-up list of entries from being walked for ever. */
const MAX_ENTRIES = 20_000;

/** The parts of a zip, unpacked when asked for. */
export interface ZipParts {
  /**
   * The text of a part, or undefined when there is none of that name.
   * @throws Unreadable when it is damaged, or when all parts read so far are larger than `MAX_UNPACKED`.
   */
  text(name: string): string | undefined;
}

/** The names of a zip's entries, with `/` between folders; undefined when its list of entries is broken. */
export function entryNames(bytes: Uint8Array): string[] | undefined {
  const sizes = entrySizes(bytes);
  return sizes && [...sizes.values()].map(({ name }) => withSlashes(name));
}

/**
 * Opens a zip. Sizes are read from its list of entries before anything is unpacked; a part that turns out larger than
 * its entry says is cut off there, and then is no XML.
 * @throws Unreadable when it has no list of entries.
 */
export function openZip(bytes: Uint8Array): ZipParts {
  const entries = entrySizes(bytes);
  if (!entries) throw new Unreadable({ code: 'damaged', looksLike: 'xlsx' });
  let unpacked = 0;
  return {
    text(wanted) {
      // Part names are compared without case (ECMA-376 part 2, 6.2.2).
      const entry = entries.get(wanted.toLowerCase());
      if (!entry) return undefined;
      unpacked += entry.size;
      if (!(unpacked <= MAX_UNPACKED)) {
        throw new Unreadable({ code: 'too-large-unpacked', bytes: unpacked, maxBytes: MAX_UNPACKED });
      }
      return decode(unpack(bytes, entry.name));
    },
  };
}

function unpack(bytes: Uint8Array, name: string): Uint8Array {
  try {
    const content = unzipSync(bytes, { filter: (file) => file.name === name })[name];
    if (content) return content;
  } catch (cause) {
    throw new Unreadable({ code: 'damaged', looksLike: 'xlsx' }, cause);
  }
  throw new Unreadable({ code: 'damaged', looksLike: 'xlsx' });
}

/** Entries by their names without case. Of two with one name the last is kept, as `unpack` keeps it. */
function entrySizes(bytes: Uint8Array): Map<string, { name: string; size: number }> | undefined {
  const entries = new Map<string, { name: string; size: number }>();
  let seen = 0;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        seen += 1;
        if (seen > MAX_ENTRIES) throw new Error('too many entries');
        // What is not packed is as large as it is, whatever its entry says.
        entries.set(withSlashes(name).toLowerCase(), { name, size: Math.max(size, originalSize) });
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries;
}

/** Some Windows programs write backslashes. */
function withSlashes(name: string): string {
  return name.replaceAll('\\', '/');
}
