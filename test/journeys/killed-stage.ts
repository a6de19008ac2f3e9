import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type KlarProcess, startProcess } from './klar-process.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';

/** A Slack with everybody in it that outlives Klar, and a folder for the Klars that follow each other as processes of their own. */
export async function openKilledStage() {
  const folder = await mkdtemp(join(tmpdir(), 'klar-killed-'));
  const world = await slackWithPeople(() => Date.now());
  const { slack } = world;

  return {
    ...world,
    folder,
    hands: slackHands(world),

    /** Klar runs until `during` is over; then it is killed, or stopped where that is asked for. */
    async whileKlarRuns(
      during: (klar: KlarProcess) => Promise<unknown>,
      ends: 'kill' | 'stop',
      clock: { clockAheadMs?: number } = {},
    ): Promise<void> {
      const klar = await startProcess({ KLAR_DATA: join(folder, 'data'), ...world.environment }, clock);
      slack.connect({ eventsUrl: `${klar.address}/slack/events` });
      try {
        await during(klar);
      } catch (error) {
        throw new Error(`Klar wrote:\n${klar.written().slice(-3000)}`, { cause: error });
      } finally {
        await klar[ends]();
      }
    },

    /** So many units by name, each with a channel. */
    channelsFor: (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        unit: `Enhet ${n + 1}`,
        id: slack.addChannel({ name: `enhet-${n + 1}`, members: [world.people.ingrid] }),
      })),

    /** From now on Slack takes its time, so that some messages are always on their way. */
    dawdles: () => slack.failNext('chat.postMessage', { delayMs: 600 }, 1000),

    async closes(): Promise<void> {
      await slack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type KilledStage = Awaited<ReturnType<typeof openKilledStage>>;

/**
 * Every place got its message, and what was on its way at the kill came twice: at most eight, as many as Klar has under
 * way. @param counts How often it stands in each place. @returns How many came twice.
 */
export function noneLost(counts: readonly number[]): number {
  expect(Math.min(...counts)).toBe(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  const repeated = counts.filter((count) => count === 2).length;
  expect(repeated).toBeLessThanOrEqual(8);
  return repeated;
}
