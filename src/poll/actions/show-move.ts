import type { World } from '#chat/feature.ts';
import { takeStep } from '../anonymous-steps.ts';
import type { Poll, Unseen } from '../poll.ts';

/**
 * Has a poll's cards drawn anew after one person's stored answer has changed. Of an anonymous poll the distribution that
 * is shown moves when its turn has come.
 */
export async function showMove(world: World, poll: Poll, move: Unseen): Promise<void> {
  if (poll.anonymous && poll.results !== 'at-closing') {
    await world.store.polls.change(poll.id, (current) => {
      if (current.unseen === undefined) return { outcome: undefined };
      const { shown, unseen } = takeStep({ shown: current.shown, unseen: current.unseen }, move);
      return { next: { ...current, ...(shown ? { shown } : {}), unseen: [...unseen] }, outcome: undefined };
    });
  }
  world.outbox.refresh(`poll:${poll.id}`);
}
