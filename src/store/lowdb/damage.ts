import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the copies of damaged files are put, inside the data folder. */
const damagedFolder = 'damaged';

/** A file that could not be read when the store was opened, for the operator. */
export interface DamagedFile {
  collection: string;
  /** The record's id, or group and segment of a keyed collection; the file's name when the id cannot be told from it. */
  id: string;
  /** Relative to the data folder, as is `copy`. */
  file: string;
  problem: string;
  /** Left out when there is nothing to copy: the file is missing. */
  copy?: string;
}

/**
 * Sets damaged files aside: a copy with its name and the time goes to `damaged/`. The file itself stays where it is, so
 * that its record is read-only after the next start too.
 */
export class Damage {
  readonly found: DamagedFile[] = [];
  readonly #dir: string;
  readonly #at: string;

  /** `at`: ISO instant of this start, part of the copies' names. */
  constructor(dir: string, at: string) {
    this.#dir = dir;
    this.#at = at.replaceAll(/[:.]/g, '-');
  }

  report(damaged: Omit<DamagedFile, 'copy'>): void {
    const content = withoutSecrets(damaged.collection, readFileSync(join(this.#dir, damaged.file)));
    this.found.push({
      ...damaged,
      copy: this.keep(damaged.file.replace(/\.\w+$/, '').replaceAll(/[/\\]/g, '.'), content),
    });
  }

  reportMissing(damaged: Omit<DamagedFile, 'copy' | 'problem'>): void {
    this.found.push({ ...damaged, problem: 'missing' });
  }

  /** Writes `content` beside the other damaged things unless it lies there already; gives the path of the copy. */
  keep(name: string, content: Buffer): string {
    const folder = join(this.#dir, damagedFolder);
    mkdirSync(folder, { mode: 0o700, recursive: true });
    const earlier = readdirSync(folder).find(
      (file) => file.startsWith(`${name}.`) && readFileSync(join(folder, file)).equals(content),
    );
    const file = earlier ?? `${name}.${this.#at}.damaged`;
    if (earlier === undefined) writeFileSync(join(folder, file), content, { mode: 0o600, flush: true });
    return join(damagedFolder, file);
  }
}

/**
 * The secret of an anonymous poll is destroyed when the poll closes, in spare copies too (DESIGN section 8): so it never
 * comes into one. A wrapped secret is the only thing in a poll that is 70 such characters without a break; the
 * key of an answer is 64.
 */
function withoutSecrets(collection: string, content: Buffer): Buffer {
  if (collection !== 'polls') return content;
  return Buffer.from(content.toString('latin1').replaceAll(/[\w.-]{70,}/g, '(secret taken out)'), 'latin1');
}
