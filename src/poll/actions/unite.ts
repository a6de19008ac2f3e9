import type { World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import type { Poll, PollAnswer } from '../poll.ts';
import { keyFor } from './look.ts';
import { showMove } from './show-move.ts';
import { inTurn } from './under-way.ts';

/**
 * One person has one vote: whoever answered under two accounts, and has said since that both are theirs, keeps the last
 * answer, or of anonymous ones, which have no time, the one of the account that Klar knew first. While a poll is open;
 * after it nobody can tell whose answers they are. Doing it again changes nothing.
 */
export async function uniteAnswers(world: World, poll: Poll): Promise<void> {
  if (poll.closedAt !== undefined) return;
  for (const person of await world.store.persons.all()) {
    for (const former of person.former ?? []) {
      await inTurn(world.store, poll.id, person.id, () => unite(world, poll, person, former));
    }
  }
}

async function unite(world: World, poll: Poll, person: Person, former: string): Promise<void> {
  const { answers } = world.store;
  const [from, to] = [keyFor(world, poll, former), keyFor(world, poll, person.id)];
  const earlier = from === undefined ? undefined : await answers.get(poll.id, from);
  if (from === undefined || to === undefined || !earlier) return;
  // The one that stays is saved before the other goes: after a crash in between this is done once more.
  const before = await answers.change<string[] | undefined>(poll.id, to, (own) =>
    own && !isLater(earlier, own) ? { outcome: undefined } : { next: earlier, outcome: own?.options ?? [] },
  );
  if (before) await showMove(world, poll, { key: to, before, now: earlier.options });
  await answers.change(poll.id, from, () => ({ next: null, outcome: undefined }));
  await showMove(world, poll, { key: from, before: earlier.options, now: [] });
}

const isLater = (one: PollAnswer, other: PollAnswer): boolean =>
  one.at !== undefined && other.at !== undefined && Temporal.Instant.compare(one.at, other.at) > 0;
