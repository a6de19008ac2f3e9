import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Posting } from '#store/posting.ts';
import { openInFolder } from '../folder-fixture.ts';

const linesOf = async (path: string): Promise<Set<string>> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  return new Set(text.split('\n').flatMap((line) => (line.startsWith('["') ? [String(JSON.parse(line)[0])] : [])));
};

test('what the ledger says of a message is on disk no earlier than where its card stands', async () => {
  const folder = await openInFolder();
  const { store, dir } = folder;
  const at = '2026-08-03T08:00:00Z';
  const entry: LedgerEntry = { state: 'sent', at };
  let isOver = false;
  let seen = 0;
  const looking = (async () => {
    while (!isOver) {
      // The ledger first: what is written between the two looks can only add to the postings.
      const settled = await linesOf(join(dir, 'ledger', 'programme.ndjson'));
      const standing = await linesOf(join(dir, 'postings', 'all.ndjson'));
      for (const key of settled) expect(standing).toContain(key);
      if (settled.size > 0 && settled.size < 300) seen += 1;
    }
  })();
  for (let wave = 0; wave < 30; wave += 1) {
    await Promise.all(
      Array.from({ length: 10 }, async (_, nth) => {
        // At any moment of a turn that is under way.
        for (let waits = 0; waits < nth * 3; waits += 1) await Promise.resolve();
        const id = `message-${wave}-${nth}`;
        const posting = { id, place: 'place', about: 'poll:1', language: 'nb', ref: {}, at } as Posting;
        const added = store.postings.add(posting);
        await Promise.all([added, store.ledger.change('programme', id, () => ({ next: entry, outcome: undefined }))]);
      }),
    );
  }
  isOver = true;
  await looking;
  expect(seen).toBeGreaterThan(0);
  expect(await linesOf(join(dir, 'ledger', 'programme.ndjson'))).toHaveLength(300);
  await folder.discard();
});
