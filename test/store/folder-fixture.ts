import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LowdbOptions, type LowdbStore, openLowdbStore } from '#store/lowdb/open.ts';

/** A default store in a folder of its own. */
export interface FolderFixture {
  store: LowdbStore;
  dir: string;
  secretKeyFile: string;
  reopen(): Promise<LowdbStore>;
  discard(): Promise<void>;
}

/** Small segments by default, so that tests split them. */
export async function openInFolder(options: Partial<LowdbOptions> = {}): Promise<FolderFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-test-'));
  const dir = join(folder, 'data');
  const secretKeyFile = join(folder, 'secret.key');
  const open = () => openLowdbStore({ dir, secretKeyFile, segmentSize: 8, ...options });
  const fixture: FolderFixture = {
    store: await open(),
    dir,
    secretKeyFile,
    async reopen() {
      await fixture.store.close();
      fixture.store = await open();
      return fixture.store;
    },
    async discard() {
      await fixture.store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return fixture;
}
