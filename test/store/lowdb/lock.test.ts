import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askRunning } from '#store/lowdb/ask-running.ts';
import { StoreInUse } from '#store/lowdb/lock.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'klar-test-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.kill('SIGKILL')) await once(child, 'exit');
  await rm(folder, { recursive: true });
});

const open = (dir = join(folder, 'data')) => openLowdbStore({ dir, secretKeyFile: join(folder, 'secret.key') });
const sockets = (dir = join(folder, 'data')) => readdirSync(dir).filter((name) => name.startsWith('klar-'));

/** A process of its own that opens the store and says how it went, line by line. */
function another(dir = join(folder, 'data')) {
  const script = join(import.meta.dirname, 'hold-store.ts');
  const child = spawn(process.execPath, [script, dir, join(folder, 'secret.key')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, next: async (): Promise<string | undefined> => (await lines.next()).value };
}

test('a second process is refused while the first has the folder, and let in after', async () => {
  const store = await open();
  const refused = another();
  expect(await refused.next()).toMatch(/^StoreInUse: The data folder .* is already open in process \d+ .*KLAR_DATA/);
  await store.close();
  const admitted = another();
  expect(await admitted.next()).toBe('open');
  await expect(open()).rejects.toThrow(StoreInUse);
});

test('a dead process holds nothing: its socket is cleared away', async () => {
  const first = another();
  expect(await first.next()).toBe('open');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(sockets()).toHaveLength(1);
  const [dead] = sockets();
  const store = await open();
  expect(sockets()).toHaveLength(1);
  expect(sockets()).not.toContain(dead);
  await store.close();
  expect(sockets()).toEqual([]);
});

test('a process that hangs still holds the folder', async () => {
  const first = another();
  expect(await first.next()).toBe('open');
  first.child.kill('SIGSTOP');
  await expect(open()).rejects.toThrow('does not answer');
});

test('a process without a file descriptor left, which takes connections and ends them, still holds the folder', async () => {
  mkdirSync(join(folder, 'data'));
  const exhausted = createServer((socket) => socket.destroy());
  await once(exhausted.listen(join(folder, 'data', 'klar-0123456789abcdef.sock')), 'listening');
  await expect(open()).rejects.toThrow(StoreInUse);
  exhausted.close();
});

test('of many that start at the same time beside a dead socket exactly one has the folder', async () => {
  const first = another();
  await first.next();
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const said = await Promise.all([another(), another(), another(), another()].map(({ next }) => next()));
  expect(said.filter((line) => line === 'open')).toHaveLength(1);
  expect(said.filter((line) => line?.startsWith('StoreInUse'))).toHaveLength(3);
});

test('many openings in one process: one succeeds each time, whatever the order', async () => {
  for (let round = 0; round < 10; round++) {
    const openings = await Promise.allSettled(Array.from({ length: 5 }, () => open()));
    const opened = openings.flatMap((opening) => (opening.status === 'fulfilled' ? [opening.value] : []));
    expect(opened).toHaveLength(1);
    for (const opening of openings)
      if (opening.status === 'rejected') expect(opening.reason).toBeInstanceOf(StoreInUse);
    await opened[0]?.close();
  }
});

test('the lock is the same through a long path and through a link, and lies in the folder itself', async () => {
  const long = join(folder, 'a-rather-long-name-'.repeat(8), 'data');
  mkdirSync(long, { recursive: true });
  symlinkSync(long, join(folder, 'link'));
  const store = await open(long);
  expect(sockets(long)).toHaveLength(1);
  await expect(open(join(folder, 'link'))).rejects.toThrow(StoreInUse);
  store.serve(async () => 'heard');
  expect(await askRunning(join(folder, 'link'), {})).toBe('heard');
  await store.close();
  expect(sockets(long)).toEqual([]);
});

test('folder, files and socket are for their owner alone', async () => {
  mkdirSync(join(folder, 'data'), { mode: 0o755 });
  const store = await open();
  await store.answers.change('q1', 'k', () => ({ next: { options: [] }, outcome: null }));
  await store.audit.append({ at: '2026-08-01T08:00:00Z', by: 'klar', what: 'x', on: {}, from: 'clock' });
  const all = readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true });
  for (const entry of all) {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    expect([entry.name, (mode & 0o777).toString(8)]).toEqual([entry.name, entry.isDirectory() ? '700' : '600']);
  }
  expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  await store.close();
});

describe('the way in for the operator', () => {
  test('the running Klar answers what another process asks', async () => {
    const running = another();
    await running.next();
    expect(await askRunning(join(folder, 'data'), { do: 'echo', text: 'å\n"' })).toEqual({
      echo: { do: 'echo', text: 'å\n"' },
    });
  });

  test('whoever asks before the running Klar is ready waits', async () => {
    const store = await open();
    const answer = askRunning(join(folder, 'data'), 'early');
    store.serve(async (request) => [request]);
    expect(await answer).toEqual(['early']);
    await store.close();
  });

  test("what could not be done is told in the running Klar's words", async () => {
    const store = await open();
    store.serve(async () => {
      throw new Error('No programme is called that');
    });
    await expect(askRunning(join(folder, 'data'), {})).rejects.toThrow('No programme is called that');
    await store.close();
  });

  test('a Klar that ends before it has answered is told as such', async () => {
    const store = await open();
    const asked = Promise.withResolvers<void>();
    store.serve(() => {
      asked.resolve();
      return new Promise(() => {});
    });
    const answer = askRunning(join(folder, 'data'), {});
    const refused = expect(answer).rejects.toThrow('ended without an answer');
    await asked.promise;
    await store.close();
    await refused;
  });

  test('without a running Klar there is nobody, folder or not', async () => {
    expect(await askRunning(join(folder, 'never'), {})).toBe('nobody');
    await (await open()).close();
    expect(await askRunning(join(folder, 'data'), {})).toBe('nobody');
    const running = another();
    await running.next();
    running.child.kill('SIGKILL');
    await once(running.child, 'exit');
    expect(await askRunning(join(folder, 'data'), {})).toBe('nobody');
  });
});
