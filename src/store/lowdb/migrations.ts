import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { collections } from './collections.ts';
import { DurableFile } from './durable-file.ts';
import type { Folder } from './folder.ts';

/**
 * Brings a store from the version before it to `to`. It may be stopped anywhere by a crash and is then run again from
 * the beginning, so it must bear that.
 */
export interface Migration {
  /** 2 for the first one, then without a gap. */
  to: number;
  /** What changes and why. */
  about: string;
  run(dir: string): Promise<void>;
}

/** All there are, oldest first. Version 1 is how the first Klar stored. */
const migrations: readonly Migration[] = [
  {
    to: 2,
    about:
      'The ledger and the postings are logs (`LineLog`), since they change by the thousand in one morning. Each is still read ' +
      'in its old form and written anew at its first change; the number keeps an older Klar from reading it as empty.',
    run: async () => {},
  },
];

/** Thrown when the data folder says of itself what this Klar cannot go by. */
export class UnknownStoreVersion extends Error {
  override name = 'UnknownStoreVersion';
}

const metaFile = 'meta.json';
const meta = z.object({ version: z.int().min(1) });

/**
 * Writes the version into a new store; runs what is missing on an older one, noting each step when it is done. Throws
 * `UnknownStoreVersion` when the store is newer than this Klar, or does not say how old it is.
 */
export async function bringUpToDate(folder: Folder, known: readonly Migration[] = migrations): Promise<void> {
  const newest = 1 + known.length;
  const file = new DurableFile<z.infer<typeof meta>>(folder, metaFile);
  if (isNew(folder.path)) return file.write({ version: newest });
  const read = meta.safeParse(await file.read().catch(() => null));
  if (!read.success) {
    throw new UnknownStoreVersion(
      `${metaFile} in ${folder.path} is missing or damaged, so nobody knows which version of Klar wrote this store. ` +
        'Take the file from a backup of the same folder.',
    );
  }
  const { version } = read.data;
  if (version > newest) {
    throw new UnknownStoreVersion(
      `The store in ${folder.path} has version ${version} and this Klar knows no higher one than ${newest}. ` +
        'Start the newer Klar that wrote it, or restore a backup from before.',
    );
  }
  for (const migration of known.filter(({ to }) => to > version)) {
    await migration.run(folder.path);
    await file.write({ version: migration.to });
  }
}

/** The version is the first thing that is written. A new volume may hold folders that are not ours (`lost+found`). */
function isNew(dir: string): boolean {
  return !readdirSync(dir).some((name) => name === metaFile || collections.includes(name));
}
