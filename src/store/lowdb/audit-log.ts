import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditLine, auditLine } from '../audit-line.ts';
import type { Store } from '../port.ts';
import { AppendedFile } from './appended-file.ts';
import type { Damage } from './damage.ts';
import { Folder } from './folder.ts';
import type { Site } from './records.ts';
import type { Underway } from './underway.ts';

const collection = 'audit';
/** `2026-08.ndjson`: the lines of a month of UTC. */
const monthFile = /^\d{4}-\d{2}\.ndjson$/;
const lineEnd = 0x0a;

interface Waiting {
  file: string;
  text: string;
  done: PromiseWithResolvers<void>;
}

/**
 * The audit log: one JSON object a line, one file a month, only ever appended to. A line is acknowledged when it is on
 * disk; lines that arrive while one is being written go together.
 */
export class AuditLog {
  readonly #folder: Folder;
  readonly #underway: Underway;
  /** Where what is whole and acknowledged ends, is kept by each. */
  readonly #files = new Map<string, AppendedFile>();
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(site: Site) {
    this.#folder = new Folder(join(site.root.path, collection), { parent: site.root });
    this.#underway = site.underway;
    for (const file of readdirSync(this.#folder.path).sort()) {
      if (!monthFile.test(file)) continue;
      const length = wholeLines(this.#folder.path, file, site.damage);
      this.#files.set(file, new AppendedFile(this.#folder, file, length));
    }
  }

  readonly port: Store['audit'] = {
    append: (line) =>
      this.#underway.run(() => {
        const checked = auditLine.parse(line);
        const at = Temporal.Instant.from(checked.at).toString();
        const done = Promise.withResolvers<void>();
        this.#waiting.push({ file: `${at.slice(0, 7)}.ndjson`, text: `${JSON.stringify(checked)}\n`, done });
        if (!this.#writing) void this.#writeAll();
        return done.promise;
      }),
    all: async () => {
      const months = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
      const texts = await Promise.all(
        months.map(async ([file, { length }]) => (await readFile(join(this.#folder.path, file))).subarray(0, length)),
      );
      return texts.flatMap((text) => text.toString('utf8').split('\n').flatMap(readLine));
    },
  };

  async #writeAll(): Promise<void> {
    this.#writing = true;
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const { file } = first;
      const batch = this.#waiting.filter((waiting) => waiting.file === file);
      this.#waiting = this.#waiting.filter((waiting) => waiting.file !== file);
      try {
        await this.#append(file, batch.map(({ text }) => text).join(''));
        for (const { done } of batch) done.resolve();
      } catch (error) {
        for (const { done } of batch) done.reject(error);
      }
    }
    this.#writing = false;
  }

  async #append(file: string, text: string): Promise<void> {
    const month = this.#files.get(file) ?? new AppendedFile(this.#folder, file, undefined);
    await month.append(text);
    this.#files.set(file, month);
  }
}

/** The length of the file's whole lines. What a crash left after the last of them is set aside and cut off. */
function wholeLines(folder: string, file: string, damage: Damage): number {
  const content = readFileSync(join(folder, file));
  const length = content.lastIndexOf(lineEnd) + 1;
  if (length < content.length) {
    damage.keep(`${collection}.${file}`, content.subarray(length));
    truncateSync(join(folder, file), length);
  }
  // A line in the middle that cannot be read was changed by something else than Klar; the others still count.
  const lines = content.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
  const at = lines.findIndex((line) => readLine(line).length === 0);
  if (at >= 0) {
    damage.report({ collection, id: file, file: join(collection, file), problem: `line ${at + 1} cannot be read` });
  }
  return length;
}

function readLine(text: string): AuditLine[] {
  try {
    return [auditLine.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
