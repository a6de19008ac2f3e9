import type { World } from '#chat/feature.ts';

/** How long after its closing a poll's cards are still brought up to date at a start, hours. */
const settledAfterHours = 1;

/** Polls that are open, or were closed so lately that a crash may have come between: their cards are drawn anew at start. */
export async function live(world: World): Promise<string[]> {
  const settled = world.now().subtract({ hours: settledAfterHours });
  const polls = await world.store.polls.all();
  return polls
    .filter(({ closedAt }) => closedAt === undefined || Temporal.Instant.compare(closedAt, settled) > 0)
    .map(({ id }) => `poll:${id}`);
}

/** When the next poll closes by itself. */
export async function nextAt(world: World): Promise<string | undefined> {
  const open = (await world.store.polls.all()).filter(({ closedAt }) => closedAt === undefined);
  return open.flatMap(({ closesAt }) => closesAt ?? []).sort((a, b) => Temporal.Instant.compare(a, b))[0];
}
