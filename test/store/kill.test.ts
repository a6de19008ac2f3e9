import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openLowdbStore } from '#store/lowdb/open.ts';

const rounds = 20;

test('20 rounds of kill -9 during answers: every acknowledged answer is there after the restart, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'klar-test-'));
  const dir = join(folder, 'data');
  const secretKeyFile = join(folder, 'secret.key');
  /** What was acknowledged last, by key. */
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const told = await answerAndKill([dir, secretKeyFile, String(round)], 1 + Math.floor(Math.random() * 150));
    for (const [key, option] of told) acknowledged.set(key, option);

    const store = await openLowdbStore({ dir, secretKeyFile, segmentSize: 16 });
    expect(store.damaged).toEqual([]);
    const entries = await store.answers.entries('poll');
    const options = new Map(entries.map(([key, { options }]) => [key, options[0] ?? '']));
    expect(entries).toHaveLength(options.size);
    for (const [key, option] of acknowledged) {
      // An answer may have reached the disk when its giver had not been told yet: then the newer one stands.
      const stored = options.get(key) ?? 'nothing';
      expect([key, Math.max(ordinal(stored), ordinal(option))]).toEqual([key, ordinal(stored)]);
    }
    await store.close();
    expect(keysOnDisk(dir).sort()).toEqual([...options.keys()].sort());
  }
  expect(acknowledged.size).toBeGreaterThan(rounds);
  expect(readdirSync(join(dir, 'answers', 'poll')).length).toBeGreaterThan(4);
  await rm(folder, { recursive: true });
});

/** Starts the script, kills it after that many acknowledged answers, and gives all it had told until then. */
async function answerAndKill(args: string[], after: number): Promise<[key: string, option: string][]> {
  const script = join(import.meta.dirname, 'answer-until-killed.ts');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: [string, string][] = [];
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [key, option] = line.split(' ');
    // Without an option: `ready`, or a line that the kill has cut.
    if (key !== undefined && option !== undefined && /^answer-\d+-\d+-\d+$/.test(option)) told.push([key, option]);
    if (told.length === after) child.kill('SIGKILL');
  }
  await exit;
  return told;
}

/** Which of the answers of its lane it is: `answer-ROUND-LANE-N`. */
const ordinal = (option: string) => Number(/^answer-\d+-\d+-(\d+)$/.exec(option)?.[1] ?? -1);

function keysOnDisk(dir: string): string[] {
  const files = readdirSync(join(dir, 'answers', 'poll'));
  return files.flatMap((file) =>
    JSON.parse(readFileSync(join(dir, 'answers', 'poll', file), 'utf8')).entries.map(([key]: [string]) => key),
  );
}
