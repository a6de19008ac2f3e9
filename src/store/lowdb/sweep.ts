import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from './collections.ts';
import { unfinished } from './durable-file.ts';

/**
 * Clears away what writes left unfinished at a crash, in the whole store: such a file may hold the secret of a poll that
 * has closed since. Nobody else may be writing.
 */
export function clearUnfinished(dir: string): void {
  clear(dir, (folder) => collections.includes(folder));
}

function clear(dir: string, into: (folder: string) => boolean): void {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(unfinished)) unlinkSync(join(dir, entry.name));
    else if (entry.isDirectory() && into(entry.name)) clear(join(dir, entry.name), () => true);
  }
}
